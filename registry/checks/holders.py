"""Posts that only one can hold, and that two notices give to two persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from registry.checks.case import Case
from registry.checks.known import same_agency
from registry.graph.titles import Office, offices
from registry.model.facts import (
    Appointed,
    ConcurrentlyAppointed,
    Member,
    Post,
    Retired,
)
from registry.model.findings import Finding, FindingKind, Severity

_ONE_HOLDER = re.compile(
    r"^(?:[局部厅院校行社台市县区省州镇乡]长|主任|书记|党[组委]书记|董事长|总经理|秘书长)$"
)
Holder = Member | Post | Appointed | ConcurrentlyAppointed
Holding = tuple[Office, Holder]


def post_two_holders(case: Case) -> Iterator[Finding]:
    """Find a post of which one notice says that A holds it and another that B does.

    In one notice that is an error. From a notice to a later one it is a warning, unless an
    appointment or departure between them tells of the change. Leaders of the government
    change by a new division of labour: they are compared within one notice alone.
    """
    for held in _posts(case):
        for (_, one), (office, other) in pairwise(held):
            same = one.doc == other.doc
            if one.person == other.person or _explained(case, office, one, other):
                continue
            if not office.org and not same:
                continue
            post = f"{office.org}{office.rank}"
            yield case.finding(
                FindingKind.POST_TWO_HOLDERS,
                Severity.ERROR if same else Severity.WARNING,
                (
                    f"{post}：一处是{one.person}，{'同一' if same else '另一'}公文中是{other.person}",
                    f"{post} is {one.person} in one place and {other.person} in"
                    + (" the same notice" if same else " another notice"),
                ),
                (one.person, other.person, post),
                (one, other),
            )


def _posts(case: Case) -> list[list[Holding]]:
    """Return who is said to hold each post, in time order; undated notices are left out."""
    found: dict[Office, list[Holding]] = {}
    dated = [(case.day_of(fact), fact) for fact in case.facts]
    placed = [(day, fact) for day, fact in dated if day is not None]
    for _, fact in sorted(placed, key=lambda pair: pair[0]):
        if not isinstance(fact, Member | Post | Appointed | ConcurrentlyAppointed):
            continue
        title = fact.title if isinstance(fact, Member | Post) else fact.post
        for office in offices(title or "", case.government):
            if _ONE_HOLDER.match(office.rank):
                found.setdefault(_key(case, office, found), []).append((office, fact))
    return list(found.values())


def _key(case: Case, office: Office, known: dict[Office, list[Holding]]) -> Office:
    """Return the post already known under another spelling of the agency."""
    if office in known or not office.org:
        return office
    full = case.agencies.resolve(office.org)
    name = full[0] if len(full) == 1 and case.agencies.same(full[0], office.org) else office.org
    return Office(name, office.rank)


def _explained(case: Case, office: Office, one: Holder, other: Holder) -> bool:
    """Say whether ``other`` is an appointment, or a move of either lies between the two."""
    if isinstance(other, Appointed | ConcurrentlyAppointed):
        return True
    first, last = case.day_of(one), case.day_of(other)
    return any(
        first is not None
        and last is not None
        and first <= day <= last
        and move.person in {one.person, other.person}
        and (isinstance(move, Retired) or _of_post(case, office, move.post))
        for day, move in case.moves
    )


def _of_post(case: Case, office: Office, post: str) -> bool:
    return any(
        moved.rank == office.rank
        and bool(moved.org) == bool(office.org)
        and same_agency(moved.org, office.org, case.aliases, case.government)
        for moved in offices(post, case.government)
    )
