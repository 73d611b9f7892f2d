"""A card: lines of text in cells of fixed size, as one HTML-like label of DOT.

Every cell states its width and height, so that a card has the same size under every
renderer, whatever fonts it knows. Lengths are points; colours are roles of the palette.
"""

from __future__ import annotations

import html

from msgspec import Struct
from msgspec.structs import replace

from registry.charts.look import Look
from registry.charts.measure import em
from registry.charts.palette import Role

FONTS = "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,SimSun,sans-serif"
"""Families to try in turn; all set a Chinese character one em wide."""

PADDING = 7
_BARE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
LEADING = 1.42
"""Height of a line, in sizes of its text."""


class Style(Struct, frozen=True, kw_only=True):
    """How one line of text looks; ``size`` in points, whole ones: Graphviz drops a fraction."""

    size: int
    colour: Role = "ink"
    bold: bool = False

    @property
    def height(self) -> int:
        """The height of a line of this style."""
        return round(self.size * LEADING)


class Cell(Struct, frozen=True, kw_only=True):
    """One piece of a line in a box ``width`` points wide, ``indent`` points from its left edge.

    ``href`` makes it a link, and ``told`` is what the link says when it is pointed at. Text is never centred: a renderer without Chinese fonts would
    get the middle wrong.
    """

    text: str
    style: Style
    width: int
    fill: Role | None = None
    indent: int = 0
    href: str | None = None
    told: str = ""


Row = tuple[Cell, ...]
"""Cells side by side, as one line of text."""


class Block(Struct, frozen=True, kw_only=True):
    """Rows of cells on one background, with padding around; each row as wide as the card."""

    rows: tuple[Row, ...]
    fill: Role | None = None

    @property
    def height(self) -> int:
        """The height with padding."""
        return sum(map(row_height, self.rows)) + 2 * PADDING


class Card(Struct, frozen=True, kw_only=True):
    """Blocks from top to bottom inside one border; ``width`` is that of the text alone.

    The last block of a card that ``folds`` can be shut in a page that runs our script.
    """

    blocks: tuple[Block, ...]
    width: int
    border: int = 1
    edge: Role = "edge"
    fill: Role = "card"
    dashed: bool = False
    folds: bool = False

    @property
    def outer_width(self) -> int:
        """Width with padding and border."""
        return self.width + 2 * PADDING + 2 * self.border

    @property
    def outer_height(self) -> int:
        """Height with padding and border."""
        return sum(block.height for block in self.blocks) + 2 * self.border


def row_height(row: Row) -> int:
    """Return the height of a row, which is that of its highest cell."""
    return max(cell.style.height for cell in row)


def cells_width(text: str, style: Style) -> int:
    """Return the points that ``text`` takes in ``style``, rounded up."""
    return int(em(text) * style.size) + 1


def cut(card: Card, height: float, again: str) -> tuple[Card, ...]:
    """Cut ``card`` into cards at most ``height`` points high, each with its first block on top.

    The cards after the first say ``again`` beside their first line. A single row is never cut,
    and a first block that is higher than that by itself stays whole.
    """
    if card.outer_height <= height or len(card.blocks) < 2:
        return (card,)
    head, *rest = card.blocks
    room = height - 2 * card.border
    parts: list[list[Block]] = [[]]
    left = room - head.height
    for block in rest:
        rows: list[Row] = []
        for row in block.rows:
            needed = row_height(row) + (0 if rows else 2 * PADDING)
            if needed > left and (rows or parts[-1]):
                if rows:
                    parts[-1].append(replace(block, rows=tuple(rows)))
                parts.append([])
                rows, left = [], room - head.height
                needed = row_height(row) + 2 * PADDING
            rows.append(row)
            left -= needed
        parts[-1].append(replace(block, rows=tuple(rows)))
    later = replace(head, rows=(_again(head.rows[0], card.width, again),))
    return tuple(
        replace(card, blocks=(later if number else head, *part))
        for number, part in enumerate(parts)
        if part
    )


def _again(row: Row, width: int, again: str) -> Row:
    first = row[0]
    style = Style(size=10, colour=first.style.colour)
    mark = min(cells_width(again, style) + 6, width // 2)
    name = replace(first, width=width - mark)
    return (name, Cell(text=again, style=style, width=mark, fill=first.fill))


def label(card: Card, look: Look) -> str:
    """Return the HTML-like label of ``card``, with its angle brackets; all text is escaped."""
    style = ' STYLE="DASHED"' if card.dashed else ""
    blocks = "".join(
        f'<TR><TD CELLPADDING="{PADDING}"{_fill(block.fill, look)}>'
        f"{_rows(block.rows, card.width, look)}</TD></TR>"
        for block in card.blocks
    )
    return (
        f'<<TABLE BORDER="{card.border}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
        f' COLOR="{look.colour(card.edge)}" BGCOLOR="{look.colour(card.fill)}"{style}>'
        f"{blocks}</TABLE>>"
    )


def word(text: str, style: Style, look: Look) -> str:
    """Return the HTML-like label of one line of text, with air around it, as for a link."""
    width = cells_width(text, style) + 12
    # On the colour of the page, so that a slanting line does not run through the word.
    row = (
        Cell(text="", style=style, width=6),
        Cell(text=text, style=style, width=width - 12, fill="page"),
    )
    return f"<{_rows((row,), width, look)}>"


def _rows(rows: tuple[Row, ...], width: int, look: Look) -> str:
    inside = "".join(f"<TR><TD>{_row(row, width, look)}</TD></TR>" for row in rows)
    return f"{_BARE}{inside}</TABLE>"


def _row(row: Row, width: int, look: Look) -> str:
    height = row_height(row)
    cells = "".join(_cell(cell, height, look) for cell in row)
    rest = width - sum(cell.width for cell in row)
    if rest > 0:  # a short row would be centred
        cells += f'<TD FIXEDSIZE="TRUE" WIDTH="{rest}" HEIGHT="{height}"></TD>'
    # A table of its own: the columns of one row then put no width on those of the next.
    return f"{_BARE}<TR>{cells}</TR></TABLE>"


def _cell(cell: Cell, height: int, look: Look) -> str:
    box = f'HEIGHT="{height}" ALIGN="LEFT"{_fill(cell.fill, look)}'
    before = f'<TD FIXEDSIZE="TRUE" WIDTH="{cell.indent}" {box}></TD>' if cell.indent else ""
    told = clean(cell.told or cell.text)
    link = f' HREF="{html.escape(cell.href)}" TITLE="{told}"' if cell.href else ""
    text = _text(cell.text, cell.style, look)
    return (
        f'{before}<TD FIXEDSIZE="TRUE" WIDTH="{cell.width - cell.indent}" {box}{link}>{text}</TD>'
    )


def _fill(role: Role | None, look: Look) -> str:
    return f' BGCOLOR="{look.colour(role)}"' if role else ""


def _text(text: str, style: Style, look: Look) -> str:
    escaped = clean(text)
    if not escaped.strip():
        return ""
    inner = f"<B>{escaped}</B>" if style.bold else escaped
    return f'<FONT POINT-SIZE="{style.size:g}" COLOR="{look.colour(style.colour)}">{inner}</FONT>'


def clean(text: str) -> str:
    r"""Escape ``text``. Control characters are not allowed in SVG, escaped or not.

    Graphviz puts the node's name for ``\N`` and the like, in labels as well.
    """
    shown = "".join(c for c in text if c.isprintable() or c in "\u3000\u00a0")
    return html.escape(shown.replace("\\", "\\\\"))
