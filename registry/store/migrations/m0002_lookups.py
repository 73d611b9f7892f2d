"""Look-ups: the entries that bear on a government, those about a notice, those on a post.

Before this, one government's entries were found by reading every record.
"""

from __future__ import annotations

from sqlalchemy import Connection

from registry.store.migrations.dialect import create

REFILL = True

_LOOKUPS = {
    "journal_government": "government",
    "journal_document": "doc",
    "journal_post": "post",
}


def upgrade(connection: Connection) -> None:
    """Create the look-ups."""
    for table, key in _LOOKUPS.items():
        create(
            connection,
            f"""
            CREATE TABLE {table} (
                {key} TEXT NOT NULL,
                number {{integer}} NOT NULL REFERENCES journal (number),
                PRIMARY KEY ({key}, number)
            ){{strict}}
            """,
        )
        create(connection, f"CREATE INDEX {table}_number ON {table} (number)")
