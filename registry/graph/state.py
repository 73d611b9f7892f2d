"""The journal's entries in, what the registry knows out: a pure function of the entries.

What was known at a moment is what the entries up to it say, and no later entry changes that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from registry.graph.fold import Fold, State
from registry.model.journal import Entry, Withdrawn

__all__ = ["Replay", "State", "standing", "state"]


def state(entries: Iterable[Entry], known_at: datetime | None = None) -> State:
    """Return what is known by ``entries``, or what was known at a moment of the past.

    Args:
        entries: the journal, or the part of it that concerns a government, in its order.
        known_at: a moment with its time zone; what was recorded up to it counts. Without
            one, all entries count.

    Returns:
        What the entries say that no later one of them withdraws.
    """
    known = [entry for entry in entries if known_at is None or entry.at <= known_at]
    fold = Fold()
    for entry in standing(known):
        fold.take(entry.record)
    return fold.state()


def standing(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries that no standing later one withdraws; withdrawals themselves not."""
    gone: set[int] = set()
    found: list[Entry] = []
    for entry in reversed(entries):
        if entry.number in gone:
            continue
        if not isinstance(entry.record, Withdrawn):
            found.append(entry)
        else:
            gone.add(entry.record.entry)
    return tuple(reversed(found))


class Replay:
    """The state that grows with the journal: an entry at a time, as ``state`` gives it at once."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: list[Entry] = []
        self._fold = Fold()
        for entry in entries:
            self.apply(entry)

    def apply(self, entry: Entry) -> None:
        """Take in the next entry; a withdrawal has what still stands read again."""
        self._entries.append(entry)
        if not isinstance(entry.record, Withdrawn):
            self._fold.take(entry.record)
            return
        self._fold = Fold()
        for standing_entry in standing(self._entries):
            self._fold.take(standing_entry.record)

    def state(self) -> State:
        """Return what is known by the entries so far."""
        return self._fold.state()
