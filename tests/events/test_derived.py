"""What each entry changes, event by event; and that the events together tell how things stand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.certificates.differences import plain
from registry.errors import UnknownName
from registry.model import facts as f
from registry.model import journal as j
from registry.model.events import CoverChanged, GapFound
from registry.model.time import NOON, Period
from registry.resolve.answer import answer
from registry.service.events.derived import DAYS
from tests.events.journal import AT, away, decided, events, filled, registry
from tests.graph.city import CITY, LEADERS, document, fact
from tests.state.journal import DIVISION, LATER, notice
from tests.state.test_properties import records

START = date(2020, 4, 1)


def last(*made: j.AnyRecord) -> list[dict[str, Any]]:
    """Return what the last entry changed, less what every event has."""
    found: list[dict[str, Any]] = []
    for event in events(filled(*made))[-1]:
        told = plain(event)
        assert told.pop("government") == CITY
        assert told.pop("timestamp").startswith("2020-04-01T03:00:00")
        assert told.pop("id") == f"{len(made)}-{len(found) + 1}"
        assert told.pop("text").keys() == {"zh", "en"}
        found.append(told)
    return found


def leader(name: str, when: dict[str, str], before: list[str], after: list[str]) -> dict[str, Any]:
    return {"kind": "leader", "name": name, "when": when, "before": before, "after": after}


def test_a_first_division_gives_everything_to_somebody() -> None:
    loaded, covered = last(DIVISION)
    assert loaded["type"] == "notice_loaded"
    assert (loaded["doc"], loaded["kind"]) == ("云府字〔2020〕1号", "division")
    assert covered["type"] == "cover_changed"
    changes = {(c["kind"], c["name"]): c for c in covered["changes"]}
    assert changes["area", "商务"] == {
        "kind": "area",
        "name": "商务",
        "when": {"from": "2020-04-01"},
        "before": [],
        "after": ["河二"],
    }
    assert changes["agency", "市商务局"]["after"] == ["河二"]
    assert ("area", "社会稳定") not in changes, "assisting is not being in charge"
    assert not [c for c in covered["changes"] if c["kind"] == "leader"]


def test_an_absence_passes_the_portfolio_to_b() -> None:
    when = {"from": "2020-05-02", "to": "2020-05-04"}
    assert last(DIVISION, away("河二", "2020-05-02", "2020-05-04")) == [
        {"type": "cover_changed", "changes": [leader("河二", when, ["河二"], ["湖三"])]}
    ]


def test_half_a_day() -> None:
    (event,) = last(DIVISION, away("河二", "2020-05-02", start_time=NOON))
    when = {"from": "2020-05-02", "from_time": "12:00:00", "to": "2020-05-02"}
    assert event["changes"] == [leader("河二", when, ["河二"], ["湖三"])]


def test_both_away_is_a_gap_until_a_decision() -> None:
    first = (DIVISION, away("河二", "2020-05-02", "2020-05-04"))
    when = {"from": "2020-05-03", "to": "2020-05-03"}
    found = last(*first, away("湖三", "2020-05-03"))
    assert [event["type"] for event in found] == [
        "cover_changed",
        "gap_found",
        "gap_found",
        "both_away",
    ]
    assert leader("河二", when, ["湖三"], []) in found[0]["changes"]
    assert leader("湖三", when, ["湖三"], []) in found[0]["changes"]
    assert {event["holder"] for event in found[1:3]} == {"河二", "湖三"}
    assert found[1]["when"] == when
    assert found[3] == {"type": "both_away", "a": "河二", "b": "湖三", "when": when}
    named = last(*first, away("湖三", "2020-05-03"), decided("河二", "海四", "2020-05-03"))
    assert [event["type"] for event in named] == ["cover_changed"]
    assert named[0]["changes"] == [leader("河二", when, [], ["海四"])]


def test_taken_back_it_is_as_before() -> None:
    gone = last(DIVISION, away("河二", "2020-05-02"), j.Withdrawn(entry=2))
    when = {"from": "2020-05-02", "to": "2020-05-02"}
    assert gone == [
        {"type": "cover_changed", "changes": [leader("河二", when, ["湖三"], ["河二"])]}
    ]


def test_a_later_division_changes_what_it_gives_to_others_from_its_day_on() -> None:
    _, covered, *_ = last(DIVISION, LATER)
    changes = {(c["kind"], c["name"]): c for c in covered["changes"]}
    assert changes["area", "商务"]["when"] == {"from": "2021-01-10"}
    assert changes["area", "商务"]["before"] == ["河二"]
    assert changes["area", "商务"]["after"] == ["湖三"]
    assert ("area", "市政府全面工作") not in changes


def test_a_seat_whose_holder_left_is_due() -> None:
    doc, group = "云府办字〔2020〕3号", "云岭市安全生产领导小组"
    setting = notice(
        document(doc, "2020-03-10", "group"),
        fact(f.Group, doc, group=group),
        fact(f.Member, doc, group=group, person="海四", role="组长", title="市政府副市长"),
    )
    moves = notice(
        document("云府字〔2020〕9号", "2020-06-01", "appointment"),
        fact(f.Removed, "云府字〔2020〕9号", person="海四", post="市政府副市长"),
    )
    found = last(DIVISION, setting, moves)
    due = [event for event in found if event["type"] == "seat_due"]
    assert due == [{"type": "seat_due", "group": group, "person": "海四"}]
    gaps = [event for event in found if event["type"] == "gap_found"]
    assert [(gap["holder"], gap["when"]) for gap in gaps] == [("海四", {"from": "2020-06-01"})]


def test_what_is_past_or_further_ahead_than_a_year_is_no_event() -> None:
    assert last(DIVISION, away("河二", "2020-03-20", "2020-03-31")) == []
    assert last(DIVISION, away("河二", "2021-04-02")) == []
    assert len(last(DIVISION, away("河二", "2021-04-01"))) == 1


def test_a_notice_of_nobody_known_is_loaded_and_no_more() -> None:
    unknown = notice(document("某文", "2020-03-10", "plan", None))
    (found,) = events(filled(DIVISION, unknown))[-1]
    assert (found.government, found.__struct_config__.tag) == ("", "notice_loaded")


journals = st.lists(records, max_size=8).map(lambda made: (DIVISION, *made))
PAST = timedelta(days=DAYS - 1)


@settings(max_examples=40, deadline=None)
@given(journals)
def test_events_follow_from_the_journal_alone_and_hold_nothing_private(
    made: tuple[j.AnyRecord, ...],
) -> None:
    journal = filled(*made)
    found = events(journal)
    assert found == events(journal)
    ids = [event.id for of_entry in found for event in of_entry]
    assert len(ids) == len(set(ids))
    text = msgspec.json.encode(found).decode()
    for private in ("体检复查", "私下的话", "何文书", "kinds", '"kind":"away"', '"ill"'):
        assert private not in text


@settings(max_examples=40, deadline=None)
@given(journals)
def test_the_events_together_tell_who_acts(made: tuple[j.AnyRecord, ...]) -> None:
    """Whoever follows the events knows for each day who acts for each leader, and where nobody."""
    journal = filled(*made)
    days = [START + timedelta(days=n) for n in range(0, 340, 17)]
    known: dict[tuple[str, date], tuple[str, ...]] = {}
    for number, of_entry in enumerate(events(journal), 1):
        gaps: set[tuple[str, date]] = set()
        for event in of_entry:
            if isinstance(event, CoverChanged):
                for change in event.changes:
                    for day in days:
                        if change.kind == "leader" and _holds(change.when, day):
                            known[change.name, day] = change.after
            if isinstance(event, GapFound):
                gaps |= {(event.holder, day) for day in days if _holds(event.when, day)}
        now = registry(journal).known(number)
        history = now.history_of(CITY)
        for person in LEADERS:
            for day in days:
                acting = _acting(now, person, day) if person in history.at(day).leaders() else None
                if acting is None:
                    known.pop((person, day), None)
                    continue
                assert known.get((person, day), (person,)) == acting, (number, person, day)
                assert acting == () or (person, day) not in gaps


def _holds(when: Any, day: date) -> bool:
    return bool(when.start <= day and (when.end is None or day <= when.end))


def _acting(now: Any, person: str, day: date) -> tuple[str, ...] | None:
    recorded = now.on_record(CITY)
    try:
        found = answer(
            now.history_of(CITY),
            now.rules(CITY),
            person,
            day,
            day,
            absences=recorded.absences,
            decisions=recorded.decisions,
            handovers=recorded.handovers,
            approvals=recorded.approvals,
            glossary=now.glossary,
        )
    except UnknownName:
        return None
    own = next((c for c in found.segments[0].covers if c.holder == person), None)
    return None if own is None else ((own.acting,) if own.acting else ())


def test_the_days_begin_with_the_entrys_own_in_shanghai() -> None:
    late = AT.replace(hour=17)  # the next day there
    found = events(filled(DIVISION, away("河二", "2020-04-01", "2020-04-02"), at=late))[-1]
    (event,) = found
    assert isinstance(event, CoverChanged)
    assert [change.when.start for change in event.changes] == [date(2020, 4, 2)]
    assert Period(START, START + PAST).end == date(2021, 4, 1)
