"""HEAD is answered wherever GET is: the same status and headers, and no body."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from api.openapi import document
from registry.model.access import Scope
from registry.service.keys import make_key
from registry.tables.settings import Settings
from tests.api.addresses import addresses
from tests.api.house import House, house
from tests.api.test_scopes import routes
from tests.pages.test_every_page import PATHS
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401

DRAWN = "/v1/charts/"
COUNTING = {"ratelimit-remaining", "ratelimit-reset"}
MOVING = {"/metrics": {"etag", "content-length"}}
"""What is another at each time one asks."""


@pytest.fixture
def asked(new_database: NewDatabase) -> Iterator[House]:  # noqa: F811
    settings = Settings(hosts=("registry.example",), rate=99_999)
    with house(new_database("sqlite"), settings=settings) as made:
        yield made


def same(client: TestClient[Litestar], path: str, **given: object) -> int:
    """Compare the two answers; return their status."""
    whole = client.get(path, follow_redirects=False, **given)  # type: ignore[arg-type]
    head = client.request("HEAD", path, follow_redirects=False, **given)  # type: ignore[arg-type]
    assert head.content == b"", path
    assert head.status_code == whole.status_code, path
    for name in {*whole.headers, *head.headers} - COUNTING - MOVING.get(path, set()):
        assert head.headers.get(name) == whole.headers.get(name), (path, name)
    return head.status_code


def test_every_route_without_a_key_and_with_one(asked: House) -> None:
    _, key = make_key(asked.desk.keys, "all", Scope, by="y", at=asked.clock.now())
    found = 0
    for method, path, access in routes(asked):
        if method == "GET":
            found += 1
            assert same(asked.client, path) == 401 or not access.scopes, path
            assert same(asked.client, path, headers={"authorization": f"Bearer {key}"}) != 405
    assert found > 120


def test_what_is_found_is_told_with_its_length_and_tag(client: TestClient[Litestar]) -> None:
    pages: list[tuple[str, str, dict[str, str]]] = [("page", path, {}) for path in PATHS[::5]]
    found = 0
    for name, path, params in [*addresses(document(client.app)), *pages]:
        if path.startswith(DRAWN) and not path.endswith("/government.svg"):
            continue  # all are drawn alike, each in half a second
        if same(client, path, params=params) == 200:
            head = client.request("HEAD", path, params=params)
            assert int(head.headers["content-length"]) > 0, name
            known = {"if-none-match": head.headers["etag"]}
            assert same(client, path, params=params, headers=known) == 304, name
            found += 1
    assert found > 30


def test_a_stream_ends_at_once(asked: House) -> None:
    headers = {**asked.auth("record"), "accept": "text/event-stream"}
    files = [("file", ("a.txt", "云岭市", "text/plain"))]
    made = asked.client.post("/v1/jobs", headers=asked.auth("record"), files=files)
    job = made.json()["id"]
    head = asked.client.request("HEAD", f"/v1/jobs/{job}/events", headers=headers)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"].startswith("text/event-stream")


def test_it_is_written_down_and_counted_as_what_it_is(new_database: NewDatabase) -> None:  # noqa: F811
    with house(new_database("sqlite"), settings=Settings(rate=2)) as made:
        headers = made.auth("absences")
        answers = [
            made.client.request("HEAD", "/v1/absences", headers=headers).status_code
            for _ in range(3)
        ]
        assert answers == [200, 200, 429]
        uses = [(use.method, use.route, use.status) for use in made.desk.uses.since()]
    assert uses == [("HEAD", "/v1/absences", 200)] * 2


def test_what_takes_no_get_takes_no_head(client: TestClient[Litestar]) -> None:
    refused = client.request("HEAD", "/v1/whatif")
    assert refused.status_code == 405
    assert set(refused.headers["allow"].split(", ")) == {"OPTIONS", "POST"}
    told = client.options("/v1/answers").headers["allow"].split(", ")
    assert {"GET", "HEAD"} <= set(told)
