"""What the commands that work on the journal have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from getpass import getuser
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from registry.store.port import Journal

database_option = click.option(
    "--database",
    metavar="URL",
    help="A file's path, or postgresql://USER@HOST/NAME; else REGISTRY_DATABASE, else your own. 数据库",
)
by_option = click.option("--by", metavar="NAME", help="Who enters it; you, without it. 录入人")
because_option = click.option("--because", metavar="TEXT", help="Why. 事由")


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
