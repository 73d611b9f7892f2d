"""The days that words of days mean: what ``days`` finds in a text, reckoned from today.

Weekdays without a word for the week are those of an anchor week. A day without a year is
one of the year of today.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_OFFSETS = {
    "今天": 0, "今日": 0, "当天": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3, "昨天": -1, "昨日": -1,
    "前天": -2, "today": 0, "right now": 0, "now": 0, "tomorrow": 1, "the day after tomorrow": 2,
    "yesterday": -1, "the day before yesterday": -2, "this": 0,
}  # fmt: skip
PAIRS = {"今明两天": (0, 1), "明后两天": (1, 2), "明后天": (1, 2)}
"""Words for two days, counted from today."""
_WEEKS = {
    "下下": 2, "下": 1, "上": -1, "本": 0, "这": 0,
    "next": 1, "this": 0, "the coming": 0, "last": -1,
}  # fmt: skip
_DAYS = "一二三四五六日"
_SATURDAY = 5


def monday(day: date) -> date:
    """Return the Monday of the week of ``day``."""
    return day - timedelta(days=day.weekday())


def resolved(found: dict[str, str], today: date, anchor: date) -> tuple[date, date]:
    """Return the first and last day of what was found, by the names of its parts.

    Raises:
        ValueError: no calendar has such a day.
    """
    for kind, read in _READERS.items():
        if kind in found:
            return read(found, today, anchor)
    raise ValueError("no days")  # every alternative of the pattern has a reader


def _day(year: str | None, month: int, day: str, today: date) -> date:
    return date(int(year) if year else today.year, month, int(day))


def _same(day: date) -> tuple[date, date]:
    return day, day


def _iso(found: dict[str, str], _today: date, _anchor: date) -> tuple[date, date]:
    year, month, day = re.split(r"[-/.]", found["iso"])
    return _same(date(int(year), int(month), int(day)))


def _relative(found: dict[str, str], today: date, _anchor: date) -> tuple[date, date]:
    words = (found.get("rel") or found.get("erel") or "").lower()
    first, last = PAIRS.get(words) or (_OFFSETS[words], _OFFSETS[words])
    return today + timedelta(days=first), today + timedelta(days=last)


def _chinese_weekday(found: dict[str, str], today: date, anchor: date) -> tuple[date, date]:
    prefix = found.get("wp")
    week = anchor if prefix is None else _week(prefix.removesuffix("个"), today)
    if found["wd"] == "末":
        return week + timedelta(days=_SATURDAY), week + timedelta(days=_SATURDAY + 1)
    return _same(week + timedelta(days=weekday(found["wd"])))


def _english_weekday(found: dict[str, str], today: date, anchor: date) -> tuple[date, date]:
    prefix = found.get("ep") or found.get("es")
    week = anchor if prefix is None else _week(prefix.lower(), today)
    name = (found.get("ew") or found.get("ev") or "").lower()[:3]
    number = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(name)
    return _same(week + timedelta(days=number))


def _whole_week(found: dict[str, str], today: date, _anchor: date) -> tuple[date, date]:
    week = _week((found.get("week") or found.get("eweek") or "").lower(), today)
    first = week + timedelta(days=_SATURDAY if "eend" in found else 0)
    return first, week + timedelta(days=6)


def _whole_month(found: dict[str, str], today: date, _anchor: date) -> tuple[date, date]:
    if "mm" in found:
        year, month = int(found.get("my") or today.year), int(found["mm"])
    elif "nm" in found:
        year, month = int(found.get("ny") or today.year), _month(found["nm"])
    else:
        moved = _WEEKS[(found.get("month") or found.get("emonth") or "").lower()]
        year, zero = divmod(today.year * 12 + today.month - 1 + moved, 12)
        month = zero + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _english_range(found: dict[str, str], today: date, _anchor: date) -> tuple[date, date]:
    key = "r" if "rm" in found else "q"
    month, year = _month(found[f"{key}m"]), found.get(f"{key}y")
    return _day(year, month, found[f"{key}a"], today), _day(year, month, found[f"{key}b"], today)


def _week(word: str, today: date) -> date:
    return monday(today) + timedelta(weeks=_WEEKS[word])


def weekday(letter: str) -> int:
    """Return the number of a weekday, Monday the first, 0."""
    return _DAYS.index("日" if letter == "天" else letter)


def _month(word: str) -> int:
    return next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(word.lower()[:3]))


_READERS: dict[str, Callable[[dict[str, str], date, date], tuple[date, date]]] = {
    "iso": _iso,
    "cd": lambda f, today, _: _same(_day(f.get("cy"), int(f["cm"]), f["cd"], today)),
    "rel": _relative,
    "erel": _relative,
    "wd": _chinese_weekday,
    "week": _whole_week,
    "eweek": _whole_week,
    "month": _whole_month,
    "emonth": _whole_month,
    "mm": _whole_month,
    "nm": _whole_month,
    "rm": _english_range,
    "qm": _english_range,
    "ed": lambda f, today, _: _same(_day(f.get("ey"), _month(f["em"]), f["ed"], today)),
    "fd": lambda f, today, _: _same(_day(f.get("fy"), _month(f["fm"]), f["fd"], today)),
    "ew": _english_weekday,
    "ev": _english_weekday,
}
