"""Absences from tables and calendars: all or nothing, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.model.journal import AbsenceRecorded
from tests.record.conftest import CITY, Desk

TABLE = """person,start,end,kind,government
蓝启程,2024-06-03,2024-06-05,away,云陵市人民政府

温若谷,2024-06-04,,ill,
"""
EVENT = """BEGIN:VEVENT
UID:{uid}
DTSTART;VALUE=DATE:20240603
DTEND;VALUE=DATE:20240606
SUMMARY:蓝启程：招商
CATEGORIES:away
END:VEVENT
"""
CALENDAR = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//\n{}END:VCALENDAR\n"


def absences(desk: Desk) -> list[tuple[str, str, str, str]]:
    found = desk.registry().on_record(CITY).absences
    return [(a.person, a.start.isoformat(), a.end.isoformat(), a.kind) for a in found]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_is_recorded_once(everywhere: Desk, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "june.csv"
    path.write_text(TABLE, encoding=encoding)
    said = everywhere.record("absences", str(path), "--because", "周计划").splitlines()
    assert len(said) == 3
    assert said[-1] == "new 新增 2 · taken back 撤回 0 · known 已有 0 · withdrawn before 早已撤回 0"
    assert absences(everywhere) == [
        ("蓝启程", "2024-06-03", "2024-06-05", "away"),
        ("温若谷", "2024-06-04", "2024-06-04", "ill"),
    ]
    entry = list(everywhere.registry().entries())[-1]
    assert (entry.because, entry.source) == ("周计划", str(path))
    chain = everywhere.chain()
    assert "known 已有 2" in everywhere.record("absences", str(path))
    assert everywhere.chain() == chain


def test_what_was_withdrawn_is_not_brought_back_by_the_same_file(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "june.csv"
    path.write_text(TABLE, encoding="utf-8")
    desk.record("absences", str(path))
    desk.record("withdraw", "4", "--because", "取消")
    path.write_text(TABLE + "简书宁,2024-06-07,2024-06-07,leave,\n", encoding="utf-8")
    assert desk.record("absences", str(path)).endswith(
        "new 新增 1 · taken back 撤回 0 · known 已有 1 · withdrawn before 早已撤回 1"
    )
    assert [person for person, *_ in absences(desk)] == ["温若谷", "简书宁"]


def test_a_table_as_a_chinese_spreadsheet_saves_it(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "june.csv"
    path.write_text(
        "person,start,end,kind\n蓝启程,2024/6/3,2024/6/5,不在当地\n温若谷,2024年6月4日,,因病\n",
        encoding="gb18030",
    )
    desk.record("absences", str(path))
    assert absences(desk) == [
        ("蓝启程", "2024-06-03", "2024-06-05", "away"),
        ("温若谷", "2024-06-04", "2024-06-04", "ill"),
    ]
    path.write_text(TABLE, encoding="utf-8")
    assert "known 已有 2" in desk.record("absences", str(path))


@pytest.mark.parametrize("heads", ["姓名,起,止,类别", "姓名,开始日期,结束日期,事由"])
def test_a_table_with_chinese_heads(desk: Desk, tmp_path: Path, heads: str) -> None:
    path = tmp_path / "june.csv"
    rows = f"{heads},开始时间,结束时间\n蓝启程,2024/6/3,2024/6/5,出差,下午,\n温若谷,2024年6月4日,,因病,,12:00\n"
    path.write_text(rows, encoding="gb18030")
    desk.record("absences", str(path))
    assert [a.notation for a in desk.registry().on_record(CITY).absences] == [
        "2024-06-03T12:00/2024-06-05",
        "2024-06-04/2024-06-04T12:00",
    ]
    assert [kind for *_, kind in absences(desk)] == ["travel", "ill"]


def test_a_column_in_both_languages_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "june.csv"
    path.write_text("姓名,person,起,止,类别\n蓝启程,蓝启程,2024-06-03,,出差\n", encoding="utf-8")
    assert "each once, or 姓名,起,止,类别" in desk.refused("absences", str(path))


def test_a_row_written_twice_counts_once(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "june.csv"
    path.write_text(TABLE + "温 若谷,2024-06-04,2024-06-04,ill,\n", encoding="utf-8")
    assert "new 新增 2" in desk.record("absences", str(path))


def test_both_of_a_pair_in_one_table_are_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "june.csv"
    path.write_text(f"{TABLE}简书宁,2024-06-05,2024-06-07,leave,\n", encoding="utf-8")
    desk.record("absences", str(path), warned="2024-06-05，简书宁与B角蓝启程同时不在")


def test_a_calendar_is_recorded_once(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "june.ics"
    off = EVENT.format(uid=2).replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT")
    one_day = (
        EVENT.format(uid=3).replace("DTEND;VALUE=DATE:20240606\n", "").replace("蓝启程", "温若谷")
    )
    path.write_text(CALENDAR.format(EVENT.format(uid=1) + off + one_day), encoding="utf-8")
    said = desk.record("absences", str(path))
    assert "招商" not in said
    assert absences(desk) == [
        ("蓝启程", "2024-06-03", "2024-06-05", "away"),
        ("温若谷", "2024-06-03", "2024-06-03", "away"),
    ]
    assert "known 已有 2" in desk.record("absences", str(path))
    kept = [e.record for e in desk.registry().entries() if isinstance(e.record, AbsenceRecorded)]
    assert [record.reason for record in kept] == [None, None]


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("兰启程,2024-06-03,2024-06-05,away,", "line 5: no notice of 云陵市人民政府 names"),
        ("蓝启程,6/3/2024,2024-06-05,away,", "line 5: '6/3/2024' is not a day"),
        (
            "蓝启程,2024-06-05,2024-06-03,away,",
            "line 5: '2024-06-05/2024-06-03' ends before it begins",
        ),
        ("蓝启程,2024-06-05,2024-06-06,holiday,", "line 5: 'holiday' is no kind"),
        ("蓝启程,2024-06-05,2024-06-06,,", "line 5: 'kind' is empty"),
        ("蓝启程,2024-06-05,2024-06-06,away", "line 5: has 4 cells and not 5"),
        ("蓝启程,2024-06-05,2024-06-06,away,海州市", "line 5: no notice of '海州市' is known"),
        ('"蓝启程,2024-06-05', "line 5: is no CSV"),
    ],
)
def test_a_line_at_fault_has_nothing_recorded(
    desk: Desk, tmp_path: Path, added: str, said: str
) -> None:
    path = tmp_path / "june.csv"
    path.write_text(f"{TABLE}{added}\n", encoding="utf-8")
    assert f"{path}, {said}" in desk.refused("absences", str(path))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "june.csv"),
        ("person,start,end,kind\n", "holds no absence"),
        ("person,start,end\n", "line 1: the columns must be person,start,end,kind"),
        ("person,start,end,kind,reason\n", "line 1: the columns must be"),
        ("\0\0\1\2", "june.csv"),
    ],
)
def test_a_table_without_absences_is_refused(
    desk: Desk, tmp_path: Path, content: str, said: str
) -> None:
    path = tmp_path / "june.csv"
    path.write_text(content, encoding="utf-8")
    assert said in desk.refused("absences", str(path))
    assert "cannot be read" in desk.refused("absences", str(tmp_path / "none.csv"))
    assert "cannot be read" in desk.refused("absences", str(tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("CATEGORIES:away", "CATEGORIES:away,ill", "needs one of CATEGORIES"),
        ("DTSTART;VALUE=DATE:20240603", "DTSTART:20240603T090000", "both as days, or both"),
        ("DTEND;VALUE=DATE:20240606", "DTEND:20240606T090000", "both as days, or both"),
        ("DTSTART;VALUE=DATE:20240603", "DTSTART;VALUE=DATE:2024", "give it a DTSTART"),
        ("DTEND;VALUE=DATE:20240606", "DTEND;VALUE=DATE:2024", "both as days, or both"),
        ("DTEND;VALUE=DATE:20240606", "DURATION:PT4H", "both as days, or both"),
        ("DTEND;VALUE=DATE:20240606", "DTEND;VALUE=DATE:20240602", "swap the two days"),
        ("UID:2", "UID:2\nSEQUENCE:x", "SEQUENCE"),
        (
            "UID:2\nDTSTART;VALUE=DATE:20240603",
            "UID:1\nDTSTART;VALUE=DATE:20240604",
            "a UID of its own",
        ),
        ("UID:2", "UID:2\nSUMMARY:温若谷", "has its SUMMARY more than once"),
        ("UID:2", "UID:2\nRRULE:FREQ=DAILY", "give its RRULE an UNTIL or a COUNT"),
        ("UID:2", "UID:2\nRRULE:FREQ=HOURLY;COUNT=2", "repeats within a day"),
        ("UID:2", "UID:2\nRRULE:FREQ=DAILY;COUNT=1001", "repeats more than 1000 times"),
        ("UID:2", "UID:2\nRRULE:FREQ=DAILY;INTERVAL=0;COUNT=2", "INTERVAL as 1 or more"),
        ("UID:2", "UID:2\nRRULE:FREQ=DAILY;BYDAY=XX;COUNT=2", "its RRULE cannot be read"),
        ("UID:2", "UID:2\nRRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2", "its RRULE does not have"),
        ("UID:2", "UID:2\nRRULE:FREQ=DAILY;UNTIL=20240602", "never takes place"),
        ("UID:2", "UID:2\nRDATE:20240610T090000", "RDATE and DTSTART are not both days"),
        ("UID:2", "UID:2\nRECURRENCE-ID;RANGE=THISANDFUTURE:20240603", "all later times"),
        ("UID:2", "UID:1\nRECURRENCE-ID:20240603T090000", "RECURRENCE-ID and the DTSTART"),
        ("END:VEVENT\n", "", ""),
        ("BEGIN:VCALENDAR\n", "", ""),
    ],
)
def test_an_event_at_fault_has_nothing_recorded(
    desk: Desk, tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = tmp_path / "june.ics"
    second = EVENT.format(uid=2)
    text = CALENDAR.format(EVENT.format(uid=1) + second)
    head, found, tail = text.rpartition(old)
    assert found
    path.write_text(head + new + tail, encoding="utf-8")
    assert said in desk.refused("absences", str(path))
