"""Copy a SQLite database while others write to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from registry.errors import JournalError
from registry.store.failures import told

MAGIC = b"SQLite format 3\0"
"""How the file of a SQLite database begins."""


def copy_sqlite(engine: Engine, where: str, to: Path, name: str) -> None:
    """Write a copy, as of one moment, to a new file; writers are not held up.

    Args:
        engine: the database's.
        where: the database, for messages.
        to: the new file.
        name: what the file is to be called, for messages.

    Raises:
        JournalError: the database or the file fails.
    """
    with told(where), engine.connect() as connection:
        source = connection.connection.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise TypeError("only SQLite copies itself")
        connection.rollback()  # the copy begins its own transaction
        with told(name), closing(sqlite3.connect(to)) as target:
            source.backup(target)
            # One file by itself: no log beside it.
            target.execute("PRAGMA journal_mode = DELETE")
            problem = target.execute("PRAGMA integrity_check").fetchone()[0]
            if problem != "ok":
                raise JournalError(f"the database {where} is damaged ({problem})")
