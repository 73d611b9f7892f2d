"""A question as it is typed: days, weeks, periods and absences, read into values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from registry.errors import BadPeriod
from registry.model.records import Absence


class Period(Struct, frozen=True):
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date


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


def read_period(
    today: date,
    *,
    on: str | None = None,
    week: str | None = None,
    start: str | None = None,
    end: str | None = None,
) -> Period:
    """Read the period asked about: a day, the week of a day (Monday to Sunday), or from and to.

    Without any, ``today`` alone.

    Raises:
        BadPeriod: a day cannot be read, more than one way is used, or the end is before the start.
    """
    ways = [on is not None, week is not None, start is not None or end is not None]
    if sum(ways) > 1:
        raise BadPeriod("ask for one day, one week, or from and to: these do not go together")
    if on is not None:
        return Period(read_day(on), read_day(on))
    if week is not None:
        return _week(week)
    if start is None and end is None:
        return Period(today, today)
    if start is None or end is None:
        raise BadPeriod("a period needs both its first and its last day: give from and to")
    return _ordered(read_day(start), read_day(end))


def read_absences(typed: Iterable[str], period: Period) -> tuple[Absence, ...]:
    """Read absences written ``NAME``, ``NAME@DAY`` or ``NAME@FROM/TO``; a bare name is the period.

    >>> read_absences(["熊皓@2019-09-04"], Period(date(2019, 9, 2), date(2019, 9, 8)))
    (Absence(person='熊皓', start=datetime.date(2019, 9, 4), end=datetime.date(2019, 9, 4), kind='away'),)

    Raises:
        BadPeriod: a day cannot be read, or an absence ends before it begins.
    """
    return tuple(_absence(text, period) for text in typed)


def _absence(text: str, period: Period) -> Absence:
    person, at, days = text.partition("@")
    if not person.strip():
        raise BadPeriod(f"{text!r} names nobody; write NAME, NAME@DAY or NAME@FROM/TO")
    when = period
    if at:
        first, slash, last = days.partition("/")
        when = _ordered(read_day(first), read_day(last if slash else first))
    return Absence(person=person.strip(), start=when.start, end=when.end)


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
