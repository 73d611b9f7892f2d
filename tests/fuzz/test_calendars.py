"""Files of absences with slips: absences, or one line that says what is wrong; never endless work."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.errors import RegistryError
from registry.service.bounds import LAST_YEAR
from registry.service.recording.absence_files.recurrence import MOST
from registry.service.recording.absences import rows_in
from tests.fuzz.bounds import bounded, calls
from tests.fuzz.mutated import mutated
from tests.record.test_calendars import ALL_DAY, BERLIN, MORNING, SHANGHAI, ZONE, calendar, event

MOST_CALLS = 3_000_000
"""Some seconds' worth; a rule followed to the year 9999 takes tens of millions."""

FREQUENCIES = st.sampled_from("YEARLY MONTHLY WEEKLY DAILY HOURLY".split()).map("FREQ={}".format)
ENDS = st.one_of(
    st.integers(-1, 2000).map("COUNT={}".format),
    st.sampled_from("20240610 20991231 99991231 20240610T000000Z 0".split()).map("UNTIL={}".format),
)
PARTS = st.lists(
    st.one_of(
        FREQUENCIES,
        ENDS,
        st.integers(-1, 400).map("INTERVAL={}".format),
        st.integers(0, 13).map("BYMONTH={}".format),
        st.integers(-32, 32).map("BYMONTHDAY={}".format),
        st.integers(-367, 367).map("BYYEARDAY={}".format),
        st.integers(-54, 54).map("BYWEEKNO={}".format),
        st.integers(-367, 367).map("BYSETPOS={}".format),
        st.integers(-1, 25).map("BYHOUR={}".format),
        st.sampled_from("MO 1MO -1FR 5MO 6MO MO,TU XX".split()).map("BYDAY={}".format),
        st.sampled_from("MO SU X".split()).map("WKST={}".format),
    ),
    max_size=3,
)
RULES = st.builds(
    lambda often, end, parts: "RRULE:" + ";".join((often, end, *parts)), FREQUENCIES, ENDS, PARTS
)
TIMES = st.sampled_from([ALL_DAY, MORNING, SHANGHAI, BERLIN])
MORE = st.sampled_from(
    [
        "SEQUENCE:1",
        "SEQUENCE:x",
        "STATUS:CANCELLED",
        "RECURRENCE-ID:20240610T080000",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20240610T080000",
        "RDATE;VALUE=PERIOD:20240606T060000Z/PT1H",
        "RDATE:20240605T060000Z,20240606",
        "EXDATE;VALUE=DATE:20240604,20240605",
        "EXDATE:x",
        "DURATION:-PT1H",
        "DURATION:P99999999D",
        "CATEGORIES:ill,away",
    ]
)
EVENTS = st.builds(
    lambda times, rule, more, uid: event("\n".join([times, *rule]), *more, uid=uid),
    TIMES,
    st.lists(RULES, max_size=2),
    st.lists(MORE, max_size=3),
    st.sampled_from(["a", "b", ""]),
)
ICS = [
    calendar(ZONE, event(ALL_DAY), event(f"{MORNING}\nRRULE:FREQ=WEEKLY;COUNT=3", uid="b")),
    calendar(event(BERLIN), event(SHANGHAI, "SEQUENCE:2"), method="CANCEL"),
]
CSV = [
    "person,start,end,kind\n甲,2024-06-03,2024-06-05,away\n乙,2024-06-03,,ill\n",
    'person,start,start_time,end,end_time,kind,government\n"甲",2024-06-03,下午,,,away,"甲市"\n',
]
WORDS = (
    "14:00 BEGIN:VEVENT END:VEVENT DTSTART DTSTART:20240230 甲 am pm 24:00 2024-02-30 99999".split()
)


def check(content: bytes, name: str) -> None:
    """Read the file, and hold what it holds, or what is said of it, to what is promised."""

    def read() -> None:
        try:
            found = rows_in(content, Path(name))
        except RegistryError as error:
            assert str(error).startswith(name)
            assert len(str(error).splitlines()) == 1, str(error)
        else:
            assert found.rows or found.wholes or found.passed or found.broken
            for event in found.broken:
                assert event.why.startswith(name)
                assert len(event.why.splitlines()) == 1, event.why
            for row in found.rows:
                assert row.person.strip() == row.person != ""
                assert row.when.start <= row.when.end

    assert calls(read) < MOST_CALLS


@bounded(60)
@given(st.lists(EVENTS, min_size=1, max_size=3).map(lambda events: calendar(*events)))
def test_events_of_any_kind(text: str) -> None:
    check(text.encode(), "june.ics")


@bounded(60)
@given(mutated(ICS, WORDS))
def test_a_calendar_with_slips(text: str) -> None:
    check(text.encode(), "june.ics")


@bounded(60)
@given(mutated(CSV, WORDS))
def test_a_table_with_slips(text: str) -> None:
    check(text.encode(), "june.csv")


@bounded(40)
@given(st.binary(max_size=200), st.sampled_from(["june.ics", "june.csv"]))
def test_bytes_that_are_no_such_file(content: bytes, name: str) -> None:
    check(content, name)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2", "never takes place"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20990101", "never takes place"),
        ("FREQ=MONTHLY;BYDAY=+6MO;COUNT=2", "never takes place"),
        ("FREQ=YEARLY;COUNT=100", f"repeats beyond {LAST_YEAR}"),
        ("FREQ=YEARLY;INTERVAL=3000;COUNT=2", f"repeats beyond {LAST_YEAR}"),
        ("FREQ=YEARLY;INTERVAL=3000;UNTIL=99990101", f"repeats beyond {LAST_YEAR}"),
        ("FREQ=DAILY;UNTIL=20990101", f"more than {MOST} times"),
    ],
)
def test_a_rule_that_seldom_or_never_fits_is_given_up_early(rule: str, said: str) -> None:
    content = calendar(event(f"{MORNING}\nRRULE:{rule}")).encode()

    def read() -> None:
        [event] = rows_in(content, Path("june.ics")).broken
        assert said in event.why

    assert calls(read) < MOST_CALLS
