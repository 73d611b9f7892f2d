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

COVERAGE_READ = Table(
    "coverage_read",
    _METADATA,
    Column("government", Text, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("known", BigInteger, nullable=False),
)

COVERAGE = Table(
    "coverage",
    _METADATA,
    Column("government", ForeignKey(COVERAGE_READ.c.government), primary_key=True),
    Column("line", BigInteger, primary_key=True, autoincrement=False),
    Column("since", Text, nullable=False),
    Column("until", Text),
    Column("coverage", Text, nullable=False),
)

COVERAGE_WORD = Table(
    "coverage_word",
    _METADATA,
    Column("word", Text, primary_key=True),
    Column("government", Text, primary_key=True),
    Column("line", BigInteger, primary_key=True, autoincrement=False),
)
