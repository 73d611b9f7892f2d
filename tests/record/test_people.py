"""Absences and decisions: what they change, and how they are taken back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from registry.model.answers import Status
from registry.model.time import NOON, Period
from registry.service.answers.answer import answer
from registry.service.answers.week import week
from tests.record.conftest import CITY, DAY, Desk

SECRET = "看牙医"
AWAY = ("absence", "蓝启程", "--from", "2024-06-03", "--to", "2024-06-05", "--kind", "away")
BACKUP_AWAY = ("absence", "简书宁", "--from", DAY, "--kind", "away")
GONE = '"person":"蓝启程","start":"2024-06-04"'
TIMES = '"start_time":"14:00:00","end_time":"12:00:00"'
DECISION = (
    "decision",
    *("蓝启程", "--assignee", "温若谷", "--coordinator", "顾远帆", "--from", DAY),
    *("--because", "电话请示"),
)


def test_an_absence_changes_the_answer_and_taken_back_restores_it(everywhere: Desk) -> None:
    before = everywhere.ask("商务")
    assert before.acting == ("蓝启程",)
    line = everywhere.record(*AWAY, "--because", "招商")
    assert line == (
        f"recorded 已登记 #4 absence_recorded {CITY}: 蓝启程 2024-06-03/2024-06-05 away — 招商"
    )
    assert "蓝启程" not in everywhere.ask("商务").acting
    taken = everywhere.record("withdraw", "4", "--because", "行程取消")
    assert "#5 withdrawn #4 absence_recorded" in taken
    assert everywhere.ask("商务") == before
    everywhere.record("withdraw", "5", "--because", "又成行")
    assert "蓝启程" not in everywhere.ask("商务").acting


@pytest.mark.parametrize(
    ("days", "written", "told", "listed"),
    [
        (
            ("--from", DAY, "--to", "2024-06-05"),
            f'{{{GONE},"end":"2024-06-05","kind":"away"}}',
            "2024-06-04/2024-06-05",
            "2024-06-04 … 2024-06-05",
        ),
        (
            ("--from", f"{DAY}/pm"),
            f'{{{GONE},"end":"2024-06-04","kind":"away","start_time":"12:00:00"}}',
            "2024-06-04T12:00/2024-06-04",
            "2024-06-04 下午",
        ),
        (
            ("--from", f"{DAY}T14:00", "--to", "2024-06-05/上午"),
            f'{{{GONE},"end":"2024-06-05","kind":"away",{TIMES}}}',
            "2024-06-04T14:00/2024-06-05T12:00",
            "2024-06-04 14:00 … 2024-06-05 上午",
        ),
    ],
)
def test_an_absence_is_written_with_the_times_it_has(
    desk: Desk, days: tuple[str, ...], written: str, told: str, listed: str
) -> None:
    assert f"蓝启程 {told} away" in desk.record("absence", "蓝启程", *days, "--kind", "away")
    line = desk.run("journal", "--format", "jsonl", "--after", "3").stdout.strip()
    record = f'"record":"absence_recorded","government":"{CITY}","absence":{written},"reason":null'
    assert f"{{{record}}}" in line
    shown = desk.run("record", "list", "--on", DAY, "--lang", "zh").stdout
    assert shown == f"#4  不在岗  {CITY}  蓝启程  {listed}  不在当地\n"


def test_a_decision_names_who_acts_until_it_is_withdrawn(everywhere: Desk) -> None:
    everywhere.record(*AWAY)
    everywhere.record(*BACKUP_AWAY, warned="2024-06-04，简书宁与B角蓝启程同时不在")
    before = everywhere.ask("商务")
    assert before.acting == ()
    assert "蓝启程 → 温若谷" in everywhere.record(*DECISION)
    decided = everywhere.ask("商务")
    assert (decided.status, decided.acting) == (Status.ASSIGNED, ("温若谷",))
    everywhere.record("withdraw", "6", "--because", "误登")
    assert everywhere.ask("商务") == before


def test_a_decision_for_half_a_day_is_in_answer_week_and_list(everywhere: Desk) -> None:
    everywhere.record(*AWAY)
    everywhere.record(*BACKUP_AWAY, warned="2024-06-04，简书宁与B角蓝启程同时不在")
    afternoon = [f"{DAY}/pm" if word == DAY else word for word in DECISION]
    assert f"蓝启程 → 温若谷 {DAY}T12:00/{DAY} " in everywhere.record(*afternoon)
    on = date.fromisoformat(DAY)
    registry = everywhere.registry()
    morning, later = answer(registry, "商务", Period(on, on)).segments
    assert (morning.end_time, morning.acting) == (NOON, ())
    assert (later.start_time, later.acting) == (NOON, ("温若谷",))
    sheet = week(registry, Period(on, on))
    (cell,) = next(row.cells for row in sheet.rows if row.person == "蓝启程")
    assert [part.acted_by for part in cell.parts] == [(), ("温若谷",)]
    shown = everywhere.run("record", "list", "--on", DAY, "--lang", "en").stdout
    assert f"蓝启程  {DAY} afternoon  温若谷 acts, named by 顾远帆" in shown


def test_a_pair_away_one_after_the_other_is_no_matter(desk: Desk) -> None:
    desk.record(*AWAY)
    desk.record(*BACKUP_AWAY[:3], "2024-06-06", "--kind", "leave")
    desk.record("absence", "温若谷", *AWAY[2:])


@pytest.mark.parametrize("form", ["table", "json"])
def test_the_private_reason_is_kept_and_never_printed(desk: Desk, form: str) -> None:
    line = desk.record(*AWAY, "--reason", SECRET, "--format", form)
    taken = desk.record("withdraw", "4", "--because", "取消", "--format", form)
    assert SECRET not in line + taken
    assert SECRET not in desk.run("journal").output
    reasons = [getattr(entry.record, "reason", None) for entry in desk.registry().entries()]
    assert SECRET in reasons


def test_the_entry_as_the_journal_has_it(desk: Desk) -> None:
    told = json.loads(desk.record(*AWAY, "--reason", SECRET, "--format", "json"))
    (kept,) = desk.run("journal", "--format", "jsonl", "--after", "3").stdout.splitlines()
    kept = json.loads(kept)
    assert kept["record"].pop("reason") == SECRET
    assert told["record"].pop("reason") is None
    assert told == kept


def test_names_are_read_without_inner_spaces(desk: Desk) -> None:
    assert "蓝启程 2024-06-04" in desk.record("absence", "蓝 启程", *BACKUP_AWAY[2:])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("absence", "兰启程", *AWAY[2:]), "nearest: 蓝启程"),
        (("absence", " ", *AWAY[2:]), "a name is empty"),
        ((*AWAY[:-1], "holiday"), "choose one of: away 不在当地, ill 因病"),
        ((*AWAY[:3], "2024-6-3", *AWAY[4:]), "YYYY-MM-DD"),
        ((*AWAY[:3], "2024-06-09", *AWAY[4:]), "swap the two days"),
        ((*AWAY, "--government", "海州市人民政府"), f"known: {CITY}"),
        ((*AWAY, "--because", "\ud800"), "surrogate"),
        (AWAY[:-2], "--kind"),
        (("decision", "蓝启程", "--assignee", "蓝启程", *DECISION[4:]), "--assignee"),
        (("decision", "蓝启程", "--assignee", "温如谷", *DECISION[4:]), "nearest: 温若谷"),
        ((*DECISION[:-1], " "), "--because"),
        (DECISION[:-2], "--because"),
        (("withdraw", "9", "--because", "误登"), "no entry 9"),
        (("withdraw", "99999999999999999999999", "--because", "误登"), "no entry 999"),
        (("withdraw", "0", "--because", "误登"), "no entry 0"),
        (("withdraw", "-1", "--because", "误登"), ""),
        (("withdraw", "1", "--because", " "), "--because"),
    ],
)
def test_what_is_refused(desk: Desk, typed: tuple[str, ...], said: str) -> None:
    assert said in desk.refused(*typed)


def test_nothing_is_recorded_twice(desk: Desk) -> None:
    desk.record(*DECISION, warned="没有登记蓝启程")
    assert "as entry 4" in desk.refused(*DECISION)
    desk.record(*AWAY)
    assert "as entry 5" in desk.refused(*AWAY)
    desk.record("withdraw", "5", "--because", "取消")
    assert "by entry 6" in desk.refused("withdraw", "5", "--because", "取消")
    desk.record(*AWAY)


def test_a_withdrawn_notice_names_nobody(desk: Desk) -> None:
    for number in ("1", "2", "3"):
        desk.record("withdraw", number, "--because", "误收")
    assert "registry load" in desk.refused(*AWAY)
    desk.record("withdraw", "4", "--because", "仍有效")
    desk.record(*AWAY)


def test_a_government_is_named_in_part(desk: Desk) -> None:
    assert CITY in desk.record(*AWAY, "--government", "云陵")


def test_without_a_database_nothing_is_made(tmp_path: Path) -> None:
    made = Desk(str(tmp_path / "none.db"))
    done = made.run("record", *AWAY)
    assert done.exit_code == 2
    assert list(tmp_path.iterdir()) == []
