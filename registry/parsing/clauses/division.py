"""The sections of a division-of-labour notice, leader by leader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence, sentences
from registry.parsing.clauses.duties import duties, read_duties
from registry.parsing.clauses.leader import Heading, read_heading
from registry.parsing.layout import Block
from registry.parsing.text import Passage

_LOOKS_LIKE_DUTY = re.compile(r"分管|主管|联系|协助|兼管|代管|负责")


def read_division(doc: str, blocks: Sequence[Block], *, titled: bool) -> list[facts.AnyFact]:
    """Return posts, areas, agencies and liaison of every leader in the notice.

    A section runs from a leader's heading to the next heading, or to a paragraph that
    speaks of something else. ``titled`` says that the notice's title speaks of a division
    of labour; without it, two leaders with titles and duties must show that it is one.
    """
    found = list(_sections(doc, blocks))
    if titled:
        return found
    posts = {fact.person for fact in found if isinstance(fact, facts.Post)}
    charges = {fact.person for fact in found if isinstance(fact, facts.Supervises | facts.Responsible)}
    return found if len(posts & charges) > 1 else []


def _sections(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    person: str | None = None
    for index, block in enumerate(blocks):
        text = block.passage
        heading = read_heading(text)
        if heading is not None and _is_leader(heading, blocks[index + 1 : index + 3]):
            person = heading.name.value
            for title in heading.titles:
                yield facts.Post(
                    person=person, title=title.value, **evidence(doc, heading.head, heading.name)
                )
            text = heading.rest
        if person is None or not text.text:
            continue
        if _ends_section(text.text):
            person = None
            continue
        yield from _section(doc, person, text)


def _section(doc: str, person: str, text: Passage) -> Iterator[facts.AnyFact]:
    for sentence in sentences(text):
        heading = read_heading(sentence)
        if heading is not None and heading.sure and heading.rest.text and sentence.text != text.text:
            person = heading.name.value
            for title in heading.titles:
                yield facts.Post(
                    person=person, title=title.value, **evidence(doc, heading.head, heading.name)
                )
            sentence = heading.rest
        found = list(read_duties(doc, person, sentence))
        yield from found
        if not found and not duties(sentence) and _LOOKS_LIKE_DUTY.search(sentence.text):
            yield facts.Unparsed(
                reason="a leader's clause whose verb is not understood", **evidence(doc, sentence)
            )


def _is_leader(heading: Heading, following: Sequence[Block]) -> bool:
    """A heading counts when a duty follows, in the paragraph itself or in the next."""
    if heading.rest.text:
        return bool(duties(heading.rest))
    for block in following:
        if duties(block.passage):
            return True
    return False


_OTHER_MATTER = re.compile(
    r"(?:为加强|为确保|为进一步|以上|上述|本通知|此前|特此|附件|（此件|抄送|AB角|A、B角|AB岗|[^，。]{0,24}实行A|各(?:县|部门|单位)|"
    r"[一二三四五六七八九十]、[^，。：]{2,20}(?:制度|要求|原则|安排)|[^，。]{0,20}分工(?:如有|自)|如遇)"
)


def _ends_section(text: str) -> bool:
    return _OTHER_MATTER.match(text) is not None
