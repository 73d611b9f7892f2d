"""The tables as they are now, for SQLAlchemy; ``migrations`` makes them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, MetaData, Table, Text

_METADATA = MetaData()

JOURNAL = Table(
    "journal",
    _METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("by_whom", Text, nullable=False),
    Column("because", Text),
    Column("source", Text),
    Column("kind", Text, nullable=False),
    Column("digest", Text, unique=True),
    Column("record", Text, nullable=False),
    Column("chain", Text, nullable=False),
)

GOVERNMENT = Table(
    "journal_government",
    _METADATA,
    Column("government", Text, primary_key=True),
    Column("number", ForeignKey(JOURNAL.c.number), primary_key=True),
)

DOCUMENT = Table(
    "journal_document",
    _METADATA,
    Column("doc", Text, primary_key=True),
    Column("number", ForeignKey(JOURNAL.c.number), primary_key=True),
)

POST = Table(
    "journal_post",
    _METADATA,
    Column("post", Text, primary_key=True),
    Column("number", ForeignKey(JOURNAL.c.number), primary_key=True),
)
"""``post`` is the hexadecimal UTF-8 of its name: its order, and so the search by how it
begins, is the same under every database's collation."""
