"""Glyphs on a page to lines in reading order; pure geometry, in points from the page's top left."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from msgspec import Struct

_SAME_LINE = 0.45
"""How far, in heights of a glyph, middles of glyphs of one line may stand apart."""
_SPACE = 0.4
"""From which gap on, in widths of a Chinese glyph, two glyphs were set apart by a space."""
_GUTTER = 0.75
"""How wide, in such widths, the gap between two columns of text is at least."""
_PARAGRAPH = 1.75
"""From which share of the usual distance of two lines on there is a blank line between them."""


class Glyph(Struct, frozen=True):
    """A character and its box: left, right, middle height and height."""

    char: str
    left: float
    right: float
    middle: float
    height: float


class Row(Struct, frozen=True):
    """Glyphs of one height across a stretch of the page, from left to right."""

    glyphs: Sequence[Glyph]

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @property
    def middle(self) -> float:
        return median(glyph.middle for glyph in self.glyphs)


class Gutter(Struct, frozen=True):
    """The empty stretch between two columns."""

    left: float
    right: float


def em_of(glyphs: Sequence[Glyph]) -> float:
    """Return the usual size of a glyph, in points."""
    return max(1.0, median(glyph.height for glyph in glyphs)) if glyphs else 10.0


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """Return the rows of a page or a column, from the top."""
    found: list[list[Glyph]] = []
    at = 0.0
    for glyph in sorted(glyphs, key=lambda one: (one.middle, one.left)):
        if found and glyph.middle - at <= _SAME_LINE * glyph.height:
            found[-1].append(glyph)
            at += (glyph.middle - at) / len(found[-1])
        else:
            found.append([glyph])
            at = glyph.middle
    return [Row(_once(sorted(row, key=lambda one: one.left))) for row in found]


def _once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Leave out a glyph that was set again over itself, to look bold."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if any(
            last.char == glyph.char and glyph.left - last.left < 0.3 * (last.right - last.left)
            for last in kept[-3:]
        ):
            continue
        kept.append(glyph)
    return kept


def gutter_of(rows: Sequence[Row], em: float, least: int = 4) -> Gutter | None:
    """Return where a page of two columns of prose is parted, or ``None`` for other pages.

    Lines of prose run to the end of their column, which the cells of a table or the names of
    a list do not: that tells them apart. ``least`` is how many full lines must be seen.
    """
    if not rows:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    best: tuple[int, Gutter] | None = None
    for gutter in _candidates(rows, em):
        if gutter.left - left < 6 * em or right - gutter.right < 6 * em:
            continue
        full = sum(
            _fills(row, left, gutter.left, em) + _fills(row, gutter.right, right, em)
            for row in rows
        )
        halves = sum(
            _touches(row, left, gutter.left) + _touches(row, gutter.right, right)
            for row in rows
            if not _crosses(row, gutter)
        )
        crossing = sum(_crosses(row, gutter) for row in rows)
        if (
            full >= least
            and full * 2 >= halves
            and halves > crossing
            and (best is None or full > best[0])
        ):
            best = (full, gutter)
    return best[1] if best else None
