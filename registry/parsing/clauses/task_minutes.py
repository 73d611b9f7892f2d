"""Work that the minutes of a meeting give out (由A牵头，B配合，…；由C负责) or hand on from one to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence, sentences
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
_NAMES = re.compile(r"[\u4e00-\u9fff]{2,4}(?:同志)?(?:牵头|负责)")
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


_IN_PROSE = re.compile(
    r"(?:^|[，；])(?P<what>[^，。；：由]{2,40}?(?:工作|任务|事项)?)?由(?P<given>[^，。；：由]{2,80}?(?:牵头(?:负责|组织实施|落实|实施)?(?!，会同)(?:[，、][^，。；：]{2,80}?(?:配合|协助|参与|参加)(?:落实|实施)?)?"
    r"|负责(?:落实|实施)?，[^，。；：]{2,80}?(?:配合|协助)(?:落实|实施)?))(?=[，。；]|$)"
)
_BESIDE = re.compile(r"[责牵主承][任头管办](?:单位|部门|科室)|（[^（）]*(?:牵头|负责)[^（）]*）")
_OF_A_GROUP = re.compile(r"(?:组|专班|办公室|指挥部|机制)$")
_ENUM_ALONE = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．])"
)


def read_tasks_in_prose(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield what the numbered paragraphs of a plan give to agencies in running text.

    整治河道。由A牵头，B配合。 The parts of a command are none; persons who lead are unparsed.
    """
    for block in blocks:
        whole = block.passage
        if not _ENUM_ALONE.match(whole.text) or _BESIDE.search(whole.text):
            continue
        heading = heading_of(whole).strip("。")
        if _OF_A_GROUP.search(heading.text):
            continue
        for sentence in sentences(whole):
            enum = _ENUM_ALONE.match(sentence.text)
            said = sentence[enum.end() if enum else 0 :]
            for match in _IN_PROSE.finditer(said.text):
                given = read_given_to(said.group(match, "given"))
                own = said.group(match, "what") if match["what"] else None
                what = heading if "由" not in heading.text else own
                if given is not None and what is not None and what.text:
                    yield task(doc, what, given, sentence)
                elif given is None and _NAMES.match(match["given"]):
                    reason = "people who lead a task, whose facts name agencies alone"
                    yield facts.Unparsed(reason=reason, **evidence(doc, sentence))


def read_handed_on(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield whose a leader's work is from now on: A原负责的X工作移交B负责."""
    for block in blocks:
        for sentence in sentences(block.passage):
            if _HANDED_ON.search(sentence.text):
                given = read_given(doc, None, sentence)
                yield from (fact for fact in given if not isinstance(fact, facts.Unparsed))
