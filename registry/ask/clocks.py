"""Parts of a day in words: 下午, 下午3点, 14:30到16:00, at 3 pm, from 2 to 4 pm.

An hour from 1 to 6 that says neither 上午 nor 下午, am nor pm, may be either, and is refused.
"""

from __future__ import annotations

import re
from datetime import time

from msgspec import Struct

from registry.model.time import NOON, minute_after

_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_MORNINGS, _AFTERNOONS = ("凌晨", "早上", "上午", "am"), ("下午", "傍晚", "晚上", "pm")
_EITHER = range(1, 7)
"""Hours that are as likely in the afternoon."""
_NOON = 12

_PARTS = "|".join((*_MORNINGS[:-1], "中午", *_AFTERNOONS[:-1]))
_MERIDIEM = r"[ap]\.?m\b\.?"
_CLOCK = (
    rf"(?P<part{{0}}>{_PARTS})?(?P<hour{{0}}>\d{{{{1,2}}}}|[一二两三四五六七八九十]{{{{1,3}}}})"
    r"(?:(?:点钟|点|时(?![候间期])|:(?=\d\d))(?:(?P<half{0}>半)|(?P<minute{0}>\d{{1,2}})分?)?"
    rf"(?: ?(?P<ampm{{0}}>{_MERIDIEM}))?| ?(?P<only{{0}}>{_MERIDIEM}))"
)
_TO = r" ?(?:到|至|~|-|–|—|to|until|till|and) ?"
_TIMES = (
    r"(?:\b(?:at|from|between) |从|在|T)?"
    rf"(?:(?P<bare>\d{{1,2}}){_TO}{_CLOCK.format(3)}|{_CLOCK.format(1)}(?:{_TO}{_CLOCK.format(2)})?)"
)
_AFTER_A_DAY = re.compile(
    rf" ?{_TIMES}|(?P<am>上午| morning\b)|(?P<pm>下午| afternoon\b)", re.IGNORECASE
)
_ALONE = re.compile(rf"(?<![\d:第]){_TIMES}|(?P<am>上午)|(?P<pm>下午)", re.IGNORECASE)


class NoTime(ValueError):
    """What is written as a time of day is none, or may be two; ``zh`` and ``en`` say which."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


class Part(Struct, frozen=True):
    """A part of a day, found ``at`` up to ``to``; a ``point`` is one minute, and no length.

    ``wrong`` is why it is none.
    """

    at: int
    to: int
    start_time: time | None = None
    end_time: time | None = None
    point: bool = False
    wrong: NoTime | None = None


def part_after(text: str, place: int) -> Part | None:
    """Return the part of a day that is named right behind the day.

    >>> part_after("周三下午3点", 2).start_time
    datetime.time(15, 0)
    >>> part_after("today from 2 to 4 pm", 5).end_time
    datetime.time(16, 0)
    """
    found = _AFTER_A_DAY.match(text, place)
    return _read(found) if found else None


def part_alone(text: str, place: int) -> Part | None:
    """Return the first part of a day from ``place`` on, with or without a day before it."""
    found = _ALONE.search(text, place)
    return _read(found) if found else None


def _read(found: re.Match[str]) -> Part:
    at, to = found.span()
    if found["am"] or found["pm"]:
        return Part(at, to, NOON if found["pm"] else None, NOON if found["am"] else None)
    try:
        if found["bare"]:
            first, last = _of(found["bare"], None, _half(found, 3)), _time(found, 3)
        elif found["hour2"]:
            last = _time(found, 2, _half(found, 1))
            first = _time(found, 1, _half(found, 2) if found["ampm2"] or found["only2"] else None)
        else:
            point = _time(found, 1)
            return Part(at, to, point, minute_after(point), point=True)
    except NoTime as wrong:
        return Part(at, to, wrong=wrong)
    if last <= first:
        return Part(at, to, wrong=NoTime("结束早于开始", "it ends before it begins"))
    return Part(at, to, first, last)


def _half(found: re.Match[str], which: int) -> str | None:
    """Return the word for the half of the day that goes with a time."""
    meridiem = found[f"ampm{which}"] or found[f"only{which}"] or ""
    return found[f"part{which}"] or meridiem.replace(".", "").lower() or None


def _time(found: re.Match[str], which: int, other: str | None = None) -> time:
    """Return a time; where it says no half of the day it is in the ``other`` one's."""
    minutes = "30" if found[f"half{which}"] else found[f"minute{which}"]
    return _of(found[f"hour{which}"], minutes, _half(found, which) or other)


def _of(said: str, minutes: str | None, part: str | None) -> time:
    hour = int(said) if said.isdigit() else _number(said)
    if part is None and hour in _EITHER and not said.startswith("0"):
        raise NoTime(
            f"{hour}点是上午还是下午？写明上午、下午，或写{hour + _NOON}点",
            f"say whether {hour} is am or pm",
        )
    if (part in _AFTERNOONS and hour < _NOON) or (part == "中午" and hour in _EITHER):
        hour += _NOON
    elif part in {"凌晨", "am"} and hour == _NOON:
        hour = 0
    try:
        return time(hour, int(minutes or 0))
    except ValueError:
        raise NoTime("一天没有这个时间", "no such time of day") from None


def _number(said: str) -> int:
    """Return a number below a hundred in Chinese signs: 三, 十二, 二十."""
    tens, ten, ones = said.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
