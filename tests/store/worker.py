"""Run by the tests: a process that writes to a journal, and may be killed at any moment.

It says each number that was accepted. Started again, it goes on where it was.
"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from registry.model.journal import Withdrawn
from registry.service.loading.load import load
from registry.service.sources import files_in
from registry.store.open import open_journal
from registry.store.port import Journal
from registry.wiring import now
from tests.store.made import absence, decision, every_kind


def work(database: str, folder: Path) -> None:
    """Load a folder's notices, a step of several records after each of them."""
    with closing(open_journal(database, create=True)) as journal:
        # Steps and files alternate, and none is begun before the one before it is safe.
        for number, path in enumerate(files_in([folder])):
            for loaded in load(journal, [path], by="load", now=now):
                assert loaded.refused is None, loaded.refused
            say(journal.last())
            if not any(entry.because == f"step {number}" for entry in journal.entries()):
                step(journal, number)


def step(journal: Journal, number: int) -> None:
    last = journal.last()
    others = (absence(str(number)), decision(), Withdrawn(entry=last + 1))
    records = (*every_kind(last)[1:], *others) if number == 0 else others
    entries = journal.append(records, by="step", because=f"step {number}", at=now())
    say(entries[-1].number)


def contend(database: str, name: str, turns: int) -> None:
    """Append as fast as others let it, one to three records at a time."""
    with closing(open_journal(database, create=True)) as journal:
        for turn in range(turns):
            records = [absence(f"{name} {turn} {n}") for n in range(turn % 3 + 1)]
            journal.append(records, by=name, because=str(turn), at=now())


def say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1] == "work":
        work(sys.argv[2], Path(sys.argv[3]))
    else:
        contend(sys.argv[2], sys.argv[3], int(sys.argv[4]))
