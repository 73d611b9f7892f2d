"""A folder with a key, a desk whose city has records, and certificates of both."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from registry.certificates.canonical import read
from registry.model.time import Period
from registry.service.certificates.certify import certify, signed
from registry.service.certificates.signing_keys import SigningKeys
from registry.service.registry import Registry
from tests.record.conftest import Desk, desk, everywhere, loaded  # noqa: F401
from tests.store.conftest import database, new_database, postgres, server  # noqa: F401

MADE = datetime(2024, 6, 1, tzinfo=UTC)
ISSUED = datetime(2024, 6, 2, tzinfo=UTC)
DAY = Period(date(2024, 6, 3), date(2024, 6, 5))


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> SigningKeys:
    """A folder with one key."""
    made = SigningKeys(tmp_path_factory.mktemp("keys"))
    made.make(MADE)
    return made


@pytest.fixture(scope="session")
def certificate(keys: SigningKeys, loaded: Path) -> bytes:  # noqa: F811
    """A certificate over the example city, without records."""
    return certified(Desk(str(loaded)).registry(), keys, "商务")


def certified(registry: Registry, keys: SigningKeys, subject: str) -> bytes:
    """Return a certificate for three days of June 2024, and see that it can be read."""
    content = signed(certify(registry, subject, DAY, issued=ISSUED), keys)
    read(content, "made")
    return content
