"""Days in words: 本周, 周三到周五, 9月3日至5日, 周三下午, 3 to 5 September; read into dates.

Weekdays without a word for the week are those of an anchor week. A day without a year is
one of the year of today. Both ends of a range count.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta

from msgspec import Struct, structs

from registry.model.time import NOON

_ISO = r"(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
_CN_DAY = (
    r"(?:(?P<cy>\d{4})年)?(?P<cm>\d{1,2})月(?P<cd>\d{1,2})(?:[日号]|(?=[-~—–至到]\d{1,2}[日号]))"
)
_CN_MONTH = r"(?:(?P<my>\d{4})年)?(?P<mm>\d{1,2})月份?(?!\d)"
_CN_REL = r"(?P<rel>今明两天|明后两天|明后天|大后天|今天|今日|明天|明日|后天|昨天|昨日|前天|当天)"
_CN_WEEKDAY = r"(?P<wp>下下个?|下个?|上个?|本|这个?)?(?:周|星期|礼拜)(?P<wd>[一二三四五六日天末])"
_CN_WEEK = r"(?P<week>下下|下|上|本|这)(?:个|一)?(?:周|星期|礼拜)"
_CN_MONTH_REL = r"(?P<month>下|上|本|这)个?月(?!\d)"
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_EN_DMY = rf"(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<em>{_MONTH})(?:,? (?P<ey>\d{{4}}))?\b"
_EN_MDY = rf"(?P<fm>{_MONTH}) (?P<fd>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<fy>\d{{4}}))?"
_EN_RANGE = rf"(?P<ra>\d{{1,2}})(?:st|nd|rd|th)? ?(?:-|–|to|until) ?(?P<rb>\d{{1,2}})(?:st|nd|rd|th)? (?P<rm>{_MONTH})(?:,? (?P<ry>\d{{4}}))?\b"
_EN_RANGE_M = rf"(?P<qm>{_MONTH}) (?P<qa>\d{{1,2}})(?:st|nd|rd|th)? ?(?:-|–|to|until) ?(?P<qb>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<qy>\d{{4}}))?"
_WEEKDAY = r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_EN_WEEKDAY = rf"(?P<ep>next|this|last|the coming) ?(?P<ew>{_WEEKDAY})\b|\b(?P<ev>{_WEEKDAY})\b(?: (?P<es>next|this|last) week)?"
_EN_REL = r"\b(?P<erel>this(?= (?:morning|afternoon)\b)|the day after tomorrow|the day before yesterday|today|tomorrow|yesterday|right now|now)\b"
_EN_WEEK = r"\b(?P<eweek>next|this|last) week(?:end(?P<eend>))?\b"
_EN_MONTH_REL = r"\b(?P<emonth>next|this|last) month\b"

_EN_MONTH = rf"\bin (?P<nm>{_MONTH})(?: (?P<ny>\d{{4}}))?\b(?! ?\d)"

_POINT = re.compile(
    "|".join(
        (
            _ISO,
            _CN_DAY,
            _CN_REL,
            _CN_WEEKDAY,
            _CN_WEEK,
            _CN_MONTH_REL,
            _CN_MONTH,
            rf"\b{_EN_RANGE}",
            rf"\b{_EN_RANGE_M}",
            rf"\b{_EN_DMY}",
            rf"\b{_EN_MDY}",
            _EN_REL,
            _EN_WEEK,
            _EN_MONTH_REL,
            _EN_WEEKDAY,
            _EN_MONTH,
        )
    ),
    re.IGNORECASE,
)
_HALF = re.compile(r"(?P<am>上午| morning\b)|(?P<pm>下午| afternoon\b)", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:一直到|到|至|~|-|—|–|－|through|until|till|to)\s*")
_AND = re.compile(r"\s*and\s*")
_OPEN = re.compile(
    r"(?:从|自|在|\bfrom |\bbetween |\bon |\bin |\bduring |\bfor |\bsince )\s*$", re.IGNORECASE
)
_TAIL = re.compile(r"(?:(?P<td>\d{1,2})[日号]|(?P<tw>[一二三四五六日天])(?![\u4e00-\u9fff]))")
_OFFSETS = {
    "今天": 0, "今日": 0, "当天": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3, "昨天": -1, "昨日": -1,
    "前天": -2, "today": 0, "right now": 0, "now": 0, "tomorrow": 1, "the day after tomorrow": 2,
    "yesterday": -1, "the day before yesterday": -2, "this": 0,
}  # fmt: skip
_DAY_WORDS = frozenset(("iso", "cd", "erel", "ew", "ev", "ed", "fd"))
"""What means one day in every case."""
_PAIRS = {"今明两天": (0, 1), "明后两天": (1, 2), "明后天": (1, 2)}
_WEEKS = {
    "下下": 2, "下": 1, "上": -1, "本": 0, "这": 0,
    "next": 1, "this": 0, "the coming": 0, "last": -1,
}  # fmt: skip
_DAYS = "一二三四五六日"
_SATURDAY = 5


class Span(Struct, frozen=True):
    """Days found in a text at ``at`` up to ``to``; ``resolve`` gives first and last day.

    ``resolve`` takes today and the Monday of the anchor week, and raises ``ValueError`` for
    days that no calendar has. A ``bare`` one means another week with another anchor. Where it
    begins or ends at the half of a day, it has the time.
    """

    at: int
    to: int
    resolve: Callable[[date, date], tuple[date, date]]
    bare: bool = False
    start_time: time | None = None
    end_time: time | None = None


def monday(day: date) -> date:
    """Return the Monday of the week of ``day``."""
    return day - timedelta(days=day.weekday())


def find_days(text: str) -> Iterator[Span]:
    """Yield the days, weeks, months and ranges of them in ``text``, in its order.

    >>> today = date(2019, 9, 2)
    >>> [span.resolve(today, monday(today))[1].day for span in find_days("周三到周五，9月3日至5日")]
    [6, 5]
    """
    place = 0
    while found := _POINT.search(text, place):
        point = _point(found, text)
        end = point.to
        opened = _OPEN.search(text, 0, found.start())
        between = opened is not None and "between" in opened[0].lower()
        join = (_AND if between else _JOIN).match(text, end)
        if join is not None:
            second = _POINT.match(text, join.end())
            tail = None if second else _TAIL.match(text, join.end())
            if second is not None:
                point = _range(point, _point(second, text), second)
                end = point.to
            elif tail is not None:
                point = _to_tail(point, tail)
                end = tail.end()
        begin = opened.start() if opened and opened.start() >= place else found.start()
        yield structs.replace(point, at=begin, to=end)
        place = end


def _point(found: re.Match[str], text: str) -> Span:
    """Return one day, or the half of it that follows, or several days that have one word."""
    groups = {name: value for name, value in found.groupdict().items() if value is not None}
    bare = ("wd" in groups and "wp" not in groups) or ("ev" in groups and "es" not in groups)
    half = _HALF.match(text, found.end()) if _is_a_day(groups) else None
    return Span(
        found.start(),
        half.end() if half else found.end(),
        lambda today, anchor: _resolve(groups, today, anchor),
        bare,
        NOON if half and half["pm"] else None,
        NOON if half and half["am"] else None,
    )


def _is_a_day(found: dict[str, str]) -> bool:
    """Say whether words mean one day: it has a morning and an afternoon."""
    weekday = "wd" in found and found["wd"] != "末"
    relative = "rel" in found and found["rel"] not in _PAIRS
    return weekday or relative or not _DAY_WORDS.isdisjoint(found)


def _range(first: Span, last: Span, second: re.Match[str]) -> Span:
    """Join two points; a bare weekday is in the week of the other, a day in the year of the first."""

    def resolve(today: date, anchor: date) -> tuple[date, date]:
        if first.bare and second["es"]:  # Wednesday to Friday next week
            end = last.resolve(today, anchor)[1]
            return first.resolve(today, monday(end))[0], end
        start = first.resolve(today, anchor)[0]
        end = last.resolve(start if second["cd"] else today, monday(start))[1]
        if end.month < start.month and end < start and second["cd"] and not second["cy"]:
            end = end.replace(year=end.year + 1)  # over the turn of the year
        return start, end

    return structs.replace(first, to=last.to, resolve=resolve, end_time=last.end_time)


def _to_tail(first: Span, tail: re.Match[str]) -> Span:
    def resolve(today: date, anchor: date) -> tuple[date, date]:
        start = first.resolve(today, anchor)[0]
        if tail["td"]:
            return start, start.replace(day=int(tail["td"]))
        return start, monday(start) + timedelta(days=_weekday(tail["tw"]))

    return structs.replace(first, to=tail.end(), resolve=resolve, end_time=None)


def _resolve(found: dict[str, str], today: date, anchor: date) -> tuple[date, date]:
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
    first, last = _PAIRS.get(words) or (_OFFSETS[words], _OFFSETS[words])
    return today + timedelta(days=first), today + timedelta(days=last)


def _chinese_weekday(found: dict[str, str], today: date, anchor: date) -> tuple[date, date]:
    prefix = found.get("wp")
    week = anchor if prefix is None else _week(prefix.removesuffix("个"), today)
    if found["wd"] == "末":
        return week + timedelta(days=_SATURDAY), week + timedelta(days=_SATURDAY + 1)
    return _same(week + timedelta(days=_weekday(found["wd"])))


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


def _weekday(letter: str) -> int:
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
