"""A key as the password of HTTP Basic, for calendar programs: to read, and never to write."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

import pytest
from icalendar import Calendar

from api.openapi import document
from registry.model.access import Scope
from registry.service.keys import make_key
from registry.tables.settings import Settings
from tests.api.addresses import operations
from tests.api.house import House, house
from tests.api.test_scopes import routes
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401

FEED = "/v1/feeds/cover.ics"
WANTED = {"subject": "商务", "on": "2020-05-03"}


@pytest.fixture
def asked(new_database: NewDatabase) -> Iterator[House]:  # noqa: F811
    """A service off this machine, where reading needs a key."""
    settings = Settings(hosts=("registry.example",), rate=99_999)
    with house(new_database("sqlite"), settings=settings) as made:
        yield made


def basic(key: str, user: str = "x") -> dict[str, str]:
    return {"authorization": "Basic " + b64encode(f"{user}:{key}".encode()).decode()}


def test_a_calendar_subscribes_with_the_key_in_its_address(asked: House) -> None:
    assert asked.client.get(FEED, params=WANTED).status_code == 401
    for user in ("x", "", "张良华"):
        address = f"http://{user}:{asked.keys['read']}@127.0.0.1{FEED}"
        response = asked.client.get(address, params=WANTED)
        assert response.status_code == 200
        assert Calendar.from_ical(response.text).walk("VEVENT")


def test_all_that_reads_takes_it_and_nothing_that_does_more(asked: House) -> None:
    _, key = make_key(asked.desk.keys, "all", Scope, by="y", at=asked.clock.now())
    reads = refused = 0
    for method, path, access in routes(asked):
        if not access.scopes or path.startswith("/v1/charts/"):  # they are drawn, and guarded alike
            continue
        with_basic = asked.client.request(method, path, headers=basic(key))
        if method == "GET":
            reads += 1
            assert with_basic.status_code not in {401, 403}, path
            continue
        refused += 1
        own = {**basic(key), "sec-fetch-site": "same-origin"}
        again = asked.client.request(method, path, headers=own)
        for answer in (with_basic, again):
            assert answer.status_code == 401, (method, path)
            assert answer.json()["type"].endswith("no-key")
            assert "Basic" not in answer.headers["www-authenticate"]
    assert reads > 60
    assert refused > 20
    assert asked.journal.last() == 1


def test_one_who_is_signed_in_writes_by_the_cookie_though_the_browser_sends_basic(
    asked: House,
) -> None:
    asked.client.base_url = "https://registry.example"
    asked.client.post("/session", json={"key": asked.keys["record"]})
    away = {"person": "河二", "from": "2020-05-03", "kind": "away"}
    for headers, status in (
        ({"origin": "https://evil.example"}, 403),
        ({}, 403),
        ({"origin": "https://registry.example"}, 201),
    ):
        sent = {**basic(asked.keys["read"]), **headers}
        assert asked.client.post("/v1/absences", json=away, headers=sent).status_code == status


def test_what_is_no_key_is_told_so(asked: House) -> None:
    for rest in ("", " ", " %%%", " eA==", " eDp5", " //8=", " ="):
        response = asked.client.get("/v1/notices", headers={"authorization": f"basic{rest}"})
        assert response.status_code == 401
        assert response.json()["type"].endswith("bad-key")


def test_both_ways_are_named_but_no_script_has_its_reader_asked(asked: House) -> None:
    for headers in ({}, {"sec-fetch-mode": "navigate"}):
        named = asked.client.get("/v1/notices", headers=headers).headers["www-authenticate"]
        assert named.startswith("Bearer ")
        assert ", Basic " in named
    script = asked.client.get("/v1/notices", headers={"sec-fetch-mode": "cors"})
    assert "Basic" not in script.headers["www-authenticate"]


def test_its_use_is_written_down(asked: House) -> None:
    key = asked.keys["absences"]
    assert asked.client.get("/v1/absences", headers=basic(key)).status_code == 200
    (use,) = asked.desk.uses.since()
    assert (use.key, use.route) == (key.split("_")[1], "/v1/absences")


def test_the_document_says_where(asked: House) -> None:
    whole = document(asked.client.app)
    assert whole["components"]["securitySchemes"]["basic"]["scheme"] == "basic"
    for path, method, op in operations(whole):
        named = any("basic" in one for one in op["security"])
        assert named == (method == "get" and bool(op["security"])), (path, method)
