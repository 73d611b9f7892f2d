"""Seats due for replacement: the holder has left the post that made him so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from registry.checks.case import Case, Move
from registry.checks.known import same_agency
from registry.graph.dates import counts_from
from registry.graph.groups import HEAD_ROLES, LeadingGroup
from registry.graph.titles import Office, offices
from registry.model.facts import Appointed, Fact, Member, OfficeDirector, Removed, Retired
from registry.model.findings import Finding, FindingKind, Severity


def seat_due(case: Case) -> Iterator[Finding]:
    """Find holders of seats who left, after the group's notice, the post named with the seat.

    The head and the office's director matter most; other members are notes.
    """
    for group in case.organisation.groups():
        since = counts_from(group.document)
        if since is None:
            continue
        done: set[str] = set()
        seats: tuple[Member | OfficeDirector, ...] = (*group.directors, *group.members)
        for seat in seats:
            reason = _left(case, group, seat, since)
            if reason is None or seat.person in done:
                continue
            done.add(seat.person)
            director = isinstance(seat, OfficeDirector)
            role = "办公室主任" if isinstance(seat, OfficeDirector) else seat.role
            main = director or (
                isinstance(seat, Member) and seat.role in HEAD_ROLES and seat.subgroup is None
            )
            yield case.finding(
                FindingKind.SEAT_DUE,
                Severity.WARNING if main else Severity.NOTE,
                (
                    f"{group.name}的{role}{seat.person}已离开原职务或已有人接任，应予调整",
                    (
                        f"{seat.person}, {role} of {group.name}, has left the post he had then, or"
                        " another has it: the seat is due for replacement"
                    ),
                ),
                (group.name, seat.person),
                (seat, reason),
            )


def _left(
    case: Case, group: LeadingGroup, seat: Member | OfficeDirector, since: date
) -> Fact | None:
    """Return the fact by which the holder left the post named with his seat."""
    title = next((m.title for m in group.members if m.person == seat.person and m.title), None)
    held = offices(title or "", case.government)
    where = [office.org for office in group.offices if office.subgroup is None]
    for day, move in case.moves:
        if day <= since or move.person != seat.person:
            continue
        if isinstance(move, Retired):
            return move
        if isinstance(move, Removed) and _is_of(case, move, held, where) and not _back(case, move):
            return move
    return _no_longer_leader(case, seat.person, held, since) or _succeeded(
        case, seat.person, held, since
    )


def _succeeded(case: Case, person: str, held: tuple[Office, ...], since: date) -> Fact | None:
    """Return the appointment of another as head of the agency that the person headed."""
    heads = [office for office in held if office.is_principal and office.org]
    for day, move in case.moves:
        if day <= since or move.person == person or not isinstance(move, Appointed):
            continue
        for given in offices(move.post, case.government):
            if any(given.rank == own.rank and _same(case, given.org, own.org) for own in heads):
                return move
    return None


def _is_of(case: Case, move: Removed, held: tuple[Office, ...], where: list[str]) -> bool:
    for lost in offices(move.post, case.government):
        if not held and any(_same(case, lost.org, org) for org in where):
            return True
        if any(lost.rank == own.rank and _same(case, lost.org, own.org) for own in held):
            return True
    return False


def _back(case: Case, removed: Removed) -> bool:
    """Say whether the person was given the same post again, in the same notice or later."""
    after = [move for _, move in case.moves]
    return any(
        not isinstance(move, Removed | Retired)
        and move.person == removed.person
        and move.post == removed.post
        for move in after[after.index(removed) :]
    )


def _no_longer_leader(
    case: Case, person: str, held: tuple[Office, ...], since: date
) -> Fact | None:
    """Return the division that no longer lists one who sat as a leader of the government."""
    org = case.organisation
    before = case.history.at(since)
    if org.division is None or not any(not o.org for o in held):
        return None
    if person in org.left:
        return None if person in before.left else org.left[person][0]
    if person in org.leaders():
        return None
    return org.division if person in before.leaders() else None


def _same(case: Case, one: str, other: str) -> bool:
    if not one or not other:
        return one == other
    return same_agency(one, other, case.aliases, case.government)


def later_moves(case: Case, person: str, start: date, end: date) -> tuple[Move, ...]:
    """Return the moves of ``person`` from ``start`` to ``end``, both days included."""
    return tuple(m for day, m in case.moves if m.person == person and start <= day <= end)
