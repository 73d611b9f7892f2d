"""What a feed tells of its days by one state of knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import groupby

from registry.exports.feeds.event import Occasion, occasion
from registry.exports.feeds.words import Lang, account, acts_for, covered, held_by
from registry.graph.history import History
from registry.model.answers import Cover, Segment, Status
from registry.model.facts import Document
from registry.model.time import Period
from registry.service.feeds.asking import Asking, Known

_SILENT = (Status.UNKNOWN, Status.AMBIGUOUS)
_DAY = timedelta(days=1)


def acting_days(asking: Asking, known: Known, who: str, lang: Lang) -> tuple[Occasion, ...]:
    """Return an event for each run of days, or hours, in which ``who`` acts for another."""
    notices = _notices(known.history)
    return tuple(
        occasion(
            ("acting", asking.government, who, holder),
            when,
            acts_for(holder, lang),
            own.status.value,
            description=account(own.status, own.reasons, notices, lang),
        )
        for holder in _leaders(known.history, asking.days)
        for spell in _spells(known, holder)
        for when, own in _shares(asking.ask(known, holder, spell), holder)
        if own.acting == who != holder
    )


def covers(asking: Asking, known: Known, subject: str, lang: Lang) -> tuple[Occasion, ...]:
    """Return who is in charge from which day on, and each time that he does not act himself."""
    notices = _notices(known.history)
    made: list[Occasion] = []
    holders: dict[str, None] = {}
    for when, segment in _standing(asking.standing(known, subject)):
        if segment.status in _SILENT or when.ends <= asking.days.begins:
            continue
        holders |= dict.fromkeys(cover.holder for cover in segment.covers)
        reasons = [r for cover in segment.covers for r in cover.reasons] or segment.reasons
        made.append(
            occasion(
                ("cover", asking.government, subject),
                Period(when.start, when.start),  # it goes on, who knows how long
                held_by(subject, segment, lang),
                segment.status.value,
                description=account(segment.status, reasons, notices, lang),
            )
        )
    made += [
        occasion(
            ("cover", asking.government, subject, holder),
            when,
            covered(subject, own, lang),
            own.status.value,
            description=account(own.status, own.reasons, notices, lang),
        )
        for holder in holders
        for spell in _spells(known, holder)
        for when, own in _shares(asking.ask(known, subject, spell), holder)
        if own.acting != holder
    ]
    return tuple(made)


def _leaders(history: History, days: Period) -> tuple[str, ...]:
    first = history.at(days.start)
    during = [state for state in history.states() if days.start < state.on <= days.end]
    return tuple(dict.fromkeys(who for org in (first, *during) for who in org.leaders()))


def _spells(known: Known, holder: str) -> Iterator[Period]:
    """Yield the runs of days, whole ones, of absences of ``holder`` and of decisions about him.

    A decision counts by itself where he is not absent but has left office.
    """
    absent = [
        (absence.start, absence.end) for absence in known.absences if absence.person == holder
    ]
    decided = [(made.start, made.end) for made in known.decisions if made.holder == holder]
    own = sorted(absent + decided)
    open_: Period | None = None
    for start, end in own:
        if open_ is not None and start <= open_.end + _DAY:
            open_ = Period(open_.start, max(open_.end, end))
            continue
        if open_ is not None:
            yield open_
        open_ = Period(start, end)
    if open_ is not None:
        yield open_


def _shares(segments: Iterable[Segment], holder: str) -> Iterator[tuple[Period, Cover]]:
    """Yield each run of one outcome in the share of ``holder``, and what it comes to."""
    owned = [
        (segment, cover)
        for segment in segments
        for cover in segment.covers
        if cover.holder == holder
    ]
    for _, run in groupby(owned, key=lambda one: (one[1].status, one[1].acting)):
        every = list(run)
        yield Period.between(every[0][0].begins, every[-1][0].ends), every[0][1]


def _standing(segments: Iterable[Segment]) -> Iterator[tuple[Period, Segment]]:
    """Yield each run with the same people in charge in the same way."""

    def outcome(segment: Segment) -> tuple[object, ...]:
        return segment.status, tuple((c.holder, c.relation, c.acting) for c in segment.covers)

    for _, run in groupby(segments, key=outcome):
        every = list(run)
        yield Period.between(every[0].begins, every[-1].ends), every[0]


def _notices(history: History) -> dict[str, Document]:
    return history.memory.once(
        "notices", lambda: {document.doc: document for _, document, _ in history.dated}
    )
