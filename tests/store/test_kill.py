"""Killed at any moment, or many at once: no accepted record is lost, and none is half there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from itertools import groupby
from pathlib import Path

import pytest

from registry.errors import JournalError
from registry.service.journal import verify
from registry.store.open import open_journal
from registry.store.port import Journal
from tests.store.conftest import NewDatabase
from tests.store.made import notice

ROOT = Path(__file__).parents[2]
ROUNDS = 8
FILES = 24


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    """A folder of notices, some files with two."""
    folder = tmp_path / "notices"
    folder.mkdir()
    for number in range(FILES):
        city = "甲市" if number % 2 else "乙市"
        parts = [
            f"{city}人民政府关于第{number}次调整{'二' * part}领导分工的通知\n{city[0]}府字〔2026〕{number}{part}号\n"
            f"各区人民政府，市直各单位：\n王一同志 市长\n分管市商务局{number}、市审计局。\n"
            for part in range(number % 2 + 1)
        ]
        (folder / f"{number:02}.txt").write_text("\n".join(parts), "utf-8")
    return folder


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.worker", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def said(journal: Journal) -> list[object]:
    """Return all that is recorded but the times."""
    return [(e.number, e.by, e.because, e.source, e.record) for e in journal.entries()]


def test_killed_at_random_and_started_again(
    database: str, new_database: NewDatabase, notices: Path
) -> None:
    chance = random.Random(2026)
    accepted = 0
    killed = 0
    for _ in range(ROUNDS):
        worker = start("work", database, str(notices))
        assert worker.stdout is not None
        for _ in range(chance.randint(0, 8)):
            accepted = max(accepted, int(worker.stdout.readline() or 0))
        time.sleep(chance.uniform(0, 0.01))
        worker.send_signal(signal.SIGKILL)
        accepted = max(accepted, *map(int, worker.stdout.read().split()), 0)
        killed += worker.wait() == -signal.SIGKILL
        try:
            journal = open_journal(database)
        except JournalError:
            assert accepted == 0
            continue
        with closing(journal):
            assert verify(journal).entries >= accepted
            for because, entries in groupby(journal.entries(), key=lambda entry: entry.because):
                count = len(list(entries))
                assert because is None or count == (11 if because == "step 0" else 3), because
    assert killed >= ROUNDS - 2
    assert start("work", database, str(notices)).wait() == 0
    clean = new_database("sqlite")
    assert start("work", clean, str(notices)).wait() == 0
    with closing(open_journal(database)) as journal, closing(open_journal(clean)) as other:
        assert said(journal) == said(other)
        assert journal.governments() == other.governments()
        for government in journal.governments():
            entries = journal.entries(government=government)
            others = other.entries(government=government)
            assert [e.number for e in entries] == [e.number for e in others]


def test_writers_at_once_all_stand(database: str) -> None:
    names, turns = ("a", "b", "c"), 30
    writers = [start("contend", database, name, str(turns)) for name in names]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    with closing(open_journal(database)) as journal:
        entries = list(journal.entries())
        assert verify(journal).entries == len(entries) == len(names) * turns * 2
        for name in names:
            own = [entry for entry in entries if entry.by == name]
            assert list(dict.fromkeys(e.because for e in own)) == [str(n) for n in range(turns)]
            for _, batch in groupby(own, key=lambda entry: entry.because):
                found = [entry.number for entry in batch]
                assert found == list(range(found[0], found[0] + len(found)))


def test_two_loads_at_once_take_each_notice_once(database: str, notices: Path) -> None:
    code = "from registry.cli import main; main()"
    command = [sys.executable, "-c", code, "load", str(notices), "--database", database]
    loads = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) for _ in range(2)]
    assert [load.wait() for load in loads] == [0, 0]
    with closing(open_journal(database)) as journal:
        texts = [getattr(entry.record, "text", "") for entry in journal.entries()]
        assert len(texts) == len(set(texts)) == FILES + FILES // 2


def test_a_load_that_is_interrupted_says_so_and_can_be_repeated(
    database: str, tmp_path: Path
) -> None:
    folder, many = tmp_path / "many", 250
    folder.mkdir()
    for number in range(many):
        (folder / f"{number:03}.txt").write_text(notice(number).text, "utf-8")
    code = "from registry.cli import main; main()"
    command = [sys.executable, "-c", code, "load", str(folder), "--database", database]
    load = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    until = time.monotonic() + 30
    while time.monotonic() < until and load.poll() is None:
        try:
            with closing(open_journal(database)) as journal:
                if journal.last() > 3:
                    break
        except JournalError:
            pass  # it is not made yet
        time.sleep(0.02)
    load.send_signal(signal.SIGINT)
    out, err = load.communicate(timeout=30)
    assert load.returncode == 130, err
    assert "stopped" in err
    assert "Traceback" not in err
    with closing(open_journal(database)) as journal:
        loaded = verify(journal).entries
    assert 3 < loaded < many
    assert f"new 新增 {loaded} ·" in out
    again = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert f"new 新增 {many - loaded} · known 已有 {loaded} " in again.stdout
