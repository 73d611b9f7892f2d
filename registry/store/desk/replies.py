"""Replies to writes, in the database of a journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Connection, delete, insert, select

from registry.errors import Conflict
from registry.model.desk import Reply
from registry.model.journal import Entry
from registry.store.desk.tables import REPLY
from registry.store.lines import ticks
from registry.store.port import Journal
from registry.store.sql import SqlJournal

KEPT = timedelta(days=1)
"""How long a reply is kept at least."""

_REPLY = msgspec.json.Decoder(Reply)


class SqlReplies:
    """As ``Replies``."""

    def __init__(self, journal: SqlJournal) -> None:
        self._journal = journal

    def get(self, key: str, token: str) -> Reply | None:
        """As ``Replies.get``."""
        with self._journal.reading() as connection:
            return _get(connection, key, token)

    def keep(self, key: str, token: str, reply: Reply, at: datetime) -> Reply:
        """As ``Replies.keep``."""

        def write(connection: Connection) -> Reply:
            there = _get(connection, key, token)
            if there is None:
                _put(connection, key, token, reply, at)
            return there or reply

        return self._journal.written(write)

    def journal(
        self, key: str, token: str, make: Callable[[tuple[Entry, ...]], Reply], at: datetime
    ) -> Journal:
        """As ``Replies.journal``."""

        def keep(connection: Connection, entries: tuple[Entry, ...]) -> None:
            if _get(connection, key, token) is not None:
                raise Conflict("the same request was made at the same time; ask again")
            _put(connection, key, token, make(entries), at)

        return self._journal.beside(keep)


def _get(connection: Connection, key: str, token: str) -> Reply | None:
    one = select(REPLY.c.reply).where(REPLY.c.key == key, REPLY.c.token == token)
    found = connection.scalar(one)
    return _REPLY.decode(found) if found is not None else None


def _put(connection: Connection, key: str, token: str, reply: Reply, at: datetime) -> None:
    connection.execute(delete(REPLY).where(REPLY.c.at < ticks(at - KEPT)))
    row = {
        "key": key,
        "token": token,
        "at": ticks(at),
        "reply": msgspec.json.encode(reply).decode(),
    }
    connection.execute(insert(REPLY), [row])
