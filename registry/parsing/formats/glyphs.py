"""Glyphs on a page, put into rows and written out as lines; pure geometry, in points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median

from msgspec import Struct

_SAME_ROW = 0.45
"""How far, in heights of a glyph, the middles of the glyphs of one row may stand apart."""
_SPACE = 0.4
"""From which gap on, in sizes of a glyph, two Chinese glyphs were set apart by a space."""
_LATIN_SPACE = 0.2
"""The same beside a letter or a digit of the Latin script."""
_PARAGRAPH = 1.75
"""From which share of the usual distance of rows on a blank line stands between two."""


class Glyph(Struct, frozen=True):
    """A character and its box, from the page's top left: left, right, middle height, height."""

    char: str
    left: float
    right: float
    middle: float
    height: float


class Row(Struct, frozen=True, dict=True):
    """Glyphs of one height, from left to right; at least one."""

    glyphs: Sequence[Glyph]

    @property
    def left(self) -> float:
        """The left end."""
        return self.glyphs[0].left

    @cached_property
    def right(self) -> float:
        """The right end."""
        return max(glyph.right for glyph in self.glyphs)

    @cached_property
    def middle(self) -> float:
        """The middle height, from the top of the page."""
        return median(glyph.middle for glyph in self.glyphs)

    @cached_property
    def em(self) -> float:
        """The usual size of a glyph."""
        return size_of(self.glyphs)

    def text(self) -> str:
        """Return the characters, with spaces as wide as the gaps between them."""
        parts = [self.glyphs[0].char]
        for last, glyph in pairwise(self.glyphs):
            gap = (glyph.left - last.right) / self.em
            latin = last.char.isascii() or glyph.char.isascii()
            if gap >= (_LATIN_SPACE if latin else _SPACE):
                parts.append(" " * max(1, round(gap * 2)))
            parts.append(glyph.char)
        return "".join(parts)


def size_of(glyphs: Sequence[Glyph]) -> float:
    """Return the usual size of a glyph: a Chinese one is as wide as its font is large."""
    sizes = [glyph.right - glyph.left for glyph in glyphs if glyph.char >= "\u2e80"]
    sizes = sizes or [glyph.height for glyph in glyphs]
    return max(1.0, median(sizes)) if sizes else 10.0


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """Return the rows of a page or a column, from the top."""
    found: list[list[Glyph]] = []
    at = 0.0
    for glyph in sorted(glyphs, key=lambda one: (one.middle, one.left)):
        if found and glyph.middle - at <= _SAME_ROW * glyph.height:
            found[-1].append(glyph)
            at += (glyph.middle - at) / len(found[-1])
        else:
            found.append([glyph])
            at = glyph.middle
    return [Row(_once(sorted(row, key=lambda one: one.left))) for row in found]


def lines_of(glyphs: Sequence[Glyph]) -> Iterator[str]:
    """Yield the lines of a column: indents as spaces, a blank line where a gap parts two."""
    rows = rows_of(glyphs)
    if not rows:
        return
    edge = _edge(rows)
    steps = [after.middle - before.middle for before, after in pairwise(rows)]
    usual = median(steps) if steps else 0.0
    for row, step in zip(rows, [0.0, *steps], strict=True):
        if step > _PARAGRAPH * usual:
            yield ""
        yield " " * max(0, round((row.left - edge) / row.em * 2)) + row.text()


def _edge(rows: Sequence[Row]) -> float:
    """Return where the rows of a column begin that are not indented."""
    em = size_of([glyph for row in rows for glyph in row.glyphs])
    places = Counter(round(row.left / em * 2) for row in rows)
    usual = [place for place, count in places.items() if count * 8 >= len(rows)]
    return min((row.left for row in rows if round(row.left / em * 2) >= min(usual)), default=0.0)


def _once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Leave out a glyph that was set again over itself, to look bold."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if not any(
            last.char == glyph.char and glyph.left - last.left < 0.3 * (last.right - last.left)
            for last in kept[-3:]
        ):
            kept.append(glyph)
    return kept
