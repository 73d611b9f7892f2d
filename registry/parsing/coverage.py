"""How much of a notice became facts, and which operative sentences did not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from registry.model.facts import Document, Span, Unparsed
from registry.parsing.clause import evidence, sentences
from registry.parsing.issue import Notice, cut
from registry.parsing.notice import paragraphs_of, read_notice
from registry.parsing.text import Passage, Source

_OPERATIVE = re.compile(
    r"分管|主管[^部单]|协管|兼管|代管|互为|[ABC](?:角|岗)|任命|免去|聘任|同志(?:任|兼任|不再)|不再担任|退休|"
    r"任(?:副)?组长|组长(?:：|由)|成员(?:由|为|：)|下设|设在|兼任|联系人：|牵头，|牵头）|按职责分工负责|^负责|^联系|^主持|^协助"
)
"""What a sentence of the kinds that the registry reads is known by."""


class Coverage(Struct, frozen=True, kw_only=True):
    """One document: characters are counted without white space."""

    doc: str
    characters: int
    operative: int
    """Characters of the sentences that became facts or look as if they should."""
    in_facts: int
    """Characters of those that became facts."""
    rest: tuple[Unparsed, ...]
    """The operative sentences, or parts of them, that became none, with the reason."""


def coverage(text: str) -> tuple[Coverage, ...]:
    """Return the coverage of every notice in ``text``, in order."""
    return tuple(_of(notice) for notice in cut(Source.of(text)))


def _of(notice: Notice) -> Coverage:
    found = [fact for fact in read_notice(notice) if not isinstance(fact, Document)]
    spans = [fact.span for fact in found if not isinstance(fact, Unparsed)]
    rest = [fact for fact in found if isinstance(fact, Unparsed)]
    known = [fact.span for fact in rest]
    characters = operative = in_facts = 0
    _, paragraphs = paragraphs_of(notice)
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.passage):
            characters += len(sentence)
            covered = _overlap(sentence, spans)
            looks = _OPERATIVE.search(sentence.text) is not None
            if not covered and not looks:
                continue
            operative += len(sentence)
            in_facts += covered
            if not covered and not _overlap(sentence, known):
                rest.append(
                    Unparsed(
                        reason="operative words, but no fact", **evidence(notice.doc, sentence)
                    )
                )
    return Coverage(
        doc=notice.doc,
        characters=characters,
        operative=operative,
        in_facts=in_facts,
        rest=tuple(sorted(rest, key=lambda fact: fact.span)),
    )


def _overlap(sentence: Passage, spans: Sequence[Span]) -> int:
    """Return how many characters of a sentence stand inside any of the spans."""
    start, end = sentence.span
    near = [span for span in spans if span[0] < end and start < span[1]]
    if not near:
        return 0
    return sum(any(first <= offset < last for first, last in near) for offset in sentence.at)
