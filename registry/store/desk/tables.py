"""The tables of the desk as they are now, for SQLAlchemy; ``migrations`` makes them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, LargeBinary, MetaData, Table, Text

_METADATA = MetaData()

KEY = Table(
    "api_key",
    _METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("expires", BigInteger),
    Column("revoked", BigInteger),
    Column("revoked_by", Text),
)

AUDIT = Table(
    "api_audit",
    _METADATA,
    Column("at", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("route", Text, nullable=False),
    Column("status", BigInteger, nullable=False),
    Column("entries", Text),
)

REPLY = Table(
    "api_reply",
    _METADATA,
    Column("key", Text, primary_key=True),
    Column("token", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("reply", Text, nullable=False),
)

JOB = Table(
    "job",
    _METADATA,
    Column("id", Text, primary_key=True),
    Column("made", BigInteger, nullable=False),
    Column("key", Text, nullable=False),
    Column("by_whom", Text, nullable=False),
    Column("because", Text),
    Column("state", Text, nullable=False),
    Column("worker", Text),
    Column("beat", BigInteger, nullable=False),
)

JOB_FILE = Table(
    "job_file",
    _METADATA,
    Column("job", ForeignKey(JOB.c.id), primary_key=True),
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("tries", BigInteger, nullable=False),
    Column("content", LargeBinary),
    Column("outcome", Text),
)
