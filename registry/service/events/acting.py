"""Who acts for each leader, before an entry and after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from msgspec import Struct, structs

from registry.errors import UnknownName
from registry.graph.history import History
from registry.model.answers import Cover
from registry.model.time import Lasting, Period
from registry.resolve.answer import answer
from registry.service.registry import Registry


class Turn(Struct, frozen=True):
    """A run of time in which both sides stay as they are: how ``leader``'s share stands.

    ``before`` is ``None`` where he was no leader, or nothing was known.
    """

    leader: str
    when: Period
    before: Cover | None
    after: Cover

    @property
    def was(self) -> tuple[str, ...]:
        """Return who acted before the entry."""
        return (self.before.acting,) if self.before and self.before.acting else ()

    @property
    def acts(self) -> tuple[str, ...]:
        """Return who acts after it."""
        return (self.after.acting,) if self.after.acting else ()

    @property
    def changed(self) -> bool:
        """Say whether another acts than before; that a new leader is there is none."""
        return self.acts != self.was and (self.before is not None or self.acts != (self.leader,))

    @property
    def opened(self) -> bool:
        """Say whether nobody acts, and before somebody did or he was no leader."""
        return not self.acts and (self.before is None or bool(self.was))


def turns(government: str, before: Registry, after: Registry, days: Period) -> tuple[Turn, ...]:
    """Return the runs in which another acts for a leader than before, or nobody does any more.

    Leaders are those of the division in force on any of the ``days``, after the entry.
    """
    history = after.history_of(government)
    found = (
        turn
        for leader in _leaders(history, days)
        for turn in _joined(
            _turns(
                leader,
                _shares(before, government, leader, days),
                _shares(after, government, leader, days),
            )
        )
    )
    return tuple(turn for turn in found if turn.changed or turn.opened)


def _leaders(history: History, days: Period) -> tuple[str, ...]:
    changes = [day for day in history.days if days.start < day <= days.end]
    every = (leader for day in (days.start, *changes) for leader in history.at(day).leaders())
    return tuple(dict.fromkeys(every))


_Shares = tuple[tuple[Lasting, Cover | None], ...]


def _shares(registry: Registry, government: str, leader: str, days: Period) -> _Shares:
    """Return how the leader's own share stands, run by run; nothing where he is not known."""
    recorded = registry.on_record(government)
    try:
        found = answer(
            registry.history_of(government),
            registry.rules(government),
            leader,
            days.start,
            days.end,
            absences=recorded.absences,
            decisions=recorded.decisions,
            handovers=recorded.handovers,
            approvals=recorded.approvals,
            glossary=registry.glossary,
        )
    except UnknownName:
        return ()
    return tuple(
        (segment, next((c for c in segment.covers if c.holder == leader), None))
        for segment in found.segments
    )


def _turns(leader: str, before: _Shares, after: _Shares) -> Iterator[Turn]:
    edges = {at for when, _ in (*before, *after) for at in (when.begins, when.ends)}
    for first, following in pairwise(sorted(edges)):
        now = _at(after, first)
        if now is not None:
            when = Period.between(first, following)
            yield Turn(leader, when, _at(before, first), now)


def _at(shares: _Shares, moment: datetime) -> Cover | None:
    return next((cover for when, cover in shares if when.holds(moment)), None)


def _joined(turns: Iterator[Turn]) -> Iterator[Turn]:
    """Join neighbours in which the same act, whatever the reasons."""
    last: Turn | None = None
    for turn in turns:
        if last is not None and _same(last, turn) and last.when.ends == turn.when.begins:
            both = Period.between(last.when.begins, turn.when.ends)
            last = structs.replace(last, when=both)
            continue
        if last is not None:
            yield last
        last = turn
    if last is not None:
        yield last


def _same(one: Turn, other: Turn) -> bool:
    return (
        one.was == other.was
        and one.acts == other.acts
        and (one.before is None) == (other.before is None)
        and one.after.status == other.after.status
        and one.after.coordinator == other.after.coordinator
        and one.after.candidates == other.after.candidates
    )
