"""A client of the real application over the shipped data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from api.app import create_app
from registry.wiring import registry


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient[Litestar]]:
    """Ask the application as a browser would."""
    with TestClient(create_app(registry()), raise_server_exceptions=False) as client:
        yield client
