"""Each resource over the notices of 2019: what it says, and the same JSON as the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from litestar import Litestar
from litestar.testing import TestClient

from registry.cli import main
from registry.service.answers.names import names
from registry.wiring import shipped_facts, shipped_glossary

CITY = "景德镇市人民政府"
ON = {"on": "2019-09-30"}
Query = dict[str, str | list[str]]
AWAY = "张良华@2019-09-03/2019-09-05"


def told(client: TestClient[Litestar], path: str, **query: Any) -> Any:
    response = client.get(f"/v1/{path}", params={k.rstrip("_"): v for k, v in query.items()})
    assert response.status_code == 200, response.text
    return response.json()


def printed(*arguments: str) -> Any:
    result = CliRunner().invoke(main, [*arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    ("path", "query", "command"),
    [
        ("weeks/2019-09-04", {"away": AWAY}, ["week", "2019-09-02", "--away", AWAY]),
        ("weeks/2019-W36", {"away": AWAY}, ["week", "2019-09-02", "--away", AWAY]),
        (
            "diffs",
            {"from": "2019-08-27", "to": "2019-09-30"},
            ["diff", "--from", "2019-08-27", "--to", "2019-09-30"],
        ),
        (
            "diffs",
            {"from": "2019-08", "to": "2019-09"},
            ["diff", "--from", "2019-08-01", "--to", "2019-09-30"],
        ),
        (
            "asks",
            {"q": "谁管商务？张良华周三到周五出差", "today": "2019-09-02"},
            ["ask", "谁管商务？张良华周三到周五出差", "--today", "2019-09-02"],
        ),
        ("resilience", {"on": "2019-09-04"}, ["resilience", "--on", "2019-09-04"]),
        (
            "leaves",
            {"person": "张良华", "from": "2019-09-09", "to": "2019-09-13", "away": "熊皓"},
            ["leave", "张良华", "--from", "2019-09-09", "--to", "2019-09-13", "--away", "熊皓"],
        ),
        (
            "leaves",
            {"person": "张良华", "from": "2019-09-09/pm", "kind": "ill"},
            ["leave", "张良华", "--from", "2019-09-09/pm", "--kind", "ill"],
        ),
        (
            "coverage",
            {"subject": "商务", "on": "2019-09-04"},
            ["across", "商务", "--on", "2019-09-04"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_same_json_as_the_command(
    client: TestClient[Litestar], path: str, query: Query, command: list[str]
) -> None:
    assert told(client, path, **query) == printed(*command)


def test_a_persons_career_is_that_of_the_command(client: TestClient[Litestar]) -> None:
    found = told(client, f"people/{CITY}~何军威", **ON)
    assert found["career"] == printed("person", "何军威", "--on", "2019-09-30")
    assert found["leader"] is True
    assert ("assists", "社会稳定") in {(h["relation"], h["name"]) for h in found["holds"]}
    assert (
        found["links"]["government"]
        == client.get(found["links"]["government"]).json()["links"]["self"]
    )


def test_findings_are_those_of_the_command(client: TestClient[Litestar]) -> None:
    away = [AWAY, "熊皓@2019-09-04"]
    found = told(client, "findings", on="2019-09-04", away=away, limit="500")
    command = ["check", "--on", "2019-09-04"]
    for one in away:
        command += ["--away", one]
    own = {"id", "links"}
    listed = [{k: v for k, v in item.items() if k not in own} for item in found["items"]]
    assert listed == printed(*command)
    pair = told(client, "findings", on="2019-09-04", away=away, kind="pair_away")
    assert [item["names"] for item in pair["items"]] == [["熊皓", "张良华"]]
    notes = told(client, "findings", on="2019-09-04", away=away, severity="note")
    assert 0 < notes["total"] < found["total"]


def test_a_finding_leads_to_the_notices_of_its_places(client: TestClient[Litestar]) -> None:
    for item in told(client, "findings", on="2019-09-30")["items"]:
        again = client.get(item["links"]["self"]).json()
        assert item["id"] in {one["id"] for one in again["items"]}
        notices = [client.get(address).json() for address in item["links"]["notices"]]
        said = {notice["number"] or notice["title"] for notice in notices}
        assert said == {place["doc"] for place in item["places"]}


def test_rules_are_said_as_the_command_says_them(client: TestClient[Litestar]) -> None:
    listed = told(client, "rules")["items"]
    own = [item for item in listed if item["government"] == CITY]
    said = printed("rules", "explain", "rules/cn-jx-jingdezhen.toml")
    assert [(i["rule"], i["sentence"], i["clause"]) for i in own] == [
        (r["id"], r["sentence"], r["clause"]) for r in said
    ]
    assert {item["country"] for item in listed} == {None, "中华人民共和国"}
    before = told(client, "rules", on="1950")
    assert before["total"] < len(listed)


def test_names_are_those_of_the_facts(client: TestClient[Litestar]) -> None:
    found = names(shipped_facts(), shipped_glossary().aliases)
    assert told(client, "names") == json.loads(msgspec.json.encode(found))


def test_a_government_tells_what_is_in_force(client: TestClient[Litestar]) -> None:
    (listed,) = told(client, "governments", in_="江西")["items"]
    assert (listed["id"], listed["place"]) == (CITY, "景德镇市")
    assert told(client, "governments", in_="湖南省")["items"] == []
    found = told(client, f"governments/{CITY}", **ON)
    assert found["counts"]["leaders"] == 10
    assert found["counts"]["pairs"] == 4
    assert "2019-08-28" in found["days"]
    (division,) = found["divisions"]
    assert client.get(division).json()["number"] == "景府字〔2019〕33号"
    assert told(client, f"governments/{CITY}", on="2019-08")["divisions"] == found["divisions"]
    assert told(client, f"governments/{CITY}", on="2019-08-27")["divisions"] == []


def test_a_notice_has_all_that_was_read_in_it(client: TestClient[Litestar]) -> None:
    (listed,) = told(client, "notices", kind="division")["items"]
    found = client.get(listed["links"]["self"]).json()
    assert len(found["facts"]) + len(found["unparsed"]) == listed["facts"]
    assert found["text"] is None
    one = next(fact for fact in found["facts"] if fact.get("org") == "市商务局")
    assert (one["fact"], one["person"]) == ("supervises", "张良华")
    assert "市商务局" in one["clause"]
    late = told(client, "notices", since="2019-09", sort="date")["items"]
    assert all(item["date"] >= "2019-09-01" for item in late)
    early = told(client, "notices", until="2019-08-31")["items"]
    every = told(client, "notices")["items"]
    assert len(late) + len(early) + sum(
        i["date"] is None or i["date"][0] == "-" for i in every
    ) == len(every)


def test_agencies_areas_and_who_holds_them(client: TestClient[Litestar]) -> None:
    trade = told(client, f"agencies/{CITY}~市商务局", **ON)
    assert [(h["person"], h["relation"]) for h in trade["holders"]] == [("张良华", "supervises")]
    assert trade["work"]
    assert trade["groups"]
    held = told(client, "agencies", **ON, person="张良华")["items"]
    career = told(client, f"people/{CITY}~张良华", **ON)["holds"]
    mine = {h["name"] for h in career}
    assert {name for item in held for name in item["names"]} >= {
        name for name in mine if name.startswith("市") and name.endswith("局")
    }
    (area,) = told(client, "areas", **ON, name="商务")["items"]
    assert area["holders"][0]["clause"]
    answer = client.get(f"{area['links']['answers']}&on=2019-09-30").json()
    assert (answer["subject"], answer["segments"][0]["acting"]) == ("商务", ["张良华"])


def test_a_group_has_its_seats(client: TestClient[Litestar]) -> None:
    (listed,) = told(client, "groups", **ON, name="近视")["items"]
    found = client.get(listed["links"]["self"], params=ON).json()
    assert (
        len(found["members"]) + len(found["organisations"]) + len(found["roles"]) == listed["seats"]
    )
    assert {seat["person"] for seat in found["heads"]} <= {m["person"] for m in found["members"]}
    assert all(m["clause"] and m["doc"] == found["doc"] for m in found["members"])
    person = found["members"][0]["person"]
    assert listed["id"] in {g["id"] for g in told(client, "groups", **ON, person=person)["items"]}
    assert told(client, "groups", on="2019-01-01")["total"] == 0


def test_pairs_and_posts(client: TestClient[Litestar]) -> None:
    pairs = told(client, "pairs", **ON)["items"]
    assert {(p["a"], p["b"], p["mutual"]) for p in pairs} >= {("熊皓", "张良华", True)}
    assert told(client, "pairs", **ON, person="张良华")["total"] == 1
    posts = told(client, "posts", **ON)
    vacant = told(client, "posts", **ON, vacant="true")
    assert 0 < vacant["total"] < posts["total"]
    assert all(p["vacated"]["clause"] and not p["holders"] for p in vacant["items"])
    held = told(client, "posts", **ON, person="张良华")["items"]
    assert {t["person"] for p in held for t in p["holders"]} >= {"张良华"}
    one = client.get(vacant["items"][0]["links"]["self"], params=ON).json()
    assert one["tenures"][-1]["until"]


def test_a_supposition_is_compared_and_nothing_written(
    client: TestClient[Litestar], tmp_path: Path
) -> None:
    file = tmp_path / "if.toml"
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    file.write_text(
        'from = 2019-10-10\nto = 2019-10-11\n[[absence]]\nperson = "张良华"\n'
        '[[notice]]\nfile = "draft.txt"\nfrom = 2019-10-10\n',
        encoding="utf-8",
    )
    body = {
        "from": "2019-10-10",
        "to": "2019-10-11",
        "absence": [{"person": "张良华"}],
        "notice": [{"text": DRAFT, "from": "2019-10-10"}],
    }
    response = client.post("/v1/whatif", json=body)
    assert response.status_code == 200, response.text
    assert response.json() == printed("whatif", str(file))
    assert response.json()["changes"]


DRAFT = """景德镇市人民政府办公室
关于调整部分市政府领导分工的通知
张良华同志不再分管市商务局。
沈水生同志分管市商务局。
2019年10月8日
"""


def test_charts_are_listed_with_their_addresses(client: TestClient[Litestar]) -> None:
    found = told(client, "charts", **ON, kind="leader")
    assert [item["name"] for item in found["items"]] == [
        p["name"] for p in told(client, "people", **ON, leader="true")["items"]
    ]
    assert told(client, "charts", on="2019-08-20", kind="government")["total"] == 0


def test_a_month_stands_for_its_last_day(client: TestClient[Litestar]) -> None:
    month, day = (told(client, "people", on=on) for on in ("2019-09", "2019-09-30"))
    assert month["on"] == "2019-09-30"
    assert month["items"] == day["items"]
    asked = {"subject": "商务", "from": "2019-09", "to": "2019-09"}
    segments = told(client, "answers", **asked)["segments"]
    assert (segments[0]["from"], segments[-1]["to"]) == ("2019-09-01", "2019-09-30")
