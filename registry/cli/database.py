"""What the commands that work on the journal have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from getpass import getuser
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from registry.service.journal import Header
    from registry.store.port import Journal

database_option = click.option(
    "--database",
    metavar="URL",
    help="A file's path, or postgresql://USER@HOST/NAME; else REGISTRY_DATABASE, else your own. 数据库",
)
by_option = click.option("--by", metavar="NAME", help="Who enters it; you, without it. 录入人")
because_option = click.option("--because", metavar="TEXT", help="Why. 事由")
form_option = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="格式"
)


@contextmanager
def opened(database: str | None, *, create: bool = False) -> Iterator[Journal]:
    """Open the journal for one command."""
    from registry.wiring import journal

    with closing(journal(database, create=create)) as found:
        yield found


def user(by: str | None) -> str:
    """Return who enters something: the name given, or that of the login."""
    if by and by.strip():
        return by.strip()
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        raise click.UsageError("say who enters this: --by NAME") from None


def tell_whole(
    header: Header, form: str, *, file: Path | None = None, new: int | None = None
) -> None:
    """Print how much a journal holds and its digest, which file that is about, and what is new."""
    if form == "json":
        import msgspec

        told = {"file": file and str(file), "entries": header.entries, "new": new}
        told["digest"] = header.chain or None
        click.echo(msgspec.json.encode({k: v for k, v in told.items() if v is not None}).decode())
        return
    where = f"{file}: " if file is not None else ""
    more = f" · new 新增 {new}" if new is not None else ""
    click.echo(f"{where}entries 条目 {header.entries}{more} · digest 校验 {header.chain or '-'}")
