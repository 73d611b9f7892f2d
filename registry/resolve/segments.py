"""A period cut into runs of days with one and the same answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import structs

from registry.model.answers import Segment
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.tables.rules import AnyRule, Rulebook

Spans = tuple[Absence | Approval | Decision | HandoverStep, ...]
"""What holds from a day to a day."""


def runs(
    start: date,
    end: date,
    changes: Iterable[date],
    spans: Spans,
    book: Rulebook | None,
) -> Iterator[tuple[date, date]]:
    """Yield first and last day of each run in which nothing that matters changes.

    The runs tile the days from ``start`` to ``end``, both included.
    """
    edges = {start, *changes}
    for first, last in [(s.start, s.end) for s in spans] + [
        (r.start, r.until or date.max) for r in _rules(book)
    ]:
        edges.add(first)
        if last < end:
            edges.add(last + timedelta(days=1))
    begins = sorted(day for day in edges if start <= day <= end)
    for first, following in zip(begins, [*begins[1:], None], strict=True):
        yield first, (following - timedelta(days=1) if following else end)


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
        if before and structs.replace(segment, start=before.start, end=before.end) == before:
            joined[-1] = structs.replace(before, end=segment.end)
        else:
            joined.append(segment)
    return tuple(joined)
