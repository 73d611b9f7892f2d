"""Use case: a backup in one file, and the registry restored from it; both are verified."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from registry.errors import Conflict, JournalError
from registry.service.files import new_path
from registry.service.journal import Header, check_export, export, take_in, verify
from registry.store.open import open_copy
from registry.store.port import Journal
from registry.store.sql import SqlJournal
from registry.store.sqlite_copy import MAGIC, copy_sqlite


def backup(journal: Journal, path: Path) -> Header:
    """Write a backup to a new file, and return what it holds, read back from the file.

    That of SQLite is a SQLite database; that of another is an export. Others may write
    meanwhile: the backup is of one moment.

    Raises:
        JournalError: the file is there already, or something fails; nothing is left of it.
    """
    if not isinstance(journal, SqlJournal) or journal.engine.dialect.name != "sqlite":
        return export(journal, path)
    with new_path(path) as part:
        copy_sqlite(journal.engine, journal.where, part, str(path))
        return _of_copy(part, verify)


def restore(journal: Journal, path: Path) -> Header:
    """Take a backup, of either form, into an empty journal; return what is there now.

    Raises:
        Conflict: the journal is not empty.
        JournalError: the backup is not there, broken, or of another schema.
    """
    if journal.last():
        raise Conflict(
            f"the database holds {journal.last()} entries; a backup is restored into an empty one:"
            " name another with --database"
        )
    if _is_copy(path):
        header = _of_copy(path, lambda copy: _taken(journal, copy))
    else:
        header, _ = take_in(journal, path)
    if verify(journal) != header:
        raise JournalError(
            "the database does not hold what the backup does; restore into another one"
        )
    return header


def check(path: Path) -> Header:
    """Read a whole backup, of either form, and return what it holds.

    Raises:
        JournalError: the backup is not there, broken, or of another schema.
    """
    return _of_copy(path, verify) if _is_copy(path) else check_export(path)


def _is_copy(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError as error:
        raise JournalError(f"{path}: cannot be read ({error.strerror})") from None


def _taken(journal: Journal, copy: Journal) -> Header:
    header = verify(copy)
    journal.extend(copy.lines(), header.chain)
    return header


def _of_copy(path: Path, work: Callable[[Journal], Header]) -> Header:
    with closing(open_copy(path)) as copy:
        return work(copy)
