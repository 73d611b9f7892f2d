"""Whether a SQLite file was written since one last looked, for a hundredth of a query's cost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from urllib.parse import quote


class Watch:
    """Keeps a number that only a write to the file can change.

    SQLite's ``data_version`` is another one whenever another connection committed, and this
    connection never writes (https://www.sqlite.org/pragma.html#pragma_data_version).

    Args:
        path: the file.
        read: reads the number.
    """

    def __init__(self, path: Path, read: Callable[[], int]) -> None:
        self._name = f"file:{quote(str(path.absolute()))}?mode=ro"
        self._read = read
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._known: tuple[int, int] | None = None

    def __call__(self) -> int:
        """Return the number; threads may share this."""
        with self._lock:
            # The version is looked at first: what is written in between is read again.
            version = self._version()
            if self._known is None or self._known[0] != version:
                self._known = version, self._read()
            return self._known[1]

    def _version(self) -> int:
        if self._connection is None:
            self._connection = sqlite3.connect(self._name, uri=True, check_same_thread=False)
        found: tuple[int] = self._connection.execute("PRAGMA data_version").fetchone()
        return found[0]

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, suppress(sqlite3.Error):
            if self._connection is not None:
                self._connection.close()
            self._connection = None
