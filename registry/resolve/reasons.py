"""The steps of an answer, each quoting the clause, document and date that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from registry.graph.nodes import Edge
from registry.graph.works import Work
from registry.model.answers import Reason, Relation, Words
from registry.model.facts import Document, Fact, Indicator, Task
from registry.model.records import Decision
from registry.resolve.words import RELATIONS, absence_words
from registry.tables.rules import AnyRule

_MODES = {
    "lead": Words("牵头", "leads"),
    "jointly": Words("按职责分工负责", "has its part in"),
    "sole": Words("负责", "is responsible for"),
}
_CELLS = (("target", "目标", "target"), ("actual", "完成", "actual"), ("gap", "差距", "gap"))


def quoted(code: str, text: Words, fact: Fact, document: Document) -> Reason:
    """Return a step that rests on ``fact`` of ``document``."""
    return Reason(code=code, text=text, clause=fact.clause, doc=fact.doc, date=document.date)


def said(code: str, zh: str, en: str) -> Reason:
    """Return a step that rests on the question itself or on the notices' silence."""
    return Reason(code=code, text=Words(zh, en))


def holds(edge: Edge, relation: Relation) -> Reason:
    """``edge.source`` has the area, agency or post."""
    who, what, tie = edge.source.name, edge.target.name, RELATIONS[relation]
    text = Words(f"{who}{tie.zh}{what}", f"{who} {tie.en} {what}")
    return quoted("holds", text, edge.fact, edge.document)


def given(work: Work, edge: Edge) -> Reason:
    """The agency ``edge.source`` is answerable for ``work``: leads it, has it as duty or target."""
    agency, text, fact = edge.source.name, work.text, edge.fact
    if isinstance(fact, Indicator):
        zh, en = _figures(fact)
        words = Words(
            f"“{text}”是{agency}的指标{f'：{zh}' if zh else ''}",
            f"{text} is an indicator of {agency}{f': {en}' if en else ''}",
        )
    elif isinstance(fact, Task):
        how = _MODES[fact.mode]
        words = Words(f"{agency}{how.zh}“{text}”", f"{agency} {how.en} {text}")
    else:
        words = Words(f"“{text}”是{agency}的职责", f"{text} is a duty of {agency}")
    return quoted(edge.relation, words, fact, edge.document)


def supports(edges: Sequence[Edge]) -> Reason:
    """The agencies that support a task; they are not answerable for it."""
    names = [edge.source.name for edge in edges]
    text = Words(f"配合单位：{listed(names)}", f"supporting agencies: {', '.join(names)}")
    return quoted("supports", text, edges[0].fact, edges[0].document)


def no_holder(agency: str, division: Document) -> Reason:
    """The division of labour in force gives ``agency`` to nobody."""
    text = Words(
        f"现行分工通知没有写明由谁分管{agency}",
        f"the division of labour in force gives {agency} to nobody",
    )
    return quoted("no_holder", text, division, division)


def present(person: str) -> Reason:
    """No absence is recorded."""
    return said(
        "present", f"{person}在岗：没有记录他不在", f"{person} is there: no absence is recorded"
    )


def absent(person: str, kinds: tuple[str, ...]) -> Reason:
    """An absence is recorded."""
    how = absence_words(kinds)
    return said("absent", f"{person}不在岗（{how.zh}）", f"{person} is absent ({how.en})")


def pair(a: str, b: str, edge: Edge) -> Reason:
    """The clause that makes ``b`` the backup of ``a``."""
    text = Words(f"{b}是{a}的B角", f"{b} is the backup (B) of {a}")
    return quoted("pair", text, edge.fact, edge.document)


def rule(by: AnyRule, zh: str, en: str, file: str) -> Reason:
    """The rule that says what happens, cited by its source."""
    text = Words(f"{zh}（规则 {by.id}，{file}）", f"{en} (rule {by.id}, {file})")
    source = by.source
    return Reason(
        code="rule",
        text=text,
        clause=source.clause,
        doc=source.document,
        date=source.dated(),
    )


def cited(by: AnyRule, zh: str, en: str, file: str) -> tuple[Reason, ...]:
    """The rule as above, and what its source does not settle, where the file marks that."""
    step = rule(by, zh, en, file)
    return (step, still_open(by)) if by.open else (step,)


def still_open(by: AnyRule) -> Reason:
    """What the source of the rule does not settle, as the rule file has it."""
    return said(
        "open",
        f"规则 {by.id} 的出处没有写明：{by.open}",
        f"the source of rule {by.id} does not settle: {by.open}",
    )


def silent(zh: str, en: str, by: AnyRule | None, file: str) -> Reason:
    """What the rule does not say; the rule is cited where there is one."""
    if by is None:
        return said("silent", zh, en)
    cited = rule(by, zh, en, file)
    return Reason(
        code="silent", text=cited.text, clause=cited.clause, doc=cited.doc, date=cited.date
    )


def decision(made: Decision) -> Reason:
    """A recorded decision of the coordinator."""
    zh, en = (f"负责{made.subject}", f" in {made.subject}") if made.subject else ("", "")
    return said(
        "decision",
        f"{made.coordinator}已指定{made.assignee}代{made.holder}{zh}（记录的决定：{made.because}）",
        f"{made.coordinator} named {made.assignee} to act for {made.holder}{en}"
        f" (recorded decision: {made.because})",
    )


def gone(person: str, fact: Fact, document: Document) -> Reason:
    """A later notice took the person out of the office by which the division names him."""
    text = Words(
        f"{person}已离任，分工通知尚未更新",
        f"{person} has left office; the division of labour has not been renewed",
    )
    return quoted("left", text, fact, document)


def listed(names: Iterable[str]) -> str:
    """Return ``names`` as a Chinese list, by semicolons where a name has a mark of its own.

    >>> listed(("市商务局", "市教育局")), listed(("筛查、评价", "监测"))
    ('市商务局、市教育局', '筛查、评价；监测')
    """
    every = tuple(names)
    return ("；" if any(mark in name for name in every for mark in "、，") else "、").join(every)


def _figures(row: Indicator) -> tuple[str, str]:
    """Return the figures as printed, in both languages; empty cells are left out."""
    printed = [(zh, en, value) for key, zh, en in _CELLS if (value := getattr(row, key))]
    return (
        "，".join(f"{zh}{value}" for zh, _, value in printed),
        ", ".join(f"{en} {value}" for _, en, value in printed),
    )
