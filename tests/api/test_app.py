"""The application around its resources: other listings, charts, the schema, headers, errors."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from api.app import create_app
from api.problems import KINDS, registry_problem
from registry import errors
from registry.resolve.subject import Glossary
from registry.service.registry import Registry

SVG = "{http://www.w3.org/2000/svg}"


def test_notices_are_listed(client: TestClient[Litestar]) -> None:
    notices = client.get("/v1/notices").json()["items"]
    (division,) = (n for n in notices if n["kind"] == "division")
    assert division["number"] == "景府字〔2019〕33号"
    assert division["date"] == "2019-08-28"
    assert division["issuer"] == "景德镇市人民政府"
    assert division["facts"] > 100


def test_people_hold_what_the_notice_in_force_says(client: TestClient[Litestar]) -> None:
    people = client.get("/v1/people", params={"on": "2019-09-02"}).json()["items"]
    leaders = [person for person in people if person["leader"]]
    assert len(leaders) == 10
    (zhang,) = (person for person in people if person["name"] == "张良华")
    assert "市政府副市长" in zhang["titles"]
    held = {(h["relation"], h["name"]): h for h in zhang["holds"]}
    assert held["supervises", "市商务局"]["doc"] == "景府字〔2019〕33号"
    assert "市商务局" in held["supervises", "市商务局"]["clause"]


def test_nobody_leads_before_the_first_notice(client: TestClient[Litestar]) -> None:
    people = client.get("/v1/people", params={"on": "2019-08-20"}).json()["items"]
    assert not any(person["leader"] or person["holds"] for person in people)


def test_the_chart_shows_who_acts(client: TestClient[Litestar]) -> None:
    asked = {"on": "2019-09-04", "away": "张良华", "lang": "en", "liaison": "false"}
    response = client.get("/v1/charts/government.svg", params=asked)
    assert response.status_code == 200
    assert response.headers["content-type"] == "image/svg+xml"
    root = ET.fromstring(response.content)
    words = {text.text for text in root.iter(f"{SVG}text")}
    assert "Acting for 张良华" in words
    assert root.get("lang") == "en"


def test_a_picture_can_run_and_load_nothing(client: TestClient[Litestar]) -> None:
    response = client.get("/v1/charts/government.svg", params={"on": "2019-09-04"})
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert not list(ET.fromstring(response.content).iter(f"{SVG}script"))


@pytest.mark.parametrize(
    "asked",
    [
        {"on": "2019-08-20"},
        {"on": "2019-09-04", "away": "无此人"},
        {"on": "4 September"},
        {"on": "2019-09-04", "lang": "fr"},
    ],
)
def test_a_chart_that_cannot_be_drawn_is_a_problem(
    client: TestClient[Litestar], asked: dict[str, str]
) -> None:
    response = client.get("/v1/charts/government.svg", params=asked)
    assert response.status_code in {400, 404}
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/v1/answers?subject=x", "/v1/notices", "/nowhere"])
def test_every_response_is_guarded(client: TestClient[Litestar], path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'none'")


def test_no_such_path_and_no_such_method(client: TestClient[Litestar]) -> None:
    for response, status in (
        (client.get("/nowhere"), 404),
        (client.post("/v1/answers"), 405),
    ):
        assert response.status_code == status
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["status"] == status


def test_the_schema_describes_what_is_served(client: TestClient[Litestar]) -> None:
    response = client.get("/schema/openapi.json")
    assert response.status_code == 200
    schema = response.json()
    assert schema["openapi"].startswith("3.1")
    assert set(schema["paths"]) >= {
        "/v1/answers",
        "/v1/coverage",
        "/v1/notices",
        "/v1/people",
        "/v1/charts/government.svg",
    }
    answers = schema["paths"]["/v1/answers"]["get"]
    assert [p["name"] for p in answers["parameters"]] == [
        "subject",
        "on",
        "week",
        "from",
        "to",
        "away",
        "government",
        "known_at",
    ]
    for status in ("400", "404"):
        assert list(answers["responses"][status]["content"]) == ["application/problem+json"]


@pytest.mark.parametrize("path", ["swagger", "redoc", "scalar", "rapidoc", "elements"])
def test_no_page_that_loads_from_elsewhere(client: TestClient[Litestar], path: str) -> None:
    assert client.get(f"/schema/{path}").status_code == 404


def test_every_error_has_a_problem() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.RegistryError)
    ]
    finer = {errors.NothingKnown: "unknown-name", errors.SeveralGovernments: "several-fit"}
    assert set(kinds) - finer.keys() == set(KINDS)
    for error, name in finer.items():  # pages tell them apart, programs need not
        assert registry_problem(error("x")).type.endswith(f"/{name}")

    class Later(errors.BadPeriod):
        """A kind that the table does not know yet."""

    assert registry_problem(Later("x")).type.endswith("/bad-period")


def test_an_unforeseen_error_tells_nothing_of_the_inside(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken() -> date:
        raise ZeroDivisionError("secret place")

    app = create_app(Registry((), (), Glossary(), broken))
    with TestClient(app, raise_server_exceptions=False) as client:
        response = client.get("/v1/answers", params={"subject": "商务"})
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "secret" not in response.text
    assert "secret place" in caplog.text


def test_who_covers_one_thing_everywhere(client: TestClient[Litestar]) -> None:
    params = {"subject": "commerce", "on": "2019-09-04", "in": "江西"}
    found = client.get("/v1/coverage", params=params).json()
    assert {c["person"] for c in found["covers"]} == {"张良华"}
    assert {c["name"] for c in found["covers"]} == {"商务", "市商务局"}
    elsewhere = client.get("/v1/coverage", params={**params, "in": "湖南省"}).json()
    assert (elsewhere["covers"], elsewhere["silent"]) == ([], [])


@pytest.mark.parametrize("path", ["answers", "people", "coverage", "notices"])
def test_a_moment_that_cannot_be_read_is_a_problem(client: TestClient[Litestar], path: str) -> None:
    asked = {"subject": "商务"} if path in {"answers", "coverage"} else {}
    response = client.get(f"/v1/{path}", params={**asked, "known_at": "yesterday"})
    assert response.status_code == 400
    assert response.json()["type"].endswith("bad-period")
    assert "2019-09-02T12:00" in response.json()["detail"]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("subject=商务&knownat=2019-09-02", "knownat"),
        ("subject=商务&subject=教育", "subject"),
        ("subject=商务&foo", "foo"),
    ],
)
def test_a_slip_in_a_parameter_is_no_other_question(
    client: TestClient[Litestar], query: str, key: str
) -> None:
    response = client.get(f"/v1/answers?{query}")
    assert response.status_code == 400
    assert [error["key"] for error in response.json()["errors"]] == [key]
    away = "away=张良华@2019-09-03&away=熊皓@2019-09-04"
    assert client.get(f"/v1/answers?subject=商务&week=2019-09-02&{away}").status_code == 200
