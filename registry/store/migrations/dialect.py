"""The few words in which the backends' table definitions differ."""

from __future__ import annotations

from sqlalchemy import Connection, text


def create(connection: Connection, statement: str) -> None:
    """Run a definition; ``{integer}`` is a whole number of 64 bits, ``{strict}`` ends a table.

    ``{bytes}`` is the type of any bytes.
    """
    sqlite = connection.dialect.name == "sqlite"
    words = {
        "integer": "INTEGER" if sqlite else "BIGINT",
        "bytes": "BLOB" if sqlite else "BYTEA",
        "strict": " STRICT" if sqlite else "",
    }
    connection.execute(text(statement.format(**words)))
