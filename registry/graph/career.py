"""A person's whole career in one government: posts, portfolios by period, groups and pairs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from registry.graph.history import History
from registry.graph.mentions import persons_named
from registry.graph.organisation import Organisation
from registry.graph.quotes import Quote, quote
from registry.graph.spans import Span, spans
from registry.graph.tenure import Tenure, tenures
from registry.graph.timeline import undated
from registry.model.answers import Words
from registry.model.facts import Retired


class Share(Struct, frozen=True):
    """One thing of a portfolio: the tie (分管, 负责 …), an agency or an area, and its name."""

    relation: str
    kind: str
    name: str


class Seat(Struct, frozen=True):
    """A seat in a group, with the title written beside the name there."""

    group: str
    role: str
    title: str | None = None


class Pairing(Struct, frozen=True):
    """An AB pair: ``backup`` acts for ``holder``, and the other way round where it is mutual."""

    holder: str
    backup: str
    mutual: bool


class Gap(Struct, frozen=True):
    """What the notices do not tell, said."""

    code: str
    text: Words


class Career(Struct, frozen=True, kw_only=True):
    """All that the notices of ``government`` up to ``on`` say of ``person``."""

    person: str
    government: str
    on: date
    posts: tuple[Tenure, ...]
    portfolio: tuple[Span[Share], ...]
    groups: tuple[Span[Seat], ...]
    pairs: tuple[Span[Pairing], ...]
    retired: Quote | None
    gaps: tuple[Gap, ...]


def career(history: History, person: str, on: date) -> Career:
    """Return the career of ``person`` as far as it is known to ``on``."""
    posts = tuple(t for t in tenures(history.dated, history.government, on) if t.person == person)
    portfolio = spans(history, lambda org: _portfolio(org, person), on)
    retired = [
        quote(fact, document)
        for day, document, fact in history.dated
        if day <= on and isinstance(fact, Retired) and fact.person == person
    ]
    return Career(
        person=person,
        government=history.government,
        on=on,
        posts=posts,
        portfolio=portfolio,
        groups=spans(history, lambda org: _seats(org, person), on),
        pairs=spans(history, lambda org: _pairs(org, person), on),
        retired=retired[-1] if retired else None,
        gaps=tuple(_gaps(history, person, on, posts, portfolio)),
    )


def _portfolio(org: Organisation, person: str) -> Iterator[tuple[Share, Quote]]:
    for edge in org.held(person):
        share = Share(edge.relation, edge.target.kind, edge.target.name)
        yield share, quote(edge.fact, edge.document)


def _seats(org: Organisation, person: str) -> Iterator[tuple[Seat, Quote]]:
    for group in org.leading_groups:
        for member in group.members:
            if member.person == person:
                name = f"{group.name} · {member.subgroup}" if member.subgroup else group.name
                seat = Seat(name, member.role, member.title)
                yield seat, quote(member, group.document)
        for director in group.directors:
            if director.person == person:
                yield Seat(group.name, "办公室主任"), quote(director, group.document)


def _pairs(org: Organisation, person: str) -> Iterator[tuple[Pairing, Quote]]:
    for edge in org.pairs():
        a, b = edge.source.name, edge.target.name
        mutual = edge.relation == "ab_pair"
        if person in (a, b):
            holder, backup = (b, a) if mutual and person == b else (a, b)
            yield Pairing(holder, backup, mutual), quote(edge.fact, edge.document)


def _gaps(
    history: History,
    person: str,
    on: date,
    posts: tuple[Tenure, ...],
    portfolio: tuple[Span[Share], ...],
) -> Iterator[Gap]:
    for tenure in posts:
        if tenure.start is None:
            yield _gap(
                "opening_unknown",
                f"“{tenure.title}”何时任职，已知公文没有写",
                f"no notice known tells when {tenure.title} began",
            )
        elif tenure.stated:
            yield _gap(
                "stated_only",
                f"“{tenure.title}”只见于分工通知，任职公文未见",
                f"{tenure.title} is only stated by a division of labour;"
                " no notice known made the appointment",
            )
    if posts and not portfolio:
        yield _gap(
            "no_portfolio",
            "没有分工通知给过分工",
            "no division of labour known gives a share of the work",
        )
    ours = {d.doc: d for d in undated(history.facts, history.government)}
    named = persons_named(fact for fact in history.facts if fact.doc in ours)
    for doc in dict.fromkeys(m.fact.doc for m in named if m.name == person):
        yield _gap(
            "undated",
            f"“{doc}”没有写明年份，无法排入时间",
            f"{doc} bears no year, so what it says cannot be placed in time",
        )
    yield from _between(posts, on)
    if person in history.at(on).left and any(span.end is None for span in portfolio):
        yield _gap(
            "left_not_renewed",
            "已离任，分工通知尚未更新，由谁接手没有写",
            "has left office; the division of labour has not been renewed and names no successor",
        )


def _between(posts: tuple[Tenure, ...], on: date) -> Iterator[Gap]:
    """Say the times between posts in which none is known."""
    over = ""
    for tenure in posts:  # in the order in which they began
        start = tenure.start
        if start is None:
            continue
        if over and start > over:
            yield _gap(
                "between_posts",
                f"{over}至{start}之间没有已知职务",
                f"no post is known between {over} and {start}",
            )
        over = max(over, tenure.end or on.isoformat())


def _gap(code: str, zh: str, en: str) -> Gap:
    return Gap(code, Words(zh, en))
