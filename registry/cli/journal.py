"""``registry journal``: what is recorded, and the journal as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.cli.database import database_option, form_option, tell_whole

if TYPE_CHECKING:
    from registry.model.journal import Entry

_PLAIN_WIDTH = 160


@click.group(invoke_without_command=True, short_help="Show, export, import or verify the journal.")
@database_option
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table")
@click.option(
    "--after",
    metavar="NUMBER",
    type=click.IntRange(0, 2**63 - 1),
    default=0,
    help="Only later entries. 此后",
)
@click.option("--government", metavar="NAME", help="Only what bears on it. 哪级政府")
@click.pass_context
def journal(
    context: click.Context,
    *,
    database: str | None,
    form: str,
    after: int,
    government: str | None,
) -> None:
    """Show what is recorded: number, time, who, what and why; nothing is ever edited.

    登记簿：逐条列出何时、何人、因何登记了什么；只增不改。

    \b
    registry journal --government 景德镇市人民政府
    registry journal export journal.jsonl
    """  # noqa: D301 - \b is click's mark for lines to keep
    context.obj = database
    if context.invoked_subcommand is not None:
        return
    from registry.cli.database import opened

    with opened(database) as found:
        if government is not None:
            from registry.service.journal import government_named

            government = government_named(found, government)
        if form == "jsonl" and government is None:
            for line in found.lines(after):
                sys.stdout.buffer.write(line + b"\n")
        elif form == "jsonl":
            from registry.store.lines import line_of

            for entry in found.entries(after, government=government):
                sys.stdout.buffer.write(line_of(entry).encoded() + b"\n")
        else:
            _as_table(list(found.entries(after, government=government)))
    sys.stdout.buffer.flush()


@journal.command(short_help="Write the journal as JSON Lines.")
@click.argument("file", type=click.Path(path_type=Path))
@database_option
@form_option
@click.pass_obj
def export(outer: str | None, *, file: Path, database: str | None, form: str) -> None:
    """Write the journal to FILE, a new file, as JSON Lines, and verify it.

    导出。

    \b
    registry journal export journal.jsonl
    """  # noqa: D301
    from registry.cli.database import opened
    from registry.service.journal import export as write

    with opened(database or outer) as found:
        header = write(found, file)
    tell_whole(header, form, file=file)


@journal.command("import", short_help="Take in an export.")
@click.argument("file", type=click.Path(path_type=Path))
@database_option
@form_option
@click.pass_obj
def import_(outer: str | None, *, file: Path, database: str | None, form: str) -> None:
    """Take in FILE, an export, all of it or nothing; what is here must be its beginning.

    导入。

    \b
    registry journal import journal.jsonl --database new.db
    """  # noqa: D301
    from registry.cli.database import opened
    from registry.service.journal import check_export, take_in

    check_export(file)  # before there is a database that it could leave behind
    with opened(database or outer, create=True) as found:
        header, new = take_in(found, file)
    tell_whole(header, form, file=file, new=new)


@journal.command(short_help="Read every entry and check the digest.")
@database_option
@form_option
@click.pass_obj
def verify(outer: str | None, *, database: str | None, form: str) -> None:
    """Read every entry, and say whether all are there as they were written.

    校验。

    \b
    registry journal verify --database registry.db
    """  # noqa: D301
    from registry.cli.database import opened
    from registry.service.journal import verify as check

    with opened(database or outer) as found:
        header = check(found)
    tell_whole(header, form)


def _as_table(entries: list[Entry]) -> None:
    from rich.console import Console
    from rich.table import Table

    from registry.cli.entry import what
    from registry.cli.paper import none_recorded

    if not entries:
        none_recorded()
        return
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console = Console(highlight=False, emoji=False, markup=False, width=_PLAIN_WIDTH)
    grid = Table.grid(padding=(0, 2, 0, 0))
    for name in ("number", "at", "by", "kind"):
        grid.add_column(no_wrap=True, justify="right" if name == "number" else "left")
    grid.add_column(overflow="fold")
    for entry in entries:
        kind = str(entry.record.__struct_config__.tag)
        why = f" — {entry.because}" if entry.because else ""
        at = entry.at.isoformat().replace("+00:00", "Z")
        grid.add_row(str(entry.number), at, entry.by, kind, what(entry.record) + why)
    with console.capture() as written:
        console.print(grid)
    click.echo("\n".join(line.rstrip() for line in written.get().splitlines()))
