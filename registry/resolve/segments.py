"""A period cut into runs of days, or parts of days, with one and the same answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import structs

from registry.model.answers import Segment
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.model.time import Period, beginning, ending
from registry.tables.rules import AnyRule, Rulebook

Spans = tuple[Absence | Approval | Decision | HandoverStep, ...]
"""What holds from a day to a day."""


def runs(
    period: Period,
    changes: Iterable[date],
    spans: Spans,
    book: Rulebook | None,
) -> Iterator[Period]:
    """Yield each run of days, or parts of days, in which nothing that matters changes.

    The runs tile the period. ``changes`` are days on which something else begins to hold.
    """
    days = period.start, period.end
    edges = {period.begins, *(beginning(day) for day in changes if days[0] <= day <= days[1])}
    for span in spans:
        edges |= {span.begins, span.ends}
    for rule in _rules(book):
        if days[0] <= rule.start <= days[1]:
            edges.add(beginning(rule.start))
        if rule.until is not None and days[0] <= rule.until <= days[1]:
            edges.add(ending(rule.until))
    begins = sorted(at for at in edges if period.begins <= at < period.ends)
    for first, following in pairwise([*begins, period.ends]):
        yield Period.between(first, following)


def _rules(book: Rulebook | None) -> Iterator[AnyRule]:
    if book is not None:
        yield from book.rules
        for law in book.laws:
            yield from law.rules


def merged(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Join neighbours that say the same in every word."""
    joined: list[Segment] = []
    for segment in segments:
        before = joined[-1] if joined else None
        if before and _at(segment, before) == before:
            joined[-1] = structs.replace(before, end=segment.end, end_time=segment.end_time)
        else:
            joined.append(segment)
    return tuple(joined)


def _at(segment: Segment, other: Segment) -> Segment:
    """Return ``segment`` with the days and times of ``other``."""
    return structs.replace(
        segment,
        start=other.start,
        start_time=other.start_time,
        end=other.end,
        end_time=other.end_time,
    )
