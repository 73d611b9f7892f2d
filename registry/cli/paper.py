"""Where a command prints tables: styled on a terminal, plain text in a pipe."""

from __future__ import annotations

from collections.abc import Iterable

import click
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from registry.graph.quotes import Quote

_PIPE_WIDTH = 100_000
"""Columns where nobody looks: lines are not wrapped."""


def put(blocks: Iterable[RenderableType]) -> None:
    """Print ``blocks``, one below the other, without white space at the ends of lines."""
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console = Console(highlight=False, emoji=False, markup=False, width=_PIPE_WIDTH)
    with console.capture() as written:
        for block in blocks:
            console.print(block)
    click.echo("\n".join(line.rstrip() for line in written.get().rstrip().splitlines()))


def none_recorded() -> None:
    """Say that a list is empty."""
    click.echo("none recorded 没有登记")


def grid(columns: int, whole: int = 0) -> Table:
    """Return a table without lines; the first ``whole`` columns are never wrapped."""
    made = Table.grid(padding=(0, 2, 0, 0))
    for place in range(columns):
        made.add_column(overflow="fold", no_wrap=place < whole)
    return made


def quoted(said: Quote) -> Text:
    """Return a clause with its document and date."""
    text = Text(f"「{said.clause}」", style="italic")
    return text.append(
        f" — {'，'.join(p for p in (said.doc, said.date) if p)}", style="dim not italic"
    )
