"""What the blanks of the steps read, and how a step's sentence is matched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from pytest_bdd import parsers

from registry.features.words import FACTS, FLAGS, KINDS, NOBODY, STEPS
from registry.model.records import Step
from registry.service.periods import read_day

T = TypeVar("T")
Reader = Callable[[str], T]


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


@_pattern("上午|下午")
def half(text: str) -> str:
    """Read a half of a day."""
    return text


@_pattern(r"\d{2}:\d{2}")
def clock(text: str) -> str:
    """Read a time of day."""
    return text


@_pattern("|".join(FLAGS))
def flag(text: str) -> str:
    """Read a flag."""
    return FLAGS[text]


@_pattern(f"{NOBODY}|(?:{'|'.join(FLAGS)})(?:、(?:{'|'.join(FLAGS)}))*")
def flags(text: str) -> tuple[str, ...]:
    """Read flags joined by 、; 无 is none."""
    return () if text == NOBODY else tuple(FLAGS[word] for word in text.split("、"))


@_pattern("|".join(STEPS))
def step(text: str) -> Step:
    """Read a step of handing over."""
    return STEPS[text]


@_pattern("|".join(sorted(FACTS, key=len, reverse=True)))
def fact(text: str) -> str:
    """Read a kind of fact."""
    return FACTS[text]


TYPES = {
    "Day": day,
    "Names": names,
    "Kind": kind,
    "Half": half,
    "Clock": clock,
    "Flag": flag,
    "Flags": flags,
    "Step": step,
    "Fact": fact,
}
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
