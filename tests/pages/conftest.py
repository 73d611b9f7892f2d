"""Clients of the pages: over the shipped data on a day of 2019, long after it, and over texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from api.app import create_app
from registry.service.from_files import FromFiles
from registry.service.registry import Registry
from registry.wiring import shipped_facts, shipped_glossary, shipped_rules

Client = TestClient[Litestar]
EXAMPLES = sorted(Path(__file__).parents[2].glob("data/examples/*.txt"))


def shipped_on(day: date) -> Registry:
    """Return the registry over the shipped data, as if today were ``day``."""
    return Registry(shipped_facts(), shipped_rules(), shipped_glossary(), lambda: day)


def client_of(registry: Registry) -> Client:
    """Return a client of the application over ``registry``."""
    return TestClient(create_app(registry), raise_server_exceptions=False)


@pytest.fixture(scope="session")
def client() -> Iterator[Client]:
    """Ask for pages on 2019-09-04."""
    with client_of(shipped_on(date(2019, 9, 4))) as client:
        yield client


@pytest.fixture(scope="session")
def later() -> Iterator[Client]:
    """Ask for pages seven years after the newest notice."""
    with client_of(shipped_on(date(2026, 11, 25))) as client:
        yield client


@pytest.fixture(scope="session")
def examples() -> Iterator[Client]:
    """Ask for pages over notices whose texts are kept."""
    made = FromFiles(EXAMPLES, shipped_rules(), shipped_glossary(), lambda: date(2024, 6, 5))
    with client_of(made) as client:
        yield client
