"""Who may ask: keys in the header, cookies of browsers, other sites, other names, and limits."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import date

import pytest
from msgspec import structs

from registry.model.access import Scope
from registry.service.keys import make_key, revoke_key
from registry.tables.settings import Settings
from tests.api.house import House, house
from tests.store.conftest import NewDatabase, database, new_database, postgres, server  # noqa: F401

LOCAL = Settings()
PUBLIC = Settings(hosts=("registry.example",), public=True)
PRIVATE = Settings(hosts=("registry.example",))
ASKED = {"subject": "商务", "on": "2020-05-03"}


@pytest.fixture
def asked(new_database: NewDatabase) -> Iterator[House]:  # noqa: F811
    with house(new_database("sqlite"), settings=LOCAL) as made:
        yield made


def kind(response: object) -> str:
    problem = response.json()  # type: ignore[attr-defined]
    return str(problem["type"]).rpartition("/")[2]


@pytest.mark.parametrize(("settings", "status"), [(LOCAL, 200), (PUBLIC, 200), (PRIVATE, 401)])
def test_who_may_read_without_a_key(
    new_database: NewDatabase,  # noqa: F811
    settings: Settings,
    status: int,
) -> None:
    with house(new_database("sqlite"), settings=settings) as made:
        response = made.client.get("/v1/answers", params=ASKED)
        assert response.status_code == status
        if status == 401:
            assert response.headers["www-authenticate"].startswith("Bearer")
            assert kind(response) == "no-key"
        for scope in made.keys:
            answer = made.client.get("/v1/answers", params=ASKED, headers=made.auth(scope))
            assert answer.status_code == 200, scope


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer nonsense",
        "Basic " + base64.b64encode(b"a:b").decode(),
        "Bearer lrk_000000000000_" + "A" * 43,
    ],
)
def test_a_key_that_does_not_hold_is_told_so_even_where_anybody_may_read(
    asked: House, header: str
) -> None:
    response = asked.client.get("/v1/answers", params=ASKED, headers={"authorization": header})
    assert (response.status_code, kind(response)) == (401, "bad-key")
    assert asked.client.get("/health/live", headers={"authorization": header}).status_code == 200


def test_expired_and_revoked(database: str) -> None:  # noqa: F811
    with house(database, settings=LOCAL) as made:
        day = date(2020, 5, 1)
        key, text = make_key(
            made.desk.keys, "x", [Scope.RECORD], expires=day, by="y", at=made.clock.now()
        )
        header = {"authorization": f"Bearer {text}"}
        assert made.client.get("/session", headers=header).json()["scopes"] == ["read", "record"]
        made.clock.later(hours=15)
        response = made.client.get("/v1/notices", headers=header)
        assert (response.status_code, kind(response)) == (401, "bad-key")
        assert "expired" in response.json()["detail"]
        revoke_key(made.desk.keys, key.id, by="y", at=made.clock.now())
        assert "revoked" in made.client.get("/v1/notices", headers=header).json()["detail"]


def test_a_browser_signs_in_and_out(asked: House) -> None:
    assert asked.client.get("/session").json() == {"name": None, "scopes": ["read"], "until": None}
    response = asked.client.post("/session", json={"key": asked.keys["record"]})
    assert response.status_code == 200
    assert response.json()["scopes"] == ["read", "record"]
    cookie = response.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    assert "secure" not in cookie  # this machine alone has no TLS
    assert asked.keys["record"] not in cookie
    assert asked.client.get("/session").json()["name"] == "record"
    asked.clock.later(hours=12)
    assert asked.client.get("/session").json()["name"] is None
    asked.client.post("/session", json={"key": asked.keys["record"]})
    assert asked.client.delete("/session").status_code == 204
    assert asked.client.get("/session").json()["name"] is None


def test_the_cookie_is_secure_off_this_machine(new_database: NewDatabase) -> None:  # noqa: F811
    with house(new_database("sqlite"), settings=PRIVATE) as made:
        response = made.client.post("/session", json={"key": made.keys["read"]})
        cookie = response.headers["set-cookie"]
        assert cookie.startswith("__Host-registry=")
        assert "Secure" in cookie
        assert "Domain" not in cookie


def test_a_form_goes_on_to_an_address_of_this_service_alone(asked: House) -> None:
    for to, then in {
        "/week?on=2020-05-03": "/week?on=2020-05-03",
        "//evil.example": "/",
        "/\\evil.example": "/",
        "https://evil.example": "/",
        "/a\r\nset-cookie: x=y": "/",
        "javascript:alert(1)": "/",
    }.items():
        response = asked.client.post(
            "/session/begin", data={"key": asked.keys["read"], "next": to}, follow_redirects=False
        )
        assert (response.status_code, response.headers["location"]) == (303, then)
        assert "x=y" not in response.headers["set-cookie"]
    response = asked.client.post("/session/end", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/")
    assert asked.client.get("/session").json()["name"] is None
    bad = asked.client.post("/session/begin", data={"key": "x"}, follow_redirects=False)
    assert (bad.status_code, kind(bad)) == (401, "bad-key")


def test_a_revoked_key_ends_its_sessions(asked: House) -> None:
    asked.client.post("/session", json={"key": asked.keys["record"]})
    number = asked.keys["record"].split("_")[1]
    revoke_key(asked.desk.keys, number, by="y", at=asked.clock.now())
    assert asked.client.get("/session").json()["name"] is None


@pytest.mark.parametrize(
    "value", ["x", "", "e30=", base64.b64encode(b"associated_data={").decode()]
)
def test_a_broken_cookie_is_none(asked: House, value: str) -> None:
    response = asked.client.get("/session", headers={"cookie": f"registry={value}"})
    assert (response.status_code, response.json()["name"]) == (200, None)


def test_the_cookie_of_another_service_is_none(new_database: NewDatabase, asked: House) -> None:  # noqa: F811
    asked.client.post("/session", json={"key": asked.keys["record"]})
    cookie = {"cookie": f"registry={asked.client.cookies['registry']}"}
    with house(new_database("sqlite"), settings=LOCAL) as other:
        assert other.client.get("/session", headers=cookie).json()["name"] is None


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://127.0.0.1"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({}, 200),
    ],
)
def test_another_site_cannot_sign_anybody_in(
    asked: House, headers: dict[str, str], status: int
) -> None:
    body = {"key": asked.keys["read"]}
    assert asked.client.post("/session", json=body, headers=headers).status_code == status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("localhost", 200),
        ("LOCALHOST:1", 200),
        ("registry.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1@evil.example", 421),
    ],
)
def test_only_by_its_own_names(asked: House, host: str, status: int) -> None:
    response = asked.client.get("/v1/notices", headers={"host": host})
    assert response.status_code == status
    assert host not in response.text or status == 200


def test_so_many_requests_a_minute_each(new_database: NewDatabase) -> None:  # noqa: F811
    few = structs.replace(LOCAL, rate=5)
    with house(new_database("sqlite"), settings=few) as made:
        for left in reversed(range(5)):
            response = made.client.get("/session")
            assert response.headers["ratelimit-limit"] == "5"
            assert response.headers["ratelimit-remaining"] == str(left)
        refused = made.client.get("/session")
        assert refused.status_code == 429
        assert kind(refused) == "too-many-requests"
        assert 0 < int(refused.headers["retry-after"]) <= 60
        forged = {"authorization": f"Bearer {made.keys['read'][:-3]}AAA"}
        assert made.client.get("/session", headers=forged).status_code == 429
        by_key = made.client.get("/session", headers=made.auth("read"))
        assert by_key.headers["ratelimit-remaining"] == "4"


def test_no_other_site_may_ask_unless_it_is_named(new_database: NewDatabase) -> None:  # noqa: F811
    origin = {"origin": "https://paper.example"}
    for settings, allowed in (
        (LOCAL, None),
        (structs.replace(LOCAL, origins=("https://paper.example",)), "https://paper.example"),
        (structs.replace(LOCAL, origins=("https://other.example",)), None),
    ):
        with house(new_database("sqlite"), settings=settings) as made:
            response = made.client.get("/v1/notices", headers=origin)
            assert response.headers.get("access-control-allow-origin") == allowed
            assert "access-control-allow-credentials" not in response.headers
