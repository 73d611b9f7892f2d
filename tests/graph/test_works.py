"""Tasks, duties, indicators and meetings in the graph, and statements read twice."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest
from msgspec import structs

from registry.graph.build import add_fact
from registry.graph.history import History
from registry.graph.nodes import Edge, Node
from registry.graph.organisation import Organisation
from registry.graph.timeline import organisation
from registry.model import facts as f
from tests.graph.city import (
    CITY,
    PAIRS,
    PLAN,
    REPORT,
    division,
    document,
    duty,
    fact,
    plan,
    report,
)

FOREIGN = ("市商务局", "实际利用外资", "6.0", "-68.2", "-74.2")


def at(facts: list[f.AnyFact], day: str) -> Organisation:
    return organisation(facts, CITY, date.fromisoformat(day))


def ties(org: Organisation) -> list[tuple[str, str, str]]:
    return [(e.source.name, e.relation, e.target.name) for w in org.works() for e in w.edges]


def test_a_task_ties_its_agencies_in_the_clauses_order() -> None:
    facts = plan(("推广节水", ("市水利局", "市教育局"), ("市财政局",)))
    org = at([*division(), *facts], "2020-04-01")
    assert ties(org) == [
        ("市水利局", "leads", "推广节水"),
        ("市教育局", "leads", "推广节水"),
        ("市财政局", "supports", "推广节水"),
    ]
    (work,) = org.works()
    assert (work.kind, work.document.doc) == ("task", PLAN)
    assert [e.source.name for e in work.given] == ["市水利局", "市教育局"]
    assert [e.source.name for e in work.supporting] == ["市财政局"]
    assert all(e.fact is facts[1] for e in work.edges)


def test_agencies_already_in_the_graph_keep_the_tasks_order() -> None:
    facts = [*division(), *plan(("推广节水", ("市水利局", "市商务局"), ()))]
    assert [t[0] for t in ties(at(facts, "2020-04-01"))] == ["市水利局", "市商务局"]


def test_duties_and_indicators_tie_their_agency_and_carry_the_fact() -> None:
    facts = [*plan(), duty("市公安局", "加强巡查"), *report(FOREIGN)]
    org = at(facts, "2020-05-01")
    assert ties(org) == [
        ("市公安局", "has_duty", "加强巡查"),
        ("市商务局", "answers_for", "实际利用外资"),
    ]
    row = org.works()[1].given[0].fact
    assert isinstance(row, f.Indicator)
    assert (row.target, row.actual, row.gap) == ("6.0", "-68.2", "-74.2")


def test_work_counts_from_its_notices_day_and_outlives_the_division() -> None:
    facts = [*division(), *plan(("推广节水", ("市水利局",), ())), *division("新", "2021-01-01")]
    assert at(facts, "2020-03-31").works() == ()
    assert len(at(facts, "2020-04-01").works()) == 1
    assert len(at(facts, "2022-01-01").works()) == 1


def test_work_of_another_government_or_of_no_day_is_not_in_the_graph() -> None:
    other = document("别", "2020-04-01", "plan", "别市人民政府")
    task = fact(f.Task, "别", lead=("市水利局",), support=(), mode="sole", text="推广节水")
    assert at([other, task], "2021-01-01").works() == ()
    assert at(plan(("推广节水", ("市水利局",), ()), date=None), "2021-01-01").works() == ()


def test_of_an_indicator_the_latest_report_counts() -> None:
    later = report(
        ("市发展和改革委员会", "实际利用外资", "6.0", "7.1", "1.1"),
        doc="云府办字〔2020〕20号",
        date="2020-07-10",
    )
    facts = [*later, *report(FOREIGN, ("市商务局", "餐饮业营业额", None, "1.0", None))]
    assert [w.document.doc for w in at(facts, "2020-07-09").works()] == [REPORT, REPORT]
    assert {(w.text, w.given[0].source.name) for w in at(facts, "2020-07-10").works()} == {
        ("实际利用外资", "市发展和改革委员会"),
        ("餐饮业营业额", "市商务局"),
    }


def test_one_text_in_two_notices_is_two_works_and_twice_in_one_is_one() -> None:
    task = ("推广节水", ("市水利局",), ())
    facts = [
        *plan(task, ("推广节水", ("市教育局",), ())),
        *plan(task, doc="云府办字〔2020〕12号", date="2020-06-01"),
    ]
    first, second = at(facts, "2020-06-01").works()
    assert [e.source.name for e in first.given] == ["市水利局", "市教育局"]
    assert second.document.doc == "云府办字〔2020〕12号"


def test_a_meeting_ties_the_person_in_the_chair() -> None:
    held = fact(f.Meeting, "会", name="市政府第3次常务会议", date="2020-04-01", chair="江一")
    unchaired = structs.replace(held, name="市政府第4次常务会议", chair=None)
    org = at([document("会", "2020-04-01", "meeting"), held, unchaired], "2020-05-01")
    (edge,) = org.edges(("chairs",))
    assert isinstance(edge, Edge)
    assert (edge.source, edge.target) == (
        Node("person", "江一"),
        Node("meeting", "市政府第3次常务会议"),
    )


def _moved(facts: list[f.AnyFact]) -> list[f.AnyFact]:
    """The same notice as another file gives it: other places, other spacing of the clause."""
    return [structs.replace(x, clause=f"{x.clause} ", span=(7, 9)) for x in facts]


@pytest.mark.parametrize("day", ["2020-03-01", "2020-06-01"])
def test_a_notice_read_from_two_files_ties_everything_once(day: str) -> None:
    once = [
        *division(pairs=PAIRS),
        *plan(("推广节水", ("市水利局", "市教育局"), ("市财政局",))),
        duty("市公安局", "加强巡查"),
        *report(FOREIGN),
    ]
    on = date.fromisoformat(day)
    alone, twice = (History(facts, CITY).at(on) for facts in (once, [*once, *_moved(once)]))
    assert twice.graph.number_of_edges() == alone.graph.number_of_edges() > 0
    assert twice.divisions == alone.divisions
    assert ties(twice) == ties(alone)
    for person in alone.people():
        assert twice.held(person) == alone.held(person)


def test_what_differs_in_any_value_stays_two() -> None:
    facts = [*plan(), duty("市公安局", "加强巡查"), duty("市水利局", "加强巡查")]
    assert len(ties(History(facts, CITY).at(date(2020, 5, 1)))) == 2


def test_what_a_notice_says_is_of_its_own_kind_and_what_ties_nothing_adds_nothing() -> None:
    group = "市防汛抗旱指挥部"
    facts = [
        *division(),
        *report(("市商务局", "出口", "1", "2", None)),
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group=group),
        fact(f.Subgroup, "组", group=group, subgroup="督导组"),
        fact(f.MemberRole, "组", group=group, role="成员", description="各区区长"),
    ]
    org = at(facts, "2020-05-01")
    assert org.names("indicator") == ("出口",)
    assert (org.names("group"), org.names("subgroup")) == ((group,), ("督导组",))
    for nothing in (
        facts[0],
        fact(f.Group, "组", group=group),
        fact(f.Released, "组", person="江一", subject="教育"),
    ):
        graph: nx.MultiDiGraph[Node] = nx.MultiDiGraph()
        add_fact(graph, nothing, document("组", "2020-04-01", "group"), 0)
        assert list(graph) == []
