"""Who has each area and agency, before an entry and after it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from registry.graph.changes.shares import Names, in_charge, share_changes
from registry.graph.history import History
from registry.model.events import CoverChange, Span
from registry.model.time import Period

_Kind = Literal["area", "agency"]
_Change = tuple[tuple[str, ...], tuple[str, ...]]


def portfolio_changes(
    before: History, after: History, days: Period, aliases: Mapping[str, str]
) -> tuple[CoverChange, ...]:
    """Return the areas and agencies that others are in charge of than before, run by run.

    They stand by when it begins, then in the notices' order. Two names of one agency are no
    change.
    """
    if before.dated == after.dated:
        return ()
    changes = {*before.days, *after.days}
    edges = sorted({days.start, *(day for day in changes if days.start < day <= days.end)})
    open_: dict[tuple[_Kind, str], tuple[date, _Change]] = {}
    done: list[CoverChange] = []
    for day in edges:
        now = _changes(before, after, day, aliases)
        for key, (since, change) in tuple(open_.items()):
            if now.get(key) != change:
                del open_[key]
                done.append(_made(key, Span(start=since, end=day - timedelta(days=1)), change))
        for key, change in now.items():
            open_.setdefault(key, (day, change))
    done += [_made(key, Span(start=since), change) for key, (since, change) in open_.items()]
    return tuple(sorted(done, key=lambda change: change.when.start))


def _changes(
    before: History, after: History, day: date, aliases: Mapping[str, str]
) -> dict[tuple[_Kind, str], _Change]:
    had, has = before.at(day), after.at(day)
    found: dict[tuple[_Kind, str], _Change] = {}
    for change in share_changes(had, has, Names(had, has, aliases)):
        was, now = (
            tuple(dict.fromkeys(tie.who for tie in in_charge(ties)))
            for ties in (change.before, change.after)
        )
        if was != now and change.subject in ("area", "agency"):
            kind: _Kind = "agency" if change.subject == "agency" else "area"
            found[kind, change.name] = was, now
    return found


def _made(key: tuple[_Kind, str], when: Span, change: _Change) -> CoverChange:
    kind, name = key
    return CoverChange(kind=kind, name=name, when=when, before=change[0], after=change[1])
