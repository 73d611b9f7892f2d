"""What holds from one day to another, with the clauses that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct

from api.pages.days import plain
from api.pages.links import Link
from api.pages.quoted import Quoted, Quoter
from registry.graph.quotes import Quote
from registry.graph.spans import Key, Span

Shown = TypeVar("Shown")


class Held(Struct, frozen=True, kw_only=True):
    """Things with one label, one time and the same clauses; ``over`` says that they are past."""

    label: str
    items: tuple[Link, ...]
    time: str
    over: bool
    quotes: tuple[Quoted, ...]


def quotes(found: Iterable[Quote], quoter: Quoter) -> tuple[Quoted, ...]:
    """Return clauses to be shown."""
    return tuple(quoter.quoted(quote.clause, quote.doc, quote.date) for quote in found)


def held(
    spans: Iterable[Span[Key]], show: Callable[[Key], tuple[str, Link]], quoter: Quoter
) -> tuple[Held, ...]:
    """Put spans together that have one label, one time and the same clauses.

    ``show`` returns the label of what holds, and its name as a link.
    """
    together: dict[object, tuple[Span[Key], str, dict[str, Link]]] = {}
    for span in spans:
        label, link = show(span.what)
        key = (label, span.start, span.end, span.quotes)
        together.setdefault(key, (span, label, {}))[2].setdefault(link.text, link)
    return tuple(
        Held(
            label=label,
            items=tuple(links.values()),
            time=time(span, quoter),
            over=span.end is not None,
            quotes=quotes(span.quotes, quoter),
        )
        for span, label, links in together.values()
    )


def time(span: Span[Key], quoter: Quoter) -> str:
    """Return from when to when, as far as is known."""
    phrases, lang = quoter.visit.phrases, quoter.visit.lang
    start = plain(span.start, lang)
    if span.end is None:
        return phrases.since_day.format(day=start)
    return phrases.from_until.format(first=start, last=plain(span.end, lang))
