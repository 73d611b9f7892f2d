"""Who is told of events, in the database of a journal."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Row, and_, delete, insert, select, update

from registry.model.events import EventKind
from registry.model.hooks import Dead, Hook, Place
from registry.store.desk.event_tables import HOOK, HOOK_DEAD
from registry.store.lines import moment, ticks
from registry.store.sql import SqlJournal


class SqlHooks:
    """The hooks; processes may share it."""

    def __init__(self, journal: SqlJournal) -> None:
        self._journal = journal

    def add(self, hook: Hook) -> None:
        """Keep a new hook."""
        row = {
            "id": hook.id,
            "url": hook.url,
            "kinds": " ".join(hook.kinds),
            "government": hook.government,
            "reach": hook.reach,
            "made": ticks(hook.made),
            "made_by": hook.made_by,
            "number": hook.place[0],
            "place": hook.place[1],
            "tries": 0,
            "due": 0,
        }
        self._journal.written(lambda connection: connection.execute(insert(HOOK), [row]))

    def all(self) -> tuple[Hook, ...]:
        """Return every hook, oldest first."""
        with self._journal.reading() as connection:
            rows = connection.execute(select(HOOK).order_by(HOOK.c.made, HOOK.c.id)).all()
        return tuple(_hook(row) for row in rows)

    def remove(self, number: str) -> bool:
        """Drop a hook, with what was given up for it; say whether there was one."""

        def write(connection: Connection) -> bool:
            connection.execute(delete(HOOK_DEAD).where(HOOK_DEAD.c.hook == number))
            return connection.execute(delete(HOOK).where(HOOK.c.id == number)).rowcount > 0

        return self._journal.written(write)

    def done(self, hook: Hook, place: Place) -> bool:
        """Say that every event up to ``place`` is done with, unless the hook has moved on."""
        step = _still(hook).values(number=place[0], place=place[1], tries=0, due=0, why=None)
        return self._journal.written(lambda connection: connection.execute(step).rowcount > 0)

    def failed(self, hook: Hook, why: str, due: datetime) -> None:
        """Say that the next event did not arrive, and when it is tried again."""
        step = _still(hook).values(tries=hook.tries + 1, due=ticks(due), why=why)
        self._journal.written(lambda connection: connection.execute(step))

    def given_up(self, hook: Hook, place: Place, why: str, at: datetime) -> None:
        """Say that the next event, at ``place``, is not tried any more."""
        step = _still(hook).values(number=place[0], place=place[1], tries=0, due=0, why=why)
        row = {
            "hook": hook.id,
            "number": place[0],
            "place": place[1],
            "at": ticks(at),
            "tries": hook.tries + 1,
            "why": why,
        }

        def write(connection: Connection) -> None:
            if connection.execute(step).rowcount:
                connection.execute(insert(HOOK_DEAD), [row])

        self._journal.written(write)

    def dead(self) -> tuple[Dead, ...]:
        """Return all that was given up, by hook and in the order of the events."""
        order = (HOOK_DEAD.c.hook, HOOK_DEAD.c.number, HOOK_DEAD.c.place)
        with self._journal.reading() as connection:
            rows = connection.execute(select(HOOK_DEAD).order_by(*order)).all()
        return tuple(
            Dead(
                hook=row.hook,
                event=f"{row.number}-{row.place}",
                at=moment(row.at),
                tries=row.tries,
                why=row.why,
            )
            for row in rows
        )


def _still(hook: Hook) -> Any:  # noqa: ANN401 - SQLAlchemy's
    """Begin a change of ``hook`` that is made only where it stands as it was read."""
    number, place = hook.place
    return update(HOOK).where(
        and_(HOOK.c.id == hook.id, HOOK.c.number == number, HOOK.c.place == place),
        HOOK.c.tries == hook.tries,
    )


def _hook(row: Row[Any]) -> Hook:
    return Hook(
        id=row.id,
        url=row.url,
        kinds=cast("tuple[EventKind, ...]", tuple(row.kinds.split())),
        government=row.government,
        reach=row.reach,
        made=moment(row.made),
        made_by=row.made_by,
        place=(row.number, row.place),
        tries=row.tries,
        due=moment(row.due) if row.due else None,
        why=row.why,
    )
