"""GraphML and GEXF: networkx opens them again, and finds the organisation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import networkx as nx
import pytest

from registry.exports.extract import Extract, extract
from registry.exports.network import gexf, graphml
from registry.wiring import registry
from tests.exports.city import made

Write = Callable[[Extract], bytes]
Read = Callable[..., Any]
FORMS: list[tuple[Write, Read]] = [
    (graphml, nx.read_graphml),
    (gexf, nx.read_gexf),
]


def between(graph: Any, one: str, other: str) -> list[dict[str, Any]]:
    return [data for u, v, data in graph.edges(data=True) if (u, v) == (one, other)]


@pytest.mark.parametrize(("write", "read"), FORMS)
def test_the_graph_of_the_shipped_notices_comes_back(write: Write, read: Read) -> None:
    history, on = registry().history(), date(2019, 9, 30)
    graph, org = read(BytesIO(write(extract(history, on)))), history.at(on)
    assert graph.number_of_edges() == org.graph.number_of_edges()
    groups = {f"group:{group.name}" for group in org.leading_groups}
    assert {*graph} == {f"{node.kind}:{node.name}" for node in org.graph} | groups
    mine = {(u, d["relation"], v, d["doc"], d["clause"]) for u, v, d in graph.edges(data=True)}
    assert mine == {
        (f"{u.kind}:{u.name}", e.relation, f"{v.kind}:{v.name}", e.fact.doc, e.fact.clause)
        for u, v, data in org.graph.edges(data=True)
        for e in (data["edge"],)
    }


@pytest.mark.parametrize(("write", "read"), FORMS)
def test_an_edge_has_its_days_its_notice_and_its_role(write: Write, read: Read) -> None:
    graph = read(BytesIO(write(made(on=date(2024, 2, 1)))))
    (edge,) = between(graph, "person:湖三宁", "agency:市商务局")
    assert (edge["relation"], edge["since"], edge["until"]) == (
        "supervises",
        "2024-01-10",
        "2024-05",
    )
    assert edge["notice"] == "临府字〔2024〕1号《临府字〔2024〕1号的通知》，2024-01-10"
    seats = between(read(BytesIO(write(made()))), "person:海四清", "group:河二安领导小组")
    assert [(seat["role"], seat["subgroup"]) for seat in seats] == [("组长", "保障组")]


def test_only_what_holds_on_the_day_is_drawn() -> None:
    before = nx.read_graphml(BytesIO(graphml(made(on=date(2024, 2, 1)))))
    after = nx.read_graphml(BytesIO(graphml(made())))
    assert "person:湖三宁" in before
    assert "person:湖三宁" not in after
    assert before.graph["on"] == "2024-02-01"


def test_a_gexf_is_dated_on_the_day_and_not_on_the_day_it_is_made() -> None:
    assert b'lastmodifieddate="2024-09-30"' in gexf(made())
