"""From the first schema on: what was recorded stays, and can be found as before."""

from __future__ import annotations

from contextlib import closing

import pytest
from sqlalchemy import text

from registry.errors import JournalError
from registry.service.journal import verify
from registry.store import migrations
from registry.store.engine import address, make_engine, writing
from registry.store.lines import chained, line_of, ticks
from registry.store.memory import MemoryJournal
from registry.store.open import migrate, open_journal
from tests.store.made import every_kind, moment, notice

FIRST_COLUMNS = "number, at, by_whom, because, source, kind, digest, record, chain"


def recorded() -> MemoryJournal:
    journal = MemoryJournal()
    journal.append(every_kind(0), by="王五", because="初次", at=moment(0))
    journal.append([notice(2, "乙市"), notice(3, None)], by="x", source="信", at=moment(1))
    return journal


def make_first(database: str, journal: MemoryJournal) -> None:
    """Make a database as the first release made it, and write the journal as it wrote it."""
    engine = make_engine(address(database), 1)
    with writing(engine).begin() as connection:
        migrations.upgrade(connection, to=1)
        chain = ""
        for entry in journal.entries():
            line = line_of(entry)
            chain = chained(chain, line)
            values = ", ".join(f":{name}" for name in FIRST_COLUMNS.split(", "))
            connection.execute(
                text(f"INSERT INTO journal ({FIRST_COLUMNS}) VALUES ({values})"),
                {
                    "number": entry.number,
                    "at": ticks(entry.at),
                    "by_whom": entry.by,
                    "because": entry.because,
                    "source": entry.source,
                    "kind": entry.record.__struct_config__.tag,
                    "digest": getattr(entry.record, "digest", None),
                    "record": bytes(line.record).decode(),
                    "chain": chain,
                },
            )
    engine.dispose()


def test_the_first_schema_is_brought_up_to_date(database: str) -> None:
    given = recorded()
    make_first(database, given)
    with pytest.raises(JournalError, match=r"has schema 1, .* run `registry migrate`"):
        open_journal(database, create=True)
    assert migrate(database)[1:] == (1, migrations.LATEST)
    assert migrate(database)[1:] == (migrations.LATEST, migrations.LATEST)
    with closing(open_journal(database)) as journal:
        assert list(journal.lines()) == list(given.lines())
        assert verify(journal).chain == given.chain()
        assert journal.governments() == given.governments()
        for government in (*given.governments(), ""):
            wanted = list(given.entries(government=government))
            assert list(journal.entries(government=government)) == wanted
        (entry,) = journal.append([notice(9)], by="x", at=moment(2))
        assert entry.number == given.last() + 1


def test_a_migration_that_fails_changes_nothing(database: str) -> None:
    make_first(database, recorded())
    engine = make_engine(address(database), 1)
    with writing(engine).begin() as connection:
        connection.execute(text("UPDATE journal SET record = '{}' WHERE number = 5"))
    with pytest.raises(JournalError, match="entry 5 cannot be read"):
        migrate(database)
    with engine.connect() as connection:
        assert migrations.version(connection) == 1
    engine.dispose()


def test_a_newer_schema_is_left_alone(database: str) -> None:
    migrate(database)
    engine = make_engine(address(database), 1)
    with writing(engine).begin() as connection:
        connection.execute(text("INSERT INTO registry_schema (version) VALUES (99)"))
    engine.dispose()
    for attempt in (open_journal, migrate):
        with pytest.raises(JournalError, match=r"has schema 99, .* upgrade the registry"):
            attempt(database)


def test_every_migration_is_in_its_place() -> None:
    names = migrations.MODULES
    assert [int(name[1:5]) for name in names] == list(range(1, migrations.LATEST + 1))


def test_the_tables_of_sqlite_are_strict(tmp_path: object) -> None:
    database = f"{tmp_path}/registry.db"
    migrate(database)
    engine = make_engine(address(database), 1)
    with engine.connect() as connection:
        tables = connection.execute(text("PRAGMA table_list")).mappings().all()
        ours = [t for t in tables if not t["name"].startswith("sqlite_")]
        assert len(ours) >= 5
        assert all(t["strict"] for t in ours)
        pragmas = ("journal_mode", "foreign_keys", "synchronous")
        found = [connection.scalar(text(f"PRAGMA {name}")) for name in pragmas]
        assert found == ["wal", 1, 2]
    engine.dispose()
