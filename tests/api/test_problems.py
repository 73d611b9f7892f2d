"""Each type of problem is told of at the address that is its type, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from api.controllers.problems import NAMED
from api.problem_words import MEANINGS
from api.problems import registry_problem
from registry import errors
from tests.api.house import house
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401


def test_every_type_of_problem_is_told_of(client: TestClient[Litestar]) -> None:
    assert set(NAMED) == set(MEANINGS)
    listed = client.get("/problems").json()["items"]
    assert [item["type"] for item in listed] == [f"/problems/{name}" for name in NAMED]
    for item in listed:
        assert client.get(item["type"]).json() == item
        assert item["meaning"]["zh"] != item["meaning"]["en"]


def test_a_problem_leads_to_what_it_means(client: TestClient[Litestar]) -> None:
    for path in ("/v1/people?on=x", "/v1/people?x=1", "/nowhere", "/v1/people/x"):
        met = client.get(path).json()
        told = client.get(met["type"]).json()
        assert (told["status"], told["title"]) == (met["status"], met["title"])
    assert client.get("/problems/none").status_code == 404


def test_no_problem_tells_where_the_services_files_are(
    new_database: NewDatabase,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))
    with house(new_database("sqlite")) as office:
        asked = {"subject": "商务", "on": "2020-05-03"}
        unsigned = office.client.get("/v1/answers/certificate", params=asked)
    assert (unsigned.status_code, unsigned.json()["detail"]) == (
        503,
        MEANINGS["no-signing-key"].en,
    )
    assert str(tmp_path) in caplog.text
    for kind in (errors.JournalError, errors.Conflict, errors.BadRules, errors.BadSettings):
        assert "/srv" not in str(registry_problem(kind("/srv/registry.db is locked")).detail)
    assert registry_problem(errors.SlowAnswer("ask for less")).detail == "ask for less"


def test_one_who_is_lost_is_told_the_way(client: TestClient[Litestar]) -> None:
    lost = client.get("/v1/absence")
    assert "/schema/docs" in lost.json()["detail"]
    page = client.get("/absence", headers={"accept": "text/html"})
    assert (page.status_code, "/schema/docs" in page.text) == (404, False)
    empty = client.post("/v1/whatif")
    assert empty.json()["detail"] == "data: the request has no body"
