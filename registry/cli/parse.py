"""``registry parse``: the facts of notices, each with the clause that states it."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from registry.model.facts import AnyFact, Unparsed
from registry.parsing.notice import parse as parse_text
from registry.service.sources import read_text

_PLAIN_WIDTH = 160
_CARRIED = frozenset(("fact", "doc", "clause", "span"))


@click.command(
    epilog="Example: registry parse notice.txt --format table",
    short_help="Read notices and print their facts.",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines, one fact a line; or a table for people.",
)
def parse(files: tuple[Path, ...], form: str) -> None:
    """Cut each of FILES into its notices and print every fact with clause and place.

    读入公文，逐条列出其中的事实及其条款；看不懂的条款标为 unparsed。
    """
    texts = [(path, read_text(path)) for path in files]
    found: list[AnyFact] = []
    with Progress(console=Console(stderr=True), transient=True, disable=len(files) < 2) as progress:
        for _, text in progress.track(texts, description="parsing"):
            found.extend(parse_text(text))
    if form == "jsonl":
        for fact in found:
            sys.stdout.buffer.write(msgspec.json.encode(fact) + b"\n")
        sys.stdout.buffer.flush()
    else:
        _as_table(found)


def _as_table(found: list[AnyFact]) -> None:
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console = Console(highlight=False, emoji=False, markup=False, width=_PLAIN_WIDTH)
    doc = ""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for fact in found:
        if fact.doc != doc:
            console.print(grid)
            grid = Table.grid(padding=(0, 2, 0, 0))
            grid.add_column(style="cyan", no_wrap=True)
            grid.add_column(ratio=3, overflow="fold")
            grid.add_column(ratio=4, overflow="ellipsis", no_wrap=True, style="dim")
            doc = fact.doc
            console.print(f"\n{doc}", style="bold")
        values = msgspec.to_builtins(fact)
        said = " · ".join(str(v) for k, v in values.items() if k not in _CARRIED and v is not None)
        style = "yellow" if isinstance(fact, Unparsed) else None
        grid.add_row(str(values["fact"]), said, f"「{fact.clause}」", style=style)
    console.print(grid)
