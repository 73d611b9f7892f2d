"""Use case: the events of a journal, worked out as it grows, and read in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from uuid import uuid4

from registry.errors import BadPeriod
from registry.model.events import EventKind
from registry.model.hooks import Place
from registry.service.events.derived import events_of
from registry.service.registry import Registry
from registry.store.desk.events import Kept, SqlEvents

WORK = "events"
_TERM = timedelta(seconds=60)
"""How long one process may be at work unseen; another goes on where it was killed."""
_PAGE = 500
_PLACE = re.compile(r"(\d{1,18})(?:-(\d{1,9}))?")

END: Place = (2**62, 0)
"""Behind every event that can be."""


class Stream:
    """The events of a registry's journal.

    Args:
        registry: over the journal, with all that is private in it.
        events: where they are kept.
        now: asks the clock.
    """

    def __init__(self, registry: Registry, events: SqlEvents, now: Callable[[], datetime]) -> None:
        self._registry = registry
        self._events = events
        self._now = now
        self._holder = uuid4().hex

    def fill(self, most: int | None = None) -> int:
        """Work out the events of the entries added since; return of how many entries.

        Nothing is done where another process is at it, and no more than ``most`` entries. Each
        entry's events are written together: interrupted, it goes on where it was.
        """
        done = 0
        for _ in self._filled(most):
            done += 1
        return done

    def is_behind(self) -> bool:
        """Say whether the events of some entries are still to be worked out."""
        return self._events.number() < self._registry.position()

    def _filled(self, most: int | None) -> Iterator[int]:
        read = self._events.number()
        if not self.is_behind() or not self._take():
            return
        try:
            for entry in self._registry.entries(after=self._events.number()):
                governments = [
                    (
                        name,
                        self._registry.known(entry.number - 1),
                        self._registry.known(entry.number),
                    )
                    for name in self._events.governments_of(entry.number)
                ]
                if not self._events.add(entry.number, events_of(entry, governments)):
                    return  # another process has come in between
                yield entry.number
                if most is not None and entry.number - read >= most:
                    return
                if not self._take():
                    return
        finally:
            self._events.leave(WORK, self._holder)

    def after(
        self,
        place: Place,
        limit: int,
        *,
        kinds: Iterable[EventKind] = (),
        government: str | None = None,
    ) -> tuple[Kept, ...]:
        """Return the first events after a place, worked out so far."""
        return self._events.after(place, limit, kinds=kinds, government=government)

    def government(self, name: str) -> str:
        """Return the full name of a government of the journal.

        Raises:
            UnknownName: there is none of that name, or several fit.
        """
        return self._registry.history(name).government

    def end(self) -> Place:
        """Return the place behind every event of the entries recorded so far."""
        return (self._registry.position(), END[0])

    def _take(self) -> bool:
        at = self._now()
        return self._events.take(WORK, self._holder, at, at + _TERM)


def id_of(place: Place) -> str:
    """Return a place as ``read_place`` reads it.

    >>> id_of((12, 1)), id_of((12, END[0]))
    ('12-1', '12')
    """
    number, within = place
    return str(number) if within == END[0] else f"{number}-{within}"


def read_place(text: str) -> Place:
    """Read the id of an event; an entry's number alone is the place behind its events.

    >>> read_place("12-1"), read_place("0")
    ((12, 1), (0, 4611686018427387904))

    Raises:
        BadPeriod: it is none.
    """
    found = _PLACE.fullmatch(text.strip())
    if found is None:
        raise BadPeriod(f"{text!r} is no event's id; it is written as 12-1, or 0 for the beginning")
    return int(found[1]), int(found[2]) if found[2] else END[0]
