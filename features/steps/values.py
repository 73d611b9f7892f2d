"""The words of the features and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from pytest_bdd import parsers

from registry.service.question import read_day

T = TypeVar("T")
Reader = Callable[[str], T]

NOBODY = "无"

KINDS = {"外出": "away", "在本市养病": "ill", "休假": "leave", "学习": "training"}
"""Kinds of absence."""

FLAGS = {
    "没有B角": "no_pair",
    "仅有联系": "liaison_only",
    "协调人也不在": "coordinator_away",
    "查不到协调人": "coordinator_unknown",
    "规则未说小组职务": "rule_silent_on_group_seats",
    "规则未说职务本身": "rule_silent_on_posts",
    "规则未说这种缺席": "trigger_not_covered",
    "未规定AB角都不在": "no_rule_for_both_away",
    "已离任": "left_office",
    "依法代理": "acting_by_statute",
    "主持工作": "temporary_charge",
}
"""Flags of a cover."""

FACTS = {
    "公文": "document",
    "职务": "post",
    "负责": "responsible",
    "协助负责": "assists",
    "兼管领域": "also_responsible",
    "分管": "supervises",
    "协助分管": "assists_supervising",
    "兼管单位": "also_supervises",
    "联系": "liaises",
    "协助联系": "assists_liaising",
    "不再分管": "released",
    "互为AB角": "ab_pair",
    "单向B角": "backup",
    "任职": "appointed",
    "兼任": "concurrently_appointed",
    "免职": "removed",
    "退休": "retired",
    "自然免除": "post_abolished",
    "小组": "group",
    "组成人员": "member",
    "成员单位": "member_org",
    "只写职务的席位": "member_role",
    "办公室": "office",
    "办公室主任": "office_director",
    "看不懂": "unparsed",
}
"""Kinds of fact."""

KEYS = {
    "文号": "number",
    "日期": "date",
    "发文机关": "issuer",
    "人": "person",
    "领域": "area",
    "单位": "org",
    "别名": "alias",
    "头衔": "title",
    "职务": "post",
    "附注": "terms",
    "A角": "a",
    "B角": "b",
    "小组": "group",
    "角色": "role",
    "说法": "description",
    "条款": "clause",
}
"""Keys of a fact, as column heads."""


def _pattern(regex: str) -> Callable[[Reader[T]], Reader[T]]:
    """Tell the library ``parse``, by the attribute it looks for, what a reader can read."""

    def mark(read: Reader[T]) -> Reader[T]:
        setattr(read, "pattern", regex)  # noqa: B010 - functions declare no such attribute
        return read

    return mark


@_pattern(r"\d{4}-\d{2}-\d{2}")
def day(text: str) -> date:
    """Read an ISO day."""
    return read_day(text)


@_pattern(r"[\w、]*")
def names(text: str) -> tuple[str, ...]:
    """Read names joined by 、; 无 is nobody."""
    return () if text == NOBODY else tuple(text.split("、"))


@_pattern("|".join(KINDS))
def kind(text: str) -> str:
    """Read a kind of absence."""
    return KINDS[text]


@_pattern("|".join(FLAGS))
def flag(text: str) -> str:
    """Read a flag."""
    return FLAGS[text]


@_pattern("|".join(sorted(FACTS, key=len, reverse=True)))
def fact(text: str) -> str:
    """Read a kind of fact."""
    return FACTS[text]


TYPES = {"Day": day, "Names": names, "Kind": kind, "Flag": flag, "Fact": fact}
"""What a step may ask for in its sentence, as ``{name:Type}``."""


def sentence(text: str) -> parsers.parse:
    """Return what matches a step's sentence and reads the values in its blanks."""
    return parsers.parse(text, extra_types=TYPES)


def said(people: Iterable[str | None]) -> str:
    """Write names the way the features do."""
    return "、".join(person for person in people if person) or NOBODY


def table(rows: list[list[str]]) -> list[dict[str, str]]:
    """Return the rows of a data table below its head, each by column."""
    head, *body = rows
    return [dict(zip(head, row, strict=True)) for row in body]
