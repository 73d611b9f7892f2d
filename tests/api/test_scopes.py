"""Every route but those for anybody refuses who lacks its scope: no key, a wrong, a bad one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from litestar.routes import HTTPRoute

from api.security.access import Access, access_of
from registry.model.access import Scope
from registry.service.keys import make_key, revoke_key
from registry.tables.settings import Settings
from tests.api.house import House, house
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401

ANYBODY = {
    "/chart",
    "/health/live",
    "/health/ready",
    "/problems",
    "/schema",
    "/session",
    "/sign-in",
    "/static",
    "/v1/certificates/keys",
}
"""Below these nobody is asked for a key; a new one is a decision to be made here."""


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(hosts=("registry.example",), rate=99_999)


@pytest.fixture
def asked(new_database: NewDatabase, settings: Settings) -> Iterator[House]:  # noqa: F811
    """A service off this machine, where reading needs a key too."""
    with house(new_database("sqlite"), settings=settings) as made:
        yield made


def routes(made: House) -> list[tuple[str, str, Access]]:
    found = []
    for route in made.client.app.routes:
        assert isinstance(route, HTTPRoute), f"{route.path}: say here who may use it"
        path = route.path_format
        for name, parameter in route.path_parameters.items():
            path = path.replace(f"{{{name}}}", "1" if parameter.type is int else "x")
        for handler in route.route_handlers:
            if handler.http_methods == {"OPTIONS"}:
                continue
            access = access_of(handler)
            assert access is not None, route.path
            found += [(str(m), path, access) for m in handler.http_methods if m != "OPTIONS"]
    return found


def test_nobody_gets_by_without_a_key_that_has_the_scope(asked: House) -> None:
    now = asked.clock.now()
    _, expired = make_key(asked.desk.keys, "x", Scope, expires=date(2020, 5, 1), by="y", at=now)
    gone, revoked = make_key(asked.desk.keys, "x", Scope, by="y", at=now)
    revoke_key(asked.desk.keys, gone.id, by="y", at=now)
    asked.clock.later(days=1)
    bad = [expired, revoked, f"lrk_000000000000_{'A' * 43}", asked.keys["record"].upper()]
    writes = 0
    for method, path, access in routes(asked):
        if not access.scopes:
            assert any(path == one or path.startswith(f"{one}/") for one in ANYBODY), path
            continue
        writes += access.writes
        assert method == "GET" or access.writes or access.asks
        assert asked.client.request(method, path).status_code == 401, (method, path)
        for key in bad:
            headers = {"authorization": f"Bearer {key}"}
            response = asked.client.request(method, path, headers=headers)
            assert response.status_code == 401, (method, path, key)
        for scope in Scope:
            response = asked.client.request(method, path, headers=asked.auth(scope.value))
            may = scope in access.scopes or Scope.READ in access.scopes
            assert (response.status_code == 403) is not may, (method, path, scope)
            assert response.status_code != 401
    assert writes >= 12
    assert asked.journal.last() == 1


def test_a_cookie_writes_only_from_this_services_own_pages(asked: House) -> None:
    asked.client.base_url = "https://registry.example"
    asked.client.post("/session", json={"key": asked.keys["record"]})
    for method, path, access in routes(asked):
        if not access.writes or Scope.RECORD not in access.scopes:
            continue
        for headers in (
            {},
            {"origin": "https://evil.example"},
            {"origin": "null"},
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site", "origin": "https://registry.example"},
        ):
            response = asked.client.request(method, path, headers=headers)
            assert response.status_code == 403, (method, path, headers)
            assert response.json()["type"].endswith("cross-site")
        own = asked.client.request(method, path, headers={"origin": "https://registry.example"})
        assert own.status_code not in {401, 403}, (method, path)


def test_without_a_database_every_write_says_so() -> None:
    from litestar.testing import TestClient

    from api.app import create_app
    from registry.wiring import registry

    with TestClient(create_app(registry()), raise_server_exceptions=False) as client:
        made = House(client, None, None, {}, None)  # type: ignore[arg-type]
        refused = 0
        for method, path, access in routes(made):
            if not access.writes and not access.private:
                continue
            response = client.request(method, path)
            assert response.status_code == 409, (method, path)
            assert response.json()["type"].endswith("no-journal")
            refused += 1
        assert refused > 12
