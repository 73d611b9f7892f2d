"""Work that the minutes of a meeting give out (由A牵头，B配合，…；由C负责) or hand on from one to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import sentences
from registry.parsing.clauses.handover import read_given
from registry.parsing.clauses.task import heading_of, read_given_to, task
from registry.parsing.layout import Block, starts_paragraph

_GIVEN = re.compile(
    r"(?:^|(?:议定|明确|决定|同意|会议要求(?=，由))[，：]?)(?:由|责成)(?P<given>[^，。；：由]{3,80}?牵头(?:负责)?，[^，。；：]{3,80}?(?:配合|协助|参与)"
    r"|[^，。；：由]{3,80}?(?:牵头|负责)(?:负责|落实)?)(?:(?=[。；]|$)|，(?P<what>[^。；]+))"
)
_HANDED_ON = re.compile(
    r"(?:原|现|分管|负责|联系)[^。；]{1,60}(?:移交|转交|交由|划归|改由|调整由|转由)"
)
_ABOUT = re.compile(r"^(?:关于|研究(?=.*工作$))")
_HEADING_MAX = 32


def read_tasks_of_minutes(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield what minutes give to agencies in running text.

    What a meeting only calls for (会议指出，要压实责任，由…牵头) is none. A task's text is the heading of its item (关于征收补偿工作), or what the agency is to do.
    """
    for block in blocks:
        whole = block.passage
        heading = heading_of(whole).strip("。")
        about = _ABOUT.match(heading.text)
        titled = starts_paragraph(whole.text) and len(heading) <= _HEADING_MAX
        for sentence in sentences(whole):
            for match in _GIVEN.finditer(sentence.text):
                given = read_given_to(sentence.group(match, "given"))
                what = sentence.group(match, "what") if match["what"] else None
                if titled and "由" not in heading.text:
                    what = heading[about.end() if about else 0 :]
                if given is not None and what is not None and what.text:
                    yield task(doc, what, given, sentence)


def read_handed_on(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield whose a leader's work is from now on: A原负责的X工作移交B负责."""
    for block in blocks:
        for sentence in sentences(block.passage):
            if _HANDED_ON.search(sentence.text):
                given = read_given(doc, None, sentence)
                yield from (fact for fact in given if not isinstance(fact, facts.Unparsed))
