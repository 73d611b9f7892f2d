"""May a leave be granted, what does it break, and which small change makes it fit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from registry.cli import main
from registry.model.records import Absence
from registry.resolve.subject import Glossary
from registry.service.registry import Registry
from registry.service.supposed.leave import leave
from registry.service.supposed.leave_answer import Leave
from registry.tables.rules import read_rules
from tests.graph.city import CITY, PAIRS, division


def run(*args: str) -> Result:
    environment = {"LANG": "C.UTF-8", "LC_ALL": ""}
    return CliRunner().invoke(main, ["leave", *args], env=environment)


@cache
def tried(*args: str) -> Any:
    """Return the answer; the same leave is tried once for all tests."""
    result = run(*args, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


WEEK = ("张良华", "--from", "2019-09-09", "--to", "2019-09-13")


def test_a_leave_with_the_backup_there_fits() -> None:
    found = tried(*WEEK)
    assert found["verdict"] == "fits"
    assert found["broken"] == found["objections"] == found["ways_out"] == []
    assert found["working_days"] == 4  # the thirteenth is a public holiday


def test_a_seat_in_a_group_is_told_and_does_not_count() -> None:
    seats = tried(*WEEK)["seats"]
    assert {c["subject"]["kind"] for c in seats} == {"group"}
    assert all(c["before"]["acting"] == ["张良华"] and not c["after"]["acting"] for c in seats)


def test_a_leave_in_the_other_half_of_the_day_fits() -> None:
    away = ("--away", "熊皓@2019-09-12/am")
    assert tried("张良华", "--from", "2019-09-12/pm", *away)["verdict"] == "fits"
    found = tried("张良华", "--from", "2019-09-12T11:00", "--to", "2019-09-12", *away)
    assert {(c["from_time"], c["to_time"]) for c in found["broken"]} == {("11:00:00", "12:00:00")}
    (objection,) = found["objections"]
    assert (objection["from_time"], objection["to_time"]) == ("11:00:00", "12:00:00")


def test_a_leave_with_the_backup_away_leaves_gaps_in_both_portfolios() -> None:
    found = tried(*WEEK, "--away", "熊皓@2019-09-12/2019-09-13")
    assert found["verdict"] == "leaves_gaps"
    assert {(c["from"], c["to"]) for c in found["broken"]} == {("2019-09-12", "2019-09-13")}
    broken = {c["subject"]["name"] for c in found["broken"]}
    assert {"商务", "卫生健康", "市商务局", "市卫生健康委员会"} <= broken
    (objection,) = found["objections"]
    assert (objection["kind"], objection["persons"]) == ("both_away", ["熊皓", "张良华"])
    assert objection["reasons"][0]["clause"] == "熊皓与张良华互为AB角"


def test_the_smallest_changes_are_found_and_each_of_them_fits() -> None:
    found = tried(*WEEK, "--away", "熊皓@2019-09-12/2019-09-13")
    ways = {w["kind"]: w for w in found["ways_out"]}
    days = [w["days"] for w in found["ways_out"]]
    assert days == sorted(days)
    assert (ways["shorten"]["from"], ways["shorten"]["to"]) == ("2019-09-09", "2019-09-11")
    assert (ways["move"]["from"], ways["move"]["to"]) == ("2019-09-07", "2019-09-11")
    assert (ways["move_other"]["person"], ways["move_other"]["days"]) == ("熊皓", 2)
    for way in (ways["shorten"], ways["move"]):
        again = ("张良华", "--from", way["from"], "--to", way["to"])
        assert tried(*again, "--away", "熊皓@2019-09-12/2019-09-13")["verdict"] == "fits"
    assert tried(*WEEK, "--away", "熊皓@2019-09-14")["verdict"] == "fits"


def test_one_without_a_backup_has_no_way_out() -> None:
    found = tried("刘锋", "--from", "2019-09-09")
    assert found["verdict"] == "leaves_gaps"
    broken = {c["subject"]["name"] for c in found["broken"]}
    assert "市政府全面工作" in broken
    assert "市审计局" not in broken  # 兼管 of another, who is there
    assert found["ways_out"] == []


def test_a_coordinator_who_leaves_is_warned_of() -> None:
    found = tried("张维汉", "--from", "2019-09-09")
    assert [o["kind"] for o in found["objections"]] == ["coordinator_away"]
    assert found["objections"][0]["verdict"] == "fits_with_warnings"


RULES = """
government = "云岭市人民政府"
[[rule]]
id = "b"
kind = "backup_acts"
from = 2020-03-01
triggers = ["away"]
passes = ["supervises", "responsible", "liaises"]
source = { document = "云府字〔2020〕1号", date = 2020-03-01, clause = "第三条" }
"""
SECOND = """
[[rule]]
id = "second"
kind = "%s"
from = 2020-03-01
%s
source = { document = "云府字〔2020〕1号", date = 2020-03-01, clause = "第四条" }
"""


def in_city(rules: str, start: date, end: date, others: Sequence[Absence] = ()) -> Leave:
    book = read_rules(rules.encode(), "city.toml")
    known = Registry(division(pairs=PAIRS), [book], Glossary(), lambda: start)
    return leave(known, Absence(person="河二", start=start, end=end), others, government=CITY)


@pytest.mark.parametrize(
    ("stance", "verdict"),
    [
        ('stance = "forbidden"', "against_rule"),
        ('stance = "in_principle"\napproved_by = ["市长"]', "needs_approval"),
        ('stance = "allowed"', "leaves_gaps"),
    ],
)
def test_a_rule_on_both_away_decides_and_is_cited(stance: str, verdict: str) -> None:
    day = date(2020, 5, 6)
    away = Absence(person="湖三", start=day, end=day)
    found = in_city(RULES + SECOND % ("both_away", stance), day, day, [away])
    assert found.verdict.value == verdict
    (objection,) = found.objections
    assert objection.reasons[-1].clause == "第四条"
    assert [way.kind for way in found.ways_out][:1] == ["move"]


def test_a_leave_longer_than_a_backup_may_act_needs_approval() -> None:
    rules = RULES + SECOND % ("acting_limit", 'max_days = 7\nthen_by = "市长"')
    assert in_city(rules, date(2020, 5, 6), date(2020, 5, 12)).objections == ()
    found = in_city(rules, date(2020, 5, 6), date(2020, 5, 14))
    limit = next(o for o in found.objections if o.kind == "acting_limit")
    assert (limit.start, limit.end) == (date(2020, 5, 13), date(2020, 5, 14))
    assert found.verdict.value == "needs_approval"
    ways = {way.kind: way for way in found.ways_out}
    assert (ways["shorten"].start, ways["shorten"].end) == (date(2020, 5, 6), date(2020, 5, 12))


def test_where_the_rule_does_not_say_who_decides_then_a_longer_leave_is_warned_of() -> None:
    rules = RULES + SECOND % ("acting_limit", "max_days = 7")
    found = in_city(rules, date(2020, 5, 6), date(2020, 5, 14))
    limit = next(o for o in found.objections if o.kind == "acting_limit")
    assert limit.verdict.value == "fits_with_warnings"
    assert found.verdict.value == "leaves_gaps"


def test_a_leave_that_is_recorded_may_be_the_one_to_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY_DATABASE", str(tmp_path / "registry.db"))
    example = Path(__file__).parents[2] / "data" / "examples" / "01-yunling-division.txt"
    record = ("record", "absence", "蓝启程", "--from", "2024-06-03", "--kind", "away")
    for args in (("load", str(example)), record):
        assert CliRunner().invoke(main, args).exit_code == 0
    result = run("简书宁", "--from", "2024-06-03", "--to", "2024-06-04", "--format", "json")
    found = json.loads(result.stdout)
    assert found["verdict"] == "leaves_gaps"
    ways = {w["kind"]: (w["person"], w["from"], w["to"]) for w in found["ways_out"]}
    assert ways["move_other"] == ("蓝启程", "2024-06-03", "2024-06-03")
    assert ways["move"] == ("简书宁", "2024-06-04", "2024-06-05")


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (("张三丰", "--from", "2019-09-09"), "张三丰"),
        (("张良华", "--from", "2019-09-09", "--to", "2019-09-08"), "before it begins"),
        (("张良华", "--from", "soon"), "YYYY-MM-DD"),
        (("张良华",), "--from"),
    ],
)
def test_bad_input_is_one_line(args: tuple[str, ...], word: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert word in result.stderr


def test_the_answer_reads_in_both_languages() -> None:
    away = ("--away", "熊皓@2019-09-12/2019-09-13")
    assert "请熊皓改期2天" in run(*WEEK, *away, "--lang", "zh").stdout
    out = run(*WEEK, *away, "--lang", "en").stdout
    assert "it leaves work that nobody acts for" in out.splitlines()[0]
    assert "move 2 days of 熊皓" in out
