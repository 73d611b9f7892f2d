"""Rows of a card: running text, lists whose items are links, headings beside them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from registry.charts.cards import LEADING, Block, Card, Cell, Row, Style, row_height
from registry.charts.measure import em, lines_of, wrap
from registry.charts.palette import Role

HEADING = Style(size=9, colour="heading", bold=True)


class Item(Struct, frozen=True):
    """Something named in a list, and the address of its page."""

    text: str
    href: str | None = None


def text_rows(text: str, style: Style, width: int, href: str | None = None) -> tuple[Row, ...]:
    """Set ``text`` in lines ``width`` points wide."""
    return tuple(
        (Cell(text=line, style=style, width=width, href=href),)
        for line in wrap(text, width / style.size)
        if line
    )


def item_rows(
    items: Sequence[Item], style: Style, width: int, *, dense: bool = False, mark: str = "、"
) -> tuple[Row, ...]:
    """Set ``items`` in lines ``width`` points wide, each link on its own name alone."""
    names = [item.text for item in items]
    linked = any(item.href for item in items)
    return tuple(
        _linked(line, items, style, width)
        if linked
        else (Cell(text="".join(text for text, _ in line), style=style, width=width),)
        for line in lines_of(names, width / style.size, mark, dense=dense)
    )


def _linked(
    line: tuple[tuple[str, int], ...], items: Sequence[Item], style: Style, width: int
) -> Row:
    cells: list[Cell] = []
    taken, at = 0.0, 0
    for text, item in line:
        taken += em(text) * style.size
        # Rounded on the whole line, so that the line is not longer for being cut up.
        end = min(round(taken), width)
        cells.append(Cell(text=text, style=style, width=end - at, href=items[item].href))
        at = end
    return tuple(cell for cell in cells if cell.width)


def beside(heading: str, rows: Sequence[Row], side: int, width: int) -> tuple[Row, ...]:
    """Set ``heading`` in a column ``side`` points wide, to the left of ``rows``.

    ``width`` is that of the whole.
    """
    words = wrap(heading, max((side - 6) / HEADING.size, 2))
    empty = (Cell(text="", style=HEADING, width=width - side),)
    count = max(len(words), len(rows))
    return tuple(
        (
            Cell(text=words[n] if n < len(words) else "", style=HEADING, width=side),
            *(rows[n] if n < len(rows) else empty),
        )
        for n in range(count)
    )


def space(width: int, height: int = 4) -> Row:
    """Return an empty row."""
    return (Cell(text="", style=Style(size=height), width=width),)


def stretched(made: Card, height: float) -> Card:
    """Return ``made`` with empty rows below, ``height`` points high as far as it is not higher."""
    missing = int(height - made.outer_height)
    size = int(missing / LEADING)
    *blocks, last = made.blocks
    rows: list[Row] = []
    if size:
        rows.append(space(made.width, size))
    rows += [space(made.width, 1)] * (missing - sum(map(row_height, rows)))
    return replace(made, blocks=(*blocks, replace(last, rows=(*last.rows, *rows))))


def card(rows: Sequence[Row], width: int, fill: Role, *, dashed: bool = False) -> Card:
    """Put ``rows`` on a card of one block."""
    return Card(blocks=(Block(rows=tuple(rows), fill=fill),), width=width, fill=fill, dashed=dashed)


def titled(
    head: Sequence[Row],
    body: Sequence[Row],
    width: int,
    fill: Role = "head",
    *,
    dashed: bool = False,
) -> Card:
    """Put ``body`` under ``head`` on a card of two blocks; the body can be folded away."""
    blocks = [Block(rows=tuple(head), fill=fill)]
    if body:
        blocks.append(Block(rows=tuple(body)))
    return Card(blocks=tuple(blocks), width=width, folds=bool(body), dashed=dashed)
