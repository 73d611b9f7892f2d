"""The index of who covers what, so that one question can be asked of every government.

It follows from the journal and may be emptied at any time. ``coverage_read`` says up to
which entry of a government it was worked out; the government without a name stands for the
entry up to which nothing is left to be done. ``known`` is 1 where any notice counts.
"""

from __future__ import annotations

from sqlalchemy import Connection

from registry.store.migrations.dialect import create


def upgrade(connection: Connection) -> None:
    """Create the index, empty."""
    create(
        connection,
        """
        CREATE TABLE coverage_read (
            government TEXT NOT NULL PRIMARY KEY,
            number {integer} NOT NULL,
            known {integer} NOT NULL
        ){strict}
        """,
    )
    create(
        connection,
        """
        CREATE TABLE coverage (
            government TEXT NOT NULL REFERENCES coverage_read (government),
            line {integer} NOT NULL,
            since TEXT NOT NULL,
            until TEXT,
            coverage TEXT NOT NULL,
            PRIMARY KEY (government, line)
        ){strict}
        """,
    )
    create(
        connection,
        """
        CREATE TABLE coverage_word (
            word TEXT NOT NULL,
            government TEXT NOT NULL,
            line {integer} NOT NULL,
            PRIMARY KEY (word, government, line),
            FOREIGN KEY (government, line) REFERENCES coverage (government, line)
        ){strict}
        """,
    )
    create(connection, "CREATE INDEX coverage_word_line ON coverage_word (government, line)")
