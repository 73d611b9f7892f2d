"""The clause behind a fact: its words and its place, without personal data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypedDict

from registry.model.facts import Span
from registry.parsing.text import Passage, Source, passage, squeeze

_PRIVATE = re.compile(
    r"[\w.+-]{0,64}@[\w.-]{0,64}"  # mail address
    r"|(?<!\d)\d{17}[\dXx](?!\d)"  # identity card
    r"|(?<!\d)1\d{10}(?!\d)|(?<!\d)\d{3,4}[—-]\d{3,4}[—-]?\d{3,5}(?!\d)"  # telephone
    r"|(?:电话|传真|手机|邮箱|QQ|微信|号码|热线)[^，。；：、（）]{0,6}：?[\d—-]{5,}"
    r"|(?<![\d.〔])\d{7,}(?![\d.]*[元万亿%])"
)
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
