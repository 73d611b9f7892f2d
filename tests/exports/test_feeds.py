"""Feeds, read back: identifiers stay, and what changed or no longer holds is told as such."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from registry.errors import SeveralFit, UnknownName
from registry.model.facts import Document, Retired
from registry.model.journal import (
    AbsenceRecorded,
    AnyRecord,
    DecisionRecorded,
    NoticeIngested,
    Withdrawn,
)
from registry.model.records import Absence, Decision
from registry.model.time import Period
from registry.service.feeds.feed import acting_feed, cover_feed, week_feed
from registry.service.journaled import Journaled
from registry.service.registry import Registry
from registry.store.memory import MemoryJournal
from registry.wiring import registry, shipped_facts, shipped_glossary, shipped_rules

CITY = "景德镇市人民政府"
ON = date(2019, 9, 2)
WEEK = Period(date(2019, 9, 2), date(2019, 9, 8))
FIRST = datetime(2019, 8, 30, tzinfo=UTC)


def day(number: int) -> date:
    return date(2019, 9, number)


def away(
    person: str, start: int, end: int, reason: str | None = None, **more: Any
) -> AbsenceRecorded:
    absence = Absence(person=person, start=day(start), end=day(end), **more)
    return AbsenceRecorded(government=CITY, absence=absence, reason=reason)


def told(*records: AnyRecord) -> Journaled:
    """Return the registry that learnt these, one an hour, after the notices of 2019."""
    journal = MemoryJournal()
    notices = NoticeIngested(digest="0" * 64, name="2019", text="", facts=shipped_facts())
    for hours, record in enumerate((notices, *records)):
        journal.append([record], by="何文书", at=FIRST + timedelta(hours=hours))
    return Journaled(journal, shipped_rules(), shipped_glossary(), lambda: ON)


def hour(number: int) -> datetime:
    return FIRST + timedelta(hours=number)


def events(written: bytes) -> list[dict[str, Any]]:
    """Read a feed as a subscriber does, and check what every event must have."""
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    calendar = Calendar.from_ical(written)
    assert calendar.errors == []
    found = []
    for event in calendar.events:
        assert event.errors == []
        assert (
            event.decoded("dtstamp") == event.decoded("last-modified") >= event.decoded("created")
        )
        found.append(
            {
                "uid": str(event["uid"]),
                "what": str(event["summary"]),
                "start": event.decoded("dtstart"),
                "end": event.decoded("dtend"),
                "sequence": event["sequence"],
                "changed": event.decoded("last-modified"),
                "cancelled": event.get("status") == "CANCELLED",
                "why": str(event.get("description", "")),
            }
        )
    assert len({one["uid"] for one in found}) == len(found)
    return found


def acting(known: Registry, person: str = "熊皓") -> list[dict[str, Any]]:
    return events(acting_feed(known, person, ON))


def cover(known: Registry, subject: str = "市商务局") -> list[dict[str, Any]]:
    return events(cover_feed(known, subject, ON))


def standing(found: list[dict[str, Any]]) -> list[tuple[str, date, date]]:
    return [(e["what"], e["start"], e["end"]) for e in found if not e["cancelled"]]


def test_the_days_on_which_one_acts_are_one_event_with_clauses() -> None:
    (only,) = acting(told(away("张良华", 3, 5)))
    assert (only["what"], only["start"], only["end"]) == ("代张良华", day(3), day(6))
    assert (only["sequence"], only["changed"]) == (0, hour(1))
    notice = "景府字〔2019〕33号《景德镇市人民政府关于调整市政府领导分工的通知》，2019-08-28"
    assert f"{notice}：「熊皓与张良华互为AB角」" in only["why"]


def test_a_longer_absence_is_the_same_event_changed() -> None:
    before = told(away("张良华", 3, 5))
    after = told(away("张良华", 3, 5), away("张良华", 6, 6))
    (first,), (second,) = acting(before), acting(after)
    assert first["uid"] == second["uid"]
    assert (second["end"], second["sequence"], second["changed"]) == (day(7), 1, hour(2))


def test_an_absence_taken_back_cancels_its_event_and_one_put_back_revives_it() -> None:
    gone = told(away("张良华", 3, 5), Withdrawn(entry=2))
    (event,) = acting(gone)
    assert event["cancelled"]
    assert event["what"] == "（取消）代张良华"
    assert (event["start"], event["sequence"], event["changed"]) == (day(3), 1, hour(2))
    (again,) = acting(told(away("张良华", 3, 5), Withdrawn(entry=2), away("张良华", 3, 5)))
    assert again["uid"] == event["uid"]
    assert (again["cancelled"], again["sequence"], again["changed"]) == (False, 2, hour(3))


def test_the_backup_away_too_parts_the_days_and_is_no_acting_day() -> None:
    found = acting(told(away("张良华", 3, 5), away("熊皓", 4, 4)))
    assert standing(found) == [("代张良华", day(3), day(4)), ("代张良华", day(5), day(6))]
    assert [(e["sequence"], e["changed"]) for e in found] == [(1, hour(2)), (0, hour(2))]


def test_a_backup_away_from_the_first_day_on_cancels() -> None:
    found = acting(told(away("张良华", 3, 5), away("熊皓", 3, 5)))
    assert [(e["cancelled"], e["sequence"]) for e in found] == [(True, 1)]


def test_half_a_day_is_told_in_times() -> None:
    (only,) = acting(told(away("张良华", 3, 3, start_time=time(12))))
    assert only["start"] == datetime(2019, 9, 3, 4, tzinfo=UTC)
    assert only["end"] == datetime(2019, 9, 3, 16, tzinfo=UTC)


def test_who_covers_an_agency_is_told_from_the_notice_on() -> None:
    found = cover(told(away("张良华", 3, 5), away("熊皓", 4, 4)))
    assert standing(found) == [
        ("市商务局：张良华分管", date(2019, 8, 28), date(2019, 8, 29)),
        ("市商务局：熊皓代张良华", day(3), day(4)),
        ("市商务局：代张良华：待协调", day(4), day(5)),
        ("市商务局：熊皓代张良华", day(5), day(6)),
    ]


def test_a_decision_changes_who_acts_in_the_same_event() -> None:
    decision = Decision(
        coordinator="张维汉",
        holder="张良华",
        assignee="孙鑫",
        start=day(4),
        end=day(4),
        because="电话",
    )
    records = (away("张良华", 4, 4), away("熊皓", 4, 4))
    open_ = [e for e in cover(told(*records)) if e["start"] == day(4)]
    decided = [
        e
        for e in cover(told(*records, DecisionRecorded(government=CITY, decision=decision)))
        if e["start"] == day(4)
    ]
    assert [e["uid"] for e in open_] == [e["uid"] for e in decided]
    assert [e["what"] for e in decided] == ["市商务局：孙鑫代张良华"]
    assert [e["sequence"] for e in decided] == [2]  # 熊皓 acts, nobody does, 孙鑫 does
    assert "电话" not in decided[0]["why"]
    assert standing(
        acting(told(*records, DecisionRecorded(government=CITY, decision=decision)), "孙鑫")
    ) == [("代张良华", day(4), day(5))]


def test_one_who_is_named_for_a_leader_who_left_has_his_days_too() -> None:
    doc = "景府字〔2019〕40号"
    where: dict[str, Any] = {"doc": doc, "clause": "张良华退休", "span": (0, 5)}
    left = NoticeIngested(
        digest="1" * 64,
        name="40",
        text="",
        facts=(
            Document(
                number=doc,
                title="退休",
                date="2019-09-03",
                issuer=CITY,
                kind="appointment",
                **where,
            ),
            Retired(person="张良华", **where),
        ),
    )
    made = Decision(
        coordinator="张维汉",
        holder="张良华",
        assignee="孙鑫",
        start=day(4),
        end=day(6),
        because="-",
    )
    known = told(left, DecisionRecorded(government=CITY, decision=made))
    assert standing(acting(known, "孙鑫")) == [("代张良华", day(4), day(7))]
    assert standing(cover(known)) == [
        ("市商务局：张良华分管", date(2019, 8, 28), date(2019, 8, 29)),
        ("市商务局：代张良华：未作规定", day(3), day(4)),
        ("市商务局：孙鑫代张良华", day(4), day(7)),
    ]


def test_the_feed_as_known_then_is_that_of_then() -> None:
    known = told(away("张良华", 3, 5), Withdrawn(entry=2))
    (then,) = events(acting_feed(known.known(hour(1)), "熊皓", ON))
    assert (then["cancelled"], then["sequence"]) == (False, 0)
    assert acting(known.known(hour(0))) == []


def test_the_week_is_revised_too() -> None:
    found = events(
        week_feed(told(away("张良华", 3, 5), Withdrawn(entry=2), away("刘锋", 6, 6)), WEEK)
    )
    by = {e["what"]: e for e in found}
    assert by["（取消）张良华：不在，熊皓代"]["sequence"] == 1
    assert by["刘锋：不在，未作规定"]["changed"] == hour(3)
    assert not by["未作规定：刘锋"]["cancelled"]


def test_no_feed_says_why_somebody_is_away() -> None:
    secret = "住院治疗"
    kinds = [away("张良华", 3, 3, secret, kind="ill"), away("熊皓", 4, 4, secret, kind="training")]
    known = told(*kinds, away("刘锋", 5, 5, secret, kind="leave"))
    for lang in ("zh", "en"):
        for written in (
            acting_feed(known, "熊皓", ON, lang=lang),
            cover_feed(known, "市商务局", ON, lang=lang),
            cover_feed(known, "刘锋", ON, lang=lang),
            week_feed(known, WEEK, lang=lang),
        ):
            text = written.replace(b"\r\n ", b"").decode()
            words = (secret, "因病", "学习", "休假", "ill", "training", "on leave", "course")
            assert not [w for w in words if w in text.replace("will", "")], text


def test_a_feed_without_events_is_a_calendar_all_the_same() -> None:
    written = acting_feed(registry(), "熊皓", ON)
    assert events(written) == []
    assert Calendar.from_ical(written).timezones


def test_a_feed_is_the_same_feed_whatever_the_day() -> None:
    known = told(away("张良华", 3, 5))
    feeds = [acting_feed(known, "熊皓", on) for on in (ON, date(2019, 9, 30))]
    assert feeds[0] == feeds[1]  # one month: one feed, so that it can be kept
    assert [e["uid"] for e in events(acting_feed(known, "熊皓", date(2019, 10, 1)))] == [
        e["uid"] for e in acting(known)
    ]
    assert events(acting_feed(known, "熊皓", date(2019, 11, 1))) == []


def test_what_nobody_names_and_what_may_be_two_is_refused() -> None:
    with pytest.raises(UnknownName):
        acting_feed(registry(), "张三", ON)
    with pytest.raises(UnknownName):
        cover_feed(registry(), "钓鱼", ON)
    with pytest.raises(SeveralFit, match="交通安全; 交通运输"):
        cover_feed(registry(), "交通", ON)


LEADERS = ("刘锋", "黄金龙", "熊皓", "张良华", "张维汉")
ABSENCES = st.builds(
    lambda person, start, length: away(person, start, min(start + length, 30)),
    st.sampled_from(LEADERS),
    st.integers(1, 30),
    st.integers(0, 6),
)


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.one_of(ABSENCES, st.integers(2, 6).map(lambda n: Withdrawn(entry=n))), max_size=4)
)
def test_a_subscriber_sees_numbers_grow_and_no_event_vanish(records: list[AnyRecord]) -> None:
    """Whatever is learnt: what a later reading changes has a higher SEQUENCE and a later stamp."""
    entries: list[AnyRecord] = []
    for record in records:
        if not isinstance(record, Withdrawn) or record.entry < len(entries) + 2:
            entries.append(record)
    for make in (acting, cover):
        before: dict[str, dict[str, Any]] = {}
        for upto in range(len(entries) + 1):
            now = {event["uid"]: event for event in make(told(*entries[:upto]))}
            assert before.keys() <= now.keys()
            for uid, old in before.items():
                new = now[uid]
                if new == old:
                    continue
                assert new["sequence"] == old["sequence"] + 1
                assert new["changed"] == hour(upto) > old["changed"]
            before = now


@settings(max_examples=10, deadline=None)
@given(st.lists(ABSENCES, max_size=6))
def test_the_acting_days_are_those_of_the_answers(records: list[AbsenceRecorded]) -> None:
    from registry.model.time import Period as Days
    from registry.service.answers.answer import answer

    known = told(*records)
    told_days = {
        (event["what"].removeprefix("代"), event["start"] + timedelta(days=n))
        for event in acting(known)
        if not event["cancelled"]
        for n in range((event["end"] - event["start"]).days)
    }
    answered = {
        (holder, segment.start + timedelta(days=n))
        for holder in known.history(CITY).at(ON).leaders()
        if holder != "熊皓"
        for segment in answer(
            known, holder, Days(day(1), date(2019, 10, 31)), government=CITY
        ).segments
        if any(c.holder == holder and c.acting == "熊皓" for c in segment.covers)
        for n in range((segment.end - segment.start).days + 1)
    }
    assert told_days == answered
