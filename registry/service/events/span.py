"""From when to when something in an event lasts."""

from __future__ import annotations

from registry.model.answers import Words
from registry.model.events import Span
from registry.model.time import Lasting, Period
from registry.resolve.words import when_words


def span_of(what: Lasting, within: Period) -> Span:
    """Return when ``what`` lasts; without an end where it reaches that of ``within``."""
    if what.ends >= within.ends:
        return Span(start=what.start, start_time=what.start_time)
    return Span(start=what.start, start_time=what.start_time, end=what.end, end_time=what.end_time)


def said(span: Span) -> Words:
    """Say from when to when, or from when on."""
    if span.end is not None:
        return when_words(Period(span.start, span.end, span.start_time, span.end_time))
    first = when_words(Period(span.start, span.start, span.start_time))
    return Words(f"{first.zh}起", f"from {first.en}")
