"""Seats of groups that a clause about posts tells as well: they are seats and no posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from registry.model import facts


def without_seats(
    posts: Iterable[facts.AnyFact], groups: Sequence[facts.AnyFact]
) -> Iterator[facts.AnyFact]:
    """Leave out what a group's seat is told as: 任县防汛抗旱指挥部总指挥 is a seat, no post."""
    seats = [fact for fact in groups if isinstance(fact, facts.Member | facts.OfficeDirector)]
    for fact in posts:
        if isinstance(fact, facts.PostFact) and any(
            fact.post in (f"{seat.group}{role}", role)
            and (fact.person == seat.person or isinstance(fact, facts.Removed))
            for seat in seats
            for role in _forms_of(seat)
        ):
            continue
        if isinstance(fact, facts.Unparsed) and any(
            seat.span[0] < fact.span[1] and fact.span[0] < seat.span[1] for seat in seats
        ):
            continue
        yield fact


def _forms_of(seat: facts.Member | facts.OfficeDirector) -> tuple[str, ...]:
    """Return how a clause may call a seat: by its role, or with the group's own word before it."""
    role = "办公室主任"
    if isinstance(seat, facts.Member):
        role = f"{seat.subgroup or ''}{seat.role}"
    word = next((w for w in ("领导小组", "指挥部", "委员会", "专班") if seat.group.endswith(w)), "")
    return role, f"{word}{role}"
