"""What is secret or private reaches neither the log nor the counters of a service that runs."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from click.testing import CliRunner

from registry.cli import main
from tests.api.test_serve import served

REASON = "住院手术"
PERSON = "蓝启程"
EXAMPLE = "data/examples/01-yunling-division.txt"


@pytest.mark.parametrize("form", ["json", "text"])
def test_no_key_cookie_name_or_reason_is_logged(form: str, tmp_path: Path) -> None:
    database = str(tmp_path / "registry.db")
    run = CliRunner().invoke
    assert run(main, ["load", EXAMPLE, "--database", database]).exit_code == 0
    words = ["--scope", "record", "--scope", "absences", "--database", database]
    key = run(main, ["key", "add", "值班室", *words]).stdout.splitlines()[0]
    held = {"authorization": f"Bearer {key}"}
    body = {"person": PERSON, "from": "2024-06-03", "kind": "ill", "reason": REASON}
    with served("--database", database, "--log", form) as (client, process):
        assert client.post("/v1/absences", json=body, headers=held).status_code == 201
        assert REASON in client.get("/v1/absences", headers=held).text
        refused = {"authorization": f"Bearer {key}x"}
        assert client.get("/v1/absences", headers=refused).status_code == 401
        cookie = client.post("/session", json={"key": key}).cookies
        assert client.get("/session").json()["name"] == "值班室"
        asked = client.get("/v1/answers", params={"subject": PERSON, "away": f"{PERSON}:ill"})
        assert asked.status_code == 200
        assert client.post("/v1/absences", json=body | {"person": "无名"}, headers=held).is_error
        counted = client.get("/metrics", headers=held).text
        process.send_signal(signal.SIGTERM)
        logged = process.communicate(timeout=60)[1]
    assert "/v1/absences" in logged
    assert "registry_requests_total" in counted
    secrets = [key, key.split("_")[2], REASON, PERSON, "无名", "值班室", *cookie.values()]
    for told in (logged, counted):
        assert [word for word in secrets if word in told] == []
