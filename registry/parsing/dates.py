"""Dates as notices print them, to ISO with the missing parts left off."""

from __future__ import annotations

import re

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "O": 0,
    "0": 0,
    "Ｏ": 0,
    "元": 1,
}
_NUMERAL = "〇○零一二三四五六七八九十元"
DATE = (
    rf"(?:(?:19|20)\d\d|[二一][〇○零O0九][{_NUMERAL}O0]{{2}})年"
    rf"(?:(?:\d{{1,2}}|[{_NUMERAL}]{{1,3}})月(?:(?:\d{{1,2}}|[{_NUMERAL}]{{1,3}})日)?)?"
)
"""A pattern for a date in folded text without white space."""
NO_YEAR_DATE = rf"(?:\d{{1,2}}|[{_NUMERAL}]{{1,3}})月(?:\d{{1,2}}|[{_NUMERAL}]{{1,3}})日"
"""A pattern for a day whose year is not told."""
PERIOD = (
    rf"(?:(?:{DATE}|{NO_YEAR_DATE})(?:起|开始)?(?:至|到|—{{1,2}}|[~～])(?:{DATE}|{NO_YEAR_DATE}|\d{{1,2}}日)"
    rf"|(?:至|到)(?:{DATE}|{NO_YEAR_DATE})(?:止|(?=[，。；）]|$))"
    rf"|(?<=[局委办厅院司作门位间管责])(?:[{_NUMERAL}两半\d]{{1,3}})个(?:月|星期|学期)(?=[，。；）]|$)"
    rf"|为期(?:约)?[{_NUMERAL}两半\d]{{1,3}}个?半?(?:天|日|周|星期|月|年|学期))"
)
"""A pattern for a time with an end: 2024年3月1日至5月31日, 为期三个月."""
_PARTS = re.compile(r"(.+?)年(?:(.+?)月(?:(.+?)日)?)?$")
_PLAIN = re.compile(r"((?:19|20)\d\d)[—/.年-](\d{1,2})(?:[—/.月-](\d{1,2})日?)?")
PLAIN_DATE = r"(?:19|20)\d\d(?:[—/.-]\d{1,2}){1,2}(?=\D|$|\d\d：\d\d)"
"""A pattern for 2021-03-05 and the like in folded text."""
_NO_YEAR = re.compile(r"(\d{1,2})月(\d{1,2})日")
_YEAR_BEFORE = re.compile(r"((?:19|20)\d\d)年$")


def _number(text: str) -> int:
    """Read 12, 十二, 二十一 or 二〇一九.

    >>> [_number(text) for text in ("12", "十二", "二十一", "二〇一九")]
    [12, 12, 21, 2019]
    """
    if text.isdigit() and text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
    return int("".join(str(_DIGITS[char]) for char in text))


def iso(text: str) -> str | None:
    """Return a printed date as ISO, or ``None`` where it is no date.

    >>> iso("2019年8月28日"), iso("二〇一九年八月"), iso("2021—03—05"), iso("2019年13月")
    ('2019-08-28', '2019-08', '2021-03-05', None)
    """
    match = _PLAIN.match(text) or _PARTS.match(text)
    if match is None:
        return None
    year, *rest = (part for part in match.groups() if part)
    numbers = [_number(part) for part in rest]
    if any(not 1 <= number <= limit for number, limit in zip(numbers, (12, 31), strict=False)):
        return None
    return "-".join([f"{_number(year):04}", *(f"{number:02}" for number in numbers)])


def iso_without_year(text: str) -> str | None:
    """Return the first 8月19日 of ``text`` as ``--08-19``, or ``None``.

    The form is ISO 8601's for a day whose year is not told.
    """
    match = _NO_YEAR.search(text)
    return f"--{int(match[1]):02}-{int(match[2]):02}" if match else None


def iso_of_first_day(text: str) -> str | None:
    """Return the first day that ``text`` tells, its year too where it stands before it.

    >>> iso_of_first_day("2019年8月19日，市长主持会议"), iso_of_first_day("2019年度，8月19日")
    ('2019-08-19', '--08-19')
    """
    match = _NO_YEAR.search(text)
    year = _YEAR_BEFORE.search(text[: match.start()]) if match else None
    day = iso_without_year(text)
    return f"{year[1]}{day[1:]}" if year and day else day


def iso_of_month_and_day(text: str) -> str:
    """Return 8月19日 or 八月十九日 as ``08-19``; ``text`` matches ``NO_YEAR_DATE``.

    >>> iso_of_month_and_day("8月9日"), iso_of_month_and_day("十月二十一日")
    ('08-09', '10-21')
    """
    month, _, day = text.rstrip("日").partition("月")
    return f"{_number(month):02}-{_number(day):02}"
