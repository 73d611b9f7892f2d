"""Keys, and who used them, in the database of a journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, insert, select, update

from registry.model.access import PRUNED, Key, Scope, Use
from registry.store.desk.tables import AUDIT, KEY
from registry.store.lines import moment, ticks
from registry.store.sql import SqlJournal

_PAGE = 500


class SqlKeys:
    """As ``Keys``; processes may share it, and each sees at once what another revoked."""

    def __init__(self, journal: SqlJournal) -> None:
        self._journal = journal

    def add(self, key: Key) -> None:
        """As ``Keys.add``."""
        row = {
            "id": key.id,
            "name": key.name,
            "scopes": " ".join(sorted(scope.value for scope in key.scopes)),
            "digest": key.digest,
            "made": ticks(key.made),
            "made_by": key.made_by,
            "expires": ticks(key.expires) if key.expires is not None else None,
        }
        self._journal.written(lambda connection: connection.execute(insert(KEY), [row]))

    def get(self, number: str) -> Key | None:
        """As ``Keys.get``."""
        with self._journal.reading() as connection:
            row = connection.execute(select(KEY).where(KEY.c.id == number)).first()
        return _key(row) if row is not None else None

    def all(self) -> tuple[Key, ...]:
        """As ``Keys.all``."""
        with self._journal.reading() as connection:
            rows = connection.execute(select(KEY).order_by(KEY.c.made, KEY.c.id)).all()
        return tuple(_key(row) for row in rows)

    def revoke(self, number: str, *, by: str, at: datetime) -> bool:
        """As ``Keys.revoke``."""
        change = (
            update(KEY)
            .where(KEY.c.id == number, KEY.c.revoked.is_(None))
            .values(revoked=ticks(at), revoked_by=by)
        )
        return self._journal.written(lambda connection: connection.execute(change).rowcount > 0)


class SqlUses:
    """As ``Uses``."""

    def __init__(self, journal: SqlJournal) -> None:
        self._journal = journal

    def add(self, use: Use) -> None:
        """As ``Uses.add``."""
        row = _row(use)
        self._journal.written(lambda connection: connection.execute(insert(AUDIT), [row]))

    def since(self, at: datetime | None = None, key: str | None = None) -> Iterator[Use]:
        """As ``Uses.since``; a page at a time."""
        wanted = select(AUDIT).order_by(AUDIT.c.at, AUDIT.c.id).limit(_PAGE)
        if at is not None:
            wanted = wanted.where(AUDIT.c.at >= ticks(at))
        if key is not None:
            wanted = wanted.where(AUDIT.c.key == key)
        page = wanted
        while True:
            with self._journal.reading() as connection:
                rows = connection.execute(page).all()
            yield from map(_use, rows)
            if len(rows) < _PAGE:
                return
            last = rows[-1]
            page = wanted.where(
                (AUDIT.c.at > last.at) | ((AUDIT.c.at == last.at) & (AUDIT.c.id > last.id))
            )

    def prune(self, before: datetime, note: Callable[[int], Use]) -> int:
        """As ``Uses.prune``."""
        old = delete(AUDIT).where(AUDIT.c.at < ticks(before), AUDIT.c.method != PRUNED)

        def write(connection: Connection) -> int:
            gone: int = connection.execute(old).rowcount
            if gone:
                connection.execute(insert(AUDIT), [_row(note(gone))])
            return gone

        return self._journal.written(write)


def _row(use: Use) -> dict[str, Any]:
    return {
        "at": ticks(use.at),
        "id": uuid4().hex,
        "key": use.key,
        "method": use.method,
        "route": use.route,
        "status": use.status,
        "entries": " ".join(map(str, use.entries)) or None,
    }


def _key(row: Row[Any]) -> Key:
    return Key(
        id=row.id,
        name=row.name,
        scopes=frozenset(map(Scope, row.scopes.split())),
        digest=row.digest,
        made=moment(row.made),
        made_by=row.made_by,
        expires=moment(row.expires) if row.expires is not None else None,
        revoked=moment(row.revoked) if row.revoked is not None else None,
        revoked_by=row.revoked_by,
    )


def _use(row: Row[Any]) -> Use:
    return Use(
        at=moment(row.at),
        key=row.key,
        method=row.method,
        route=row.route,
        status=row.status,
        entries=tuple(map(int, (row.entries or "").split())),
    )
