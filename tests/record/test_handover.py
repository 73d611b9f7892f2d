"""Hand-overs and approvals: what they take away from answers and the week, and what stands."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from registry.model.time import NOON, Period
from registry.service.answers.answer import answer
from registry.service.answers.week import week
from tests.record.conftest import Desk

DISTRICT = "广元市利州区人民政府"
NOTICE = f"""{DISTRICT}文件

广利府发〔2024〕3号

{DISTRICT}关于调整区政府领导分工的通知

区级各部门：

　　现将区政府领导同志工作分工调整如下：

　　苏景行：区委副书记、区长
　　主持区政府全面工作。

　　卓以宁：副区长
　　负责商务、文化旅游等方面工作。
　　分管区商务局、区文化旅游局。

　　林知远：副区长
　　负责教育、卫生健康等方面工作。
　　分管区教育局、区卫生健康局。

　　卓以宁与林知远互为AB角。

{DISTRICT}
2024年3月5日
"""
AWAY = ("absence", "卓以宁", "--from", "2024-06-03", "--to", "2024-06-05", "--kind", "away")
BOTH = ("absence", "林知远", "--from", "2024-06-04", "--kind", "leave")
APPROVED = (*BOTH, "--approve-by", "苏景行", "--because", "急事")
OVER = ("handover", "卓以宁", "--step", "handed_over", "--on", "2024-06-02")


@pytest.fixture
def district(everywhere: Desk, tmp_path: Path) -> Desk:
    """A journal with the notice of a government whose rules ask for a hand-over, as entry 4."""
    (tmp_path / "notice.txt").write_text(NOTICE, encoding="utf-8")
    assert everywhere.run("load", str(tmp_path / "notice.txt")).exit_code == 0
    return everywhere


def flags(desk: Desk, day: str = "2024-06-03") -> set[str]:
    on = date.fromisoformat(day)
    found = answer(desk.registry(), "区商务局", Period(on, on), government=DISTRICT)
    return {flag for cover in found.segments[0].covers for flag in cover.flags}


def open_in_the_week(desk: Desk) -> set[str]:
    period = Period(date(2024, 6, 3), date(2024, 6, 9))
    return {gap.text.zh for gap in week(desk.registry(), period, government=DISTRICT).gaps}


def test_a_hand_over_recorded_is_missing_no_more_until_it_is_withdrawn(district: Desk) -> None:
    district.record(*AWAY)
    assert "handover_missing" in flags(district)
    missing = open_in_the_week(district)
    assert any("没有交接的记录" in text for text in missing)
    line = district.record(*OVER, "--note", "两件急件")
    assert line == (
        f"recorded 已登记 #6 handover_recorded {DISTRICT}:"
        " 卓以宁 2024-06-03/2024-06-05 handed_over 2024-06-02 「两件急件」"
    )
    assert "handover_missing" not in flags(district)
    assert not any("没有交接的记录" in text for text in open_in_the_week(district))
    district.record("withdraw", "6", "--because", "误登")
    assert "handover_missing" in flags(district)
    assert open_in_the_week(district) == missing


def test_what_is_about_an_absence_withdrawn_is_told(district: Desk) -> None:
    district.record(*AWAY)
    district.record(*OVER)
    district.record("withdraw", "5", "--because", "取消", warned="#6与之有关，仍然有效")
    district.record("withdraw", "7", "--because", "又成行", warned="")


def test_several_steps_at_once_and_each_only_once(district: Desk) -> None:
    district.record(*AWAY)
    steps = ("--step", "told_backup", "--step", "accepted", "--on", "2024-06-02")
    said = district.record("handover", "卓以宁", *steps).splitlines()
    assert [line.split()[2] for line in said] == ["#6", "#7"]
    assert "recorded already, as entry 7" in district.refused(
        "handover", "卓以宁", "--step", "accepted", "--on", "2024-06-02"
    )


def test_a_hand_over_is_about_one_absence(district: Desk) -> None:
    assert "no absence of 卓以宁 is recorded" in district.refused(*OVER)
    district.record(*AWAY)
    district.record("absence", "卓以宁", "--from", "2024-06-20", "--kind", "ill")
    assert "say which with --during" in district.refused(*OVER)
    assert "on 2024-06-09 is recorded; recorded: 2024-06-03/2024-06-05" in district.refused(
        *OVER, "--during", "2024-06-09"
    )
    assert "2024-06-20/2024-06-20" in district.record(*OVER, "--during", "2024-06-20")
    assert "handover_missing" in flags(district)
    assert "handover_missing" not in flags(district, "2024-06-20")


def test_nothing_is_handed_back_before_it_was_left_nor_done_before_its_day(district: Desk) -> None:
    district.record(*AWAY)
    back = ("handover", "卓以宁", "--step", "reported_back", "--on")
    assert "nothing is handed back on 2024-06-01" in district.refused(*back, "2024-06-01")
    assert "yet to come" in district.refused(*back, "2999-01-01")
    assert "「已交还」" in district.record(*back, "2024-06-06", "--note", "已交还")


def test_both_away_needs_an_approval_which_goes_with_the_absence(district: Desk) -> None:
    district.record(*AWAY)
    refused = district.refused(*BOTH)
    for named in ("lizhou-2017-both-away", "cn-sc-guangyuan-lizhou.toml", "第五条", "--approve-by"):
        assert named in refused
    assert "cannot approve his own" in district.refused(
        *BOTH, "--approve-by", "林知远", "--because", "急事"
    )
    said = district.record(*APPROVED, warned="苏景行已批准").splitlines()
    assert said[1] == (
        f"recorded 已登记 #7 approval_recorded {DISTRICT}:"
        " 林知远 2024-06-04/2024-06-04 ← 苏景行 — 急事"
    )
    assert "both_away_unapproved" not in flags(district, "2024-06-04")
    district.record("withdraw", "7", "--because", "误登")
    assert "both_away_unapproved" in flags(district, "2024-06-04")


def test_a_table_is_refused_whole_at_the_line_that_a_rule_is_against(
    district: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "june.csv"
    rows = (
        "蓝启程,2024-06-03,,away",
        "卓以宁,2024-06-03,2024-06-05,away",
        "林知远,2024-06-04,,ill",
    )
    path.write_text("\n".join(("person,start,end,kind", *rows)), encoding="utf-8")
    refused = district.refused("absences", str(path))
    assert f"{path}, line 4: 2024-06-04" in refused
    assert "lizhou-2017-both-away" in refused


def test_a_step_is_about_the_half_of_a_day(district: Desk) -> None:
    for half in ("am", "pm"):
        kind = "away" if half == "am" else "ill"
        district.record("absence", "卓以宁", "--from", f"2024-06-03/{half}", "--kind", kind)
    assert "several absences" in district.refused(*OVER, "--during", "2024-06-03")
    line = district.record(*OVER, "--during", "2024-06-03/am")
    assert " 卓以宁 2024-06-03/2024-06-03T12:00 handed_over 2024-06-02" in line
    assert "recorded already" in district.refused(*OVER, "--during", "2024-06-03/am")
    district.record(*OVER, "--during", "2024-06-03/pm")
    steps = district.registry().on_record(DISTRICT).handovers
    assert [step.notation for step in steps] == [
        "2024-06-03/2024-06-03T12:00",
        "2024-06-03T12:00/2024-06-03",
    ]


def test_a_step_for_one_half_leaves_the_other_missing(district: Desk) -> None:
    district.record("absence", "卓以宁", "--from", "2024-06-03/am", "--kind", "away")
    district.record(*OVER)
    district.record("absence", "卓以宁", "--from", "2024-06-03/pm", "--kind", "away")
    on = date(2024, 6, 3)
    found = answer(district.registry(), "区商务局", Period(on, on), government=DISTRICT)
    missing = [
        (segment.start_time, "handover_missing" in cover.flags)
        for segment in found.segments
        for cover in segment.covers
    ]
    assert missing == [(None, False), (NOON, True)]


def test_the_list_has_what_stands_and_no_private_reason(district: Desk) -> None:
    district.record(*AWAY, "--reason", "看牙医")
    district.record(*OVER)
    district.record(*APPROVED, warned="苏景行已批准")
    district.record("absence", "蓝启程", "--from", "2024-06-03", "--kind", "ill")
    district.record("withdraw", "6", "--because", "误登")

    def listed(*arguments: str) -> list[str]:
        done = district.run("record", "list", *arguments)
        assert done.exit_code == 0, done.output
        assert "看牙医" not in done.output
        return [line.split()[0] for line in done.stdout.splitlines()]

    assert listed() == ["#5", "#7", "#8", "#9"]
    assert listed("--government", "利州") == ["#5", "#7", "#8"]
    assert listed("--on", "2024-06-03") == ["#5", "#9"]
    for lang, words in (("zh", "不在岗 批准"), ("en", "absence approval")):
        lines = district.run("record", "list", "--lang", lang).stdout
        assert set(words.split()) <= {line.split("  ")[1] for line in lines.splitlines()}
        assert "_" not in lines
    done = district.run("record", "list", "--on", "2024-06-05", "--format", "json")
    (entry,) = json.loads(done.stdout)
    assert (entry["number"], entry["record"]["reason"]) == (5, None)
    assert "看牙医" not in done.output


def test_the_list_has_names_as_they_are_known_now(district: Desk) -> None:
    district.record(*AWAY)
    district.record(*OVER)
    merge = ("merge", "卓以宁", "--into", "林知远", "--kind", "person", "--because", "曾用名")
    district.record(*merge, "--government", DISTRICT)
    shown = district.run("record", "list", "--government", DISTRICT, "--lang", "zh").stdout
    assert "  工作交接  " in shown
    assert "卓以宁" not in shown
    assert shown.count("林知远") == 2


def test_a_government_not_known_is_refused(desk: Desk) -> None:
    assert "无此市" in desk.refused("list", "--government", "无此市")
