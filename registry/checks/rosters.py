"""A group as one notice tells it twice: in the body, and in the list annexed to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from registry.checks.case import Case
from registry.graph.groups import HEAD_ROLES
from registry.model.facts import (
    AnyFact,
    Document,
    Group,
    Member,
    MemberOrg,
    MemberRole,
    Office,
    OfficeDirector,
)


class Roster(Struct, frozen=True, kw_only=True):
    """The seats of one group in one notice, those of the body apart from those of the list.

    ``body`` and ``annex`` are the seats in the whole group; ``parts`` those in its
    sub-groups. A notice that tells the seats once has them in ``body`` if in a sentence,
    else in ``annex``.
    """

    document: Document
    group: str
    fact: Group | None
    body: tuple[Member, ...]
    annex: tuple[Member, ...]
    parts: tuple[Member, ...]
    units: tuple[MemberOrg, ...]
    """The seats of units told before the list: one among the list's persons is part of it."""
    roles: tuple[MemberRole, ...]
    offices: tuple[Office, ...]
    directors: tuple[OfficeDirector, ...]

    def title_of(self, person: str) -> Member | None:
        """Return the first seat of ``person`` that gives his title."""
        seats = (*self.annex, *self.body, *self.parts)
        return next((seat for seat in seats if seat.person == person and seat.title), None)


def rosters(case: Case) -> Iterator[Roster]:
    """Yield every group of every notice of the case, in the notices' order."""
    for document, facts in case.by_document():
        names = dict.fromkeys(
            f.group
            for f in facts
            if isinstance(f, Member | MemberOrg | MemberRole | Office | OfficeDirector | Group)
        )
        for name in names:
            seats = [f for f in facts if isinstance(f, Member) and f.group == name]
            body, annex = _split([seat for seat in seats if seat.subgroup is None])
            yield Roster(
                document=document,
                group=name,
                fact=next((f for f in facts if isinstance(f, Group) and f.group == name), None),
                body=body,
                annex=annex,
                parts=tuple(seat for seat in seats if seat.subgroup is not None),
                units=_units(facts, name, annex),
                roles=tuple(f for f in facts if isinstance(f, MemberRole) and f.group == name),
                offices=tuple(f for f in facts if isinstance(f, Office) and f.group == name),
                directors=tuple(
                    f for f in facts if isinstance(f, OfficeDirector) and f.group == name
                ),
            )


def _units(
    facts: tuple[AnyFact, ...], group: str, annex: tuple[Member, ...]
) -> tuple[MemberOrg, ...]:
    first = next((n for n, fact in enumerate(facts) if annex and fact is annex[0]), len(facts))
    return tuple(
        fact
        for fact in facts[:first]
        if isinstance(fact, MemberOrg) and fact.group == group and fact.subgroup is None
    )


def in_sentence(seat: Member) -> bool:
    """Say whether the seat's clause is a sentence (由某某任组长), not a line of a list."""
    role = re.escape(seat.role)
    return re.search(rf"由|担任|兼任|任{role}|为{role}", seat.clause) is not None


def _split(seats: list[Member]) -> tuple[tuple[Member, ...], tuple[Member, ...]]:
    """Cut the seats where a second telling begins: the head again, or sentences give way."""
    tellings: list[list[Member]] = []
    for seat in seats:
        if not tellings or _begins_anew(tellings[-1], seat):
            tellings.append([])
        tellings[-1].append(seat)
    if len(tellings) > 1:
        return tuple(tellings[0]), tuple(tellings[-1])
    only = tuple(tellings[0]) if tellings else ()
    return (only, ()) if only and in_sentence(only[0]) else ((), only)


def _begins_anew(telling: list[Member], seat: Member) -> bool:
    if any(told.person == seat.person and told.role == seat.role for told in telling):
        return True
    heads = [told.role in HEAD_ROLES for told in telling]
    if seat.role in HEAD_ROLES and any(heads) and not all(heads):
        return True
    return in_sentence(telling[-1]) and not in_sentence(seat)
