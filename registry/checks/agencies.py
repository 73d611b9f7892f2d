"""Agencies that notices give work or seats to: under nobody, unresolved, open, spelled twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from registry.checks.case import Case
from registry.graph.agencies import cores, match_agency
from registry.graph.agency_index import AgencyIndex
from registry.graph.governments import without_place
from registry.model.facts import (
    AgencyFact,
    AnyFact,
    Duty,
    Fact,
    Indicator,
    MemberOrg,
    Office,
    Task,
)
from registry.model.findings import Finding, FindingKind, Severity

_SHORT_FORM = re.compile(r"(?<!委员)(?:[委办联协]|管委会)$")
"""Endings that are short by themselves: a full name ends in 委员会, 办公室, 联合会, 协会."""
_SHORT_CORE = 3
"""Characters of an abbreviated core at most: 市卫生健康委 has its core in full."""
_QUOTED = 3
"""Places quoted of an agency's work: the first few show it."""

_WORK: tuple[tuple[type[Fact] | tuple[type[Fact], ...], str, str], ...] = (
    (Task, "任务", "tasks"),
    (Duty, "职责", "duties"),
    (Indicator, "指标", "indicators"),
    (MemberOrg, "领导小组席位", "seats in groups"),
    (Office, "领导小组办公室", "offices of groups"),
)


def agency_without_leader(case: Case) -> Iterator[Finding]:
    """Find agencies with work or a seat that no leader supervises, one finding an agency."""
    yield from _only_assisted(case)
    for name, facts in _given_work(case).items():
        organ = case.agencies.kind(name) == "organ"
        if not case.agencies.resolve(name) and (organ or not _is_unresolved(case, name)):
            zh, en = _kinds(facts)
            yield case.finding(
                FindingKind.AGENCY_WITHOUT_LEADER,
                Severity.NOTE if organ else Severity.WARNING,
                (
                    (
                        f"{name}{'（不属政府部门）' if organ else ''}有{zh}，"
                        "分工通知中没有分管或联系它的领导"
                    ),
                    (
                        f"{name}{' (no agency of the government)' if organ else ''} has {en}, and no"
                        " leader in the division supervises or liaises with it"
                    ),
                ),
                (name,),
                (*facts[:_QUOTED], *case.organisation.divisions[:1]),
            )


def agency_unresolved(case: Case) -> Iterator[Finding]:
    """Find short names with work or a seat that no notice known spells out."""
    for name, facts in _given_work(case).items():
        organ = case.agencies.kind(name) == "organ"
        if not case.agencies.resolve(name) and not organ and _is_unresolved(case, name):
            zh, en = _kinds(facts)
            yield case.finding(
                FindingKind.AGENCY_UNRESOLVED,
                Severity.WARNING,
                (
                    f"{name}是简称，有{zh}，在册公文没有它的全称，也没有分管它的领导",
                    (
                        f"{name} is a short name with {en}; no notice spells it out,"
                        " and no leader supervises it"
                    ),
                ),
                (name,),
                (*facts[:_QUOTED], *case.organisation.divisions[:1]),
            )


def agency_ambiguous(case: Case) -> Iterator[Finding]:
    """Find names with work or a seat that may mean several agencies of the division."""
    for name, facts in _given_work(case).items():
        choices = case.agencies.resolve(name)
        if len(choices) > 1:
            held = [e.fact for e in case.agencies.edges if e.target.name in choices]
            yield case.finding(
                FindingKind.AGENCY_AMBIGUOUS,
                Severity.WARNING,
                (
                    f"{name}可能指{'、'.join(choices)}",
                    f"{name} may mean {', '.join(choices)}",
                ),
                (name, *choices),
                (*facts[:_QUOTED], *held),
            )


def agency_two_spellings(case: Case) -> Iterator[Finding]:
    """Find agencies that one notice writes in two ways; with or without 市 is the same way.

    Two names that one clause lists side by side are two agencies.
    """
    for _, facts in case.by_document():
        first: dict[str, AnyFact] = {}
        clauses: dict[str, set[str]] = {}
        for fact in facts:
            for name in _orgs(fact):
                first.setdefault(name, fact)
                clauses.setdefault(name, set()).add(fact.clause)
        index = AgencyIndex(first, case.aliases, case.government)
        spelled: dict[str, list[str]] = {}
        for short in first:
            full = _spelled_out(case, short, index)
            if full is not None and not clauses[short] & clauses[full]:
                spelled.setdefault(full, []).append(short)
        for name, others in spelled.items():
            yield case.finding(
                FindingKind.AGENCY_TWO_SPELLINGS,
                Severity.NOTE,
                (
                    f"同一公文中，{name}又写作{'、'.join(others)}",
                    f"one notice writes {name} also as {', '.join(others)}",
                ),
                (name, *others),
                (first[n] for n in (name, *others)),
            )


def _spelled_out(case: Case, short: str, index: AgencyIndex) -> str | None:
    """Return the one longer name of the notice of which ``short`` is another way to write."""
    longer = [name for name in index.near(short) if len(name) > len(short)]
    names = match_agency(short, longer, case.aliases, case.government).names
    if len(names) != 1 or _same_but_place(case, short, names[0]):
        return None
    return names[0]


def _same_but_place(case: Case, one: str, other: str) -> bool:
    return without_place(one, case.government) == without_place(other, case.government)


def _only_assisted(case: Case) -> Iterator[Finding]:
    ties: dict[str, list[Fact]] = {}
    relations: dict[str, set[str]] = {}
    for edge in case.agencies.edges:
        full = case.agencies.resolve(edge.target.name)
        name = full[0] if len(full) == 1 else edge.target.name
        ties.setdefault(name, []).append(edge.fact)
        relations.setdefault(name, set()).add(edge.relation)
    for name, found in relations.items():
        if found <= {"assists_supervising"}:
            yield case.finding(
                FindingKind.AGENCY_WITHOUT_LEADER,
                Severity.WARNING,
                (
                    f"{name}只有协助分管的领导，没有分管的领导",
                    f"{name} has a leader who assists in supervising it, and none who supervises it",
                ),
                (name,),
                (*ties[name], *case.organisation.divisions[:1]),
            )


def _given_work(case: Case) -> dict[str, list[AnyFact]]:
    """Return the agencies that notices give work or seats to, with where they do.

    Before the first division of labour nobody can be missing: nothing is returned.
    """
    if not case.agencies.edges:
        return {}
    found: dict[str, list[AnyFact]] = {}
    for fact in case.facts:
        if isinstance(fact, Task | Duty | Indicator | MemberOrg | Office):
            for name in _orgs(fact):
                if case.agencies.kind(name):
                    found.setdefault(name, []).append(fact)
    return found


def _is_unresolved(case: Case, name: str) -> bool:
    core = min(cores(name, case.government), key=len, default="")
    if not _SHORT_FORM.search(name) or len(core) > _SHORT_CORE:
        return False
    longer = [n for n in case.every_agency.near(name) if len(n) > len(name)]
    return not match_agency(name, longer, case.aliases, case.government).names


def _kinds(facts: Iterable[AnyFact]) -> tuple[str, str]:
    every = tuple(facts)
    named = [(zh, en) for kind, zh, en in _WORK if any(isinstance(f, kind) for f in every)]
    return "、".join(zh for zh, _ in named), " and ".join(en for _, en in named)


def _orgs(fact: AnyFact) -> tuple[str, ...]:
    if isinstance(fact, Task):
        return (*fact.lead, *fact.support)
    if isinstance(fact, AgencyFact | Duty | Indicator | MemberOrg | Office):
        return (fact.org,)
    return ()
