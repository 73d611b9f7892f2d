"""Public holidays and adjusted working days of the mainland, as the State Council arranges them.

They come from the maintained library ``holidays``. A year whose arrangement it does not hold
yet is said to be unknown: its days are weekdays and weekends, and no holiday is worked out.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache

import holidays

from registry.model.answers import CalendarDay, DayKind, Words

LONGEST = 366
"""Days of a period of which holidays are told: a list for years is no help."""
_SATURDAY = 5
_PAID_FOR = re.compile(r"由 ?(\d{4}-\d\d-\d\d) ?调休")
"""How the library says which weekend day is worked for a free weekday."""


def calendar(start: date, end: date) -> tuple[CalendarDay, ...]:
    """Return the days from ``start`` to ``end``, both included."""
    return tuple(_day(start + timedelta(days=n)) for n in range((end - start).days + 1))


@lru_cache(maxsize=1024)
def holidays_in(start: date, end: date) -> tuple[tuple[CalendarDay, ...], tuple[int, ...]]:
    """Return the holidays and adjusted days of a period, and the years in it that are not known.

    Of a period of more than ``LONGEST`` days both are left empty.
    """
    if (end - start).days >= LONGEST:
        return (), ()
    days = calendar(start, end)
    unknown = dict.fromkeys(day.day.year for day in days if not day.arranged)
    return tuple(day for day in days if day.name is not None), tuple(unknown)


def _day(day: date) -> CalendarDay:
    plain = DayKind.WEEKEND if day.weekday() >= _SATURDAY else DayKind.WORKDAY
    known = _year(day.year, "zh_CN")
    # Every arrangement has some weekend days worked; where there are none, it is not known.
    if not any(worked.year == day.year for worked in known.weekend_workdays):
        return CalendarDay(day=day, kind=plain, arranged=False)
    if day in known.weekend_workdays:
        name = Words("调休上班", "worked for an adjusted day off")
        return CalendarDay(day=day, kind=DayKind.SHIFTED, name=name)
    said = known.get(day)
    if said is None:
        return CalendarDay(day=day, kind=plain)
    if paid := _PAID_FOR.search(said):
        name = Words(f"调休（{paid[1]}上班）", f"day off, {paid[1]} is worked")
        return CalendarDay(day=day, kind=DayKind.BRIDGE, name=name)
    name = Words(said, _year(day.year, "en_US").get(day) or said)
    return CalendarDay(day=day, kind=DayKind.HOLIDAY, name=name)


@cache
def _year(year: int, language: str) -> holidays.HolidayBase:
    return holidays.country_holidays("CN", years=year, language=language, expand=False)
