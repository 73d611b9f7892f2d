"""The rights in docs/deploy/postgresql-rights.sql are enough for each user, and no more than that."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from litestar.testing import TestClient
from msgspec import Struct
from sqlalchemy import URL, NullPool, create_engine, make_url, text
from sqlalchemy.exc import ProgrammingError

from api.app import create_app
from registry.cli import main
from registry.store.open import open_journal
from registry.wiring import courier, desk, registry
from tests.events.conftest import Receiver, receiver  # noqa: F401
from tests.store.conftest import NewDatabase

ROOT = Path(__file__).parents[2]
RIGHTS = ROOT / "docs" / "deploy" / "postgresql-rights.sql"
DIVISION = ROOT / "data" / "examples" / "01-yunling-division.txt"
APPOINTMENTS = ROOT / "data" / "examples" / "02-yunling-appointments.txt"
ROLES = ("registry_reader", "registry_clerk", "registry_service")


class Users(Struct, frozen=True):
    """Addresses of one database for the owner and for each role."""

    owner: str
    reader: str
    clerk: str
    service: str


@pytest.fixture
def users(
    new_database: NewDatabase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Users]:
    """A journal with one notice, and the roles of the document under names of the test's own."""
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))
    owner = make_url(new_database("postgresql"))
    schema = owner.query["options"].removeprefix("-csearch_path=")  # type: ignore[union-attr]
    own = {role: f"{role}_{schema[-8:]}" for role in ROLES}
    ask(spelled(owner), "load", str(DIVISION))
    rights = RIGHTS.read_text(encoding="utf-8").replace("SCHEMA public", f"SCHEMA {schema}")
    for role, name in own.items():
        rights = rights.replace(role, name)
        run(owner, f"CREATE ROLE {name} LOGIN")
    run(owner, rights)
    yield Users(spelled(owner), *(spelled(owner.set(username=name)) for name in own.values()))
    for name in own.values():
        run(owner, f"DROP OWNED BY {name}; DROP ROLE {name}")


def spelled(url: URL) -> str:
    return url.render_as_string(hide_password=False)


def run(url: str | URL, statement: str) -> None:
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text(statement))


def ask(database: str, *words: str) -> Result:
    done = CliRunner().invoke(main, [*words, "--database", database])
    assert done.exit_code in (0, 1), done.output
    return done


def refused(database: str, *words: str) -> None:
    done = CliRunner().invoke(main, [*words, "--database", database])
    assert done.exit_code == 2, done.output
    assert "permission denied" in done.stderr
    assert "grant it" in done.stderr


ABSENCE = ("record", "absence", "蓝启程", "--from", "2024-06-03", "--kind", "away")


def test_the_reader_asks_and_writes_nothing(users: Users, tmp_path: Path) -> None:
    ask(users.owner, "across", "商务")  # the index is there
    assert "蓝启程" in ask(users.reader, "who", "商务", "--on", "2024-06-03").stdout
    for words in ("check", "across 商务", "week 2024-06-03", "person 蓝启程", "journal"):
        ask(users.reader, *words.split())
    ask(users.reader, "export", "csv", "--on", "2024-06-03", "-o", str(tmp_path / "a.csv"))
    ask(users.reader, "backup", str(tmp_path / "a.backup"))
    refused(users.reader, *ABSENCE)
    refused(users.reader, "load", str(APPOINTMENTS))
    refused(users.reader, "key", "list")


def test_the_clerk_adds_and_changes_nothing(users: Users) -> None:
    ask(users.clerk, "load", str(APPOINTMENTS))
    ask(users.clerk, *ABSENCE)
    ask(users.clerk, "record", "withdraw", "3", "--because", "误记")
    assert "蓝启程" in ask(users.clerk, "across", "商务").stdout
    ask(users.clerk, "journal", "verify")
    for words in ("key list", "key add X --scope record", "hook list", "key audit"):
        refused(users.clerk, *words.split())


def test_the_service_serves(users: Users, receiver: Receiver) -> None:  # noqa: F811
    """Reading with a key, writing once, a job, the index, events and their delivery."""
    key = ask(users.owner, "key", "add", "值班室", "--scope", "record", "--scope", "absences")
    secret = next(word for word in key.stdout.split() if word.startswith("lrk_"))
    ask(users.owner, "hook", "add", receiver.url, "--allow-loopback", "--after", "0")
    told, doors = courier(users.service), desk(users.service)
    assert doors is not None
    app = create_app(registry(database=users.service), desk=doors, courier=told)
    headers = {"authorization": f"Bearer {secret}", "idempotency-key": "one"}
    body = {"person": "蓝启程", "from": "2024-06-03", "kind": "away", "reason": "体检"}
    with TestClient(app, "http://127.0.0.1") as client:
        for _ in range(2):
            done = client.post("/v1/absences", json=body, headers=headers)
            assert done.status_code == 201, done.text
        assert "体检" in client.get("/v1/absences", headers=headers).text
        assert client.get("/v1/coverage", params={"subject": "商务"}).status_code == 200
        file = {"file": ("a.txt", APPOINTMENTS.read_bytes(), "text/plain")}
        job = client.post("/v1/jobs", files=file, headers={"authorization": f"Bearer {secret}"})
        assert job.status_code == 202, job.text
        where = f"/v1/jobs/{job.json()['id']}"
        for _ in range(200):
            state = client.get(where, headers={"authorization": f"Bearer {secret}"}).json()
            if state["state"] == "done":
                break
            time.sleep(0.05)
        assert state["new"] == 1, state
        assert client.get("/v1/events").json()["items"]
    told.deliver()
    assert receiver.ids


NEVER = """
UPDATE journal SET by_whom = 'x'
DELETE FROM journal
TRUNCATE journal CASCADE
DELETE FROM journal_government
INSERT INTO api_key SELECT * FROM api_key
UPDATE api_key SET scopes = 'administer'
SELECT * FROM api_audit
DELETE FROM api_audit
INSERT INTO hook SELECT * FROM hook
DELETE FROM event
DROP TABLE lease
CREATE TABLE own (a int)
"""


def test_nobody_but_the_owner_rewrites_what_was_recorded(users: Users) -> None:
    for database in (users.service, users.clerk, users.reader):
        for statement in NEVER.strip().splitlines():
            with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
                run(database, statement)


def test_every_table_has_its_rights_or_is_the_owners_alone(users: Users) -> None:
    """A table that a migration adds is thought of here."""
    with closing(open_journal(users.owner)) as journal, journal.reading() as connection:
        found = connection.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        )
        tables = set(found)
    granted = set(RIGHTS.read_text(encoding="utf-8").replace(",", " ").split())
    assert tables - granted == set()
