"""From an address to a database: SQLite in a file, or PostgreSQL."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from time import sleep
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from registry.errors import JournalError

_FORMS = "write a file's path, sqlite:///PATH, or postgresql://USER@HOST/DATABASE"
_WRITES = "registry_writes"
_LONGEST_READ = 60_000
"""Milliseconds of one statement that reads: each reads a page, and none needs one of them."""


def address(text: str) -> URL:
    """Read an address: a path, ``sqlite:///PATH``, or ``postgresql://…`` (``postgres://`` too).

    >>> address("registry.db").render_as_string(), address("postgres://h/d").drivername
    ('sqlite:///registry.db', 'postgresql+psycopg')

    Raises:
        JournalError: it is none of these.
    """
    if not text.strip() or "\0" in text:
        raise JournalError(f"the address of the database is empty, or holds a NUL; {_FORMS}")
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise JournalError(f"the address of the database cannot be read; {_FORMS}") from None
    kind = url.drivername.partition("+")[0]
    if kind in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    if kind != "sqlite":
        raise JournalError(f"a database of kind {kind!r} is not known; {_FORMS}")
    if not url.database or url.database == ":memory:":
        raise JournalError(f"the address {text!r} names no file; {_FORMS}")
    return url.set(drivername="sqlite")


def shown(url: URL) -> str:
    """Return an address as messages show it: a path, or a URL without its password."""
    if url.drivername == "sqlite":
        return url.database or ""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def make_engine(url: URL, wait: float) -> Engine:
    """Return the engine for an address.

    Args:
        url: as ``address`` returns it.
        wait: seconds to wait for a lock that another program holds.
    """
    if url.drivername == "sqlite":
        engine = create_engine(url, connect_args={"timeout": wait})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    # No prepared statements and no settings of the session: a pooler in between may give
    # each transaction another session.
    engine = create_engine(
        url,
        pool_pre_ping=True,
        connect_args={"prepare_threshold": None, "connect_timeout": max(2, int(wait))},
    )

    def bound_waiting(connection: Connection) -> None:
        bounds = f"SET LOCAL lock_timeout = {max(1, int(wait * 1000))}"
        if not connection.get_execution_options().get(_WRITES):
            bounds += f"; SET LOCAL statement_timeout = {_LONGEST_READ}"
        connection.exec_driver_sql(bounds)

    event.listen(engine, "begin", bound_waiting)
    return engine


def make_reader(path: Path) -> Engine:
    """Return an engine that reads a SQLite file and leaves it as it is."""
    name = f"file:{quote(str(path.absolute()))}?mode=ro"
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(name, uri=True), poolclass=NullPool
    )
    event.listen(engine, "connect", _leave_alone)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write: SQLite takes its lock at once."""
    return engine.execution_options(**{_WRITES: True})


def _set_up_sqlite(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401 - the pool's
    # Transactions begin where SQLAlchemy says, not where the driver thinks best.
    connection.isolation_level = None
    _use_wal(connection)
    # A write that was reported done is on the disk, even if the power fails.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _leave_alone(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401 - the pool's
    connection.isolation_level = None


def _use_wal(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on: SQLite does not wait for a lock on this one."""
    for tries_left in reversed(range(20)):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not tries_left or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            sleep(0.05)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def sqlite_file(url: URL) -> Path | None:
    """Return the file of a SQLite address, ``None`` for another."""
    return Path(url.database) if url.drivername == "sqlite" and url.database else None
