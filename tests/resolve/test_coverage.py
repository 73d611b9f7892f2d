"""The lines of coverage say, day by day, what the organisation of that day holds."""

from __future__ import annotations

from datetime import date

import pytest

from registry.graph.history import History
from registry.graph.organisation import HELD
from registry.model import facts as f
from registry.resolve.coverage import coverage_of, key_of
from registry.service.registry import Registry
from registry.wiring import shipped_facts, shipped_glossary, today
from tests.graph.city import CITY, DIVISION, division, document, fact
from tests.state.journal import LATER, MOVES


def registries() -> list[Registry]:
    changed = (
        *division(),
        *MOVES.facts,
        *LATER.facts,
        document("云府字〔2021〕9号", "2021-06-01", "appointment"),
        document("云府字〔2022〕1号", "2022-01-10", "division"),
    )
    return [Registry(facts, (), shipped_glossary(), today) for facts in (shipped_facts(), changed)]


@pytest.mark.parametrize("registry", registries())
def test_lines_tell_what_every_state_holds(registry: Registry) -> None:
    lines = 0
    for government in registry.governments():
        history = registry.history_of(government)
        found = [line for line, _ in coverage_of(history)]
        for day in history.days:
            told = {
                (c.person, c.relation.value, c.name, c.doc, c.clause)
                for c in found
                if c.since <= day and (c.until is None or day <= c.until)
            }
            edges = history.at(day).edges(HELD)
            assert told == {
                (e.source.name, e.relation, e.target.name, e.fact.doc, e.fact.clause) for e in edges
            }
            lines += len(told)
    assert lines > 10


def test_an_agency_is_found_with_and_without_its_level() -> None:
    registry = Registry(division(), (), shipped_glossary(), today)
    words = {line.name: keys for line, keys in coverage_of(registry.history_of(CITY))}
    assert {"商务局", "商务"} <= words["市商务局"]
    assert key_of("市商务局") == "商务局"


def test_a_joined_area_is_found_by_each_of_its_parts() -> None:
    words = {line.name: keys for line, keys in coverage_of(History(division(), CITY))}
    assert {"保密和城市管理", "保密", "城市管理"} <= words["保密和城市管理"]


def test_nothing_is_found_by_no_words() -> None:
    one = fact(f.Responsible, DIVISION, person="海四", area="粮食、和物资储备")
    ((_, words),) = coverage_of(History([document(DIVISION, "2020-03-01", "division"), one], CITY))
    assert "" not in words
    assert {"粮食", "物资储备"} <= words


def test_a_line_ends_on_the_day_before_it_holds_no_more() -> None:
    next_one = division("云府字〔2020〕2号", "2020-06-01")
    found = [line for line, _ in coverage_of(History([*division(), *next_one], CITY))]
    lines = [(c.doc, c.since, c.until) for c in found if c.name == "教育"]
    assert sorted(lines) == [
        (DIVISION, date(2020, 3, 1), date(2020, 5, 31)),
        ("云府字〔2020〕2号", date(2020, 6, 1), None),
    ]


def test_a_level_is_dropped_before_the_name_of_an_agency_alone() -> None:
    assert [key_of(w) for w in ("县教委", "商务局", "市委", "市容", "市容管理")] == [
        "教委",
        "商务局",
        "市委",
        "市容",
        "市容管理",
    ]


def test_what_stays_in_the_same_words_is_one_line_whatever_else_changes() -> None:
    more = division("关于分工的补充通知", "2020-06-01", leaders={"新六": ("副市长", {})})
    found = [line for line, _ in coverage_of(History([*division(), *more], CITY))]
    lines = [(c.kind, c.since, c.until) for c in found if c.name in {"教育", "市税务局"}]
    assert sorted(lines) == [
        ("agency", date(2020, 3, 1), None),
        ("area", date(2020, 3, 1), None),
    ]
