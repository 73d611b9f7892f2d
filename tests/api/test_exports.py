"""Exports and feeds over HTTP: the files of the command, as files, and nothing private in them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar
from litestar import Litestar
from litestar.testing import TestClient

from registry.cli import main
from registry.model.journal import AbsenceRecorded
from registry.model.records import Absence
from registry.service.export import FORMS, Form
from tests.api.house import house
from tests.graph.city import CITY

NAME = re.compile(r'attachment; filename="[a-z0-9.-]+"')


@pytest.mark.parametrize("form", Form)
def test_an_export_is_the_file_of_the_command(client: TestClient[Litestar], form: Form) -> None:
    response = client.get(f"/v1/exports/{form.value}", params={"on": "2019-09-30"})
    assert response.status_code == 200
    assert response.headers["content-type"].split(";")[0] == FORMS[form].media_type
    assert NAME.fullmatch(response.headers["content-disposition"])
    assert response.headers["x-content-type-options"] == "nosniff"
    ran = CliRunner().invoke(main, ["export", form.value, "--on", "2019-09-30"])
    assert response.content == ran.stdout_bytes
    again = client.get(response.request.url, headers={"if-none-match": response.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("path", "query", "asked"),
    [
        ("acting", {"person": "熊皓"}, ["--person", "熊皓"]),
        ("cover", {"subject": "市商务局", "lang": "en"}, ["--subject", "市商务局", "--lang", "en"]),
    ],
)
def test_a_feed_is_that_of_the_command(
    client: TestClient[Litestar], path: str, query: dict[str, str], asked: list[str]
) -> None:
    response = client.get(f"/v1/feeds/{path}.ics", params={"on": "2019-09-30", **query})
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert NAME.fullmatch(response.headers["content-disposition"])
    ran = CliRunner().invoke(main, ["export", "ical", "--on", "2019-09-30", "--lang", "zh", *asked])
    assert response.content == ran.stdout_bytes


def test_the_week_of_a_day_is_told(client: TestClient[Litestar]) -> None:
    response = client.get("/v1/feeds/week.ics", params={"on": "2019-09-11"})
    (holiday,) = Calendar.from_ical(response.content).events
    assert str(holiday["summary"]) == "中秋节"


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("exports/popolo?base=javascript:x", 400, "bad-input"),
        ("exports/csv?base=https://a/", 400, "invalid-request"),
        ("exports/csv?on=2018-01-01", 404, "unknown-name"),
        ("exports/csv?government=乙县", 404, "unknown-name"),
        ("exports/gexf?on=soon", 400, "bad-period"),
        ("feeds/acting.ics", 400, "invalid-request"),
        ("feeds/acting.ics?person=张三", 404, "unknown-name"),
        ("feeds/cover.ics?subject=交通", 400, "several-fit"),
        ("feeds/week.ics?on=2018-01-01", 404, "unknown-name"),
        ("exports/pdf", 404, None),
    ],
)
def test_what_cannot_be_written_is_a_problem(
    client: TestClient[Litestar], address: str, status: int, kind: str | None
) -> None:
    response = client.get(f"/v1/{address}")
    assert response.status_code == status
    problem = response.json()
    assert problem["status"] == status
    if kind is not None:
        assert problem["type"].endswith(f"/{kind}")


def test_a_feed_tells_who_acts_and_neither_kind_nor_reason(tmp_path: Path) -> None:
    absence = Absence(person="河二", start=date(2020, 5, 4), end=date(2020, 5, 6), kind="ill")
    record = AbsenceRecorded(government=CITY, absence=absence, reason="住院治疗")
    with house(str(tmp_path / "city.db"), record) as made:
        for headers in ({}, made.auth("absences")):
            answers = [
                made.client.get(f"/v1/feeds/{path}", params=query, headers=headers)
                for path, query in (
                    ("cover.ics", {"subject": "河二"}),
                    ("week.ics", {"on": "2020-05-04"}),
                )
            ]
            assert [answer.status_code for answer in answers] == [200, 200]
            for answer in answers:
                text = answer.content.replace(b"\r\n ", b"").decode()
                assert "河二" in text
                assert not [word for word in ("住院", "因病", "ill") if word in text], text
