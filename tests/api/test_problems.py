"""Each type of problem is told of at the address that is its type, in both languages."""

from __future__ import annotations

from litestar import Litestar
from litestar.testing import TestClient

from api.controllers.problems import NAMED
from api.problem_words import MEANINGS


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
