"""A calendar as an office keeps it: absences among meetings and birthdays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.record.conftest import CITY, Desk
from tests.record.test_calendars import ALL_DAY, MORNING, calendar, event


def office(uid: str, summary: str, *more: str, times: str = ALL_DAY) -> str:
    """Return an event as an office types it: no kind in its CATEGORIES."""
    lines = (f"UID:{uid}", f"SUMMARY:{summary}", *more)
    return "\n".join(("BEGIN:VEVENT", times, *lines, "END:VEVENT\n"))


TRIP = office("1", "蓝启程 出差")
BIRTHDAY = office("2", "温若谷生日", "RRULE:FREQ=YEARLY")
CLEANING = office("3", "全体职工大扫除", "CATEGORIES:会务", times=MORNING)
UNKNOWN = (
    "没有公文写过“兰启程”；相近的有蓝启程 · no notice names the person '兰启程'; nearest: 蓝启程"
)
TYPO = office("4", "兰启程：出差")


def read(desk: Desk, path: Path, *events: str, options: tuple[str, ...] = ()) -> Result:
    path.write_text(calendar(*events), encoding="utf-8")
    return desk.run("record", "absences", str(path), *options)


def stand(desk: Desk) -> list[tuple[str, str, str]]:
    return [(a.person, a.notation, a.kind) for a in desk.registry().on_record(CITY).absences]


def test_what_is_an_absence_is_recorded_and_the_rest_is_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "office.ics"
    done = read(desk, path, CLEANING, TRIP, BIRTHDAY, TYPO)
    assert done.exit_code == 0
    assert stand(desk) == [("蓝启程", "2024-06-03/2024-06-04", "travel")]
    assert done.stdout.splitlines()[-1].endswith("passed over 略过 3")
    told = [line for line in done.stderr.splitlines() if line.startswith("passed over")]
    assert [line.removeprefix(f"passed over 略过: {path}, line ") for line in told] == [
        "5: 全体职工大扫除: 没有写明不在岗的类别 · it says no kind of absence",
        "18: 温若谷生日: 没有写明不在岗的类别 · it says no kind of absence",
        f"25: 兰启程: {UNKNOWN}",
    ]


def test_as_json_each_event_passed_over_is_an_object(desk: Desk, tmp_path: Path) -> None:
    done = read(desk, tmp_path / "office.ics", CLEANING, options=("--format", "json"))
    [line] = done.stdout.splitlines()
    assert json.loads(line) == {
        "passed_over": {
            "line": 5,
            "what": "全体职工大扫除",
            "why": {"zh": "没有写明不在岗的类别", "en": "it says no kind of absence"},
        }
    }


def test_strict_passes_over_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "office.ics"
    path.write_text(calendar(TRIP, CLEANING), encoding="utf-8")
    assert "event at line 11: it says no kind" in desk.refused("absences", str(path), "--strict")
    path.write_text(calendar(TRIP), encoding="utf-8")
    desk.record("absences", str(path), "--strict")


@pytest.mark.parametrize(
    ("summary", "kind"),
    [
        ("蓝启程 出差", "travel"),
        ("蓝启程出差", "travel"),
        ("蓝启程（休假）", "leave"),
        ("蓝 启 程：因病", "ill"),
        ("蓝启程 出差 省城", "travel"),
        ("蓝启程 training", "training"),
        ("蓝启程请假", "leave"),
        ("蓝启程 On leave", "leave"),
        ("蓝启程外出", "away"),
        ("蓝启程", None),
        ("蓝启程：赴省出差", None),
        ("蓝启程出差报销", None),
        ("出差：蓝启程", None),
        ("", None),
    ],
)
def test_the_kind_may_follow_the_name(
    desk: Desk, tmp_path: Path, summary: str, kind: str | None
) -> None:
    done = read(desk, tmp_path / "office.ics", office("1", summary))
    assert [found for *_, found in stand(desk)] == ([kind] if kind else [])
    assert ("passed over 略过: " in done.stderr) == (kind is None)


def test_the_category_is_the_kind_where_it_is_one(desk: Desk, tmp_path: Path) -> None:
    read(desk, tmp_path / "a.ics", office("1", "蓝启程 出差", "CATEGORIES:红色,休假"))
    assert [kind for *_, kind in stand(desk)] == ["leave"]


def test_an_event_about_a_leader_that_cannot_be_read_refuses_the_file(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "office.ics"
    endless = "RRULE:FREQ=DAILY"
    path.write_text(calendar(CLEANING, office("9", "蓝启程 出差", endless)), encoding="utf-8")
    assert "give its RRULE an UNTIL" in desk.refused("absences", str(path))
    done = read(desk, path, TRIP, office("9", "王干事 出差", endless))
    assert [person for person, *_ in stand(desk)] == ["蓝启程"]
    assert "no notice names the person '王干事'" in done.stderr


def test_an_absence_that_becomes_a_meeting_is_taken_back(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "office.ics"
    read(desk, path, event(ALL_DAY))
    assert len(stand(desk)) == 1
    path.write_text(calendar(office("a", "蓝启程：碰头会")), encoding="utf-8")
    assert "its SEQUENCE is the same" in desk.refused("absences", str(path))
    done = read(desk, path, office("a", "蓝启程：碰头会", "SEQUENCE:1"))
    assert "taken back 撤回 1" in done.stdout
    assert stand(desk) == []


def test_one_time_of_a_series_that_is_no_absence_is_left_out(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "office.ics"
    series = event(MORNING, "RRULE:FREQ=WEEKLY;COUNT=2")
    other = office("a", "蓝启程：碰头会", "RECURRENCE-ID:20240610T080000", times=MORNING)
    done = read(desk, path, series, other)
    assert [days for _, days, _ in stand(desk)] == ["2024-06-03T08:00/2024-06-03T12:00"]
    assert "略过 1" in done.stdout


def test_a_government_that_is_not_known_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "office.ics"
    path.write_text(calendar(TYPO), encoding="utf-8")
    said = desk.refused("absences", str(path), "--government", "海州市")
    assert "no notice of '海州市' is known" in said
