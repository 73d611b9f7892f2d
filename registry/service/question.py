"""A question as it is typed: days, weeks, periods and absences, read into values."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from msgspec import Struct

from registry.errors import BadPeriod
from registry.model.records import Absence

_PARTIAL = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?")


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
    return _span(text).end


def read_first(text: str) -> date:
    """Read an ISO day; a month or a year alone means its first day.

    >>> read_first("2019-09")
    datetime.date(2019, 9, 1)

    Raises:
        BadPeriod: as ``read_last``.
    """
    return _span(text).start


def _span(text: str) -> Period:
    """Read the days that a day, a month or a year has."""
    found = _PARTIAL.fullmatch(text.strip())
    if found is None:
        day = read_day(text)
        return Period(day, day)
    year, month = int(found["year"]), int(found["month"] or 0)
    if not MINYEAR <= year <= MAXYEAR or (found["month"] and not 1 <= month <= 12):
        raise BadPeriod(f"{text!r} is no month or year of the calendar; write it as 2019-09 or 2019")
    first, last = (month, month) if month else (1, 12)
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


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


@@A@@def _week(text: str) -> Period:
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
