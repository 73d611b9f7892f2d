"""The tables of events and hooks as they are now, for SQLAlchemy; ``migrations`` makes them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, MetaData, Table, Text

_METADATA = MetaData()

EVENT = Table(
    "event",
    _METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("government", Text, nullable=False),
    Column("event", Text, nullable=False),
)

EVENT_READ = Table(
    "event_read",
    _METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
)

HOOK = Table(
    "hook",
    _METADATA,
    Column("id", Text, primary_key=True),
    Column("url", Text, nullable=False),
    Column("kinds", Text, nullable=False),
    Column("government", Text),
    Column("reach", Text, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("place", BigInteger, nullable=False),
    Column("tries", BigInteger, nullable=False),
    Column("due", BigInteger, nullable=False),
    Column("why", Text),
)

HOOK_DEAD = Table(
    "hook_dead",
    _METADATA,
    Column("hook", ForeignKey(HOOK.c.id), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("tries", BigInteger, nullable=False),
    Column("why", Text, nullable=False),
)

LEASE = Table(
    "lease",
    _METADATA,
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("until", BigInteger, nullable=False),
)
