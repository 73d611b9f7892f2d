"""A chart as it is handed on: drawings in DOT, its frame, and the same in words and as a table."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from registry.charts.draw import Drawing
from registry.charts.look import Look

Kind = Literal["government", "leader", "agency", "group", "pairs", "week", "person", "diff", "city"]
"""The kinds of chart there are."""


class Table(Struct, frozen=True):
    """What a chart shows, row by row: all of it, in words alone."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Told(Struct, frozen=True, kw_only=True):
    """A chart without its drawing: the same in words and as a table."""

    title: str
    account: str
    table: Table


class Chart(Struct, frozen=True, kw_only=True):
    """A chart: ``account`` tells in one paragraph what is seen, ``table`` holds what is drawn."""

    kind: Kind
    drawing: Drawing
    account: str
    table: Table
    look: Look

    @property
    def title(self) -> str:
        """The title in the look's language."""
        return self.drawing.frame.title
