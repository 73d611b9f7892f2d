"""Every route says what it needs of those who ask; one that does not is refused."""

from __future__ import annotations

from typing import Any

import pytest
from litestar import Litestar, Router, get, post
from litestar.testing import TestClient

from api.security.access import access_of, asks, check_routes, needs, writes
from registry.model.access import Scope


@get("/silent")
async def silent() -> None: ...


@post("/posted", opt=needs(Scope.READ))
async def posted() -> None: ...


@post("/asked", opt=asks(Scope.READ))
async def asked() -> None: ...


@pytest.mark.parametrize(("handler", "remedy"), [(silent, "needs"), (posted, "asks")])
def test_a_route_that_says_nothing_is_refused(handler: Any, remedy: str) -> None:
    with pytest.raises(TypeError, match=remedy):
        check_routes(Litestar([handler], openapi_config=None))


def test_a_write_is_not_for_everybody() -> None:
    for scopes in ((), (Scope.READ,)):
        with pytest.raises(ValueError, match="scope"):
            writes(*scopes)


def test_a_route_may_say_it_for_its_group() -> None:
    group = Router("/group", route_handlers=[silent], opt=needs(Scope.READ))
    check_routes(Litestar([group, asked], openapi_config=None))


def test_every_route_of_the_application_says_what_it_needs(client: TestClient[Litestar]) -> None:
    check_routes(client.app)
    found = {
        route.path: access_of(handler)
        for route in client.app.routes
        for handler in getattr(route, "route_handlers", ())
        if handler.http_methods != {"OPTIONS"}
    }
    assert None not in found.values()
    assert found["/v1/answers"] == needs(Scope.READ)["access"]


def test_what_a_path_allows_is_told_to_anybody(client: TestClient[Litestar]) -> None:
    assert client.options("/v1/answers").headers["allow"] == "GET, HEAD, OPTIONS"
    assert client.options("/v1/absences").headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert client.options("/v1/absences/1").headers["allow"] == "DELETE, GET, HEAD, OPTIONS"
