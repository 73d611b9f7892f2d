"""Which columns the prose of a page is set in, and its lines in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from registry.parsing.formats.glyphs import Glyph, Row, lines_of, rows_of, size_of

_GAP = 0.75
"""How wide, in sizes of a glyph, the gap between two columns is at least."""
_NARROWEST = 7.0
"""How wide a column of prose is at least."""
_SLACK = 1.5
"""How far before the end of its column a full line may end: a mark may not begin a line."""
_INDENT = 2.5
"""How far behind the beginning of its column a full line may begin."""
_FEWEST = 3
"""How many full lines each of two columns must have to be taken for one."""

_ASIDE = 1.5
"""How far from the middle of the page the middle of a central gutter may be."""
_WIDEST = 4.5
"""How wide a central gutter is at most."""


class Gutter(Struct, frozen=True):
    """The empty stretch between two columns."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2


def lines(glyphs: Sequence[Glyph], gutter: Gutter | None) -> Iterator[str]:
    """Yield the lines of a page: down the left column, then the right.

    What stands across the gutter, a title or a page number, parts what is above it from
    what is below.
    """
    if gutter is None:
        yield from lines_of(glyphs)
        return
    middle = gutter.middle
    for across, rows in groupby(rows_of(glyphs), key=lambda row: _crosses(row, middle)):
        stretch = [glyph for row in rows for glyph in row.glyphs]
        if across:
            yield from lines_of(stretch)
        else:
            yield from lines_of([glyph for glyph in stretch if glyph.left < middle])
            yield from lines_of([glyph for glyph in stretch if glyph.left >= middle])


def gutter_of(glyphs: Sequence[Glyph], page_middle: float) -> Gutter | None:
    """Return where a page of prose in two columns is parted, or ``None`` for any other page.

    Lines of prose run to the end of their column; cells of a table and names in a list do
    not. Two columns are as wide as each other and stand close together in the middle of the
    page; those of a table seldom do. Either tells them apart, the second with fewer full lines.
    """
    rows = rows_of(glyphs)
    em = size_of(glyphs)
    best: tuple[int, Gutter] | None = None
    for gutter in _gaps(rows, em, page_middle):
        apart = [row for row in rows if not _crosses(row, gutter.middle)]
        if len(apart) * 2 < len(rows):
            continue
        full, most = zip(*(_full(side, em) for side in _sides(apart, gutter.middle)), strict=True)
        prose = min(full) >= _FEWEST and all(most)
        if not prose and not (sum(full) >= _FEWEST and _is_central(gutter, rows, page_middle, em)):
            continue
        if best is None or sum(full) > best[0]:
            best = sum(full), gutter
    return best[1] if best else None


def _is_central(gutter: Gutter, rows: Sequence[Row], page_middle: float, em: float) -> bool:
    ends = min(row.left for row in rows) + max(row.right for row in rows)
    aside = min(abs(gutter.middle - page_middle), abs(gutter.middle - ends / 2))
    return aside <= _ASIDE * em and gutter.right - gutter.left <= _WIDEST * em


def fits(glyphs: Sequence[Glyph], gutter: Gutter) -> bool:
    """Say whether a page may be parted where others of its document are: few rows cross."""
    rows = rows_of(glyphs)
    crossing = sum(_crosses(row, gutter.middle) for row in rows)
    return crossing * 3 <= len(rows)


def _gaps(rows: Sequence[Row], em: float, page_middle: float) -> Iterator[Gutter]:
    """Yield the upright stretches that the fewest rows run over, columns' widths from the ends."""
    if not rows:
        return
    first, last = min(row.left for row in rows), max(row.right for row in rows)
    # On a last page the right column may hold a few short lines: it is as wide as the left.
    end_of_page = max(last, 2 * page_middle - first)
    step = em / 8
    covered = [0] * (int((last - first) / step) + 2)
    for row in rows:
        for start, end in _pieces(row, em):
            for place in range(int((start - first) / step), int((end - first) / step) + 1):
                covered[place] += 1
    quarter = len(covered) // 4
    fewest = min(covered[quarter:-quarter], default=0)
    for count in (fewest, fewest + 1):
        start = 0
        for empty, places in groupby([held <= count for held in covered]):
            end = start + len(list(places))
            gutter = Gutter(first + start * step, first + end * step)
            start = end
            wide = gutter.right - gutter.left >= _GAP * em
            inside = min(gutter.left - first, end_of_page - gutter.right)
            if empty and wide and inside >= _NARROWEST * em:
                yield gutter


def _pieces(row: Row, em: float) -> Iterator[tuple[float, float]]:
    start, end = row.left, row.left
    for glyph in row.glyphs:
        if glyph.left - end >= _GAP * em:
            yield start, end
            start = glyph.left
        end = max(end, glyph.right)
    yield start, end


def _crosses(row: Row, middle: float) -> bool:
    """Say whether a row runs over the place; a gap there parts it into rows of two columns."""
    before = [glyph.right for glyph in row.glyphs if glyph.left < middle]
    after = [glyph.left for glyph in row.glyphs if glyph.left >= middle]
    if before and max(before) > middle:
        return True
    return bool(before and after) and min(after) - max(before) < _GAP * row.em


def _sides(rows: Sequence[Row], middle: float) -> tuple[list[Row], list[Row]]:
    glyphs = [glyph for row in rows for glyph in row.glyphs]
    return (
        rows_of([glyph for glyph in glyphs if glyph.left < middle]),
        rows_of([glyph for glyph in glyphs if glyph.left >= middle]),
    )


def _full(rows: Sequence[Row], em: float) -> tuple[int, bool]:
    """Count the lines that fill their column, and say whether they are a good part of it."""
    if not rows:
        return 0, False
    first, last = min(row.left for row in rows), max(row.right for row in rows)
    if last - first < _NARROWEST * em:
        return 0, False
    full = sum(
        row.left <= first + _INDENT * em
        and row.right >= last - _SLACK * em
        and len(list(_pieces(row, 2 * em))) == 1
        for row in rows
    )
    return full, full * 4 >= len(rows)
