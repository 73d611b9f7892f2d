"""A decision is held against the rules when it is recorded: what would not count is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec import structs

from registry.errors import AgainstRule, AlreadyRecorded, BadPeriod, BadRecord, UnknownName
from registry.model import facts as f
from registry.model.journal import AbsenceRecorded, AnyRecord, DecisionRecorded, Merged
from registry.model.records import Absence, Decision
from registry.model.time import NOON
from registry.service.recording.decision import Decided, decision
from registry.service.recording.record import Known
from registry.shipped import shipped
from registry.tables.rules import read_rules
from registry.wiring import shipped_glossary
from tests.graph.city import CITY, PAIRS, division, document, fact
from tests.graph.city import DIVISION as NUMBER
from tests.record.conftest import Desk
from tests.record.test_rules import BACKUP, COMMON
from tests.state.journal import DIVISION, MOVES, absent, entries, notice

DAY = date(2020, 5, 3)
BOTH = f"""[[rule]]
id = "both"
kind = "coordinator_assigns"
triggers = ["away"]
passes = ["supervises", "responsible"]
coordinator = "秘书长"
{COMMON.replace("原则上不同时外出", "都不在的，由秘书长协调")}"""
RULES = BACKUP + BOTH
HIMSELF = BACKUP + BOTH.replace("from = ", 'candidates = "coordinator_too"\nfrom = ')
AWAY = (absent("河二"), absent("湖三"))


def known(*before: AnyRecord, rules: str = RULES, first: AnyRecord = DIVISION) -> Known:
    book = read_rules(f'government = "{CITY}"\n{rules or "rule = []"}'.encode(), "city.toml")
    glossary = shipped_glossary()
    return Known(entries(first, *before), (book,), glossary, lambda: date(2020, 5, 1))


def made(assignee: str = "海四", by: str = "洋五", **more: Any) -> Decision:
    one = Decision(
        coordinator=by, holder="河二", assignee=assignee, start=DAY, end=DAY, because="电话"
    )
    return structs.replace(one, **more)


def told(so_far: Known, one: Decision, **more: Any) -> list[str]:
    found: Decided = decision(so_far, one, **more)
    assert found.record == DecisionRecorded(government=CITY, decision=one)
    return [words.zh for words in found.remarks]


def in_the_afternoon(person: str) -> AbsenceRecorded:
    away = Absence(person=person, start=DAY, end=DAY, start_time=NOON)
    return AbsenceRecorded(government=CITY, absence=away)


def refused(so_far: Known, one: Decision, kind: type[BadRecord] = AgainstRule) -> str:
    with pytest.raises(kind) as caught:
        decision(so_far, one)
    assert type(caught.value) is kind
    return str(caught.value)


def test_what_the_rules_ask_for_is_recorded_without_a_word() -> None:
    assert told(known(*AWAY), made()) == []


def test_a_half_day_needs_no_more_than_its_half() -> None:
    afternoon = made(start_time=NOON)
    away = tuple(in_the_afternoon(who) for who in ("河二", "湖三"))
    assert told(known(*away), afternoon) == []
    assert told(known(*away), made()) == ["2020-05-03 上午，决定不起作用：在岗负责河二"]
    assert told(known(), afternoon) == [
        "没有登记河二在2020-05-03 下午不在岗：登记以后，决定才起作用"
    ]
    said = refused(known(*away, in_the_afternoon("海四")), afternoon)
    assert "2020-05-03 afternoon: 海四 is absent himself" in said


def test_each_half_of_a_day_has_its_own_decision() -> None:
    morning = made(end_time=NOON)
    so_far = known(*AWAY, DecisionRecorded(government=CITY, decision=morning))
    assert told(so_far, made("江一", start_time=NOON)) == []
    with pytest.raises(AlreadyRecorded, match="on 2020-05-03 morning, by entry"):
        decision(so_far, made("江一"))


def test_another_than_the_coordinator_is_refused_with_the_rule() -> None:
    said = refused(known(*AWAY), made(by="江一"))
    assert "洋五 decides, and not 江一" in said
    assert "by rule both (city.toml，云府字〔2020〕2号：都不在的，由秘书长协调)" in said


def test_where_b_acts_nobody_is_assigned() -> None:
    said = refused(known(absent("河二")), made())
    assert "湖三 acts for 河二" in said
    assert "by rule b (city.toml" in said
    assert "record that first" in said


def test_without_a_rule_file_the_clause_of_the_pair_is_quoted() -> None:
    said = refused(known(absent("河二"), rules=""), made(), BadRecord)
    assert NUMBER in said


def test_one_who_may_not_be_named_is_refused() -> None:
    said = refused(known(MOVES, *AWAY), made("溪七"))
    assert "溪七 is none of those whom the coordinator may name (江一, 海四), by rule both" in said
    assert "溪七 is none of those" in refused(known(MOVES), made("溪七"))
    said = refused(known(*AWAY, absent("海四")), made("海四"))
    assert "海四 is absent himself" in said


def test_to_oneself_only_where_a_rule_says_so() -> None:
    said = refused(known(*AWAY), made("洋五"))
    assert "洋五 cannot assign himself" in said
    assert "rule both" in said
    assert told(known(*AWAY, rules=HIMSELF), made("洋五")) == []
    said = refused(known(*AWAY, rules=""), made("洋五"), BadRecord)
    assert "no rule lets him" in said


def test_days_on_which_it_does_not_count_are_said() -> None:
    so_far = known(
        absent("河二", "2020-05-03", "2020-05-05"), absent("湖三", "2020-05-04", "2020-05-05")
    )
    (first, second) = told(so_far, made(end=date(2020, 5, 7)))
    assert first == "2020-05-03，决定不起作用：代行湖三"
    assert second == "2020-05-06 … 2020-05-07，决定不起作用：在岗负责河二"


def test_before_the_absence_is_recorded_it_is_held_against_the_rules_too() -> None:
    (said,) = told(known(), made())
    assert said == "没有登记河二在2020-05-03不在岗：登记以后，决定才起作用"
    assert "洋五 decides" in refused(known(), made(by="江一"))
    assert "湖三 acts for 河二" in refused(known(), made("湖三"))


def test_two_for_one_day_are_refused_with_both_named() -> None:
    earlier = DecisionRecorded(government=CITY, decision=made("江一", end=date(2020, 5, 5)))
    so_far = known(*AWAY, earlier)
    said = refused(so_far, made(), AlreadyRecorded)
    assert "on 2020-05-03, by entry 4, 洋五 has assigned 江一 to act for 河二, and not 海四" in said
    assert "--replace" in said
    (words,) = told(so_far, made(), replace=True)
    assert words == "2020-05-03，代替第4条：洋五指定江一代河二"
    assert told(so_far, made(subject="商务")) == []
    assert told(so_far, made(start=date(2020, 5, 6), end=date(2020, 5, 6))) == []


def test_the_same_is_not_recorded_twice() -> None:
    so_far = known(*AWAY, DecisionRecorded(government=CITY, decision=made()))
    assert "as entry 4" in refused(so_far, made(), AlreadyRecorded)


def test_a_matter_must_be_the_holders() -> None:
    assert told(known(*AWAY), made(subject="商务")) == []
    assert "农业 is not 河二's" in refused(known(*AWAY), made(subject="农业"), BadRecord)
    with pytest.raises(UnknownName):
        decision(known(*AWAY), made(subject="航天"))


def test_where_b_acts_a_seat_in_a_group_may_still_be_assigned() -> None:
    group = "云岭市防汛指挥部"
    facts: list[f.AnyFact] = [
        *division(pairs=PAIRS),
        fact(f.Group, NUMBER, group=group),
        fact(f.Member, NUMBER, group=group, person="河二", role="指挥长"),
    ]
    so_far = known(absent("河二"), first=notice(*facts))
    assert told(so_far, made()) == [f"决定只及于{group}；其余工作照规则由他人代行"]
    assert told(so_far, made(subject=group)) == []


@pytest.mark.parametrize(
    ("start", "end"),
    [("0001-01-01", "0001-01-02"), ("2020-05-03", "9999-12-31"), ("2020-05-03", "2024-05-03")],
)
def test_days_of_another_age_and_years_of_them_are_refused(start: str, end: str) -> None:
    days: dict[str, Any] = {"start": date.fromisoformat(start), "end": date.fromisoformat(end)}
    with pytest.raises(BadPeriod):
        decision(known(*AWAY), made(**days))


def test_the_command_refuses_warns_and_replaces(desk: Desk) -> None:
    assigned = (
        "decision",
        "蓝启程",
        "--coordinator",
        "顾远帆",
        "--because",
        "电话",
        "--from",
        "2024-06-04",
    )
    assert "acts for 蓝启程" in _absent_and_refused(desk, assigned)
    desk.record("absence", "简书宁", "--from", "2024-06-04", "--kind", "away", warned="B角")
    desk.record(*assigned, "--assignee", "温若谷")
    assert desk.ask("商务").acting == ("温若谷",)
    said = desk.refused(*assigned, "--assignee", "姚沐川")
    assert "顾远帆 has assigned 温若谷" in said
    desk.record(*assigned, "--assignee", "姚沐川", "--replace", warned="代替第")
    assert desk.ask("商务").acting == ("姚沐川",)
    printed = desk.record(*assigned, "--assignee", "温若谷", "--subject", "商务")
    assert "蓝启程 → 温若谷 商务" in printed
    assert desk.ask("商务").acting == ("温若谷",)


def _absent_and_refused(desk: Desk, assigned: tuple[str, ...]) -> str:
    desk.record("absence", "蓝启程", "--from", "2024-06-04", "--kind", "away")
    return desk.refused(*assigned, "--assignee", "温若谷")


def test_where_the_head_has_left_the_standing_committee_decides() -> None:
    left = notice(
        document("云府字〔2020〕4号", "2020-04-01", "appointment"),
        fact(f.Removed, "云府字〔2020〕4号", person="江一", post="云岭市人民政府市长"),
    )
    law = read_rules((shipped("rules") / "cn.toml").read_bytes(), "cn.toml")
    so_far = Known(entries(DIVISION, left), (law,), shipped_glossary(), lambda: date(2020, 5, 1))
    acting = made("河二", by="云岭市人大常委会", holder="江一")
    assert told(so_far, acting) == []
    with pytest.raises(BadRecord, match="would not count"):
        decision(so_far, structs.replace(acting, coordinator="洋五"))


def test_an_agency_keeps_its_decision_when_it_is_merged() -> None:
    merged = Merged(government=CITY, kind="agency", name="市商务局", into="市商务和粮食局")
    given = DecisionRecorded(government=CITY, decision=made(subject="市商务局"))
    (found,) = known(*AWAY, given, merged).registry.on_record(CITY).decisions
    assert found.subject == "市商务和粮食局"
