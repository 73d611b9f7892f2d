"""Rows of a card: running text, lists whose items are links, headings beside them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from registry.charts.cards import LEADING, Block, Card, Cell, Row, Style
from registry.charts.look import Look
from registry.charts.measure import em, lines_of, wrap
from registry.charts.palette import Role

HEADING = Style(size=9, colour="heading", bold=True)


class Item(Struct, frozen=True):
    """Something named, the address of its page, and the notice and clause behind it."""

    text: str
    href: str | None = None
    told: str = ""


def person(name: str, look: Look) -> Item:
    """Return a person's name, as a link to the page on the person."""
    return Item(name, look.link("people", name))


def text_rows(text: str | Item, style: Style, width: int) -> tuple[Row, ...]:
    """Set ``text`` in lines ``width`` points wide."""
    item = Item(text) if isinstance(text, str) else text
    return tuple(
        (Cell(text=line, style=style, width=width, href=item.href, told=item.told),)
        for line in wrap(item.text, width / style.size)
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


def beside(heading: Item, rows: Sequence[Row], side: int, width: int) -> tuple[Row, ...]:
    """Set ``heading`` in a column ``side`` points wide, to the left of ``rows``.

    ``width`` is that of the whole.
    """
    words = text_rows(heading, HEADING, side - 6)
    empty = (Cell(text="", style=HEADING, width=width - side),)
    count = max(len(words), len(rows))
    return tuple(
        (
            *(words[n] if n < len(words) else ()),
            Cell(text="", style=HEADING, width=6 if n < len(words) else side),
            *(rows[n] if n < len(rows) else empty),
        )
        for n in range(count)
    )


def space(width: int, height: int = 4) -> Row:
    """Return an empty row."""
    return (Cell(text="", style=Style(size=height), width=width),)


def in_columns(blocks: Sequence[Sequence[Row]], count: int, width: int, gap: int) -> list[Row]:
    """Set ``blocks`` in lines of ``count`` side by side, each ``width`` points wide."""
    rows: list[Row] = []
    for start in range(0, len(blocks), count):
        line = blocks[start : start + count]
        if rows:
            rows.append(space(width))
        for number in range(max(map(len, line))):
            cells: list[Cell] = []
            for block in line:
                row = block[number] if number < len(block) else ()
                left = width - sum(cell.width for cell in row)
                cells += [*row, Cell(text="", style=Style(size=1), width=left + gap)]
            cells[-1] = replace(cells[-1], width=cells[-1].width - gap)
            rows.append(tuple(cell for cell in cells if cell.width))
    return rows


def filling(height: int) -> list[Style]:
    """Return the styles of empty rows that are ``height`` points high together."""
    size = int(height / LEADING)
    styles = [Style(size=size)] if size else []
    return styles + [Style(size=1)] * (height - sum(style.height for style in styles))


def stretched(made: Card, height: float) -> Card:
    """Return ``made`` with empty rows below, ``height`` points high as far as it is not higher."""
    *blocks, last = made.blocks
    rows = [space(made.width, s.size) for s in filling(int(height - made.outer_height))]
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
