"""Absences that begin or end within a day, and what an answer says of a moment."""

from __future__ import annotations

from datetime import date, datetime, time

from hypothesis import strategies as st
from msgspec import structs

from registry.model.answers import Answer, Segment
from registry.model.time import NOON, Period

times = st.sampled_from((None, None, time(9), NOON, time(16, 30)))


@st.composite
def parts(draw: st.DrawFn, start: date, end: date) -> Period:
    """Draw the days from ``start`` to ``end``, or such that begin or end within a day."""
    made = Period(start, end, draw(times), draw(times))
    return made if made.begins < made.ends else Period(start, end)


def at(found: Answer, moment: datetime) -> Segment:
    """Return what is said of a moment, as if said of its day."""
    (segment,) = [segment for segment in found.segments if segment.holds(moment)]
    day = moment.date()
    return structs.replace(segment, start=day, start_time=None, end=day, end_time=None)


def moments(*found: Answer) -> set[datetime]:
    """Return every moment at which one of the answers may say something else than before."""
    return {segment.begins for answer in found for segment in answer.segments}
