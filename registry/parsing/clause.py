"""The clause behind a fact: its words and its place, without personal data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypedDict

from registry.model.facts import Span
from registry.parsing.text import Passage, Source, lines, passage, squeeze

_PRIVATE = re.compile(
    r"[\w.+-]{0,64}@[\w.-]{0,64}"  # mail address
    r"|(?<!\d)\d{17}[\dXx](?!\d)"  # identity card
    r"|(?<!\d)1\d{10}(?!\d)|(?<!\d)\d{3,4}[—-]\d{3,4}[—-]?\d{3,5}(?!\d)"  # telephone
    r"|(?:电话|传真|手机|邮箱|QQ|微信|号码|热线)[^，。；：、（）]{0,6}：?[\d—-]{5,}"
    r"|(?<![\d.〔])\d{7,}(?![\d.]*[元万亿%])"
)
_BROKEN = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)")
"""Personal numbers that a line's end may part."""
_SPACED = frozenset((11, 18))
"""Digits of a mobile telephone and of an identity card, which are written in groups."""
_MAY_BE_PRIVATE = re.compile(r"@|[\d—-]{3}")
_MARK = re.compile(r"[（“《）”》。；！？]")
_LONGEST = 4000


class Evidence(TypedDict):
    """The three keys that every fact carries."""

    doc: str
    clause: str
    span: Span


def sentences(text: Passage) -> Iterator[Passage]:
    """Yield the sentences of a paragraph, each with its final mark.

    A mark inside brackets or quotation marks does not end a sentence. A sentence longer
    than any that an office writes is cut, so that reading it takes bounded time.
    """
    depth = 0
    start = 0
    for match in _MARK.finditer(text.text):
        char, index = match.group(), match.start()
        while index - start >= _LONGEST:
            yield text[start : start + _LONGEST]
            start, depth = start + _LONGEST, 0
        if char in "（“《":
            depth += 1
        elif char in "）”》":
            depth = max(0, depth - 1)
        elif depth == 0 or char == "。":
            depth = 0
            yield text[start : index + 1]
            start = index + 1
    for begin in range(start, len(text), _LONGEST):
        yield text[begin : begin + _LONGEST]


def sentences_joined(text: Passage, goes_on: re.Pattern[str]) -> Iterator[Passage]:
    """Yield the same; what ``goes_on`` matches behind a semicolon goes with what is before it."""
    before: Passage | None = None
    for sentence in sentences(text):
        if before is not None and before.text.endswith("；") and goes_on.match(sentence.text):
            before = before + sentence
            continue
        if before is not None:
            yield before
        before = sentence
    if before is not None:
        yield before


def evidence(doc: str, clause: Passage, focus: Passage | None = None) -> Evidence:
    """Return the ``doc``, ``clause`` and ``span`` of a fact that ``clause`` states.

    Of a clause with telephone numbers, mail addresses or identity numbers in it, the
    stretch around ``focus`` that holds none is quoted, or else the longest.
    """
    stretches = _fit_to_quote(clause.source, clause.span)
    said, span = max(stretches, key=lambda stretch: len(stretch[0]), default=("", (0, 0)))
    if focus is not None and focus.at:
        place = focus.at[0]
        said, span = next((s for s in stretches if s[1][0] <= place < s[1][1]), (said, span))
    return {"doc": doc, "clause": said, "span": span}


def without_private(value: str) -> str:
    """Cut telephone numbers, mail addresses and identity numbers out of a fact's value."""
    if _MAY_BE_PRIVATE.search(value) and _PRIVATE.search(value):
        return _PRIVATE.sub("", value).strip("，；、（：")
    return value


def hidden(text: str, spared: Iterable[Span]) -> str:
    """Return a notice's text with the personal data in it made unreadable, place for place.

    Args:
        text: as given.
        spared: stretches that facts quote; these hold none, or figures of a report.

    >>> hidden("联系人：王明，手机：10000000000。", ())
    '联系人：王明，＊＊＊＊＊＊＊＊＊＊＊＊＊＊。'
    """
    source = Source.of(text)
    places: set[int] = set()
    for line in lines(source):
        if _MAY_BE_PRIVATE.search(line.words.text):
            for found in _PRIVATE.finditer(line.words.text):
                stretch = line.words.at[found.start() : found.end()]
                if not _is_a_row(found.group(), stretch):
                    places.update(stretch)
    whole = passage(source, 0, len(text))
    for found in _BROKEN.finditer(whole.text):
        places.update(whole.at[found.start() : found.end()])
    for start, end in spared:
        places.difference_update(range(start, end))
    return "".join("＊" if place in places else sign for place, sign in enumerate(text))


def _is_a_row(digits: str, at: Sequence[int]) -> bool:
    """Say whether digits are the cells of a table: more gaps than people write in a number."""
    gaps = sum(after - before > 1 for before, after in pairwise(at))
    return digits.isdigit() and gaps > (2 if len(digits) in _SPACED else 0)


def _fit_to_quote(source: Source, span: Span) -> tuple[tuple[str, Span], ...]:
    """Return what stands between the personal data of a stretch of text, and where."""
    found = source.said.get(span)
    if found is None:
        text = passage(source, *span)
        parts = [text]
        if _MAY_BE_PRIVATE.search(text.text) and _PRIVATE.search(text.text):
            parts = [part.strip("，；、（：") for part in text.split(_PRIVATE)]
        found = tuple((squeeze(source.raw[slice(*p.span)]), p.span) for p in parts if p.at)
        source.said[span] = found
    return found


_MORE_IN_BRACKETS = re.compile(
    r"（(?P<more>(?:协助)?(?:分管|联系|协管|主管)[^（）]*(?:（[^（）]*）[^（）]*)*)）[。；]?"
)


def unbracketed(text: Passage) -> Iterator[Passage]:
    """Cut where brackets hold more of what is his: 负责公安（分管县公安局、县司法局）."""
    start = 0
    for match in _MORE_IN_BRACKETS.finditer(text.text):
        yield text[start : match.start()]
        yield text.group(match, "more")
        start = match.end()
    yield text[start:]
