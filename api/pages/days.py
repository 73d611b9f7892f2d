"""Days as each language writes them."""

from __future__ import annotations

from datetime import date, datetime, time

from registry.charts.words import Lang
from registry.exports.week.words import weekday
from registry.model.time import NOON, Lasting, clock

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def whole(day: date, lang: Lang) -> str:
    """Return the day with its year and weekday.

    >>> whole(date(2019, 9, 2), "zh"), whole(date(2019, 9, 2), "en")
    ('2019年9月2日 周一', 'Mon 2 September 2019')
    """
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日 {weekday(day, lang)}"
    return f"{weekday(day, lang)} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def plain(day: date, lang: Lang) -> str:
    """Return the day with its year, without the weekday.

    >>> plain(date(2019, 9, 2), "zh"), plain(date(2019, 9, 2), "en")
    ('2019年9月2日', '2 September 2019')
    """
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short(day: date, lang: Lang) -> str:
    """Return the day without its year.

    >>> short(date(2019, 9, 2), "zh"), short(date(2019, 9, 2), "en")
    ('9月2日', '2 Sep')
    """
    return (
        f"{day.month}月{day.day}日" if lang == "zh" else f"{day.day} {_MONTHS[day.month - 1][:3]}"
    )


def moment(at: datetime, lang: Lang) -> str:
    """Return a moment; the end of a day is the day, any other is told by the minute.

    >>> moment(datetime.combine(date(2019, 9, 2), time.max), "zh")
    '2019年9月2日'
    >>> moment(datetime(2019, 9, 2, 14, 30), "en")
    '2 September 2019, 14:30'
    """
    day = plain(at.date(), lang)
    if at.time() == time.max:
        return day
    return f"{day}{' ' if lang == 'zh' else ', '}{at:%H:%M}"


def month(day: date, lang: Lang) -> str:
    """Return the month of the day with its year.

    >>> month(date(2019, 9, 2), "zh"), month(date(2019, 9, 2), "en")
    ('2019年9月', 'September 2019')
    """
    return f"{day.year}年{day.month}月" if lang == "zh" else f"{_MONTHS[day.month - 1]} {day.year}"


def period(start: date, end: date, lang: Lang) -> str:
    """Return a run of days with its year; one day is said as one.

    >>> period(date(2019, 9, 2), date(2019, 9, 8), "zh")
    '2019年9月2日至8日'
    >>> period(date(2019, 9, 30), date(2019, 10, 6), "en")
    '30 September – 6 October 2019'
    >>> period(date(2019, 12, 30), date(2020, 1, 5), "zh")
    '2019年12月30日至2020年1月5日'
    """
    if start == end:
        return whole(start, lang)
    same_year, same_month = (
        start.year == end.year,
        start.year == end.year and start.month == end.month,
    )
    if lang == "zh":
        last = f"{end.day}日" if same_month else short(end, lang) if same_year else plain(end, lang)
        return f"{plain(start, lang)}至{last}"
    if same_month:
        return f"{start.day}–{plain(end, lang)}"
    first = f"{start.day} {_MONTHS[start.month - 1]}" if same_year else plain(start, lang)
    return f"{first} – {plain(end, lang)}"


def written(text: str | None, lang: Lang) -> str:
    """Return a notice's own date, which may lack its year, month or day.

    >>> written("2019-08", "zh"), written("--08-19", "en"), written(None, "zh")
    ('2019年8月', '19 August', '')
    """
    if text is None:
        return ""
    year, _, rest = ("", "", text[2:]) if text.startswith("--") else text.partition("-")
    month_, _, day = rest.partition("-")
    if lang == "zh":
        parts = ((year, "年"), (month_, "月"), (day, "日"))
        return "".join(f"{int(part)}{sign}" for part, sign in parts if part)
    named = _MONTHS[int(month_) - 1] if month_ else ""
    return " ".join(part for part in (day and str(int(day)), named, year) if part)


def week_days(start: date, end: date, lang: Lang) -> str:
    """Return a run of days of one week by their weekdays.

    >>> week_days(date(2019, 9, 3), date(2019, 9, 5), "zh")
    '周二至周四'
    """
    if start == end:
        return weekday(start, lang)
    dash = "至" if lang == "zh" else "–"
    return f"{weekday(start, lang)}{dash}{weekday(end, lang)}"


def lasting(of: Lasting, lang: Lang) -> str:
    """Return days that may begin or end within a day.

    >>> from datetime import time
    >>> from registry.model.time import Period
    >>> afternoon = Period(date(2019, 9, 3), date(2019, 9, 3), start_time=NOON)
    >>> lasting(afternoon, "zh"), lasting(afternoon, "en")
    ('2019年9月3日 周二 下午', 'Tue 3 September 2019, afternoon')
    >>> lasting(Period(date(2019, 9, 3), date(2019, 9, 4), time(14), NOON), "zh")
    '2019年9月3日至4日（14:00起，至12:00）'
    """
    days = period(of.start, of.end, lang)
    if of.start_time is None and of.end_time is None:
        return days
    half = {(NOON, None): ("下午", "afternoon"), (None, NOON): ("上午", "morning")}
    named = half.get((of.start_time, of.end_time)) if of.start == of.end else None
    if named is not None:
        return f"{days} {named[0]}" if lang == "zh" else f"{days}, {named[1]}"
    first = clock(of.start_time) if of.start_time else ""
    last = clock(of.end_time) if of.end_time else ""
    if of.start == of.end and first and last:
        return f"{days} {first}–{last}"
    if lang == "zh":
        said = "，".join(part for part in (first and f"{first}起", last and f"至{last}") if part)
        return f"{days}（{said}）"
    said = ", ".join(part for part in (first and f"from {first}", last and f"to {last}") if part)
    return f"{days} ({said})"
