"""Days in words: 本周, 周三到周五, 9月3日至5日, 周三下午, 3 to 5 September; read into dates.

Weekdays without a word for the week are those of an anchor week. A day without a year is
one of the year of today. Both ends of a range count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta

from msgspec import Struct, structs

from registry.ask.clocks import Part, part_after, part_alone
from registry.ask.dates import PAIRS, monday, resolved, weekday

_ISO = r"(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
_CN_DAY = (
    r"(?:(?P<cy>\d{4})年)?(?P<cm>\d{1,2})月(?P<cd>\d{1,2})(?:[日号]|(?=[-~—–至到]\d{1,2}[日号]))"
)
_CN_MONTH = r"(?:(?P<my>\d{4})年)?(?P<mm>\d{1,2})月份?(?!\d)"
_CN_REL = r"(?P<rel>今明两天|明后两天|明后天|大后天|今天|今日|明天|明日|后天|昨天|昨日|前天|当天)"
_CN_WEEKDAY = r"(?P<wp>下下个?|下个?|上个?|本|这个?)?(?:周|星期|礼拜)(?P<wd>[一二三四五六日天末])"
_CN_WEEK = r"(?P<week>下下|下|上|本|这)(?:个|一)?(?:周|星期|礼拜)"
_CN_MONTH_REL = r"(?P<month>下|上|本|这)个?月(?!\d)"
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
_JOIN = re.compile(r"\s*(?:一直到|到|至|~|-|—|–|－|through|until|till|to)\s*")
_AND = re.compile(r"\s*and\s*")
_OPEN = re.compile(
    r"(?:从|自|在|\bfrom |\bbetween |\bon |\bin |\bduring |\bfor |\bsince )\s*$", re.IGNORECASE
)
_ON_DAY = re.compile(r" (?:on )?", re.IGNORECASE)
_TAIL = re.compile(r"(?:(?P<td>\d{1,2})[日号]|(?P<tw>[一二三四五六日天])(?![\u4e00-\u9fff]))")
_DAY_WORDS = frozenset(("iso", "cd", "erel", "ew", "ev", "ed", "fd"))
"""What means one day in every case."""


class Span(Struct, frozen=True):
    """Days found in a text at ``at`` up to ``to``; ``resolve`` gives first and last day.

    ``resolve`` takes today and the Monday of the anchor week, and raises ``ValueError`` for
    days that no calendar has, and for what is no time. A ``bare`` one means another week with
    another anchor. Where it begins or ends within a day, it has the time; a ``point`` is one
    minute. ``of_today`` says that it names a time and no day.
    """

    at: int
    to: int
    resolve: Callable[[date, date], tuple[date, date]]
    bare: bool = False
    start_time: time | None = None
    end_time: time | None = None
    point: bool = False
    of_today: bool = False


def find_days(text: str) -> Iterator[Span]:
    """Yield the days, weeks, months and ranges of them in ``text``, in its order.

    >>> today = date(2019, 9, 2)
    >>> [span.resolve(today, monday(today))[1].day for span in find_days("周三到周五，9月3日至5日")]
    [6, 5]
    """
    place = 0
    while (span := _next(text, place)) is not None:
        yield span
        place = span.to


def _next(text: str, place: int) -> Span | None:
    """Return the next days, or the next time that names no day."""
    found, part = _POINT.search(text, place), part_alone(text, place)
    if part is not None and (found is None or part.at < found.start()):
        return _of_day(part, text)
    return _ranged(found, text, place) if found is not None else None


def _ranged(found: re.Match[str], text: str, place: int) -> Span:
    """Return the days found, up to the others that they are joined to."""
    point = _point(found, text)
    opened = _OPEN.search(text, 0, found.start())
    between = opened is not None and "between" in opened[0].lower()
    join = (_AND if between else _JOIN).match(text, point.to)
    if join is not None:
        second = _POINT.match(text, join.end())
        tail = None if second else _TAIL.match(text, join.end())
        if second is not None:
            point = _range(point, _point(second, text), second)
        elif tail is not None:
            point = _to_tail(point, tail)
    begin = opened.start() if opened and opened.start() >= place else found.start()
    return structs.replace(point, at=begin)


def _point(found: re.Match[str], text: str) -> Span:
    """Return one day, or the half of it that follows, or several days that have one word."""
    groups = {name: value for name, value in found.groupdict().items() if value is not None}
    bare = ("wd" in groups and "wp" not in groups) or ("ev" in groups and "es" not in groups)
    part = part_after(text, found.end()) if _is_a_day(groups) else None
    span = Span(
        found.start(), found.end(), lambda today, anchor: resolved(groups, today, anchor), bare
    )
    return _in_part(span, part, part.to) if part else span


def _in_part(span: Span, part: Part, to: int) -> Span:
    """Return a part of a day."""

    def resolve(today: date, anchor: date) -> tuple[date, date]:
        if part.wrong is not None:
            raise part.wrong
        return span.resolve(today, anchor)

    return structs.replace(
        span,
        to=to,
        resolve=resolve,
        start_time=part.start_time,
        end_time=part.end_time,
        point=part.point,
    )


def _of_day(part: Part, text: str) -> Span:
    """Return a part of the day that follows, as in ``at 3 pm tomorrow``; of today without one."""
    found = _ON_DAY.match(text, part.to)
    if found is not None and (day := _POINT.match(text, found.end())) is not None:
        span = _point(day, text)
        if _is_a_day({name: value for name, value in day.groupdict().items() if value}):
            return structs.replace(_in_part(span, part, span.to), at=part.at)
    today = Span(part.at, part.to, lambda today, _: (today, today), of_today=True)
    return _in_part(today, part, part.to)


def _is_a_day(found: dict[str, str]) -> bool:
    """Say whether words mean one day: it has a morning and an afternoon."""
    weekday = "wd" in found and found["wd"] != "末"
    relative = "rel" in found and found["rel"] not in PAIRS
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

    end_time = last.start_time if last.point else last.end_time
    return structs.replace(first, to=last.to, resolve=resolve, end_time=end_time, point=False)


def _to_tail(first: Span, tail: re.Match[str]) -> Span:
    def resolve(today: date, anchor: date) -> tuple[date, date]:
        start = first.resolve(today, anchor)[0]
        if tail["td"]:
            return start, start.replace(day=int(tail["td"]))
        return start, monday(start) + timedelta(days=weekday(tail["tw"]))

    return structs.replace(first, to=tail.end(), resolve=resolve, end_time=None, point=False)
