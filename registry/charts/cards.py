"""A card: lines of text in cells of fixed size, as one HTML-like label of DOT.

Every cell states its width and height, so that a card has the same size under every
renderer, whatever fonts it knows. Lengths are points.
"""

from __future__ import annotations

import html

from msgspec import Struct

from registry.charts.measure import em

FONTS = "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,SimSun,sans-serif"
"""Families to try in turn; all set a Chinese character one em wide."""

PADDING = 7
_BARE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
LEADING = 1.42
"""Height of a line, in sizes of its text."""


class Style(Struct, frozen=True, kw_only=True):
    """How one line of text looks; ``size`` in points, ``colour`` as #rrggbb."""

    size: float
    colour: str = "#1b2733"
    bold: bool = False

    @property
    def height(self) -> int:
        """The height of a line of this style."""
        return round(self.size * LEADING)


class Cell(Struct, frozen=True, kw_only=True):
    """One line of text in a box ``width`` points wide, ``indent`` points from its left edge.

    Text is never centred: a renderer without Chinese fonts would get the middle wrong.
    """

    text: str
    style: Style
    width: int
    fill: str | None = None
    indent: int = 0


class Block(Struct, frozen=True, kw_only=True):
    """Rows of cells on one background, with padding around; each row as wide as the card."""

    rows: tuple[tuple[Cell, ...], ...]
    fill: str | None = None

    @property
    def height(self) -> int:
        """The height with padding; a row is as high as its highest cell."""
        inner = sum(max(cell.style.height for cell in row) for row in self.rows)
        return inner + 2 * PADDING


class Card(Struct, frozen=True, kw_only=True):
    """Blocks from top to bottom inside one border; ``width`` is that of the text alone."""

    blocks: tuple[Block, ...]
    width: int
    border: int = 1
    edge: str = "#5b6b7d"
    fill: str = "#ffffff"
    dashed: bool = False

    @property
    def outer_width(self) -> int:
        """Width with padding and border."""
        return self.width + 2 * PADDING + 2 * self.border

    @property
    def outer_height(self) -> int:
        """Height with padding and border."""
        return sum(block.height for block in self.blocks) + 2 * self.border


def cells_width(text: str, style: Style) -> int:
    """Return the points that ``text`` takes in ``style``, rounded up."""
    return int(em(text) * style.size) + 1


def label(card: Card) -> str:
    """Return the HTML-like label of ``card``, with its angle brackets; all text is escaped."""
    style = ' STYLE="DASHED"' if card.dashed else ""
    blocks = "".join(
        f'<TR><TD CELLPADDING="{PADDING}"{_fill(block.fill)}>{_rows(block.rows, card.width)}</TD></TR>'
        for block in card.blocks
    )
    return (
        f'<<TABLE BORDER="{card.border}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
        f' COLOR="{card.edge}" BGCOLOR="{card.fill}"{style}>{blocks}</TABLE>>'
    )


def word(text: str, style: Style) -> str:
    """Return the HTML-like label of one line of text, with air around it, as for a link."""
    row = (Cell(text=text, style=style, width=cells_width(text, style) + 12, indent=6),)
    return f"<{_rows((row,), row[0].width)}>"


def _rows(rows: tuple[tuple[Cell, ...], ...], width: int) -> str:
    inside = "".join(f"<TR><TD>{_row(row, width)}</TD></TR>" for row in rows)
    return f"{_BARE}{inside}</TABLE>"


def _row(row: tuple[Cell, ...], width: int) -> str:
    height = max(cell.style.height for cell in row)
    cells = "".join(_cell(cell, height) for cell in row)
    rest = width - sum(cell.width for cell in row)
    if rest > 0:  # a short row would be centred
        cells += f'<TD FIXEDSIZE="TRUE" WIDTH="{rest}" HEIGHT="{height}"></TD>'
    # A table of its own: the columns of one row then put no width on those of the next.
    return f"{_BARE}<TR>{cells}</TR></TABLE>"


def _cell(cell: Cell, height: int) -> str:
    box = f'HEIGHT="{height}" ALIGN="LEFT"{_fill(cell.fill)}'
    before = f'<TD FIXEDSIZE="TRUE" WIDTH="{cell.indent}" {box}></TD>' if cell.indent else ""
    text = _text(cell.text, cell.style)
    return f'{before}<TD FIXEDSIZE="TRUE" WIDTH="{cell.width - cell.indent}" {box}>{text}</TD>'


def _fill(colour: str | None) -> str:
    return f' BGCOLOR="{colour}"' if colour else ""


def _text(text: str, style: Style) -> str:
    if not text.strip():
        return ""
    # Control characters are not allowed in SVG, escaped or not.
    clean = "".join(c for c in text if c.isprintable() or c in "\u3000\u00a0")
    escaped = html.escape(clean)
    inner = f"<B>{escaped}</B>" if style.bold else escaped
    return f'<FONT POINT-SIZE="{style.size:g}" COLOR="{style.colour}">{inner}</FONT>'
