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
            return get_reply(connection, key, token)

    def keep(self, key: str, token: str, reply: Reply, at: datetime) -> Reply:
        """As ``Replies.keep``."""

        def write(connection: Connection) -> Reply:
            there = get_reply(connection, key, token)
            if there is None:
                put_reply(connection, key, token, reply, at)
            return there or reply

        return self._journal.written(write)

    def journal(
        self, key: str, token: str, make: Callable[[tuple[Entry, ...]], Reply], at: datetime
    ) -> Journal:
        """As ``Replies.journal``."""

        def keep(connection: Connection, entries: tuple[Entry, ...]) -> None:
            if get_reply(connection, key, token) is not None:
                raise Conflict("the same request was made at the same time; ask again")
            put_reply(connection, key, token, make(entries), at)

        return self._journal.beside(keep)


def get_reply(connection: Connection, key: str, token: str) -> Reply | None:
    """Return the reply that is kept, within the caller's transaction."""
    one = select(REPLY.c.reply).where(REPLY.c.key == key, REPLY.c.token == token)
    found = connection.scalar(one)
    return _REPLY.decode(found) if found is not None else None


def put_reply(connection: Connection, key: str, token: str, reply: Reply, at: datetime) -> None:
    """Keep a reply, within the caller's transaction, and let go of those that are old."""
    connection.execute(delete(REPLY).where(REPLY.c.at < ticks(at - KEPT)))
    row = {
        "key": key,
        "token": token,
        "at": ticks(at),
        "reply": msgspec.json.encode(reply).decode(),
    }
    connection.execute(insert(REPLY), [row])
