"""Events of calendars as absences: hours, time zones, repetition, changes and cancellation."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.model.journal import AbsenceRecorded
from tests.record.conftest import CITY, Desk

ALL_DAY = "DTSTART;VALUE=DATE:20240603\nDTEND;VALUE=DATE:20240605"
MORNING = "DTSTART:20240603T080000\nDTEND:20240603T120000"
SHANGHAI = "DTSTART;TZID=Asia/Shanghai:20240603T140000\nDTEND;TZID=Asia/Shanghai:20240603T163000"
BERLIN = "DTSTART;TZID=Europe/Berlin:20240329T090000\nDURATION:PT1H"
WEEKLY = f"{MORNING}\nRRULE:FREQ=WEEKLY;BYDAY=MO"
ZONE = """BEGIN:VTIMEZONE
TZID:Custom
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
"""


def event(times: str, *more: str, uid: str = "a", who: str = "蓝启程") -> str:
    lines = (f"UID:{uid}", f"SUMMARY:{who}", "CATEGORIES:away", *more)
    return "\n".join(("BEGIN:VEVENT", times, *lines, "END:VEVENT\n"))


def calendar(*events: str, method: str = "PUBLISH") -> str:
    head = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//\nMETHOD:{method}\n"
    return f"{head}{''.join(events)}END:VCALENDAR\n"


class Calendars:
    """A calendar that is read in again and again."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.path = folder / "june.ics"

    def read(self, *events: str, method: str = "PUBLISH", warned: str = "") -> str:
        self.path.write_text(calendar(*events, method=method), encoding="utf-8")
        return self.desk.record("absences", str(self.path), warned=warned).splitlines()[-1]

    def refused(self, *events: str) -> str:
        self.path.write_text(calendar(*events), encoding="utf-8")
        return self.desk.refused("absences", str(self.path))

    def stand(self) -> list[str]:
        found = self.desk.registry().on_record(CITY).absences
        return sorted(absence.notation for absence in found)


@pytest.fixture
def calendars(desk: Desk, tmp_path: Path) -> Calendars:
    return Calendars(desk, tmp_path)


@pytest.mark.parametrize(
    ("times", "stand"),
    [
        (ALL_DAY, ["2024-06-03/2024-06-04"]),
        ("DTSTART;VALUE=DATE:20240603", ["2024-06-03/2024-06-03"]),
        ("DTSTART;VALUE=DATE:20240603\nDURATION:P2D", ["2024-06-03/2024-06-04"]),
        (MORNING, ["2024-06-03T08:00/2024-06-03T12:00"]),
        (SHANGHAI, ["2024-06-03T14:00/2024-06-03T16:30"]),
        ("DTSTART:20240603T060000Z\nDURATION:PT2H", ["2024-06-03T14:00/2024-06-03T16:00"]),
        ("DTSTART:20240603T160000Z\nDTEND:20240604T160000Z", ["2024-06-04/2024-06-04"]),
        (
            "DTSTART;TZID=Europe/Berlin:20240603T090000\nDTEND;TZID=Asia/Tokyo:20240603T200000",
            ["2024-06-03T15:00/2024-06-03T19:00"],
        ),
        (
            "DTSTART;TZID=China Standard Time:20240603T140000\nDURATION:PT1H",
            ["2024-06-03T14:00/2024-06-03T15:00"],
        ),
        (
            "DTSTART;TZID=Custom:20240603T150000\nDURATION:PT1H",
            ["2024-06-03T14:00/2024-06-03T15:00"],
        ),
        (
            f"{ALL_DAY}\nRRULE:FREQ=WEEKLY;UNTIL=20240617\nEXDATE;VALUE=DATE:20240610",
            ["2024-06-03/2024-06-04", "2024-06-17/2024-06-18"],
        ),
        (
            f"{MORNING}\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20240610T080000",
            ["2024-06-03T08:00/2024-06-03T12:00", "2024-06-17T08:00/2024-06-17T12:00"],
        ),
        (
            f"{MORNING}\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20240604,20240605",
            ["2024-06-03T08:00/2024-06-03T12:00"],
        ),
        (
            f"{SHANGHAI}\nRDATE:20240605T060000Z\nRDATE;VALUE=PERIOD:20240606T060000Z/PT1H",
            [
                "2024-06-03T14:00/2024-06-03T16:30",
                "2024-06-05T14:00/2024-06-05T16:30",
                "2024-06-06T14:00/2024-06-06T15:00",
            ],
        ),
        (  # the clocks of Berlin went forward on 31 March
            f"{BERLIN}\nRRULE:FREQ=WEEKLY;UNTIL=20240405T070000Z",
            ["2024-03-29T16:00/2024-03-29T17:00", "2024-04-05T15:00/2024-04-05T16:00"],
        ),
    ],
)
def test_events_are_absences_in_the_time_of_shanghai(
    calendars: Calendars, times: str, stand: list[str]
) -> None:
    zone = ZONE if "Custom" in times else ""
    assert f"new 新增 {len(stand)}" in calendars.read(zone, event(times))
    assert calendars.stand() == stand
    assert f"known 已有 {len(stand)}" in calendars.read(zone, event(times))
    assert calendars.stand() == stand


def test_one_time_of_many_is_moved_and_another_cancelled(calendars: Calendars) -> None:
    series = event(f"{WEEKLY};COUNT=4")
    moved = event("DTSTART:20240611T140000\nDTEND:20240611T150000", "RECURRENCE-ID:20240610T080000")
    off = event(MORNING, "RECURRENCE-ID:20240617T000000Z", "STATUS:CANCELLED")
    calendars.read(series, moved, off)
    assert calendars.stand() == [
        "2024-06-03T08:00/2024-06-03T12:00",
        "2024-06-11T14:00/2024-06-11T15:00",
        "2024-06-24T08:00/2024-06-24T12:00",
    ]


def test_a_cancelled_event_takes_back_what_was_recorded(calendars: Calendars) -> None:
    calendars.read(event(ALL_DAY), event(MORNING, uid="b", who="温若谷"))
    said = calendars.read(event(ALL_DAY, "STATUS:CANCELLED"))
    assert said == "new 新增 0 · taken back 撤回 1 · known 已有 0 · withdrawn before 早已撤回 0"
    assert calendars.stand() == ["2024-06-03T08:00/2024-06-03T12:00"]
    assert "taken back 撤回 0" in calendars.read(event(ALL_DAY, "STATUS:CANCELLED"))
    assert "withdrawn before 早已撤回 1" in calendars.read(event(ALL_DAY))
    calendars.read(event(ALL_DAY, "SEQUENCE:1"))  # it takes place after all
    assert len(calendars.stand()) == 2


def test_a_calendar_of_cancellations_needs_no_status(calendars: Calendars) -> None:
    calendars.read(event(f"{WEEKLY};COUNT=2"))
    calendars.read(event(MORNING, "RECURRENCE-ID:20240610T080000"), method="CANCEL")
    assert calendars.stand() == ["2024-06-03T08:00/2024-06-03T12:00"]
    assert "taken back 撤回 1" in calendars.read(event(WEEKLY), method="CANCEL")
    assert calendars.stand() == []


def test_a_later_revision_replaces_and_an_earlier_one_does_not(calendars: Calendars) -> None:
    calendars.read(event(ALL_DAY))
    said = calendars.read(event(MORNING, "SEQUENCE:1"))
    assert "new 新增 1 · taken back 撤回 1" in said
    assert calendars.stand() == ["2024-06-03T08:00/2024-06-03T12:00"]
    assert "known 已有 0 · withdrawn before 早已撤回 1" not in said
    assert "new 新增 0 · taken back 撤回 0" in calendars.read(event(ALL_DAY))
    assert "new 新增 0 · taken back 撤回 0" in calendars.read(event(ALL_DAY, "STATUS:CANCELLED"))
    assert calendars.stand() == ["2024-06-03T08:00/2024-06-03T12:00"]


def test_a_later_revision_of_a_series_keeps_what_stays(calendars: Calendars) -> None:
    calendars.read(event(f"{WEEKLY};COUNT=3"))
    said = calendars.read(event(f"{WEEKLY};COUNT=2", "SEQUENCE:1"))
    assert said == "new 新增 0 · taken back 撤回 1 · known 已有 2 · withdrawn before 早已撤回 0"
    calendars.read(event(MORNING, "SEQUENCE:2"))
    assert calendars.stand() == ["2024-06-03T08:00/2024-06-03T12:00"]


def test_the_same_revision_cannot_say_something_else(calendars: Calendars) -> None:
    calendars.read(event(f"{WEEKLY};COUNT=2"))
    for other in (event(f"{WEEKLY};COUNT=1"), event(SHANGHAI)):
        said = calendars.refused(other)
        assert "line 5: entry " in said
        assert "registry record withdraw " in said
    number = said.rsplit(maxsplit=1)[-1]
    for entry in (number, str(int(number) + 1)):
        calendars.desk.record("withdraw", entry, "--because", "改期")
    assert "new 新增 1" in calendars.read(event(SHANGHAI))


def test_the_rules_are_held_against_what_will_stand(calendars: Calendars) -> None:
    calendars.read(event(ALL_DAY), event("DTSTART;VALUE=DATE:20240605", uid="b", who="简书宁"))
    later = event("DTSTART;VALUE=DATE:20240605", "SEQUENCE:1")
    away = event("DTSTART;VALUE=DATE:20240606", "SEQUENCE:1", uid="b", who="简书宁")
    calendars.read(later, away)  # both moved: they are never away together
    both = event("DTSTART:20240606T140000\nDURATION:PT1H", uid="c")
    calendars.read(both, warned="2024-06-06 14:00–15:00，")


def test_a_uid_is_kept_as_a_digest_alone(calendars: Calendars) -> None:
    calendars.read(event(ALL_DAY, uid="clerk@example.invalid"))
    *_, entry = calendars.desk.registry().entries()
    record = entry.record
    assert isinstance(record, AbsenceRecorded)
    assert record.event is not None
    assert len(record.event.uid) == 64
    assert "example.invalid" not in calendars.desk.run("journal", "--format", "jsonl").stdout


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (SHANGHAI.replace("Asia/Shanghai", "Nowhere/Here"), "'Nowhere/Here' is not known"),
        ("DTSTART:20240603T140000", "has no end after its beginning"),
        ("DTSTART:20240603T140000\nDTEND:20240603T130000", "has no end after its beginning"),
        ("DTSTART:99991231T140000\nDURATION:P2D", "line 5"),
        (f"{MORNING}\nRRULE:FREQ=WEEKLY;COUNT=2\nRECURRENCE-ID:bad", "line 5"),
    ],
)
def test_what_is_refused(calendars: Calendars, times: str, said: str) -> None:
    assert said in calendars.refused(event(times))


def test_a_table_may_have_times(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "june.csv"
    head = "person,start,start_time,end,end_time,kind\n"
    rows = (
        "蓝启程,2024-06-03,下午,,,away",
        "蓝启程,2024-06-04,14:00,2024-06-05,12:00,away",
        "蓝启程,2024-06-06,,,am,ill",
        "蓝启程,2024-06-07,9:00,,9:30,meeting",
        "蓝启程,2024-06-08,pm,2024-06-09,,away",
        "蓝启程,2024-06-10,am,,,away",
    )
    path.write_text(head + "\n".join(rows), encoding="utf-8")
    desk.record("absences", str(path))
    assert [a.notation for a in desk.registry().on_record(CITY).absences] == [
        "2024-06-03T12:00/2024-06-03",
        "2024-06-04T14:00/2024-06-05T12:00",
        "2024-06-06/2024-06-06T12:00",
        "2024-06-07T09:00/2024-06-07T09:30",
        "2024-06-08T12:00/2024-06-09",
        "2024-06-10/2024-06-10T12:00",
    ]
    for cell, said in (
        ("noon", "line 2: '2024-06-03/noon' is no day"),
        ("25:00", "'25:00' is no time of day"),
    ):
        path.write_text(f"{head}蓝启程,2024-06-03,{cell},,,away\n", encoding="utf-8")
        assert said in desk.refused("absences", str(path))
