"""How wide a text is, and where to break it, without asking any font.

A renderer without Chinese fonts knows no width for a Chinese character, so the charts
fix the width of every cell themselves: one em for a full-width character, as every
Chinese font has it, and a generous estimate for the rest.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

NO_LINE_START = "、，。；：！？）〕】》”’,.;:!?)]}"
"""Marks that may not open a line; they stay with the character before them."""

NO_LINE_END = "（〔【《“‘([{"
"""Marks that may not close a line; the character after them stays with them."""

_WIDE_LATIN = frozenset("mwMW@%&—…")


@lru_cache(maxsize=1 << 14)  # the same names are measured for each width that is tried
def em(text: str) -> float:
    """Return the width of ``text`` in em, on the safe side.

    >>> em("市商务局"), round(em("AB角"), 2)
    (4.0, 2.44)
    """
    return sum(_em(character) for character in text)


@lru_cache(maxsize=1 << 14)
def _em(character: str) -> float:
    # Ambiguous ones (“ ” ·) take a whole em in Chinese fonts, so they count as full.
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    if character in _WIDE_LATIN:
        return 0.95
    if character.isupper() or character.isdigit():
        return 0.72 if character.isupper() else 0.62
    return 0.35 if character in " .,;:'|!il()" else 0.6


def wrap(text: str, width: float) -> tuple[str, ...]:
    """Break running ``text`` into lines of at most ``width`` em.

    Chinese breaks anywhere but before a closing mark; a run of Latin letters or digits
    breaks inside only where it is longer than a line.

    >>> wrap("市政府副市长、党组成员", 6)
    ('市政府副市', '长、党组成员')
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and em(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
        while em(line.rstrip()) > width and len(line) > 1:
            head = _longest_head(line, width)
            while head > 1 and line[head] in NO_LINE_START:
                head -= 1
            lines.append(line[:head])
            line = line[head:]
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def wrap_items(items: Iterable[str], width: float, separator: str = "、") -> tuple[str, ...]:
    """Set ``items`` as running text that breaks between items, inside one only if it must.

    >>> wrap_items(["市教育局", "市生态环境局", "市商务局"], 12)
    ('市教育局、市生态环境局、', '市商务局')
    """
    return tuple("".join(text for text, _ in line) for line in lines_of(items, width, separator))


Line = tuple[tuple[str, int], ...]
"""Pieces of one line of text, each with the place of the item that it is of."""


def lines_of(
    items: Iterable[str], width: float, separator: str = "、", *, dense: bool = False
) -> tuple[Line, ...]:
    """Set ``items`` as running text, and tell which piece of which line is of which item.

    A line breaks between items; a ``dense`` one breaks inside them as well, as ``wrap`` does.

    >>> lines_of(["市教育局", "市商务局"], 6, dense=True)
    ((('市教育局、', 0), ('市', 1)), (('商务局', 1),))
    """
    lines: list[list[tuple[str, int]]] = []
    line: list[tuple[str, int]] = []
    taken = 0.0
    for piece, item in _breakable(tuple(items), separator, dense):
        if line and taken + em(piece.rstrip()) > width:
            lines.append(line)
            line, taken = [], 0.0
        whole = wrap(piece, width) if em(piece.rstrip()) > width else (piece,)
        lines += [[(part, item)] for part in whole[:-1]]
        last = whole[-1] if line or len(whole) > 1 else whole[-1].lstrip() or whole[-1]
        if line and line[-1][1] == item:
            line[-1] = (line[-1][0] + last, item)
        else:
            line.append((last, item))
        taken += em(last)
    if line and any(text.strip() for text, _ in line):
        lines.append(line)
    return tuple(tuple((text, item) for text, item in one) for one in map(_stripped, lines))


def _stripped(line: list[tuple[str, int]]) -> list[tuple[str, int]]:
    (last, item) = line[-1]
    return [*line[:-1], (last.rstrip(), item)]


def _breakable(items: tuple[str, ...], separator: str, dense: bool) -> list[tuple[str, int]]:
    """Return the items with their separators, cut where a line may break.

    A bracketed alias may stand on the next line.
    """
    pieces: list[tuple[str, int]] = []
    for index, item in enumerate(items):
        end = separator if index < len(items) - 1 else ""
        if dense:
            pieces += [(piece, index) for piece in _pieces(item + end)]
            continue
        name, bracket, alias = item.partition("（")
        parts = [name, bracket + alias] if name and len(alias) > 4 else [item]
        parts[-1] += end
        pieces += [(part, index) for part in parts]
    return pieces


def _pieces(text: str) -> list[str]:
    """Cut ``text`` where a line may break."""
    pieces: list[str] = []
    for character in text:
        joins = pieces and (
            character in NO_LINE_START
            or character == " "
            or pieces[-1][-1] in NO_LINE_END
            or (_is_latin(character) and _is_latin(pieces[-1][-1]))
        )
        if joins:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _is_latin(character: str) -> bool:
    return character.isalnum() and unicodedata.east_asian_width(character) not in "WFA"


def _longest_head(text: str, width: float) -> int:
    taken = 0.0
    for index, character in enumerate(text):
        taken += _em(character)
        if taken > width:
            return max(index, 1)
    return len(text)
