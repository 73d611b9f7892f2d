"""A period cut into runs of days, or parts of days, with one and the same answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, pairwise

from msgspec import structs

from registry.model.answers import Segment
from registry.model.records import OnRecord
from registry.model.time import Lasting, Period, beginning


def runs(period: Period, changes: Iterable[date], recorded: OnRecord) -> Iterator[Period]:
    """Yield each run of days, or parts of days, in which nothing that matters changes.

    The runs tile the period. ``changes`` are days on which something else begins to hold.
    """
    edges = {beginning(day) for day in changes if period.start < day <= period.end}
    for span in chain.from_iterable(recorded):
        if not (span.whole and span.start <= period.start and period.end <= span.end):
            edges |= {span.begins, span.ends}
    if not edges and period.whole:
        yield period
        return
    begins = sorted(at for at in edges if period.begins < at < period.ends)
    for first, following in pairwise([period.begins, *begins, period.ends]):
        yield Period.between(first, following)


def merged(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Join neighbours that say the same in every word."""
    if len(segments) == 1:
        return tuple(segments)
    joined: list[Segment] = []
    for segment in segments:
        before = joined[-1] if joined else None
        if before and lasting(segment, before) == before:
            joined[-1] = structs.replace(before, end=segment.end, end_time=segment.end_time)
        else:
            joined.append(segment)
    return tuple(joined)


def lasting(segment: Segment, when: Lasting) -> Segment:
    """Return ``segment`` with the days and times of ``when``."""
    return structs.replace(
        segment,
        start=when.start,
        start_time=when.start_time,
        end=when.end,
        end_time=when.end_time,
    )
