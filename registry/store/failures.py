"""What a database says when it fails, as one line: what, where, and the remedy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError

from registry.errors import JournalError

_BUSY = "is locked by another program that writes; nothing was written: try again when it is done"
_FULL = "cannot be written: the disk is full; nothing was written: make room and repeat"
_READ_ONLY = "may not be written; nothing was written: check who owns it, and its folder"
_UNREACHABLE = "is out of reach ({why}); check that the server runs, and the address"
_LOST = (
    "is out of reach ({why}); check that the server runs, and look in `registry journal`"
    " whether what you entered is there before you enter it again"
)

_SQLITE = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: check the path, and that you may read and write it",
    sqlite3.SQLITE_NOTADB: "is no SQLite database; give another file",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore a backup with `registry restore`",
    sqlite3.SQLITE_IOERR: (
        "cannot be read or written: the disk is full, over a quota, or failing; nothing was"
        " written: make room and repeat"
    ),
}
_POSTGRES = {
    "53100": _FULL,
    "53300": "has no connection to spare; wait, or raise max_connections",
    "55P03": _BUSY,
    "57014": "does not answer in time; look what keeps it busy, and ask again",
    "25006": "is read-only; give the address of the primary server",
    "42501": "does not let this user do that ({why}); grant it",
    "3D000": "does not exist ({why}); create it",
    "28000": "refuses this user ({why}); check the name and password",
    "28P01": "refuses this user ({why}); check the name and password",
}
_AGAIN = frozenset(("40001", "40P01", "23505", "42P07"))
"""Another transaction was first: serialization, deadlock, the same number, the same table."""


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what a database raises into one ``JournalError`` about ``where``."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, psycopg.Error) as error:
        raise JournalError(f"the database {where} {_said(error)}") from error
    except UnicodeEncodeError as error:
        raise JournalError(f"{error.object!r} is no Unicode text; correct it") from None
    except PermissionError:
        raise JournalError(f"the database {where} {_READ_ONLY}") from None
    except OSError as error:
        raise JournalError(f"the database {where} cannot be used ({error.strerror})") from None


def is_race(error: DBAPIError) -> bool:
    """Say whether another writer was first, so that a second try may do."""
    state = getattr(error.orig, "sqlstate", None)
    return isinstance(error, IntegrityError) or state in _AGAIN


def _said(error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    why = " ".join(str(cause).split())
    code = getattr(cause, "sqlite_errorcode", None)
    if isinstance(code, int) and code & 0xFF in _SQLITE:
        return _SQLITE[code & 0xFF]
    state = getattr(cause, "sqlstate", None)
    if state in _POSTGRES:
        return _POSTGRES[state].format(why=why)
    if isinstance(cause, psycopg.OperationalError) and _is_gone(state):
        return next(
            (text.format(why=why) for words, text in _REFUSED.items() if words in why),
            _LOST.format(why=why),
        )
    kind = "does not take this" if isinstance(error, ProgrammingError) else "failed"
    return f"{kind} ({why}); nothing was written"


_REFUSED = {
    # Before there is a session, psycopg gives no code.
    "does not exist": "is not there ({why}); create it, or check the address",
    "authentication failed": _POSTGRES["28P01"],
    "connection failed": _UNREACHABLE,
    "connection timeout": _UNREACHABLE,
    "failed to resolve": _UNREACHABLE,
}


def _is_gone(state: str | None) -> bool:
    return state is None or state.startswith(("08", "57P"))
