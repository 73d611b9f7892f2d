"""Body against annex: who or which unit stands in one and not in the other."""

from __future__ import annotations

from collections.abc import Iterator

from registry.checks.case import Case
from registry.checks.known import same_agency
from registry.checks.rosters import Roster, in_sentence, rosters
from registry.graph.groups import HEAD_ROLES
from registry.graph.titles import offices
from registry.model.facts import Fact, Member, MemberOrg
from registry.model.findings import Finding, FindingKind, Severity


def person_not_in_annex(case: Case) -> Iterator[Finding]:
    """Find persons whom the body gives a seat or an office and the annexed list leaves out."""
    for roster in rosters(case):
        listed = {seat.person for seat in roster.annex}
        if not any(seat.role == "成员" for seat in roster.annex):
            continue  # no list of the members, so nobody can be missing from it
        if not roster.body:
            continue
        heads = (s for s in roster.parts if s.role in HEAD_ROLES and in_sentence(s))
        named: list[Member] = [*roster.body, *heads]
        wanted: dict[str, Fact] = {seat.person: seat for seat in reversed(named)}
        parts = {seat.person for seat in roster.parts}
        for director in roster.directors:
            if director.person not in parts:
                wanted.setdefault(director.person, director)
        for person, fact in wanted.items():
            if person not in listed:
                yield case.finding(
                    FindingKind.PERSON_NOT_IN_ANNEX,
                    Severity.WARNING
                    if person in {s.person for s in roster.body}
                    else Severity.NOTE,
                    (
                        f"{roster.group}：正文写有{person}，名单中没有",
                        f"{roster.group}: the body names {person}, the list does not",
                    ),
                    (person, roster.group),
                    (fact, roster.annex[0]),
                )


def person_not_in_body(case: Case) -> Iterator[Finding]:
    """Find persons in the list with a role for which the body names others only."""
    for roster in rosters(case):
        told = {seat.role for seat in roster.body}
        named = {seat.person for seat in roster.body}
        for seat in roster.annex:
            if seat.role in told and seat.person not in named:
                other = next(s for s in roster.body if s.role == seat.role)
                yield case.finding(
                    FindingKind.PERSON_NOT_IN_BODY,
                    Severity.WARNING,
                    (
                        f"{roster.group}：名单列{seat.person}为{seat.role}，正文的{seat.role}中没有",
                        (
                            f"{roster.group}: the list has {seat.person} as {seat.role},"
                            " the body does not name him there"
                        ),
                    ),
                    (seat.person, roster.group),
                    (other, seat),
                )


def seat_contradiction(case: Case) -> Iterator[Finding]:
    """Find persons who have one role in the body and another in the list."""
    for roster in rosters(case):
        in_list = {seat.person: seat for seat in reversed(roster.annex)}
        for seat in roster.body:
            other = in_list.get(seat.person)
            if other is not None and other.role != seat.role:
                yield case.finding(
                    FindingKind.SEAT_CONTRADICTION,
                    Severity.ERROR,
                    (
                        f"{roster.group}：{seat.person}在正文中是{seat.role}，在名单中是{other.role}",
                        (
                            f"{roster.group}: {seat.person} is {seat.role} in the body and"
                            f" {other.role} in the list"
                        ),
                    ),
                    (seat.person, roster.group),
                    (seat, other),
                )


def unit_not_in_annex(case: Case) -> Iterator[Finding]:
    """Find member units of the body from which nobody stands in the list; one a group."""
    for roster, units in _with_both(case):
        missing = [
            unit
            for unit in units
            if case.agencies.kind(unit.org) and not _has(case, roster, unit.org)
        ]
        if missing:
            names = [unit.org for unit in missing]
            yield case.finding(
                FindingKind.UNIT_NOT_IN_ANNEX,
                Severity.WARNING,
                (
                    f"{roster.group}：正文的成员单位{'、'.join(names)}，名单中无人",
                    (
                        f"{roster.group}: nobody in the list is from {', '.join(names)},"
                        " which the body names"
                    ),
                ),
                (roster.group, *names),
                (missing[0], roster.annex[0]),
            )


def unit_not_in_body(case: Case) -> Iterator[Finding]:
    """Find members in the list from units that the body's list of units lacks; one a group."""
    for roster, units in _with_both(case):
        others: dict[str, Member] = {}
        for seat in roster.annex:
            if seat.role != units[0].role or any(_is_of(case, seat, u.org) for u in units):
                continue
            own = [o.org for o in offices(seat.title or "", case.government) if o.org]
            if own:
                others.setdefault(own[0], seat)
        if others:
            yield case.finding(
                FindingKind.UNIT_NOT_IN_BODY,
                Severity.NOTE,
                (
                    f"{roster.group}：名单中有{'、'.join(others)}的人，正文的成员单位没有",
                    (
                        f"{roster.group}: the list has members from {', '.join(others)},"
                        " which the body does not name"
                    ),
                ),
                (roster.group, *others),
                (units[0], *others.values()),
            )


def rank_below_required(case: Case) -> Iterator[Finding]:
    """Find units whose head must be a member and that the list has a deputy of; one a group."""
    for roster, units in _with_both(case):
        below: dict[str, Member] = {}
        for unit in units:
            if not any(word in unit.clause for word in _HEADS_REQUIRED):
                continue
            seats = [seat for seat in roster.annex if _is_of(case, seat, unit.org)]
            if seats and not any(_is_head_of(case, seat, unit.org) for seat in seats):
                below[unit.org] = seats[0]
        if below:
            listed = [f"{org}（{seat.person}，{seat.title}）" for org, seat in below.items()]
            said = [f"{org} ({seat.person}, {seat.title})" for org, seat in below.items()]
            first = next(unit for unit in units if unit.org in below)
            yield case.finding(
                FindingKind.RANK_BELOW_REQUIRED,
                Severity.WARNING,
                (
                    f"{roster.group}：正文要求主要负责人为成员，名单中不是：{'、'.join(listed)}",
                    (
                        f"{roster.group}: the body wants the heads of units as members,"
                        f" the list has others: {', '.join(said)}"
                    ),
                ),
                (roster.group, *below, *(seat.person for seat in below.values())),
                (first, *below.values()),
            )


_HEADS_REQUIRED = ("主要负责人", "主要负责同志", "主要领导", "一把手", "主要负责")


def _with_both(case: Case) -> Iterator[tuple[Roster, tuple[MemberOrg, ...]]]:
    """Yield the groups whose members the body gives by unit and the list by person."""
    for roster in rosters(case):
        if roster.units and any(seat.role == roster.units[0].role for seat in roster.annex):
            yield roster, roster.units


def _has(case: Case, roster: Roster, org: str) -> bool:
    return any(_is_of(case, seat, org) for seat in roster.annex)


def _is_of(case: Case, seat: Member, org: str) -> bool:
    return any(
        o.org and (o.org.startswith(org) or same_agency(o.org, org, case.aliases, case.government))
        for o in offices(seat.title or "", case.government)
    )


def _is_head_of(case: Case, seat: Member, org: str) -> bool:
    return any(
        o.is_principal and same_agency(o.org, org, case.aliases, case.government)
        for o in offices(seat.title or "", case.government)
        if o.org
    )
