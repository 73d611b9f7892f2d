"""Text as given, folded for matching, with every offset kept.

Folding replaces one character by one, so an offset into the folded text is an offset
into the text as given. Only white space is taken out, and ``Passage`` remembers where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import east_asian_width

from opencc import OpenCC

from registry.model.facts import Span
from registry.parsing.one_line import cuts

_FULL_WIDTH = {code + 0xFEE0: chr(code) for code in range(0x21, 0x7F)}
_MARKS = {
    mark: to
    for marks, to in (
        ("(（﹙❨", "（"),
        (")）﹚❩", "）"),
        (",，﹐", "，"),
        ("、﹑､", "、"),
        (":：﹕∶︰", "："),
        (";；﹔", "；"),
        ("｡", "。"),
        ("[［〔【〖", "〔"),
        ("]］〕】〗", "〕"),
        ("‧・•･·●∙", "·"),
        ("─–—―－﹣", "—"),
        ("「『“〝", "“"),
        ("」』”〞", "”"),
        ("\t\u00a0\u2002\u2003\u2009\u3000\u200b\u200c\u200d\ufeff", " "),
    )
    for mark in marks
}
_FOLD = _FULL_WIDTH | {ord(mark): to for mark, to in _MARKS.items()}
# A full stop behind a Chinese character ends a sentence; behind a digit or a letter it need not.
_FULL_STOP = re.compile(r"(?<=[\u3400-\u9fff）”])\.(?=\s|$|[\u3400-\u9fff])")
_CJK = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=1)
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


class _Folds(dict[int, str]):
    """Each character's fold, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        simple = str(_to_simplified().convert(char)) if _CJK.match(char) else char
        self[code] = fold = simple if len(simple) == 1 else char
        return fold


_FOLDS = _Folds(_FOLD)


def fold(text: str) -> str:
    """Return ``text`` with widths, marks, spaces and script made uniform, for matching.

    Full-width letters become half-width, punctuation becomes the Chinese marks,
    traditional characters become simplified, tags left over from a page become spaces.
    The result has the same length, character for character.
    """
    if "<" in text or "&" in text:
        text = _LEFT_OVER.sub(_blank, text)
    if "|" in text or "#" in text or "**" in text:
        text = _MARKDOWN.sub(lambda match: " " * len(match.group()), text)
    text = _FULL_STOP.sub("。", text.translate(_FOLDS))
    return _QUOTED.sub(lambda match: f"“{match.group()[1:-1]}”", text)


# A pair of straight or single quotation marks on one line, about words in Chinese.
_QUOTED = re.compile(
    "|".join(
        rf"{a}(?=[^{b}\n]{{0,20}}[\u3400-\u9fff])[^{b}\n]{{1,60}}{b}" for a, b in ('""', "''", "‘’")
    )
)


# What copying from a page may leave of it; a tag of a block stands where a line ended.
_LEFT_OVER = re.compile(
    r"&(?:nbsp|ensp|emsp|thinsp|#160|#8194|#8195|#12288);"
    r"|</?(?P<block>p|br|div|tr|li|h[1-6]|table|tbody|ul|ol|section|article|center|hr)?"
    r"(?(block)|(?:span|strong|b|i|u|em|font|a|td|th|sub|sup|img|o:p))(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)


# What Markdown sets about a heading, bold words, and the line below a table's head.
_MARKDOWN = re.compile(r"^ {0,3}#{1,6}(?=[ \t])|\*\*|^[ \t]*\|[ \t:|-]*--[ \t:|-]*$", re.MULTILINE)


def _blank(match: re.Match[str]) -> str:
    spaces = " " * len(match.group())
    return f"\n{spaces[1:]}" if match["block"] else spaces


class _Columns(dict[str, int]):
    """Each character's columns, worked out when it is first met."""

    def __missing__(self, char: str) -> int:
        self[char] = columns = 2 if east_asian_width(char) in "WF" else 1
        return columns


_COLUMNS = _Columns()


def width(text: str) -> int:
    """Return how many half-width columns ``text`` takes on a page."""
    return sum(map(_COLUMNS.__getitem__, text))


def squeeze(text: str) -> str:
    """Return ``text`` without white space."""
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was given and its folded twin of the same length."""

    raw: str
    folded: str
    said: dict[Span, tuple[tuple[str, Span], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What ``clause.py`` has already worked out: the stretches of a span fit to be quoted."""

    @classmethod
    def of(cls, text: str) -> Source:
        """Fold ``text`` and keep both."""
        return cls(text, fold(text))


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of folded text without white space, and the offset of each character.

    Slicing gives a passage again, so a piece found deep inside a clause still knows
    where it stood in the text as given.
    """

    source: Source
    text: str
    at: Sequence[int]

    def __getitem__(self, part: slice) -> Passage:
        return Passage(self.source, self.text[part], self.at[part])

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: Passage) -> Passage:
        return join([self, other])

    @property
    def value(self) -> str:
        """The characters as given, without white space."""
        if isinstance(self.at, range):
            return self.source.raw[self.at.start : self.at.stop]
        return "".join(map(self.source.raw.__getitem__, self.at))

    @property
    def span(self) -> Span:
        """Start and end offsets into the text as given; the end is exclusive."""
        return (self.at[0], self.at[-1] + 1) if self.at else (0, 0)

    def group(self, match: re.Match[str], name: str | int) -> Passage:
        """Return the part of this passage that a match over its text put in a group."""
        return self[match.start(name) : match.end(name)]

    def strip(self, marks: str) -> Passage:
        """Return the passage without any of ``marks`` at either end."""
        start = len(self.text) - len(self.text.lstrip(marks))
        return self[start : max(start, len(self.text.rstrip(marks)))]

    def split(self, pattern: re.Pattern[str]) -> Iterator[Passage]:
        """Yield the parts between the matches of ``pattern``, empty ones left out."""
        start = 0
        for match in pattern.finditer(self.text):
            if match.start() > start:
                yield self[start : match.start()]
            start = match.end()
        if start < len(self.text):
            yield self[start:]


def join(parts: Sequence[Passage]) -> Passage:
    """Return the parts, in order, as one passage."""
    at = [offset for part in parts for offset in part.at]
    return Passage(parts[0].source, "".join([part.text for part in parts]), at)


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line: its place, and its folded text with the spaces inside it."""

    source: Source
    start: int
    end: int
    after_blank: bool
    indent: int
    text: str
    """The folded line, stripped."""
    words: Passage
    """The line without white space."""
    width: int
    """How many half-width columns the line takes on its page, a deep indent left out."""

    def passage(self) -> Passage:
        """Return the line without white space."""
        return self.words

    def tokens(self) -> Iterator[Passage]:
        """Yield the runs between white space."""
        yield from tokens(self.source, self.start, self.end)

    @property
    def is_barred(self) -> bool:
        """Whether the line is a row of a table drawn with bars, as in Markdown."""
        return len(self.text) > 2 and self.text[0] == self.text[-1] == "|"

    def cells(self) -> list[Passage]:
        """Return the cells of a row: between bars or tabs where there are any, else spaces."""
        raw = self.source.raw[self.start : self.end]
        barred = self.is_barred
        if not barred and "\t" not in raw:
            return list(self.tokens())
        found: list[Passage] = []
        start = self.start + barred
        for part in self.text[1:-1].split("|") if barred else raw.split("\t"):
            found.append(passage(self.source, start, start + len(part)))
            start += len(part) + 1
        return found


def tokens(source: Source, start: int, end: int) -> Iterator[Passage]:
    """Yield the runs of a stretch between white space."""
    for match in _TOKEN.finditer(source.folded, start, end):
        yield Passage(source, match.group(), range(*match.span()))


_TOKEN = re.compile(r"\S+")
_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029\x85]+")


def passage(source: Source, start: int, end: int) -> Passage:
    """Return the text between two offsets as a passage."""
    text = source.folded[start:end]
    words = text.split()
    if len(words) == 1 and len(words[0]) == len(text):
        return Passage(source, text, range(start, end))
    return join(list(tokens(source, start, end))) if words else Passage(source, "", range(0))


def _physical_lines(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the offset and the text of each line, very long ones cut where lines were."""
    for match in _LINE.finditer(source.folded):
        text = match.group()
        start = 0
        for end in cuts(text):
            yield match.start() + start, text[start:end]
            start = end
        yield match.start() + start, text[start:]


def lines(source: Source) -> list[Line]:
    """Return the lines that hold anything, in order."""
    found: list[Line] = []
    last_end = 0
    for begin, text in _physical_lines(source):
        stripped = text.strip()
        if not stripped:
            continue
        start = begin + text.index(stripped[0])
        end = start + len(stripped)
        blank = source.raw.count("\n", last_end, start) > 1
        indent = width(source.raw[begin:start].replace("\t", " " * 4))
        words = passage(source, start, end)
        # Half-width marks fold to full-width ones: the page's columns are those of the raw text.
        columns = min(indent, 8) + width(source.raw[start:end])
        found.append(Line(source, start, end, blank, indent, stripped, words, columns))
        last_end = end
    return found
