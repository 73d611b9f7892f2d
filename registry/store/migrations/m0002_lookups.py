"""Look-ups: the entries that bear on a government, and those about a notice.

Before this, one government's entries were found by reading every record.
"""

from __future__ import annotations

from sqlalchemy import Connection

from registry.store.migrations.dialect import create

REFILL = True


def upgrade(connection: Connection) -> None:
    """Create the two look-ups."""
    for table, key in (("journal_government", "government"), ("journal_document", "doc")):
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
