"""A service over a database with one invented city, its rules, and a key for each scope."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from litestar import Litestar
from litestar.testing import TestClient
from msgspec import Struct

from api.app import create_app
from registry.model.access import Scope
from registry.model.journal import AnyRecord
from registry.service.desk import Desk
from registry.service.events.stream import Stream
from registry.service.hooks.courier import Courier
from registry.service.journaled import Journaled
from registry.service.keys import make_key
from registry.store.desk.events import SqlEvents
from registry.store.desk.hooks import SqlHooks
from registry.store.desk.jobs import SqlJobs
from registry.store.desk.keys import SqlKeys, SqlUses
from registry.store.desk.replies import SqlReplies
from registry.store.open import open_journal
from registry.store.sql import SqlJournal
from registry.tables.rules import read_rules
from registry.tables.settings import Settings
from registry.wiring import shipped_glossary
from tests.graph.city import CITY
from tests.record.test_rules import BACKUP
from tests.state.journal import DIVISION

BEGIN = datetime(2020, 5, 1, 1, tzinfo=UTC)
TODAY = BEGIN.date()


class Clock:
    """The moment, which a test may move."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def later(self, **by: int) -> None:
        self.at += timedelta(**by)


class House(Struct, frozen=True):
    """A service, and what stands behind it."""

    client: TestClient[Litestar]
    desk: Desk
    journal: SqlJournal
    keys: Mapping[str, str]
    clock: Clock

    def auth(self, scope: str) -> dict[str, str]:
        return {"authorization": f"Bearer {self.keys[scope]}"}


@contextmanager
def house(
    database: str,
    *records: AnyRecord,
    rules: str = BACKUP,
    settings: Settings | None = None,
    by: Sequence[AnyRecord] = (DIVISION,),
    city: str = CITY,
    begin: datetime = BEGIN,
    hooks: Path | None = None,
) -> Iterator[House]:
    """Open a service over a database in which ``by`` and ``records`` are recorded.

    With a folder for the secrets of ``hooks`` it tells of events.
    """
    book = read_rules(f'government = "{city}"\n{rules}'.encode(), "city.toml")
    clock = Clock(begin)
    with closing(open_journal(database, create=True)) as journal:
        journal.append([*by, *records], by="何文书", at=clock.now())
        desk = Desk(
            journal,
            SqlKeys(journal),
            SqlUses(journal),
            SqlReplies(journal),
            SqlJobs(journal),
            rulebooks=(book,),
            glossary=shipped_glossary(),
            today=begin.date,
            now=clock.now,
        )
        keys = {
            scope.value: make_key(desk.keys, scope.value, [scope], by="何文书", at=clock.now())[1]
            for scope in Scope
        }
        registry = Journaled(journal, (book,), shipped_glossary(), begin.date)
        told = courier(registry, journal, hooks, clock) if hooks is not None else None
        app = create_app(registry, settings, desk, courier=told)
        with TestClient(app, "http://127.0.0.1", raise_server_exceptions=False) as client:
            yield House(client, desk, journal, keys, clock)


def courier(registry: Journaled, journal: SqlJournal, folder: Path, clock: Clock) -> Courier:
    """Return who works out events and tells of them, by the clock of the house."""
    events = SqlEvents(journal)
    stream = Stream(registry, events, clock.now)
    return Courier(stream, events, SqlHooks(journal), folder, clock.now)
