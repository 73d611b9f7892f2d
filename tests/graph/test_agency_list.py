"""Agencies under one name each, with all that any of their names is tied to."""

from __future__ import annotations

from datetime import date
from typing import Any

from registry.graph.agency_list import agencies_at
from registry.graph.history import History
from registry.graph.mentions import agencies_named
from registry.model import facts as f
from registry.wiring import registry
from tests.graph.city import CITY, DIVISION, division, document, fact

ON = date(2024, 6, 1)


def test_short_and_full_name_are_one_agency() -> None:
    task: dict[str, Any] = {
        "lead": ("市卫健委",),
        "support": ("市统计局",),
        "mode": "lead",
        "text": "建医院",
    }
    facts = [
        *division(),
        document("计划", "2024-05-02", "plan"),
        fact(f.Task, "计划", **task),
        fact(f.Supervises, DIVISION, person="山一", org="各金融机构"),
    ]
    org = History(facts, CITY).at(ON)
    found = {agency.name: agency for agency in agencies_at(org, {})}
    assert "市卫健委" not in found
    health = found["市卫生健康委员会"]
    assert health.names == ("市卫生健康委员会", "市卫健委")
    assert [edge.source.name for edge in health.holders] == ["河二"]
    assert [(edge.relation, edge.target.name) for edge in health.work] == [("leads", "建医院")]
    assert [edge.relation for edge in found["市统计局"].work] == ["supports"]
    assert [edge.source.name for edge in found["各金融机构"].holders] == ["山一"]
    assert found["各金融机构"].forms == ()


def test_a_name_that_may_be_two_agencies_is_told_with_both_and_a_seat_with_its_agency() -> None:
    facts = division()
    facts += [
        fact(f.Supervises, DIVISION, person="海四", org=org, clause=f"分管{org}")
        for org in ("市水利管理局", "市水文管理局", "市水管局")
    ]
    facts += [
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group="市防汛指挥部"),
        fact(f.MemberOrg, "组", group="市防汛指挥部", org="市水文管理局", role="成员单位"),
    ]
    found = {agency.name: agency for agency in agencies_at(History(facts, CITY).at(ON), {})}
    assert set(found["市水管局"].choices) == {"市水利管理局", "市水文管理局"}
    assert found["市水管局"].names == ("市水管局",)
    seats = found["市水文管理局"].seats
    assert [(edge.relation, edge.target.name) for edge in seats] == [("member_org", "市防汛指挥部")]
    assert found["市水利管理局"].seats == ()


def test_no_agency_that_notices_name_is_lost() -> None:
    known = registry()
    history = known.history()
    org = history.at(date(2019, 9, 30))
    agencies = agencies_at(org, known.glossary.aliases)
    names = [name for agency in agencies for name in agency.names]
    assert len(names) == len(set(names))
    told = {data["edge"].fact for _, _, data in org.graph.edges(data=True)}
    assert {mention.name for mention in agencies_named(told, org.government)} <= set(names)
    assert set(org.names("agency")) <= set(names)
    tied = sum(len(a.holders) for a in agencies)
    assert tied == sum(e.target.kind == "agency" for p in org.people() for e in org.held(p))
