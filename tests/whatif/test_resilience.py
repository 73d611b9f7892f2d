"""Every one and every two leaders away: what nobody covers, ranked, and agreeing with who."""

from __future__ import annotations

import json
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from click.testing import CliRunner, Result

from registry.cli import main
from registry.model.records import Absence
from registry.model.time import Period
from registry.resolve.subject import Glossary
from registry.service.answers.answer import answer
from registry.service.answers.resilience import resilience
from registry.service.registry import Registry
from tests.graph.city import CITY, PAIRS, division

DAY = date(2020, 5, 6)


def run(*args: str) -> Result:
    environment = {"LANG": "C.UTF-8", "LC_ALL": ""}
    return CliRunner().invoke(main, ["resilience", *args], env=environment)


@pytest.fixture(scope="module")
def found() -> Any:
    result = run("--on", "2019-09-20", "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def of(found: Any, name: str) -> Any:
    return next((u for u in found["uncovered"] if u["subject"]["name"] == name), None)


def test_all_are_tried(found: Any) -> None:
    assert (found["absences"], found["couples"]) == (10, 45)
    assert found["asked"] > 150


def test_a_pair_away_leaves_both_portfolios_to_the_coordinator(found: Any) -> None:
    for name in ("商务", "卫生健康"):
        one = of(found, name)
        assert (one["singles"], one["pairs"]) == ([], [["熊皓", "张良华"]])
        assert one["to_coordinate"] == 1


def test_one_without_a_backup_is_enough_alone(found: Any) -> None:
    assert of(found, "市政府全面工作")["singles"] == ["刘锋"]
    assert of(found, "市政府全面工作")["pairs"] == []
    assert found["people"]["张维汉"] >= 1
    assert found["people"]["黄金龙"] == 0


def test_a_concurrent_holder_who_is_there_covers(found: Any) -> None:
    audit = of(found, "市审计局")
    assert audit is None or "刘锋" not in audit["singles"]
    assert "刘锋" in of(found, "市政府全面工作")["singles"]


def test_the_worst_stand_first(found: Any) -> None:
    ranks = [(not u["always"], -len(u["singles"]), -len(u["pairs"])) for u in found["uncovered"]]
    assert ranks == sorted(ranks)


def test_shared_work_gives_what_asking_each_case_gives() -> None:
    known = Registry(division(pairs=PAIRS), [], Glossary(), lambda: DAY)
    quick = {u.subject.name: u for u in resilience(known, DAY, government=CITY).uncovered}
    leaders = known.history(CITY).at(DAY).leaders()

    def covered(name: str, *away: str) -> bool:
        absences = [Absence(person=who, start=DAY, end=DAY) for who in away]
        segment = answer(known, name, Period(DAY, DAY), absences, government=CITY).segments[0]
        return bool(segment.acting or any(c.acting for c in segment.covers))

    org = known.history(CITY).at(DAY)
    for name in (*org.names("area"), *org.names("agency")):
        singles = tuple(who for who in leaders if not covered(name, who))
        pairs = tuple(
            pair
            for pair in combinations(leaders, 2)
            if not set(pair) & set(singles) and not covered(name, *pair)
        )
        one = quick.get(name)
        if not covered(name):
            assert one is not None
            assert one.always
        elif one is None:
            assert (singles, pairs) == ((), ()), name
        else:
            assert (one.singles, one.pairs) == (singles, pairs), name


def test_a_day_before_any_division_is_refused_on_one_line() -> None:
    result = run("--on", "2019-08-01")
    assert result.exit_code == 2
    assert "ask for a later day" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_table_ranks_with_counts() -> None:
    out = run("--on", "2019-09-20", "--lang", "zh").stdout
    assert "试10人、45对外出" in out.splitlines()[0]
    assert "两人外出 1：熊皓＋张良华；其中1种可由协调人指定" in out
