"""The events of one entry: a pure function of what was known before it and after it.

Looked at are the days from that of the entry on, a year of them: what is recorded for a day
further ahead is not reported again when that day comes near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from registry.checks import CHECKS, Case
from registry.checks.absence import both_away
from registry.graph.governments import bodies_of
from registry.model.answers import Words
from registry.model.events import (
    AnyEvent,
    BothAway,
    CoverChange,
    CoverChanged,
    GapFound,
    NoticeLoaded,
    SeatDue,
)
from registry.model.facts import Document
from registry.model.findings import FindingKind
from registry.model.journal import Entry, NoticeIngested
from registry.model.time import Period
from registry.resolve.reasons import listed
from registry.resolve.words import STATUSES
from registry.service.events.acting import Turn, turns
from registry.service.events.shares import portfolio_changes
from registry.service.events.span import said, span_of
from registry.service.registry import Registry

DAYS = 366
_ZONE = ZoneInfo("Asia/Shanghai")
_NAMED = 3

_Made = tuple[Callable[..., AnyEvent], Words, dict[str, Any]]
"""An event but for what all events have."""


def events_of(
    entry: Entry, governments: Iterable[tuple[str, Registry, Registry]]
) -> tuple[AnyEvent, ...]:
    """Return the events of an entry.

    Args:
        entry: the entry.
        governments: those on which it bears, in their order, each as known before the entry
            and as known by it.
    """
    start = entry.at.astimezone(_ZONE).date()
    days = Period(start, start + timedelta(days=DAYS - 1))
    made = [
        (government, one)
        for government, before, after in governments
        for one in _events(entry, government, before, after, days)
    ]
    return tuple(
        kind(
            id=f"{entry.number}-{place}",
            timestamp=entry.at,
            government=government,
            text=text,
            **values,
        )
        for place, (government, (kind, text, values)) in enumerate(made, 1)
    )


def _events(
    entry: Entry, government: str, before: Registry, after: Registry, days: Period
) -> Iterator[_Made]:
    yield from _notices(entry, government)
    if not government:
        return  # a notice whose issuer is not known changes nothing
    found = turns(government, before, after, days)
    changes = (
        *portfolio_changes(
            before.history_of(government),
            after.history_of(government),
            days,
            after.glossary.aliases,
        ),
        *(_change(turn, days) for turn in found if turn.changed),
    )
    if changes:
        yield CoverChanged, _cover_words(changes), {"changes": changes}
    yield from (_gap(turn, days) for turn in found if turn.opened)
    yield from _both_away(government, before, after, days)
    yield from _seats(government, before, after, days)


def _notices(entry: Entry, government: str) -> Iterator[_Made]:
    if not isinstance(entry.record, NoticeIngested):
        return
    for fact in entry.record.facts:
        if not isinstance(fact, Document):
            continue
        bodies = bodies_of(fact)
        if government in bodies or not (government or bodies):
            values = {
                "doc": fact.doc,
                "number": fact.number,
                "title": fact.title,
                "date": fact.date,
                "kind": fact.kind,
            }
            yield NoticeLoaded, Words(f"收录{fact.title}", f"{fact.title} was read in"), values


def _change(turn: Turn, days: Period) -> CoverChange:
    return CoverChange(
        kind="leader",
        name=turn.leader,
        when=span_of(turn.when, days),
        before=turn.was,
        after=turn.acts,
    )


def _cover_words(changes: tuple[CoverChange, ...]) -> Words:
    """Say the first few changes."""
    zh, en = [], []
    for change in changes[:_NAMED]:
        when, who = said(change.when), change.after
        of = "的工作" if change.kind == "leader" else ""
        by = f"由{listed(who)}" if who else "无人"
        zh.append(f"{when.zh}，{change.name}{of}{by}负责")
        en.append(f"{when.en}: {', '.join(who) or 'nobody'} for {change.name}")
    more = len(changes) - _NAMED
    zh_more, en_more = (f"；另有{more}项", f"; and {more} more") if more > 0 else ("", "")
    return Words("；".join(zh) + zh_more, "; ".join(en) + en_more)


def _gap(turn: Turn, days: Period) -> _Made:
    span = span_of(turn.when, days)
    when, status = said(span), STATUSES[turn.after.status]
    values = {
        "holder": turn.leader,
        "when": span,
        "status": turn.after.status,
        "coordinator": turn.after.coordinator,
        "candidates": turn.after.candidates,
    }
    text = Words(
        f"{when.zh}，无人代行{turn.leader}的工作（{status.zh}）",
        f"{when.en}: nobody is named to act for {turn.leader} ({status.en})",
    )
    return GapFound, text, values


def _both_away(government: str, before: Registry, after: Registry, days: Period) -> Iterator[_Made]:
    had, has = (_pairs_away(registry, government, days) for registry in (before, after))
    for a, b, both in has:
        if (a, b, both) in had:
            continue
        span = span_of(both, days)
        when = said(span)
        text = Words(f"{when.zh}，{a}和B角{b}都不在", f"{when.en}: {a} and the backup {b} are away")
        yield BothAway, text, {"a": a, "b": b, "when": span}


def _pairs_away(
    registry: Registry, government: str, days: Period
) -> tuple[tuple[str, str, Period], ...]:
    away = [a for a in registry.on_record(government).absences if a.within(days) is not None]
    found = (
        (edge.source.name, edge.target.name, both.within(days))
        for edge, both in both_away(registry.history_of(government), away)
    )
    return tuple(dict.fromkeys((a, b, both) for a, b, both in found if both is not None))


def _seats(government: str, before: Registry, after: Registry, days: Period) -> Iterator[_Made]:
    had, has = (_seats_due(registry, government, days) for registry in (before, after))
    for (group, person), text in has.items():
        if (group, person) not in had:
            yield SeatDue, text, {"group": group, "person": person}


def _seats_due(registry: Registry, government: str, days: Period) -> dict[tuple[str, str], Words]:
    case = Case(
        history=registry.history_of(government),
        given=registry.facts_of(government),
        on=days.end,
        rulebook=registry.rules(government),
        aliases=registry.glossary.aliases,
    )
    found = CHECKS[FindingKind.SEAT_DUE](case)
    return {(finding.names[0], finding.names[1]): finding.message for finding in found}
