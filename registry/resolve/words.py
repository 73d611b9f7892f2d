"""How relations, absences and statuses are said in both languages."""

from __future__ import annotations

from datetime import time

from registry.graph.works import WorkKind
from registry.model.access import Unsaid
from registry.model.answers import Relation, Status, Words
from registry.model.time import NOON, Lasting, clock, minute_after

RELATIONS: dict[Relation, Words] = {
    Relation.SUPERVISES: Words("分管", "supervises"),
    Relation.RESPONSIBLE: Words("负责", "is responsible for"),
    Relation.ALSO_SUPERVISES: Words("兼管", "concurrently supervises"),
    Relation.ALSO_RESPONSIBLE: Words("兼管", "is concurrently responsible for"),
    Relation.LIAISES: Words("联系", "liaises with"),
    Relation.ASSISTS: Words("协助负责", "assists with"),
    Relation.ASSISTS_SUPERVISING: Words("协助分管", "assists in supervising"),
    Relation.ASSISTS_LIAISING: Words("协助联系", "assists in liaising with"),
    Relation.HEADS: Words("牵头", "heads"),
    Relation.PORTFOLIO: Words("分工", "holds the portfolio"),
    Relation.POST: Words("担任", "holds the post"),
}

STATUSES: dict[Status, Words] = {
    Status.IN_CHARGE: Words("在岗负责", "in charge"),
    Status.ACTING: Words("代行", "acting"),
    Status.COORDINATION_REQUIRED: Words("待协调", "coordination required"),
    Status.ASSIGNED: Words("已指定", "assigned"),
    Status.UNSPECIFIED: Words("未作规定", "not specified"),
    Status.UNASSIGNED: Words("无人负责", "unassigned"),
    Status.SHARED: Words("共同负责", "shared"),
    Status.AMBIGUOUS: Words("指代不明", "ambiguous"),
    Status.UNKNOWN: Words("无从得知", "unknown"),
}

WORKS: dict[WorkKind, Words] = {
    "task": Words("任务", "task"),
    "duty": Words("职责", "duty"),
    "indicator": Words("指标", "indicator"),
}

ABSENCES: dict[str, Words] = {
    "away": Words("不在当地", "away"),
    "ill": Words("因病", "ill"),
    "leave": Words("休假", "on leave"),
    "training": Words("学习", "on a course"),
    "travel": Words("出差", "on a work trip"),
    "meeting": Words("开会", "in a meeting"),
    "reception": Words("接待", "receiving guests"),
    "overload": Words("工作繁忙", "overloaded"),
    "clash": Words("工作冲突", "wanted in two places at once"),
}
"""Kinds of absence; another kind is said as it was recorded."""

_UNSAID = Words("事由不公开", "why is not public")

_MORNING = ("上午", "morning")
_AFTERNOON = ("下午", "afternoon")


def absence_words(kinds: tuple[str, ...]) -> Words:
    """Return how ``kinds`` of absence are said together."""
    if any(isinstance(kind, Unsaid) for kind in kinds):
        return _UNSAID
    said = [ABSENCES.get(kind, Words(kind, kind)) for kind in kinds]
    return Words("、".join(w.zh for w in said), " or ".join(w.en for w in said))


def when_words(what: Lasting) -> Words:
    """Return from when to when something lasts, halves of days by their names.

    >>> from datetime import date
    >>> from registry.model.time import Period
    >>> day = date(2019, 9, 3)
    >>> when_words(Period(day, day, NOON)).zh, when_words(Period(day, day, None, NOON)).en
    ('2019-09-03 下午', '2019-09-03 morning')
    """
    if what.start == what.end:
        part = part_of_day(what.start_time, what.end_time)
        return Words(f"{what.start} {part.zh}".strip(), f"{what.start} {part.en}".strip())
    first, last = _half(what.start_time, *_AFTERNOON), _half(what.end_time, *_MORNING)
    return Words(
        f"{what.start}{first.zh} … {what.end}{last.zh}",
        f"{what.start}{first.en} … {what.end}{last.en}",
    )


def part_of_day(begins: time | None, ends: time | None) -> Words:
    """Return a part of a day in words; empty for all of it."""
    if begins is not None and ends is not None:
        one_minute = minute_after(begins) == ends
        hours = clock(begins) if one_minute else f"{clock(begins)}–{clock(ends)}"
        return Words(hours, hours)
    if begins is not None:
        since = clock(begins)
        return Words(*_AFTERNOON) if begins == NOON else Words(f"{since}起", f"from {since}")
    if ends is not None:
        until = clock(ends)
        return Words(*_MORNING) if ends == NOON else Words(f"{until}前", f"until {until}")
    return Words("", "")


def _half(at: time | None, zh: str, en: str) -> Words:
    if at is None:
        return Words("", "")
    return Words(f" {zh}", f" {en}") if at == NOON else Words(f" {clock(at)}", f" {clock(at)}")
