"""Days, halves, weeks and spans as they are typed, read into periods."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta

from registry.errors import BadPeriod
from registry.model.time import NOON, Period, beginning, ending

__all__ = [
    "read_asked",
    "read_day",
    "read_first",
    "read_last",
    "read_period",
    "read_span",
    "read_time",
]

_PARTIAL = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?")
_HALVES = {"am": "am", "pm": "pm", "上午": "am", "下午": "pm"}
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"
_DAY, _HALF = r"\d{4}-\d\d-\d\d", "|".join(_HALVES)
_SIDE = re.compile(rf"(?P<day>{_DAY})(?:T(?P<time>{_TIME})|/(?P<half>{_HALF}))?")
_ONE_SIDE = rf"{_DAY}(?:T{_TIME}|/(?:{_HALF}))?"
_SPAN = re.compile(rf"(?P<first>{_ONE_SIDE})(?:/(?:(?P<last>{_ONE_SIDE})|(?P<until>{_TIME})))?")


def read_day(text: str) -> date:
    """Read an ISO day.

    >>> read_day("2019-09-02")
    datetime.date(2019, 9, 2)

    Raises:
        BadPeriod: ``text`` is no day of the calendar written YYYY-MM-DD.
    """
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        day = None
    if day is None or day.isoformat() != text.strip():
        raise BadPeriod(f"{text!r} is not a day; write it as YYYY-MM-DD, such as 2019-09-02")
    return day


def read_last(text: str) -> date:
    """Read an ISO day; a month or a year alone means its last day.

    What is in force "in 2019-09" is what was in force when the month ended.

    >>> read_last("2020-02"), read_last("2019"), read_last("2019-09-02")
    (datetime.date(2020, 2, 29), datetime.date(2019, 12, 31), datetime.date(2019, 9, 2))

    Raises:
        BadPeriod: ``text`` is no day, month or year of the calendar.
    """
    return _days(text).end


def read_first(text: str) -> date:
    """Read an ISO day; a month or a year alone means its first day.

    >>> read_first("2019-09")
    datetime.date(2019, 9, 1)

    Raises:
        BadPeriod: as ``read_last``.
    """
    return _days(text).start


def _days(text: str) -> Period:
    """Read the days that a day, a month or a year has."""
    found = _PARTIAL.fullmatch(text.strip())
    if found is None:
        day = read_day(text)
        return Period(day, day)
    year, month = int(found["year"]), int(found["month"] or 0)
    if not MINYEAR <= year <= MAXYEAR or (found["month"] and not 1 <= month <= 12):
        raise BadPeriod(
            f"{text!r} is no month or year of the calendar; write it as 2019-09 or 2019"
        )
    first, last = (month, month) if month else (1, 12)
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def read_time(text: str) -> time:
    """Read a time of day, HH:MM.

    Raises:
        BadPeriod: ``text`` is none.
    """
    try:
        return time.fromisoformat(text.rjust(5, "0"))
    except ValueError:
        raise BadPeriod(f"{text!r} is no time of day; write it as HH:MM, up to 23:59") from None


def read_span(text: str) -> Period:
    """Read days or a part of them.

    Either side of a span is a day, a half of it (``am``, ``pm``, 上午, 下午) or a time on it, and
    the second may be a time alone, of the same day. Days are included, times end it.

    >>> str(read_span("2019-09-03/pm").begins), str(read_span("2019-09-03/pm").ends)
    ('2019-09-03 12:00:00', '2019-09-04 00:00:00')
    >>> str(read_span("2019-09-03T14:00/16:30").ends)
    '2019-09-03 16:30:00'

    Raises:
        BadPeriod: it cannot be read, or ends before it begins.
    """
    found = _SPAN.fullmatch(text.strip())
    first = _SIDE.fullmatch(found["first"]) if found else None
    if found is None or first is None:
        raise BadPeriod(
            f"{text!r} is no day, half day or span; write YYYY-MM-DD, YYYY-MM-DD/am (or /pm),"
            " FROM/TO, or with times YYYY-MM-DDTHH:MM/HH:MM"
        )
    last = _SIDE.fullmatch(found["last"]) if found["last"] else None
    begins = _begins(first)
    if found["until"]:
        ends = ending(begins.date(), read_time(found["until"]))
    elif last is None and first["time"]:
        raise BadPeriod(f"{text!r} has no end; add it, such as {text.strip()}/17:30")
    else:
        ends = _ends(last or first)
    if ends <= begins:
        raise BadPeriod(f"{text!r} ends before it begins; swap the two days or times")
    return Period.between(begins, ends)


def _begins(side: re.Match[str]) -> datetime:
    day = read_day(side["day"])
    if side["time"]:
        return beginning(day, read_time(side["time"]))
    return beginning(day, NOON if _HALVES.get(side["half"]) == "pm" else None)


def _ends(side: re.Match[str]) -> datetime:
    day = read_day(side["day"])
    if side["time"]:
        return ending(day, read_time(side["time"]))
    return ending(day, NOON if _HALVES.get(side["half"]) == "am" else None)


def read_period(
    today: date,
    *,
    on: str | None = None,
    week: str | None = None,
    start: str | None = None,
    end: str | None = None,
) -> Period:
    """Read the period asked about: a day, the week of a day (Monday to Sunday), or from and to.

    Without any, ``today`` alone. A month or a year alone is its first day as ``start`` and its
    last as ``on`` and as ``end``; a week is known by a whole day.

    Raises:
        BadPeriod: a day cannot be read, more than one way is used, or the end is before the start.
    """
    ways = [on is not None, week is not None, start is not None or end is not None]
    if sum(ways) > 1:
        raise BadPeriod("ask for one day, one week, or from and to: these do not go together")
    if on is not None:
        return Period(read_last(on), read_last(on))
    if week is not None:
        return _week(week)
    if start is None and end is None:
        return Period(today, today)
    if start is None or end is None:
        raise BadPeriod("a period needs both its first and its last day: give from and to")
    return _ordered(read_first(start), read_last(end))


def read_asked(
    today: date,
    *,
    on: str | None = None,
    week: str | None = None,
    start: str | None = None,
    end: str | None = None,
) -> Period:
    """Read the period that an answer is for: as ``read_period``, or ``on`` a part of a day.

    That is a half of it, a time to a time, or a time alone, which is its minute.

    >>> str(read_asked(date.today(), on="2019-09-03T15:00").begins)
    '2019-09-03 15:00:00'

    Raises:
        BadPeriod: as ``read_period`` and ``read_span``.
    """
    if on is None or not re.search(r"[T/]", on):
        return read_period(today, on=on, week=week, start=start, end=end)
    read_period(today, on=on[:10], week=week, start=start, end=end)  # what goes with no day
    side = _SIDE.fullmatch(on.strip())
    if side is None or not side["time"]:
        return read_span(on)
    begins = _begins(side)
    return Period.between(begins, begins + timedelta(minutes=1))


def _week(text: str) -> Period:
    day = read_day(text)
    try:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6))
    except OverflowError:
        raise BadPeriod(f"the week of {text} leaves the calendar; ask for another day") from None


def _ordered(start: date, end: date) -> Period:
    if end < start:
        raise BadPeriod(f"the period ends {end} before it begins {start}; swap the two days")
    return Period(start, end)
