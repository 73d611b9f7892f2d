"""The week's sheet: who is there, who acts, what is open, in every form it is printed in."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar
from lxml import html
from msgspec import structs

from registry.cli import main
from registry.exports.week.html import week_html
from registry.model.records import Absence
from registry.model.time import Period
from registry.resolve.subject import Glossary
from registry.service.answers.week import week
from registry.service.registry import Registry
from registry.tables.rules import read_rules
from registry.wiring import registry
from tests.graph.city import CITY, PAIRS, division

BOTH = ("--away", "张良华@2019-09-03/2019-09-05", "--away", "熊皓@2019-09-04")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["week", *args], env={"LANG": "C.UTF-8", "LC_ALL": ""})


def sheet(*args: str) -> Any:
    result = run(*args, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def cells(found: Any, person: str) -> list[Any]:
    return next(row["cells"] for row in found["rows"] if row["person"] == person)


def test_leaders_stand_in_the_notices_order_and_days_from_monday_to_sunday() -> None:
    found = sheet("2019-09-05")
    assert [row["person"] for row in found["rows"]][:3] == ["刘锋", "黄金龙", "沈水生"]
    assert len(found["rows"]) == 10
    assert [day["date"] for day in found["days"]] == [f"2019-09-0{n}" for n in range(2, 9)]
    assert all(cell["presence"] == "present" for row in found["rows"] for cell in row["cells"])
    assert found["gaps"] == []


def test_each_day_says_who_is_away_and_who_acts_for_whom() -> None:
    found = sheet("2019-09-02", *BOTH)
    away = cells(found, "张良华")
    assert [c["presence"] for c in away] == ["present", *["away"] * 3, *["present"] * 3]
    assert [c["acted_by"] for c in away][1:4] == [["熊皓"], [], ["熊皓"]]
    assert [c["acting_for"] for c in cells(found, "熊皓")][1:4] == [["张良华"], [], ["张良华"]]
    assert away[2]["gap"] == cells(found, "熊皓")[2]["gap"] == "coordination_required"


def test_gaps_are_listed_by_day_with_their_clause() -> None:
    found = sheet("2019-09-02", *BOTH, "--away", "刘锋@2019-09-06")
    told = [(g["from"], g["to"], g["kind"], g["persons"]) for g in found["gaps"]]
    day = "2019-09-04"
    assert told == [
        (day, day, "coordination_required", ["熊皓"]),
        (day, day, "coordination_required", ["张良华"]),
        (day, day, "both_away", ["熊皓", "张良华"]),
        ("2019-09-06", "2019-09-06", "unspecified", ["刘锋"]),
    ]
    first, _, both, _ = found["gaps"]
    assert first["coordinator"] == "张维汉"
    assert first["candidates"][0] == "刘锋"
    assert not {"张良华", "熊皓", "张维汉"} & set(first["candidates"])
    assert both["reasons"][0]["clause"] == "熊皓与张良华互为AB角"
    assert all(any(r.get("clause") for r in g["reasons"]) for g in found["gaps"])


def test_a_coordinator_away_is_said_and_then_nobody_can_assign() -> None:
    found = sheet("2019-09-02", *BOTH, "--away", "张维汉@2019-09-04")
    kinds = {(g["kind"], tuple(g["persons"])) for g in found["gaps"]}
    assert ("coordinator_away", ("张维汉",)) in kinds
    assert ("unspecified", ("熊皓",)) in kinds
    assert not any(kind == "coordination_required" for kind, _ in kinds)


def test_an_absence_outside_the_week_changes_nothing() -> None:
    assert sheet("2019-09-02", "--away", "张良华@2019-09-09/2019-09-10") == sheet("2019-09-02")


def test_an_absence_over_the_weeks_edge_counts_within_it() -> None:
    found = sheet("2019-09-02", "--away", "熊皓@2019-08-01/2019-09-02", "--away", "张良华")
    both = [g for g in found["gaps"] if g["kind"] == "both_away"]
    assert [(g["from"], g["to"]) for g in both] == [("2019-09-02", "2019-09-02")]


def test_the_week_that_the_notice_begins_in_lists_its_leaders_from_that_day() -> None:
    found = sheet("2019-08-28")
    assert [c["presence"] for c in cells(found, "刘锋")] == [*["not_listed"] * 2, *["present"] * 5]


def test_holidays_and_adjusted_days_are_shown() -> None:
    days = {day["date"]: day["kind"] for day in sheet("2019-09-30")["days"]}
    assert days["2019-10-01"] == "holiday"
    assert days["2019-10-04"] == "adjusted_rest"
    assert "调休上班" in run("2019-09-29", "--lang", "zh").stdout


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (("2019-07-01",), "2019-08-28"),
        (("someday",), "YYYY-MM-DD"),
        (("2019-09-02", "--away", "张三丰"), "张三丰"),
        (("2019-09-02", "--format", "html", "-o", "/nowhere/w.html"), "cannot be written"),
        (("9999-12-31",), "leaves the calendar"),
    ],
)
def test_bad_input_is_one_line(args: tuple[str, ...], word: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert word in result.stderr


def test_the_table_sets_gaps_off_and_lists_them_first_below() -> None:
    lines = run("2019-09-02", *BOTH, "--lang", "en").stdout.splitlines()
    assert "【away, coordination required】" in next(line for line in lines if "熊皓" in line)
    heading = lines.index("Open  3")
    assert lines[heading + 1].startswith("  2019-09-04  coordination required  熊皓: ")
    assert "「熊皓与张良华互为AB角」" in lines[heading + 2]


PARTS = ("--away", "张良华@2019-09-03/2019-09-04/am", "--away", "熊皓@2019-09-03T09:00/11:00")


def test_a_day_that_is_not_the_same_throughout_has_parts() -> None:
    found = sheet("2019-09-02", *PARTS)
    split, half = cells(found, "张良华")[1:3]
    assert (split["presence"], split["acted_by"]) == ("away", ["熊皓"])
    assert split["gap"] == "coordination_required"
    told = [(p.get("from_time"), p.get("to_time"), p["acted_by"], p["gap"]) for p in split["parts"]]
    assert told == [
        (None, "09:00:00", ["熊皓"], None),
        ("09:00:00", "11:00:00", [], "coordination_required"),
        ("11:00:00", None, ["熊皓"], None),
    ]
    assert [part["presence"] for part in half["parts"]] == ["away", "present"]
    assert not [c for row in found["rows"] for c in row["cells"][3:] if "parts" in c]
    both = next(gap for gap in found["gaps"] if gap["kind"] == "both_away")
    assert (both["from"], both["from_time"], both["to_time"]) == (
        "2019-09-03",
        "09:00:00",
        "11:00:00",
    )


def test_halves_and_hours_are_said_in_the_table_and_on_the_page() -> None:
    sheet_of = ("2019-09-02", *PARTS, "--lang", "zh")
    for text in (
        run(*sheet_of).stdout,
        run(*sheet_of, "--format", "html").stdout.replace("<br>", "；"),
    ):
        assert "上午不在，熊皓代；下午在岗" in text
        assert "09:00前代张良华；09:00–11:00不在，待协调；11:00起代张良华" in text
        assert "2019-09-03 09:00–11:00  AB角都不在  熊皓、张良华" in text
    assert (
        "morning away, 熊皓 acts; afternoon present"
        in run("2019-09-02", *PARTS, "--lang", "en").stdout
    )


def test_the_feed_has_times_where_a_day_is_not_whole() -> None:
    told = [
        (e.decoded("dtstart"), e.decoded("dtend"))
        for e in feed(*PARTS).walk("VEVENT")
        if str(e["summary"]) == "张良华：不在，熊皓代"
    ]
    utc = [datetime(2019, 9, 2, 16, tzinfo=UTC), datetime(2019, 9, 3, 1, tzinfo=UTC)]
    assert told == [
        tuple(utc),
        (datetime(2019, 9, 3, 3, tzinfo=UTC), datetime(2019, 9, 4, 4, tzinfo=UTC)),
    ]


def page(*args: str) -> Any:
    result = run("2019-09-02", *args, "--format", "html", "--lang", "zh")
    assert result.exit_code == 0, result.stderr
    return html.document_fromstring(result.stdout)


def test_the_page_needs_nothing_else_and_prints_on_a4() -> None:
    found = page(*BOTH)
    assert "size: A4" in found.findtext(".//style")
    assert found.xpath("//script | //link | //img | //*[@src] | //*[@href]") == []
    assert [len(row.xpath("td")) for row in found.xpath("//tbody/tr")] == [7] * 10
    gaps = [cell.text for cell in found.xpath("//td[@class='gap']")]
    assert gaps == ["不在，待协调"] * 2
    assert "熊皓" in found.xpath("//ol/li/b")[0].text


def test_texts_of_notices_are_escaped_on_the_page() -> None:
    monday = date(2019, 9, 2)
    made = week(registry(), Period(monday, monday + timedelta(days=6)))
    bad = "<script>alert('&')</script>"
    hostile = structs.replace(
        made,
        government=bad,
        notices=(bad,),
        rows=(structs.replace(made.rows[0], person=bad, titles=(bad,)), *made.rows[1:]),
    )
    text = week_html(hostile)
    assert "<script" not in text
    assert (html.document_fromstring(text).findtext(".//h1") or "").startswith(bad)


def feed(*args: str) -> Any:
    result = run("2019-09-02", *args, "--format", "ics", "--lang", "zh")
    assert result.exit_code == 0, result.stderr
    return Calendar.from_ical(result.stdout_bytes)


def test_the_feed_reads_back_with_its_days_and_texts() -> None:
    events = list(feed(*BOTH).walk("VEVENT"))
    told = [
        (str(e["summary"]), e.decoded("dtstart"), e.decoded("dtend"))
        for e in events
        if e["categories"].cats == ["away"]
    ]
    assert told == [
        ("熊皓：不在，待协调", date(2019, 9, 4), date(2019, 9, 5)),
        ("张良华：不在，熊皓代", date(2019, 9, 3), date(2019, 9, 4)),
        ("张良华：不在，待协调", date(2019, 9, 4), date(2019, 9, 5)),
        ("张良华：不在，熊皓代", date(2019, 9, 5), date(2019, 9, 6)),
    ]
    gaps = [e for e in events if e["categories"].cats == ["coordination_required"]]
    assert "熊皓与张良华互为AB角" in str(gaps[0]["description"])
    assert all("dtstamp" in e for e in events)


def test_an_event_keeps_its_identifier_and_no_two_share_one() -> None:
    first, second = feed(*BOTH), feed(*BOTH, "--away", "刘锋@2019-09-06")
    uids = [[str(e["uid"]) for e in one.walk("VEVENT")] for one in (first, second)]
    assert len(set(uids[1])) == len(uids[1])
    assert set(uids[0]) < set(uids[1])


RULES = """
government = "云岭市人民政府"
[[rule]]
id = "b"
kind = "backup_acts"
from = 2020-03-01
triggers = ["away"]
passes = ["supervises", "responsible"]
source = { document = "云府字〔2020〕1号", date = 2020-03-01, clause = "第三条" }
[[rule]]
id = "handover"
kind = "hand_over"
from = 2020-03-01
accepted = true
source = { document = "云府字〔2020〕1号", date = 2020-03-01, clause = "第五条" }
"""


def test_a_hand_over_that_a_rule_asks_for_and_nobody_recorded_is_listed() -> None:
    book = read_rules(RULES.encode(), "city.toml")
    monday = date(2020, 5, 4)
    known = Registry(division(pairs=PAIRS), [book], Glossary(), lambda: monday)
    away = Absence(person="河二", start=monday, end=monday)
    found = week(known, Period(monday, monday + timedelta(days=6)), [away], government=CITY)
    (gap,) = found.gaps
    assert (gap.kind.value, gap.persons) == ("handover_missing", ("河二",))
    assert "没有交接的记录" in gap.text.zh
    assert "没有B角接受的记录" in gap.text.zh
    assert "第五条" in [reason.clause for reason in gap.reasons]
    row = next(row for row in found.rows if row.person == "河二")
    assert row.cells[0].acted_by == ("湖三",)
    assert row.cells[0].gap is None


def test_absences_recorded_count_and_their_reasons_stay_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY_DATABASE", str(tmp_path / "registry.db"))
    example = Path(__file__).parents[2] / "data" / "examples" / "01-yunling-division.txt"
    record = ("record", "absence", "蓝启程", "--from", "2024-06-03", "--kind", "away")
    for args in (("load", str(example)), (*record, "--reason", "家中急事")):
        done = CliRunner().invoke(main, args)
        assert done.exit_code == 0, done.stderr
    for form in ("table", "json", "html", "ics"):
        text = run("2024-06-03", "--format", form, "--lang", "zh").stdout
        assert "简书宁" in text
        assert "家中急事" not in text
    assert cells(sheet("2024-06-03"), "蓝启程")[0]["acted_by"] == ["简书宁"]
