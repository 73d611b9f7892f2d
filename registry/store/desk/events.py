"""Events in the database of a journal, in their order; and who is at work on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec
from msgspec import Raw, Struct
from sqlalchemy import Connection, delete, insert, or_, select, tuple_, update

from registry.model.events import AnyEvent, EventKind
from registry.model.hooks import Place
from registry.store.desk.event_tables import EVENT, EVENT_READ, LEASE
from registry.store.lines import ticks
from registry.store.places import UNKNOWN_BODY
from registry.store.schema import GOVERNMENT, POST
from registry.store.sql import SqlJournal

_MANY = 500


class Kept(Struct, frozen=True, kw_only=True):
    """One event as it was first written, to the byte, with what it is found by."""

    place: Place
    kind: EventKind
    government: str
    event: Raw


class SqlEvents:
    """The events of a journal; processes may share it."""

    def __init__(self, journal: SqlJournal) -> None:
        self._journal = journal

    def number(self) -> int:
        """Return the entry up to which events were worked out, 0 before the first."""
        with self._journal.reading() as connection:
            return connection.scalar(select(EVENT_READ.c.number)) or 0

    def add(self, number: int, events: Sequence[AnyEvent]) -> bool:
        """Write the events of an entry, unless the entry before it is still to be worked out.

        Nor are they written where another process has done so: those stay.
        """
        rows = [
            {
                "number": number,
                "place": place,
                "kind": event.__struct_config__.tag,
                "government": event.government,
                "event": msgspec.json.encode(event).decode(),
            }
            for place, event in enumerate(events, 1)
        ]
        step = update(EVENT_READ).where(EVENT_READ.c.number == number - 1).values(number=number)

        def write(connection: Connection) -> bool:
            if not connection.execute(step).rowcount:
                return False
            if rows:
                connection.execute(insert(EVENT), rows)
            return True

        return self._journal.written(write)

    def after(
        self,
        place: Place,
        limit: int,
        *,
        kinds: Iterable[EventKind] = (),
        government: str | None = None,
    ) -> tuple[Kept, ...]:
        """Return the first events after a place, of some kinds and one government if given."""
        wanted = select(EVENT).where(tuple_(EVENT.c.number, EVENT.c.place) > tuple_(*place))
        if chosen := sorted(kinds):
            wanted = wanted.where(EVENT.c.kind.in_(chosen))
        if government is not None:
            wanted = wanted.where(EVENT.c.government == government)
        wanted = wanted.order_by(EVENT.c.number, EVENT.c.place).limit(limit)
        with self._journal.reading() as connection:
            rows = connection.execute(wanted).all()
        return tuple(
            Kept(
                place=(row.number, row.place),
                kind=row.kind,
                government=row.government,
                event=Raw(row.event.encode()),
            )
            for row in rows
        )

    def governments_of(self, number: int) -> tuple[str, ...]:
        """Return the governments on which an entry bears, sorted.

        The empty name stands for what no known government's notice or record is about.
        """
        own = select(GOVERNMENT.c.government).where(GOVERNMENT.c.number == number)
        filled = select(POST.c.post).where(POST.c.number == number)
        with self._journal.reading() as connection:
            found = set(connection.scalars(own))
            posts = [bytes.fromhex(post).decode() for post in connection.scalars(filled)]
            starts = sorted({post[:end] for post in posts for end in range(2, len(post))})
            for place in range(0, len(starts), _MANY):
                some = GOVERNMENT.c.government.in_(starts[place : place + _MANY])
                found.update(connection.scalars(select(GOVERNMENT.c.government).where(some)))
        return tuple(sorted(found - {UNKNOWN_BODY} or found))

    def take(self, work: str, holder: str, at: datetime, until: datetime) -> bool:
        """Take a work that one process does at a time, or keep it; say whether that went well.

        Another's is taken once its time is over, as it is where a process was killed, or is
        so far ahead that a clock must have been wrong.
        """
        held = LEASE.c.until.between(ticks(at), ticks(until + (until - at)))
        mine = or_(LEASE.c.holder == holder, ~held)
        values = {"holder": holder, "until": ticks(until)}

        def write(connection: Connection) -> bool:
            there = LEASE.c.name == work
            if connection.execute(update(LEASE).where(there, mine).values(values)).rowcount:
                return True
            if connection.execute(select(LEASE.c.name).where(there)).first() is not None:
                return False
            connection.execute(insert(LEASE), [{"name": work, **values}])
            return True

        return self._journal.written(write)

    def leave(self, work: str, holder: str) -> None:
        """Let go of a work, for the next."""
        mine = delete(LEASE).where(LEASE.c.name == work, LEASE.c.holder == holder)
        self._journal.written(lambda connection: connection.execute(mine))
