"""What cannot be answered is a problem that says what is wrong: ids, days, kinds, suppositions."""

from __future__ import annotations

from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from registry.wiring import registry

CITY = "景德镇市人民政府"
ON = {"on": "2019-09-30"}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"from": "2019-10-10"}, "supposes nothing"),
        ({"from": "2019-10-10", "to": "2019-10-09", "absence": [{"person": "熊皓"}]}, "swap"),
        ({"from": "2019-01-01", "to": "2021-01-01", "absence": [{"person": "熊皓"}]}, "366"),
        ({"from": "2019-10-10", "notice": [{"file": "/etc/passwd"}]}, "file"),
        ({"from": "2019-10-10", "absence": [{"person": "无此人"}]}, "无此人"),
        ({"from": "2019-10-10", "notice": [{"text": "今天天气好"}]}, "draft 1"),
    ],
)
def test_a_supposition_that_cannot_be_is_a_problem(
    client: TestClient[Litestar], body: dict[str, Any], said: str
) -> None:
    response = client.post("/v1/whatif", json=body)
    assert response.status_code in {400, 404}
    assert said in response.text


@pytest.mark.parametrize(
    "path",
    [
        "people/何军威",
        f"people/{CITY}~无此人",
        "people/景德镇~何军威",
        "people/~何军威",
        f"notices/{CITY}~无此号",
        f"agencies/{CITY}~无此局",
        f"areas/{CITY}~无此事",
        f"posts/{CITY}~无此职",
        f"groups/{CITY}~无此组",
        f"pairs/{CITY}~何军威~无此人",
        f"rules/{CITY}~none",
        "rules/中国~none",
        "governments/景德镇",
    ],
)
def test_what_has_no_such_id_is_not_found(client: TestClient[Litestar], path: str) -> None:
    response = client.get(
        f"/v1/{path}", params=ON if "rules" not in path and "notices" not in path else {}
    )
    assert response.status_code == 404, response.text
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        "people?on=2019-02-30",
        "findings?on=2019-09-04&away=张良华:ailing",
        "leaves?person=张良华&from=2019-09-09&kind=ailing",
        "leaves?person=张良华&from=2019-01-01&to=2021-01-01",
        "leaves?person=张良华&from=2019-09-09&to=2019-09-01",
        "diffs",
        "diffs?from=2019-09-01",
        "diffs?from=2019-09-02&to=2019-09-01",
        "diffs?from=2019-09-01&to=2019-09-02&first=x&second=y",
        "asks?q=天气如何",
        "rules?on=tomorrow",
        "notices?since=x",
    ],
)
def test_what_cannot_be_asked_is_a_problem(client: TestClient[Litestar], path: str) -> None:
    response = client.get(f"/v1/{path}")
    assert response.status_code == 400, response.text
    assert response.json()["type"] in {"/problems/bad-period", "/problems/bad-input"}


def test_no_day_of_the_calendar_is_a_failure(client: TestClient[Litestar]) -> None:
    assert registry().governments() == (CITY,)
    for on in ("0001", "9999", "0001-01-01", "9999-12-31"):
        for path in ("people", "posts", "agencies", "findings", f"governments/{CITY}"):
            assert client.get(f"/v1/{path}", params={"on": on}).status_code == 200, (path, on)
        for path in (f"weeks/{on}", "weeks/9999-W52", "weeks/2019-W60", "weeks/x"):
            assert client.get(f"/v1/{path}").status_code in {200, 400, 404}, path
