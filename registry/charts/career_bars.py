"""What a career is drawn of: a bar for each post, share of the work, seat and pair."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from registry.charts.account import tie_words
from registry.charts.look import Look, Topic
from registry.charts.rows import Item
from registry.charts.words import FRAME, say
from registry.graph.career import Career
from registry.graph.quotes import Quote


class Bar(Struct, frozen=True, kw_only=True):
    """One thing held: in which section, its words, from when to when, and the clauses.

    Days are as written; without a start only the end is known, without an end it still holds.
    """

    section: str
    heading: str
    items: tuple[Item, ...]
    start: str | None
    end: str | None
    quotes: tuple[Quote, ...]


def bars_of(found: Career, look: Look) -> tuple[Bar, ...]:
    """Return the bars of a career; things of one tie held for the same time share one."""
    return (
        *_posts(found, look),
        *_portfolio(found, look),
        *_groups(found, look),
        *_pairs(found, look),
    )


def _posts(found: Career, look: Look) -> Iterator[Bar]:
    for tenure in found.posts:
        quotes = tuple(said for said in (tenure.opened, tenure.closed) if said)
        yield Bar(
            section="posts",
            heading=say(FRAME.posts, look.lang),
            items=(Item(tenure.title),),
            start=tenure.start,
            end=tenure.end,
            quotes=quotes,
        )


def _portfolio(found: Career, look: Look) -> Iterator[Bar]:
    joined: dict[tuple[str, date, date | None], list[tuple[Item, tuple[Quote, ...]]]] = {}
    for span in found.portfolio:
        topic: Topic = "agencies" if span.what.kind == "agency" else "areas"
        item = Item(span.what.name, look.link(topic, span.what.name))
        key = (span.what.relation, span.start, span.end)
        joined.setdefault(key, []).append((item, span.quotes))
    for (relation, start, end), own in joined.items():
        yield Bar(
            section="portfolio",
            heading=tie_words(relation, look.lang),
            items=tuple(dict.fromkeys(item for item, _ in own)),
            start=start.isoformat(),
            end=end.isoformat() if end else None,
            quotes=tuple(dict.fromkeys(said for _, quotes in own for said in quotes)),
        )


def _groups(found: Career, look: Look) -> Iterator[Bar]:
    for span in found.groups:
        name = span.what.group
        link = look.link("groups", name.split(" · ")[0])
        yield Bar(
            section="groups",
            heading=span.what.role,
            items=(Item(name, link),),
            start=span.start.isoformat(),
            end=span.end.isoformat() if span.end else None,
            quotes=span.quotes,
        )


def _pairs(found: Career, look: Look) -> Iterator[Bar]:
    for span in found.pairs:
        pair = span.what
        other = pair.backup if pair.holder == found.person else pair.holder
        yield Bar(
            section="pairs",
            heading=say(FRAME.pair, look.lang),
            items=(
                Item(
                    f"{pair.holder} {'↔' if pair.mutual else '→'} {pair.backup}",
                    look.link("people", other),
                ),
            ),
            start=span.start.isoformat(),
            end=span.end.isoformat() if span.end else None,
            quotes=span.quotes,
        )
