"""How the ties to one subject on two days compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from registry.graph.changes.redline import Change, Subject, Tie, Turn
from registry.graph.quotes import Quote


def change(
    subject: Subject,
    name: str,
    before: Sequence[Tie],
    after: Sequence[Tie],
    *,
    in_charge: Callable[[Sequence[Tie]], Iterable[Tie]],
    silent: tuple[Quote | None, Quote | None],
) -> Change | None:
    """Return what became of ``name``, or ``None`` where nothing did.

    Args:
        subject: what kind of thing it is.
        name: its name.
        before: its ties on the first day.
        after: its ties on the second day.
        in_charge: gives those ties of one day that are of the ones in charge.
        silent: the notices of the two days that may name nobody.
    """
    if _ties(before) == _ties(after):
        return None
    turn, who_from, who_to = _turn(
        (_people(before), _people(in_charge(before))),
        (_people(after), _people(in_charge(after))),
    )
    return Change(
        subject=subject,
        name=name,
        turn=turn,
        who_from=who_from,
        who_to=who_to,
        before=tuple(before),
        after=tuple(after),
        silent=None if before and after else silent[bool(before)],
    )


_People = tuple[str, ...]


def _turn(
    first: tuple[_People, _People], second: tuple[_People, _People]
) -> tuple[Turn, _People, _People]:
    """Compare all people and those in charge of two days: what happened, from whom, to whom."""
    (had, led), (has, leads) = first, second
    if led and not leads:
        return "orphaned", led, ()
    gave, took = _without(led, leads), _without(leads, led)
    if gave and took:
        return "moved", gave, took
    if not gave and not took:  # those in charge stay: others came or went
        gave, took = _without(had, has), _without(has, had)
    if bool(gave) == bool(took):
        return "changed", gave, took
    return ("gained", (), took) if took else ("lost", gave, ())


def _without(some: _People, others: _People) -> _People:
    return tuple(person for person in some if person not in others)


def _people(ties: Iterable[Tie]) -> _People:
    return tuple(dict.fromkeys(tie.who for tie in ties))


def _ties(ties: Iterable[Tie]) -> frozenset[tuple[str, str]]:
    return frozenset((tie.who, tie.relation) for tie in ties)
