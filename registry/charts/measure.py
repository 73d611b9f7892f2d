"""How wide a text is, and where to break it, without asking any font.

A renderer without Chinese fonts knows no width for a Chinese character, so the charts
fix the width of every cell themselves: one em for a full-width character, as every
Chinese font has it, and a generous estimate for the rest.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

NO_LINE_START = "、，。；：！？）〕】》”’,.;:!?)]}"
"""Marks that may not open a line; they stay with the character before them."""

_WIDE_LATIN = frozenset("mwMW@%&—…")


def em(text: str) -> float:
    """Return the width of ``text`` in em, on the safe side.

    >>> em("市商务局"), round(em("AB角"), 2)
    (4.0, 2.44)
    """
    return sum(_em(character) for character in text)


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
            lines.append(line[:head])
            line = line[head:]
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def wrap_items(items: Iterable[str], width: float, separator: str = "、") -> tuple[str, ...]:
    """Set ``items`` as running text that breaks between items, inside one only if it must.

    >>> wrap_items(["市教育局", "市生态环境局", "市商务局"], 12)
    ('市教育局、市生态环境局、', '市商务局')
    """
    listed = tuple(items)
    lines: list[str] = []
    line = ""
    for piece in _breakable(listed, separator):
        if line and em(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
        if em(line.rstrip()) > width:
            *whole, line = wrap(line, width)
            lines.extend(whole)
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _breakable(items: tuple[str, ...], separator: str) -> list[str]:
    """Return the items with their separators; a bracketed alias may stand on the next line."""
    pieces: list[str] = []
    for index, item in enumerate(items):
        name, bracket, alias = item.partition("（")
        pieces += [name, bracket + alias] if name and len(alias) > 4 else [item]
        if index < len(items) - 1:
            pieces[-1] += separator
    return pieces


def _pieces(text: str) -> list[str]:
    """Cut ``text`` where a line may break."""
    pieces: list[str] = []
    for character in text:
        joins = pieces and (
            character in NO_LINE_START
            or character == " "
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
