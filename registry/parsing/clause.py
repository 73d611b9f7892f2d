"""The clause behind a fact: its words and its place, without personal data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypedDict

from registry.model.facts import Span
from registry.parsing.text import Passage, squeeze

_PRIVATE = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # mail address
    r"|(?<!\d)\d{17}[\dXx](?!\d)"  # identity card
    r"|(?<!\d)1\d{10}(?!\d)|(?<!\d)\d{3,4}[—-]\d{3,4}[—-]?\d{3,5}(?!\d)"  # telephone
    r"|(?:电话|传真|手机|邮箱|QQ|微信|号码|热线)[^，。；：、（）]{0,6}：?[\d—-]{5,}"
    r"|(?<![\d.〔])\d{7,}(?![\d.]*[元万亿%])"
)
_SENTENCE = re.compile(r"[^。；！？]*[。；！？]?[”）]?")


class Evidence(TypedDict):
    """The three keys that every fact carries."""

    doc: str
    clause: str
    span: Span


def sentences(text: Passage) -> Iterator[Passage]:
    """Yield the sentences of a paragraph, each with its final mark.

    A mark inside brackets or quotation marks does not end a sentence.
    """
    depth = 0
    start = 0
    for index, char in enumerate(text.text):
        if char in "（“《":
            depth += 1
        elif char in "）”》":
            depth = max(0, depth - 1)
        elif char in "。；！？" and (depth == 0 or char == "。"):
            depth = 0
            yield text[start : index + 1]
            start = index + 1
    if start < len(text):
        yield text[start:]


def without_private(text: Passage, focus: Passage | None = None) -> Passage:
    """Cut telephone numbers, mail addresses and identity numbers off a clause.

    Returns the longest stretch around ``focus`` (the whole, by default) that holds none.
    """
    want = focus.at[0] if focus is not None and focus.at else None
    best = text[:0]
    start = 0
    stretches = [(match.start(), match.end()) for match in _PRIVATE.finditer(text.text)]
    for hit_start, hit_end in [*stretches, (len(text), len(text))]:
        stretch = text[start:hit_start]
        start = hit_end
        if not stretch.at:
            continue
        if want is not None:
            if stretch.at[0] <= want <= stretch.at[-1]:
                return stretch.strip("，；、（：") if stretches else stretch
        elif len(stretch) > len(best):
            best = stretch
    return best.strip("，；、（：") if stretches else best


def evidence(doc: str, clause: Passage, focus: Passage | None = None) -> Evidence:
    """Return the ``doc``, ``clause`` and ``span`` of a fact that ``clause`` states."""
    safe = without_private(clause, focus)
    start, end = safe.span
    return {"doc": doc, "clause": squeeze(safe.source.raw[start:end]), "span": (start, end)}
