"""Answers over HTTP: the same JSON as the command gives, and problems in one form."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from litestar import Litestar
from litestar.testing import TestClient

from registry.cli import main

Asked = dict[str, str | list[str]]

QUESTIONS: list[Asked] = [
    {"subject": "商务", "week": "2019-09-02"},
    {"subject": "commerce", "week": "2019-09-02", "away": ["张良华@2019-09-03/2019-09-05"]},
    {"subject": "商务", "on": "2019-09-04", "away": ["张良华", "熊皓"]},
    {"subject": "商务", "on": "2019-09-04", "away": ["张良华", "熊皓", "张维汉"]},
    {"subject": "市政府全面工作", "from": "2019-09-02", "to": "2019-09-08", "away": ["刘锋"]},
    {"subject": "商务", "on": "2019-09-04", "away": ["张良华@2019-09-04/pm", "熊皓:ill"]},
    {"subject": "商务", "on": "2019-09-04", "away": ["张良华@2019-09-04T14:00/16:30"]},
    {"subject": "商务", "on": "2019-09-04/pm", "away": ["张良华@2019-09-04/pm"]},
    {"subject": "商务", "on": "2019-09-04T15:00", "away": ["张良华@2019-09-04/pm"]},
    {"subject": "商务", "on": "2019-09-04T14:00/16:30", "away": ["张良华@2019-09-04/pm"]},
    {"subject": "商务", "on": "2019-08-20"},
    {"subject": "市卫健委", "on": "2019-09-02"},
]


@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
def test_the_same_json_as_the_command(client: TestClient[Litestar], asked: Asked) -> None:
    arguments = ["who", str(asked["subject"]), "--format", "json"]
    for name, values in asked.items():
        if name != "subject":
            for value in values if isinstance(values, list) else [values]:
                arguments += [f"--{name}", value]
    printed = CliRunner().invoke(main, arguments)
    assert printed.exit_code == 0, printed.output
    response = client.get("/v1/answers", params=asked)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    said = response.json()
    assert "links" in said
    del said["links"]
    assert said == json.loads(printed.output)


@pytest.mark.parametrize(
    ("subject", "about"),
    [
        ("商务", ["/v1/areas/"]),
        ("市商务局", ["/v1/agencies/"]),
        ("张良华", ["/v1/people/"]),
        ("智慧城市", ["/v1/groups/"]),
        ("实际利用外资", ["/v1/agencies/"]),
        ("交通", []),
    ],
)
def test_what_an_answer_names_is_at_its_links(
    client: TestClient[Litestar], subject: str, about: list[str]
) -> None:
    asked: Asked = {"subject": subject, "on": "2019-09-04", "away": ["张良华"]}
    found = client.get("/v1/answers", params=asked).json()
    links = found["links"]
    assert [address[: address.rindex("/") + 1] for address in links["about"]] == about
    assert client.get(links["self"]).json() == found
    covers = found["segments"][0]["covers"]
    people = [client.get(a, params={"on": "2019-09-04"}).json()["name"] for a in links["people"]]
    assert {cover["holder"] for cover in covers} <= set(people)
    assert {cover["acting"] for cover in covers} - {None} <= set(people)
    docs = {reason.get("doc") for cover in covers for reason in cover["reasons"]} - {None}
    notices = [client.get(address).json() for address in links["notices"]]
    assert docs <= {notice["number"] or notice["title"] for notice in notices}
    for address in (links["government"], *links["about"]):
        assert client.get(address, params={"on": "2019-09-04"}).status_code == 200, address


def test_an_absence_may_be_repeated(client: TestClient[Litestar]) -> None:
    asked: Asked = {"subject": "商务", "on": "2019-09-04", "away": ["张良华"]}
    (one,) = client.get("/v1/answers", params=asked).json()["segments"]
    assert (one["status"], one["acting"]) == ("acting", ["熊皓"])
    (two,) = client.get("/v1/answers", params={**asked, "away": ["张良华", "熊皓"]}).json()[
        "segments"
    ]
    assert (two["status"], two["acting"]) == ("coordination_required", [])


@pytest.mark.parametrize(
    ("asked", "status", "kind", "detail"),
    [
        ({"subject": "量子计算"}, 404, "unknown-name", "量子计算"),
        ({"subject": "商务", "on": "2019-9-4"}, 400, "bad-period", "2019-09-02"),
        ({"subject": "商务", "on": "2019-02-30"}, 400, "bad-period", "2019-02-30"),
        ({"subject": "商务", "on": "2019-09-04/xx"}, 400, "bad-period", "2019-09-04/xx"),
        (
            {"subject": "商务", "from": "2019-09-08", "to": "2019-09-02"},
            400,
            "bad-period",
            "swap",
        ),
        ({"subject": "商务", "from": "2019-09-08"}, 400, "bad-period", "to"),
        ({"subject": "商务", "on": "2019-09-04", "away": "张三丰"}, 404, "unknown-name", "张三丰"),
        ({"subject": "商务", "away": "张良华@昨天"}, 400, "bad-period", "昨天"),
        ({"subject": "商务", "government": "临川"}, 404, "unknown-name", "景德镇市人民政府"),
        ({}, 400, "invalid-request", "subject"),
        ({"subject": ""}, 400, "invalid-request", "subject"),
        ({"subject": "商" * 201}, 400, "invalid-request", "subject"),
        ({"subject": "商务", "away": ["张良华"] * 51}, 400, "invalid-request", "away"),
    ],
)
def test_bad_input_is_a_problem(
    client: TestClient[Litestar], asked: Asked, status: int, kind: str, detail: str
) -> None:
    response = client.get("/v1/answers", params=asked)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert problem["type"] == f"/problems/{kind}"
    assert problem["title"]
    assert detail in problem["detail"]
    assert "\n" not in problem["detail"]


def test_a_name_not_found_comes_with_the_nearest(client: TestClient[Litestar]) -> None:
    problem = client.get("/v1/answers", params={"subject": "商务", "away": "张良"}).json()
    assert "张良华" in problem["near"]
