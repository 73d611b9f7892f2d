"""Why somebody is absent is told to those who may know it, and to nobody else, on any route."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from litestar.routes import HTTPRoute
from msgspec import structs

from registry.model.journal import AbsenceRecorded, ApprovalRecorded
from registry.model.records import Absence, Approval
from registry.tables.settings import Settings
from tests.api.house import House, house
from tests.graph.city import CITY
from tests.record.test_rules import ANYBODY, BACKUP
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401

DAY = date(2020, 5, 3)
ILL = AbsenceRecorded(
    government=CITY,
    absence=Absence(person="河二", start=DAY, end=DAY, kind="ill"),
    reason="骨折住院",
)
BOTH = AbsenceRecorded(
    government=CITY,
    absence=Absence(person="湖三", start=DAY, end=DAY, kind="reception"),
    reason="家事",
)
ALLOWED = ApprovalRecorded(
    government=CITY,
    approval=Approval(by="江一", person="河二", start=DAY, end=DAY, because="须即刻手术"),
)
SECRET = ("骨折", "家事", "手术", "因病", '"ill"', " ill", "接待", "reception", "receiving")
ASKED = {"subject": "商务", "on": "2020-05-03"}


RULES = BACKUP.replace('["away"]', '["away", "ill", "reception", "training"]') + ANYBODY


@pytest.fixture
def asked(new_database: NewDatabase) -> Iterator[House]:  # noqa: F811
    settings = Settings(rate=9999)
    with house(new_database("sqlite"), ILL, BOTH, ALLOWED, rules=RULES, settings=settings) as made:
        yield made


@pytest.fixture
def twin(new_database: NewDatabase) -> Iterator[House]:  # noqa: F811
    """The same, with other reasons."""
    records = [
        structs.replace(one, reason=None, absence=structs.replace(one.absence, kind="training"))
        for one in (ILL, BOTH)
    ]
    allowed = structs.replace(ALLOWED, approval=structs.replace(ALLOWED.approval, because="急"))
    settings = Settings(rate=9999)
    with house(new_database("sqlite"), *records, allowed, rules=RULES, settings=settings) as made:
        yield made


def told(text: str) -> list[str]:
    return [word for word in SECRET if word in text]


def test_an_answer_says_that_and_not_why(asked: House) -> None:
    public = asked.client.get("/v1/answers", params=ASKED)
    assert told(public.text) == []
    assert "事由不公开" in public.text
    for scope in ("read", "record", "administer"):
        same = asked.client.get("/v1/answers", params=ASKED, headers=asked.auth(scope))
        assert told(same.text) == [], scope
    known = asked.client.get("/v1/answers", params=ASKED, headers=asked.auth("absences"))
    assert "因病" in known.text
    assert known.json()["segments"][0]["status"] == public.json()["segments"][0]["status"]
    assert known.json()["segments"][0]["acting"] == public.json()["segments"][0]["acting"]


def test_the_rules_go_by_the_kind_all_the_same(new_database: NewDatabase) -> None:  # noqa: F811
    for kind, acting in (("away", ["湖三"]), ("ill", [])):
        absence = structs.replace(ILL, absence=structs.replace(ILL.absence, kind=kind))
        with house(new_database("sqlite"), absence) as made:
            held = {"subject": "市卫生健康委员会", "on": "2020-05-03"}
            (segment,) = made.client.get("/v1/answers", params=held).json()["segments"]
            assert segment["acting"] == acting, kind


def test_no_route_that_reads_tells_why(asked: House, twin: House) -> None:
    schema = asked.client.app.openapi_schema
    values: dict[str, Any] = {
        "subject": "商务",
        "on": "2020-05-03",
        "week": "2020-05-03",
        "from": "2020-05-02",
        "to": "2020-05-04",
        "person": "河二",
        "name": "河二",
        "q": "2020年5月3日谁管商务？",
        "question": "2020年5月3日谁管商务？",
    }
    read = 0
    for route in asked.client.app.routes:
        if not isinstance(route, HTTPRoute) or "GET" not in route.methods:
            continue
        paths = [route.path_format]
        for name in route.path_parameters:
            paths = [
                path.replace(f"{{{name}}}", value)
                for path in paths
                for value in ("河二", "商务", f"{CITY}~河二", CITY, "2", "2020-05-03", "week")
            ]
        item = (schema.paths or {}).get(route.path_format)
        known = {p.name for p in (item.get.parameters if item and item.get else None) or ()}
        given = {name: value for name, value in values.items() if name in known}
        ways = [{k: v for k, v in given.items() if k not in {"week", "from", "to"}}]
        ways += [{k: v for k, v in given.items() if k not in {"on", "from", "to"}}]
        for path in paths:
            for query in ways if item else [values, ASKED, {}]:
                response = asked.client.get(path, params=query)
                read += response.status_code == 200
                assert response.status_code < 500 or response.status_code == 503, (path, query)
                if response.headers.get("content-type", "").startswith(("text/", "application/")):
                    # A page may list the kinds that there are: so does that of the twin.
                    other = twin.client.get(path, params=query)
                    assert told(response.text) == told(other.text), (path, query)
    assert read > 10
