"""A journal that holds the notices of the invented city, and the command line over it."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from registry.cli import main
from registry.model.answers import Segment
from registry.model.time import Period
from registry.service.answers.answer import answer
from registry.service.state import Recorded
from registry.store.open import open_journal
from registry.wiring import shipped_glossary, shipped_rules
from tests.store.conftest import database, new_database, postgres, server  # noqa: F401

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
CITY = "云陵市人民政府"
DIVISION = "云政发〔2024〕12号"
GROUP = "云政办字〔2024〕33号"
DAY = "2024-06-04"


class Desk:
    """``registry`` with one database, and what that database makes of a question."""

    def __init__(self, url: str) -> None:
        self.database = url

    def run(self, *arguments: str) -> Result:
        entering = arguments[0] in {"record", "load"} and arguments[1] != "list"
        by = ("--by", "何文书") if entering else ()
        given = [*arguments, *by, "--database", self.database]
        return CliRunner().invoke(main, given, catch_exceptions=False)

    def record(self, *arguments: str, warned: str = "") -> str:
        """Record something, and return what is printed."""
        done = self.run("record", *arguments)
        assert done.exit_code == 0, done.output
        assert done.stderr.count("\n") == bool(warned)
        assert warned in done.stderr
        return done.stdout.strip()

    def refused(self, *arguments: str) -> str:
        """Have something refused, with one line, exit status 2 and nothing written."""
        before = self.chain()
        done = self.run("record", *arguments)
        assert done.exit_code == 2, done.output
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert done.stderr.startswith("error: ")
        assert self.chain() == before
        return done.stderr.strip()

    def chain(self) -> str:
        with closing(open_journal(self.database)) as journal:
            return journal.chain()

    def registry(self) -> Recorded:
        with closing(open_journal(self.database)) as journal:
            entries = tuple(journal.entries())
        return Recorded(entries, shipped_rules(), shipped_glossary(), lambda: date(2024, 6, 1))

    def ask(self, subject: str, day: str = DAY) -> Segment:
        on = date.fromisoformat(day)
        return answer(self.registry(), subject, Period(on, on), government=CITY).segments[0]


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the three example notices, as entries 1 to 3."""
    path = tmp_path_factory.mktemp("loaded") / "registry.db"
    assert Desk(str(path)).run("load", str(EXAMPLES)).exit_code == 0
    return path


@pytest.fixture
def desk(loaded: Path, tmp_path: Path) -> Desk:
    """The command line over a copy of that database."""
    shutil.copy(loaded, tmp_path / "registry.db")
    return Desk(str(tmp_path / "registry.db"))


@pytest.fixture
def everywhere(database: str) -> Desk:  # noqa: F811
    """The command line over a new database with the notices, on each backend."""
    made = Desk(database)
    assert made.run("load", str(EXAMPLES)).exit_code == 0
    return made
