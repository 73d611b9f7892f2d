"""The journal itself."""

from __future__ import annotations

from sqlalchemy import Connection

from registry.store.migrations.dialect import create


def upgrade(connection: Connection) -> None:
    """Create the table of versions and the table of entries."""
    create(
        connection,
        "CREATE TABLE registry_schema (version {integer} NOT NULL PRIMARY KEY){strict}",
    )
    # `at` counts microseconds since 1970 in UTC; `record` is the record's JSON as it was
    # written; `chain` is the digest of this line and all before it.
    create(
        connection,
        """
        CREATE TABLE journal (
            number {integer} NOT NULL PRIMARY KEY CHECK (number > 0),
            at {integer} NOT NULL,
            by_whom TEXT NOT NULL,
            because TEXT,
            source TEXT,
            kind TEXT NOT NULL,
            digest TEXT UNIQUE,
            record TEXT NOT NULL,
            chain TEXT NOT NULL
        ){strict}
        """,
    )
