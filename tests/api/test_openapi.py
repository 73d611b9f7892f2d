"""The document in ``docs`` is that of the service; its examples are answered; its page is safe."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from litestar import Litestar
from litestar.routes import HTTPRoute
from litestar.testing import TestClient

from api.docs_page import POLICY
from api.openapi import document, written
from api.openapi_words import TAGS
from api.security.access import access_of
from tests.api.addresses import addresses, operations

DOCS = Path(__file__).parents[2] / "docs" / "openapi.json"


def test_the_document_in_docs_is_not_stale(client: TestClient[Litestar]) -> None:
    assert DOCS.read_bytes() == written(client.app), "run `make openapi`"


def test_it_is_served_whole(client: TestClient[Litestar]) -> None:
    assert client.get("/schema/openapi.json").json() == document(client.app)
    assert "PersonPage:" in client.get("/schema/openapi.yaml").text


def test_every_operation_tells_all_that_may_happen(client: TestClient[Litestar]) -> None:
    whole = document(client.app)
    assert whole["openapi"].startswith("3.1")
    assert {t for _, _, op in operations(whole) for t in op["tags"]} <= set(TAGS)
    names = whole["components"]["schemas"]
    assert not [name for name in names if not re.fullmatch("[A-Za-z0-9]+", name)]
    for path, method, op in operations(whole):
        assert {"408", "429", "500", "503"} <= set(op["responses"]), path
        assert op["summary"], path
        assert "401" in op["responses"] or not op["security"], path
        if op.get("parameters") and path.startswith("/v1/"):
            assert "400" in op["responses"], (path, method)
    refs = set(re.findall(r'"#/components/(\w+)/(\w+)"', msgspec.json.encode(whole).decode()))
    assert {name for kind, name in refs if kind == "schemas"} <= set(names)
    ids = [op["operationId"] for _, _, op in operations(whole)]
    assert len(ids) == len(set(ids))


def test_no_route_of_the_api_is_left_out(client: TestClient[Litestar]) -> None:
    told = {(path, method) for path, method, _ in operations(document(client.app))}
    for route in client.app.routes:
        if isinstance(route, HTTPRoute) and route.path.startswith("/v1/"):
            for handler in route.route_handlers:
                if access_of(handler) is not None:
                    path = re.sub(r"\{(\w+):\w+\}", r"{\1}", route.path)
                    assert {
                        (path, m.lower()) for m in handler.http_methods if m != "OPTIONS"
                    } <= told


def test_its_examples_are_answered(client: TestClient[Litestar]) -> None:
    asked = 0
    for _, path, params in addresses(document(client.app)):
        response = client.get(path, params=params)
        if response.status_code == 409 and response.json()["type"].endswith("no-journal"):
            continue  # there is none beside the shipped data
        assert response.status_code == 200, (path, params, response.text)
        asked += 1
    assert asked >= 35


def test_the_page_loads_nothing_from_elsewhere(client: TestClient[Litestar]) -> None:
    page = client.get("/schema/docs")
    assert page.status_code == 200
    assert page.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    loaded = re.findall(r'(?:src|href)="([^"]*)"', page.text)
    assert len(loaded) == 3
    for name in loaded:
        assert not name.startswith(("http", "//"))
        file = client.get(f"/schema/{name}")
        assert file.status_code == 200
        assert file.headers["x-content-type-options"] == "nosniff"
    assert re.findall(r"<script[^>]*>([^<]+)</script>", page.text) == []
    assert "validatorUrl: null" in client.get("/schema/docs/docs.js").text


@pytest.mark.parametrize("name", ["index.css", "..%2Fapp.py", "swagger-ui-bundle.js.map"])
def test_the_page_has_its_own_files_alone(client: TestClient[Litestar], name: str) -> None:
    assert client.get(f"/schema/docs/{name}").status_code in {400, 404}
