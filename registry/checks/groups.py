"""Leading groups: two seats of one office, two names, a head who is not in charge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.checks.case import Case
from registry.checks.known import same_agency
from registry.checks.rosters import Roster, rosters
from registry.graph.governments import without_place
from registry.graph.groups import HEAD_ROLES
from registry.model.answers import Relation
from registry.model.facts import Fact, Group, Office
from registry.model.findings import Finding, FindingKind, Severity

_IN_CHARGE = re.compile(r"分管.*(?:领导|[市县区州省旗镇乡]长|负责)")
_PLACE = re.compile(r"[\u4e00-\u9fff]{0,8}[省市县区州旗镇乡]")
_ABBREVIATED = 0.55
"""A name of at least this share of the other's length is no abbreviation of it."""


def office_two_seats(case: Case) -> Iterator[Finding]:
    """Find offices and sub-groups that a notice places in two agencies, in two clauses."""
    for roster in rosters(case):
        seats: dict[str | None, list[Office]] = {}
        for office in roster.offices:
            others = seats.setdefault(office.subgroup, [])
            if not any(
                same_agency(office.org, other.org, case.aliases, case.government)
                for other in others
            ):
                others.append(office)
        for part, offices in seats.items():
            if len({(office.clause, office.span) for office in offices}) < 2:
                continue  # one seat, or a joint one that one clause states
            orgs = [office.org for office in offices]
            name = part or "办公室"
            yield case.finding(
                FindingKind.OFFICE_TWO_SEATS,
                Severity.ERROR,
                (
                    f"{roster.group}的{name}，一处设在{'，一处设在'.join(orgs)}",
                    f"the {part or 'office'} of {roster.group} sits in {' and in '.join(orgs)}",
                ),
                (roster.group, *((part,) if part else ()), *orgs),
                offices,
            )


def group_two_names(case: Case) -> Iterator[Finding]:
    """Find groups that one notice calls by two full names, neither short for the other."""
    for document, facts in case.by_document():
        groups = [fact for fact in facts if isinstance(fact, Group)]
        for number, group in enumerate(groups):
            if group.alias and _is_other_name(case, group.group, group.alias):
                yield _two_names(case, group, group.alias, _where(case, document.doc, group))
            for other in groups[number + 1 :]:
                if _is_other_name(case, group.group, other.group):
                    yield _two_names(case, group, other.group, (group, other))


def head_not_in_charge(case: Case) -> Iterator[Finding]:
    """Find groups to be headed by the leader in charge whose named head is another."""
    for roster in rosters(case):
        described = next(
            (r for r in roster.roles if r.role in HEAD_ROLES and _IN_CHARGE.search(r.description)),
            None,
        )
        seat = next((s for s in (*roster.annex, *roster.body) if s.role in HEAD_ROLES), None)
        if described is None or seat is None:
            continue
        for office in (o for o in roster.offices if o.subgroup is None):
            names = case.agencies.resolve(office.org)
            holders = [
                e
                for e in case.agencies.edges
                if case.agencies.resolve(e.target.name) == names and Relation(e.relation).strength
            ]
            if len(names) == 1 and holders and all(e.source.name != seat.person for e in holders):
                leaders = list(dict.fromkeys(e.source.name for e in holders))
                yield case.finding(
                    FindingKind.HEAD_NOT_IN_CHARGE,
                    Severity.WARNING,
                    (
                        (
                            f"{roster.group}应由{described.description}任{described.role}，名单为"
                            f"{seat.person}，而办公室所在的{office.org}由{'、'.join(leaders)}分管"
                        ),
                        (
                            f"{roster.group} is to be headed by the leader in charge; the list has"
                            f" {seat.person}, but {office.org}, where its office sits, is under"
                            f" {', '.join(leaders)}"
                        ),
                    ),
                    (roster.group, seat.person, *leaders),
                    (described, seat, *(e.fact for e in holders)),
                )


def _is_other_name(case: Case, full: str, other: str) -> bool:
    """Say whether ``other`` is a second full name: nearly the same words, and not the same."""
    one, two = (without_place(_plain(n), case.government) for n in (full, other))
    if one == two or one[-2:] != two[-2:]:
        return False
    short, long = sorted((one, two), key=len)
    if long.endswith(short) and _PLACE.fullmatch(long.removesuffix(short)):
        return False
    rest = iter(long)
    return len(short) >= _ABBREVIATED * len(long) and all(c in rest for c in short)


def _plain(name: str) -> str:
    return re.sub(r"[“”\"‘’《》\s]|^全(?=[市县区省州])", "", name)


def _where(case: Case, doc: str, group: Group) -> tuple[Fact, ...]:
    """Return the clause with the other name, and the list under the full one."""
    roster = next(r for r in rosters(case) if r.document.doc == doc and r.group == group.group)
    return (group, *_elsewhere(roster, group))


def _elsewhere(roster: Roster, group: Group) -> tuple[Fact, ...]:
    told = [fact for fact in (*roster.annex, *roster.body) if fact.clause != group.clause]
    return tuple(told[:1])


def _two_names(case: Case, group: Group, other: str, facts: tuple[Fact, ...]) -> Finding:
    return case.finding(
        FindingKind.GROUP_TWO_NAMES,
        Severity.WARNING,
        (
            f"同一公文中，{group.group}又称{other}",
            f"one notice calls {group.group} also {other}",
        ),
        (group.group, other),
        facts,
    )
