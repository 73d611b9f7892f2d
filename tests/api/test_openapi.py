"""The document in ``docs`` is that of the service; its examples are answered; its page is safe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema_rs import Draft202012Validator
from litestar import Litestar
from litestar.routes import HTTPRoute
from litestar.testing import TestClient

from api.controllers.writes.uploads import DOCX
from api.docs_page import POLICY
from api.openapi import document, written
from api.openapi_words import TAGS
from api.security.access import access_of
from tests.api.addresses import addresses, operations
from tests.api.shown import WHERE, examples

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DOCS = Path(__file__).parents[2] / "docs" / "openapi.json"


def test_the_document_in_docs_is_not_stale(client: TestClient[Litestar]) -> None:
    assert DOCS.read_bytes() == written(client.app), "run `make openapi`"


def test_its_examples_are_what_the_service_says() -> None:
    assert WHERE.read_bytes() == examples(), "run `make openapi`"


def test_each_example_fits_its_schema(client: TestClient[Litestar]) -> None:
    whole = document(client.app)
    parts = {"$schema": DRAFT, "components": whole["components"]}
    found = 0
    for name, kind, content in contents(whole):
        if "example" in content:
            found += 1
            schema = Draft202012Validator({**parts, **content["schema"]}, validate_formats=True)
            wrong = [str(error) for error in schema.iter_errors(content["example"])]
            assert not wrong, (name, kind)
    problem = Draft202012Validator({**parts, "$ref": "#/components/schemas/Problem"})
    for name, shown in whole["components"]["examples"].items():
        assert problem.is_valid(shown["value"]), name
        assert shown["value"]["type"] == f"/problems/{name}"
    assert found > 100


def test_whatever_is_sent_or_answered_is_shown(client: TestClient[Litestar]) -> None:
    every = list(contents(document(client.app)))
    assert not [(name, kind) for name, kind, content in every if "example" not in content]
    assert {"text/event-stream", "text/html", "application/pdf", DOCX} <= {k for _, k, _ in every}


def test_a_time_of_day_is_told_as_one(client: TestClient[Litestar]) -> None:
    whole = document(client.app)
    asked = {"subject": "商务", "on": "2019-09-04T15:00"}
    said = client.get("/v1/answers", params=asked).json()
    assert said["segments"][0]["from_time"] == "15:00:00"
    (schema,) = whole["paths"]["/v1/answers"]["get"]["responses"]["200"]["content"].values()
    parts = {"$schema": DRAFT, "components": whole["components"], **schema["schema"]}
    schema = Draft202012Validator(parts, validate_formats=True)
    assert schema.is_valid(said)
    said["segments"][0]["from_time"] = "PT15H"
    assert not schema.is_valid(said)


def test_common_problems_are_shown_where_they_may_be_met(client: TestClient[Litestar]) -> None:
    whole = document(client.app)
    for status in ("400", "401", "403", "404", "409", "412", "413", "415", "422"):
        for path, method, op in operations(whole):
            met = op["responses"].get(status, {})
            if "$ref" in met:
                met = whole["components"]["responses"][status]
            if met:
                names = met["content"]["application/problem+json"]["examples"]
                assert names, (path, method, status)
                assert method != "get" or "against-rule" not in names


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


def test_the_index_leads_to_all_that_can_be_listed(client: TestClient[Litestar]) -> None:
    found = client.get("/v1").json()
    for address in found["links"].values():
        assert client.get(address).status_code == 200, address
    ways = {(w["path"], w["method"]): w for r in found["resources"] for w in r["ways"]}
    for path, method, op in operations(document(client.app)):
        listed = path.startswith("/v1/") and "{" not in path and path.count("/") == 2
        if not listed:
            continue
        way = ways[path, method.upper()]
        assert set(way["needed"]) <= way["parameters"].keys()
        query = {p["name"] for p in op.get("parameters", []) if p["in"] == "query"}
        assert way["parameters"].keys() == query
        assert all(way["parameters"].values()), path
        assert way["keyless"] == ({} in op["security"]), path


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


def contents(whole: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield what each operation is sent and answers when all is well, by its media type."""
    for _, _, op in operations(whole):
        bodies = [op.get("requestBody", {})]
        bodies += [body for status, body in op["responses"].items() if status.startswith("2")]
        for body in bodies:
            for kind, content in body.get("content", {}).items():
                yield op["operationId"], kind, content
