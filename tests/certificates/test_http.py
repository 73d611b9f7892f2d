"""``GET /v1/answers/certificate`` and ``/v1/certificates/keys``."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar.testing import TestClient

from api.app import create_app
from registry.certificates.canonical import read
from registry.certificates.keys import read_keys
from registry.service.certificates.signing_keys import SigningKeys
from registry.service.certificates.verify import verify
from registry.wiring import registry
from tests.certificates.conftest import MADE
from tests.record.conftest import Desk


@pytest.fixture
def signing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SigningKeys:
    """The service's own folder of keys, empty."""
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))
    return SigningKeys(tmp_path / "keys")


def test_a_certificate_and_the_keys_to_check_it(signing: SigningKeys) -> None:
    signing.make(MADE)
    asked = {"subject": "商务", "on": "2019-09-03", "away": "张良华"}
    with TestClient(create_app(registry())) as client:
        made = client.get("/v1/answers/certificate", params=asked)
        keys = client.get("/v1/certificates/keys")
        plain = client.get("/v1/answers", params=asked).json()
        long = client.get("/v1/answers/certificate", params={"subject": "商务", "on": "2019"})
        typo = client.get("/v1/answers/certificate", params={**asked, "wek": "1"})
    assert made.status_code == 200
    assert made.headers["content-type"] == "application/json"
    verdict = verify(read(made.content, "answer"), read_keys(keys.content, "keys"))
    assert verdict.holds
    certified = made.json()["certificate"]["answer"]
    assert certified["segments"] == plain["segments"]
    assert "PRIVATE" not in keys.text
    assert (long.status_code, typo.status_code) == (200, 400)


def test_without_a_key_to_sign_with(signing: SigningKeys) -> None:
    with TestClient(create_app(registry())) as client:
        made = client.get("/v1/answers/certificate", params={"subject": "商务", "on": "2019-09-03"})
        keys = client.get("/v1/certificates/keys")
    assert made.status_code == 503
    assert made.json()["type"].endswith("/no-signing-key")
    assert keys.json() == {"keys": []}


def test_recorded_absences_are_not_for_everybody(signing: SigningKeys, desk: Desk) -> None:
    signing.make(MADE)
    desk.record("absence", "蓝启程", "--from", "2024-06-03", "--kind", "ill")
    asked = {"subject": "商务", "government": "云陵市人民政府"}
    with TestClient(create_app(desk.registry())) as client:
        away = client.get("/v1/answers/certificate", params={**asked, "on": "2024-06-03"})
        there = client.get("/v1/answers/certificate", params={**asked, "on": "2024-06-04"})
    assert away.status_code == 401
    assert "absences" in away.json()["detail"]
    assert there.status_code == 200
