"""Open a journal by its address, make a new one, or bring an old one up to date."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import sleep

from sqlalchemy import URL, Engine, inspect
from sqlalchemy.exc import DBAPIError

from registry.errors import JournalError
from registry.store import migrations
from registry.store.engine import address, make_engine, make_reader, shown, sqlite_file, writing
from registry.store.failures import is_race, told
from registry.store.sql import SqlJournal

WAIT = 10.0
"""Seconds to wait for a lock that another program holds."""
_TRIES = 20


def open_journal(database: str, *, create: bool = False, wait: float = WAIT) -> SqlJournal:
    """Return the journal in a database.

    Args:
        database: a file's path, or a URL of SQLite or PostgreSQL.
        create: make it where there is none.
        wait: seconds to wait for a lock that another program holds.

    Raises:
        JournalError: the address is wrong, there is no journal, it is of another schema, or
            the database is out of reach.
    """
    url = address(database)
    where = shown(url)
    _check_file(url, where, create=create)
    engine = make_engine(url, wait)
    try:
        with told(where):
            with engine.connect() as connection:
                version = migrations.version(connection)
            if version == 0 and create:
                version = _upgrade(engine)
        _check_version(version, where)
    except JournalError:
        engine.dispose()
        raise
    return SqlJournal(engine, where)


def open_copy(path: Path) -> SqlJournal:
    """Return the journal in a SQLite file that is only read.

    Raises:
        JournalError: as ``open_journal``.
    """
    where = str(path)
    engine = make_reader(path)
    with told(where), engine.connect() as connection:
        version = migrations.version(connection)
    _check_version(version, where)
    return SqlJournal(engine, where)


def migrate(database: str, *, wait: float = WAIT) -> tuple[str, int, int]:
    """Bring the schema up to date, or make it.

    Returns:
        The database as messages show it, and the versions before and after.

    Raises:
        JournalError: as ``open_journal``; an older registry cannot read a newer schema.
    """
    url = address(database)
    where = shown(url)
    _check_file(url, where, create=True)
    engine = make_engine(url, wait)
    try:
        with told(where):
            with engine.connect() as connection:
                before = migrations.version(connection)
            if before > migrations.LATEST:
                _check_version(before, where)
            return where, before, _upgrade(engine)
    finally:
        engine.dispose()


def _upgrade(engine: Engine) -> int:
    for tries_left in reversed(range(_TRIES)):
        try:
            with writing(engine).begin() as connection:
                migrations.upgrade(connection)
                return migrations.version(connection)
        except DBAPIError as error:
            # Another process makes the same tables: the next look finds them.
            if not tries_left or not is_race(error):
                raise
        sleep(0.05)
    raise AssertionError("the last try returns or raises")


def _check_file(url: URL, where: str, *, create: bool) -> None:
    """Look at a SQLite file before it is opened for writing, which alone would change it.

    A new one is made readable by its owner alone: it may hold private reasons.
    """
    path = sqlite_file(url)
    if path is None:
        return
    if not path.exists():
        if not create:
            raise JournalError(
                f"there is no database {path}; `registry load` or `registry key add` makes one, or"
                " name another with --database or REGISTRY_DATABASE"
            )
        with told(where), suppress(OSError):  # what is wrong with the path, opening it says better
            path.touch(mode=0o600, exist_ok=False)
        return
    with told(where), make_reader(path).connect() as connection:
        if migrations.version(connection) > 0:
            return
        if inspect(connection).get_table_names():
            raise JournalError(f"the database {where} is another program's; give another file")
    if not create:
        _check_version(0, where)


def _check_version(version: int, where: str) -> None:
    if version == 0:
        raise JournalError(
            f"the database {where} holds no journal; `registry load` or `registry migrate` makes one"
        )
    if version < migrations.LATEST:
        raise JournalError(
            f"the database {where} has schema {version}, and this registry needs"
            f" {migrations.LATEST}; take a backup, then run `registry migrate`"
        )
    if version > migrations.LATEST:
        raise JournalError(
            f"the database {where} has schema {version}, and this registry knows up to"
            f" {migrations.LATEST}; upgrade the registry"
        )
