"""Every kind of chart in every form over HTTP."""

from __future__ import annotations

from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from registry.charts.paper import fonts

SVG = "{http://www.w3.org/2000/svg}"
ASKED = {
    "government": {"on": "2019-09-04", "away": "张良华", "collapse": "true"},
    "leader": {"leader": "张良华", "on": "2019-09-04", "away": "张良华"},
    "agency": {"agency": "商务局", "on": "2019-09-04"},
    "group": {"group": "公共场所", "on": "2019-09-04"},
    "pairs": {"on": "2019-09-04"},
    "week": {"week": "2019-09-02", "away": "张良华@2019-09-03/2019-09-05"},
    "person": {"person": "何军威", "on": "2019-09-30"},
    "diff": {"from": "2019-08-27", "to": "2019-09-30"},
    "city": {"city": "景德镇市", "on": "2019-09-04"},
}
BEGINS = {
    "svg": ("image/svg+xml", b"<?xml"),
    "png": ("image/png", b"\x89PNG"),
    "pdf": ("application/pdf", b"%PDF"),
    "html": ("text/html", b"<!doctype html>"),
    "dot": ("text/vnd.graphviz", b"digraph"),
    "json": ("application/json", b"{"),
}


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize("form", BEGINS)
def test_every_kind_in_every_form(client: TestClient[Litestar], kind: str, form: str) -> None:
    response = client.get(f"/v1/charts/{kind}.{form}", params=ASKED[kind])
    if form in {"png", "pdf"} and not fonts():
        assert (response.status_code, "font" in response.text) == (503, True)
        pytest.skip("no Chinese font on this machine")
    assert response.status_code == 200, response.text
    media, start = BEGINS[form]
    assert response.headers["content-type"].split(";")[0] == media
    assert response.headers["content-disposition"] == f'inline; filename="{kind}.{form}"'
    assert response.content.startswith(start)


@pytest.mark.parametrize("kind", ASKED)
def test_both_languages_and_a_dark_style(client: TestClient[Litestar], kind: str) -> None:
    asked = {**ASKED[kind], "lang": "en", "style": "dark"}
    root = ET.fromstring(client.get(f"/v1/charts/{kind}.svg", params=asked).content)
    assert root.get("lang") == "en"
    assert "#12181f" in {shape.get("fill") for shape in root.iter()}


def test_names_lead_where_the_pattern_says(client: TestClient[Litestar]) -> None:
    asked = {"on": "2019-09-04", "href": "https://desk.example/KIND/NAME"}
    drawn = client.get("/v1/charts/government.svg", params=asked)
    links = {a.get("href", "") for a in ET.fromstring(drawn.text).iter(f"{SVG}a")}
    assert f"https://desk.example/people/{quote('张良华')}" in links
    assert all(link.startswith("https://desk.example/") for link in links)
    for pattern in ("javascript:alert('NAME')", "data:text/html,NAME", "/KIND"):
        refused = client.get("/v1/charts/government.svg", params={"href": pattern})
        assert (refused.status_code, refused.json()["type"]) == (400, "/problems/bad-input")
    hostile = client.get("/v1/charts/pairs.svg", params={"href": '/"><script>NAME'})
    assert not list(ET.fromstring(hostile.text).iter(f"{SVG}script"))


def test_a_page_runs_our_script_alone(client: TestClient[Litestar]) -> None:
    response = client.get("/v1/charts/week.html", params=ASKED["week"])
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-scripts" in policy
    (said,) = [part for part in policy.split("; ") if part.startswith("script-src")]
    assert said in response.text, "the page itself names the same script"


@pytest.mark.parametrize(
    ("path", "asked", "status", "says"),
    [
        ("leader.svg", {"leader": "无此人", "on": "2019-09-04"}, 404, "no leader"),
        ("leader.svg", {"leader": "刘锋", "on": "2019-01-01"}, 404, "later day"),
        ("agency.svg", {"agency": "市无此局", "on": "2019-09-04"}, 404, "no such agency"),
        ("agency.svg", {"on": "2019-09-04"}, 400, "agency"),
        ("group.svg", {"group": "领导小组", "on": "2019-09-04"}, 404, "several groups"),
        ("diff.svg", {"from": "2019-08-27"}, 400, "from and to"),
        ("diff.svg", {"from": "2019-09-27", "to": "2019-08-27"}, 400, "earlier day first"),
        ("city.svg", {"city": "乌有市"}, 404, "乌有市"),
        ("week.svg", {"week": "soon"}, 400, "YYYY-MM-DD"),
        ("week.svg", {"week": "2019-09-02", "on": "2019-09-02"}, 400, "not known here"),
        ("pairs.pdf", {"on": "2019-09-04", "paper": "a5"}, 400, "paper"),
    ],
)
def test_what_cannot_be_drawn_is_a_problem(
    client: TestClient[Litestar], path: str, asked: dict[str, str], status: int, says: str
) -> None:
    response = client.get(f"/v1/charts/{path}", params=asked)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert says in response.text


def test_each_form_is_described_with_its_media_type(client: TestClient[Litestar]) -> None:
    paths = client.get("/schema/openapi.json").json()["paths"]
    for kind in ASKED:
        for form, (media, _) in BEGINS.items():
            operation = paths[f"/v1/charts/{kind}.{form}"]["get"]
            assert list(operation["responses"]["200"]["content"]) == [media]
