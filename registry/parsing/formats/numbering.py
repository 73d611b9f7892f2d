"""The numbers that a word processor prints before the paragraphs of a list."""

from __future__ import annotations

import re
from collections import defaultdict

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

_CHINESE = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_DEEPEST = 9


def in_chinese(number: int, digits: str = _CHINESE, ten: str = "十", hundred: str = "百") -> str:
    """Return a number below a thousand in Chinese; above, in digits.

    >>> [in_chinese(n) for n in (1, 10, 12, 20, 101, 110)]
    ['一', '十', '十二', '二十', '一百零一', '一百一十']
    """
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = digits[hundreds] + hundred if hundreds else ""
    if tens:
        said += (digits[tens] if tens > 1 or hundreds else "") + ten
    elif hundreds and ones:
        said += digits[0]
    return said + (digits[ones] if ones else "")


def in_roman(number: int) -> str:
    """Return a number in Roman figures.

    >>> in_roman(14)
    'XIV'
    """
    said = ""
    for value, figure in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "M CM D CD C XC L XL X IX V IV I".split(),
        strict=True,
    ):
        times, number = divmod(number, value)
        said += figure * min(times, 4)
    return said


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 4)


def _circled(number: int) -> str:
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


def printed(number: int, form: str) -> str:
    """Return ``number`` as a list of ``form``, WordprocessingML's ``ST_NumberFormat``, prints it."""
    if number < 1:
        return str(number)
    if form in _COUNTING:
        return in_chinese(number)
    if form in {"chineseLegalSimplified", "ideographLegalTraditional"}:
        return in_chinese(number, _FORMAL, "拾", "佰")
    if form.startswith("decimalEnclosedCircle"):
        return _circled(number)
    if form == "decimalFullWidth":
        return str(number).translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"})
    if form in {"upperLetter", "lowerLetter"}:
        return _letter(number) if form == "upperLetter" else _letter(number).lower()
    if form in {"upperRoman", "lowerRoman"}:
        return in_roman(number) if form == "upperRoman" else in_roman(number).lower()
    return str(number)


_COUNTING = frozenset(
    "chineseCounting chineseCountingThousand japaneseCounting ideographDigital"
    " taiwaneseCounting taiwaneseCountingThousand".split()
)


class Numbering:
    """Counts the lists of one document, whose ``numbering`` and ``styles`` parts it reads."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._levels: dict[str, dict[int, Element]] = {}
        self._styles: dict[str, tuple[str | None, int | None, str | None]] = {}
        self._shared: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if numbering is not None:
            self._read_lists(numbering)
        for style in styles.iter(qn("w:style")) if styles is not None else ():
            key = style.get(qn("w:styleId"))
            if key is not None:
                base = style.find(qn("w:basedOn"))
                above = None if base is None else base.get(qn("w:val"))
                self._styles[key] = (*_said(style), above)

    def _read_lists(self, numbering: Element) -> None:
        kinds = {
            kind.get(qn("w:abstractNumId")): kind for kind in numbering.iter(qn("w:abstractNum"))
        }
        for number in numbering.iter(qn("w:num")):
            key, link = number.get(qn("w:numId")), number.find(qn("w:abstractNumId"))
            kind = None if link is None else kinds.get(link.get(qn("w:val")))
            if key is None or kind is None or link is None:
                continue
            self._levels[key] = {_depth(level): level for level in kind.iter(qn("w:lvl"))}
            own = {_depth(level): level for level in number.iter(qn("w:lvl"))}
            self._levels[key] |= own
            restarts = number.find(qn("w:lvlOverride")) is not None
            self._shared[key] = key if restarts else f"of {link.get(qn('w:val'))}"

    def label(self, paragraph: Element) -> str:
        """Return the number before ``paragraph`` as printed, or nothing; counts it."""
        key, depth = self._of(paragraph)
        levels = self._levels.get(key or "")
        if not levels or depth not in levels:
            return ""
        counts = self._counts[self._shared[key or ""]]
        counts[depth] = counts[depth] + 1 if depth in counts else _start(levels[depth])
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        form, text = _value(levels[depth], "numFmt"), _value(levels[depth], "lvlText")
        if form in {"bullet", "none"}:
            return ""

        def at(level: int) -> str:
            held = levels.get(level)
            if held is None:
                return ""
            return printed(counts.get(level, _start(held)), _value(held, "numFmt"))

        label = re.sub(r"%([1-9])", lambda found: at(int(found.group(1)) - 1), text)
        return label + " " if label[-1:].isalnum() or label.endswith(".") else label

    def _of(self, paragraph: Element) -> tuple[str | None, int]:
        key, depth = _said(paragraph)
        held = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = None if held is None else held.get(qn("w:val"))
        for _ in range(_DEEPEST):
            if style not in self._styles or (key is not None and depth is not None):
                break
            style_key, style_depth, style = self._styles[style]
            key = style_key if key is None else key
            depth = style_depth if depth is None else depth
        return key, depth or 0


def _said(holder: Element) -> tuple[str | None, int | None]:
    """Return the list and the level that a paragraph or a style states for itself."""
    stated = holder.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if stated is None:
        return None, None
    key, depth = stated.find(qn("w:numId")), stated.find(qn("w:ilvl"))
    said = None if depth is None else depth.get(qn("w:val"))
    return (
        None if key is None else key.get(qn("w:val")),
        int(said) if said is not None and said[:2].isdecimal() else None,
    )


def _depth(level: Element) -> int:
    said = level.get(qn("w:ilvl")) or "0"
    return int(said) if said in set("012345678") else _DEEPEST


def _value(level: Element, tag: str) -> str:
    held = level.find(qn(f"w:{tag}"))
    return "" if held is None else held.get(qn("w:val")) or ""


def _start(level: Element) -> int:
    said = _value(level, "start")[:6]
    return int(said) if said.isdecimal() else 1
