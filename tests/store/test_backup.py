"""Exports, imports, backups and restores: equal to the byte, verified, and never in place of another."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from registry.errors import Conflict, JournalError
from registry.service.backup import backup, restore
from registry.service.journal import export, take_in, verify
from registry.store.memory import MemoryJournal
from registry.store.open import open_journal
from registry.store.port import Journal
from registry.store.sql import SqlJournal
from tests.store.conftest import NewDatabase
from tests.store.made import absence, every_kind, moment, notice


def fill(journal: Journal) -> None:
    journal.append(every_kind(0), by="王五", because="“初次”\n", at=moment(0.5))
    journal.append([notice(n, "乙市") for n in range(2, 300)], by="x", source="信", at=moment(1))


@pytest.fixture
def other(database: str, new_database: NewDatabase) -> Iterator[SqlJournal]:
    """An empty journal on the other backend than ``sql``."""
    kind = "sqlite" if database.startswith("postgresql") else "postgresql"
    with closing(open_journal(new_database(kind), create=True)) as journal:
        yield journal


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if "registry" not in path.name}


@pytest.mark.parametrize("how", [export, backup])
def test_out_and_in_again(sql: SqlJournal, other: SqlJournal, tmp_path: Path, how: object) -> None:
    fill(sql)
    write = {export: export, backup: backup}[how]  # type: ignore[index]
    header = write(sql, tmp_path / "out")
    assert (header.entries, header.chain) == (sql.last(), sql.chain())
    before = (tmp_path / "out").read_bytes()
    assert restore(other, tmp_path / "out") == header
    assert (tmp_path / "out").read_bytes() == before
    assert list(other.lines()) == list(sql.lines())
    for government in ("甲市人民政府", "乙市人民政府"):
        assert other.last(government) == sql.last(government)
    export(sql, tmp_path / "a.jsonl")
    export(other, tmp_path / "b.jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_an_export_is_taken_in_where_it_goes_on(journal: Journal, tmp_path: Path) -> None:
    source = MemoryJournal()
    export(source, tmp_path / "empty")
    assert take_in(journal, tmp_path / "empty")[1] == 0
    fill(source)
    export(source, tmp_path / "first")
    assert take_in(journal, tmp_path / "first")[1] == source.last()
    source.append([absence()], by="x", at=moment(9))
    header = export(source, tmp_path / "second")
    assert take_in(journal, tmp_path / "second") == (header, 1)
    assert take_in(journal, tmp_path / "second") == (header, 0)
    with pytest.raises(Conflict, match="nothing to take in"):
        take_in(journal, tmp_path / "first")
    journal.append([absence()], by="y", at=moment(10))
    source.append([absence()], by="x", at=moment(10))
    export(source, tmp_path / "third")
    with pytest.raises(Conflict, match="not the beginning"):
        take_in(journal, tmp_path / "third")


def test_no_file_is_overwritten_and_none_is_left_half(sql: SqlJournal, tmp_path: Path) -> None:
    fill(sql)
    taken = tmp_path / "taken"
    taken.write_text("mine", "utf-8")
    for write in (export, backup):
        with pytest.raises(JournalError, match="is there already"):
            write(sql, taken)
        with pytest.raises(JournalError, match="cannot be written"):
            write(sql, tmp_path / "no" / "such")
        with pytest.raises(JournalError, match="cannot be written"):
            write(sql, tmp_path / ("x" * 300))
    assert taken.read_text("utf-8") == "mine"
    assert left(tmp_path) - {path.name for path in tmp_path.glob("test_*")} == {"taken"}


def test_a_backup_is_restored_into_an_empty_journal_only(sql: SqlJournal, tmp_path: Path) -> None:
    fill(sql)
    backup(sql, tmp_path / "out")
    before = sql.chain()
    with pytest.raises(Conflict, match="into an empty one"):
        restore(sql, tmp_path / "out")
    assert sql.chain() == before


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_broken_backup_changes_nothing(
    sql: SqlJournal, new_database: NewDatabase, tmp_path: Path, kind: str
) -> None:
    with closing(open_journal(new_database(kind), create=True)) as source:
        fill(source)
        backup(source, tmp_path / "good")
    good = (tmp_path / "good").read_bytes()
    half, by = len(good) // 2, "王五".encode()
    at = good.index(by) if by in good else half
    for broken in (
        b"",
        good[:half],
        good[: -4096 if kind == "sqlite" else -1],
        good[:at] + "王六".encode() + good[at + len(by) :],
        good.replace(b"\n", b"\r\n"),
        b"{}\n" + good,
        "分管".encode() * 5000,
        b"\xff\xfe" * 100,
    ):
        (tmp_path / "bad").write_bytes(broken)
        with pytest.raises(JournalError):
            restore(sql, tmp_path / "bad")
        assert sql.last() == 0
        assert sql.governments() == ()
    with pytest.raises(JournalError, match="No such file"):
        restore(sql, tmp_path / "none")
    with pytest.raises(JournalError, match="cannot be read"):
        restore(sql, tmp_path)
    assert restore(sql, tmp_path / "good").entries == sql.last() > 0


def test_a_backup_while_others_write_is_of_one_moment(sql: SqlJournal, tmp_path: Path) -> None:
    fill(sql)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            sql.append([absence(), absence()], by="x", at=moment(2))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        headers = [backup(sql, tmp_path / f"{n}.backup") for n in range(3)]
        counts = [verify(sql).entries for _ in range(2)]
    finally:
        stop.set()
        writer.join()
    wanted = [sql.chain(header.entries) for header in headers]
    assert [header.chain for header in headers] == wanted
    # Two records of one append are both in a backup or neither is.
    assert {(header.entries - 305) % 2 for header in headers} == {0}
    assert sql.last() >= counts[-1] >= headers[-1].entries
