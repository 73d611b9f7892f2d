"""``/absences``: who is away, in a month's calendar, for those who may know it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated, NamedTuple

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.response import Template
from msgspec import Struct

from api.pages.days import lasting, month
from api.pages.links import Link
from api.pages.visit import Visit
from api.security.access import needs
from registry.charts.words import say
from registry.exports.week.words import WEEKDAYS, note
from registry.graph.history import History
from registry.model.access import Scope
from registry.model.answers import CalendarDay
from registry.model.journal import AbsenceRecorded
from registry.model.records import Absence
from registry.resolve.names import people_ever
from registry.resolve.words import ABSENCES, absence_words
from registry.service.calendar import calendar
from registry.service.periods import read_first
from registry.service.recording.standing import listed
from registry.service.registry import Registry

Month = Annotated[str | None, QueryParameter(name="month", max_length=10)]


class Away(Struct, frozen=True, kw_only=True):
    """Somebody away on a day."""

    person: Link
    kind: str


class Day(Struct, frozen=True, kw_only=True):
    """One day of the calendar."""

    number: int
    iso: str
    inside: bool
    today: bool
    free: bool
    note: str
    away: tuple[Away, ...]


class Noted(NamedTuple):
    """An absence that stands: its entry's number, who entered it, and why, or nothing."""

    number: int
    by: str
    absence: Absence
    reason: str


class Recorded(Struct, frozen=True, kw_only=True):
    """An absence that stands, with the number of its entry; ``reason`` for who may know it."""

    number: int
    person: Link
    days: str
    kind: str
    reason: str
    by: str


class AbsencesView(Struct, frozen=True, kw_only=True):
    """The page; without ``sees`` the calendar shows nobody and nothing is listed."""

    government: str
    month: str
    before: str
    after: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Day, ...], ...]
    recorded: tuple[Recorded, ...]
    sees: bool
    records: bool
    keys: bool
    people: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    first: date
    own: str


def absences_view(registry: Registry, visit: Visit, on: date) -> AbsencesView:
    """Return the page of the month of ``on``."""
    history = registry.history(visit.government)
    first, last = on.replace(day=1), on.replace(day=monthrange(on.year, on.month)[1])
    records = visit.records
    sees = visit.may(Scope.RECORD) or visit.may(Scope.ABSENCES)
    noted = tuple(standing(registry, visit, history.government)) if sees else ()
    links = visit.links
    return AbsencesView(
        government=history.government,
        month=month(on, visit.lang),
        before=links.to("/absences", month=(first - timedelta(days=1)).isoformat()[:7]),
        after=links.to("/absences", month=(last + timedelta(days=1)).isoformat()[:7]),
        weekdays=tuple(say(words, visit.lang) for words in WEEKDAYS),
        weeks=tuple(_weeks(first, last, noted, visit)),
        recorded=tuple(_recorded(one, visit) for one in noted if one.absence.end >= first),
        sees=sees,
        records=records,
        keys=visit.keys,
        people=people(history, visit.today),
        kinds=tuple((kind, say(words, visit.lang)) for kind, words in ABSENCES.items()),
        first=first,
        own=visit.own_address,
    )


def people(history: History, today: date) -> tuple[str, ...]:
    """Return whom an absence may be of, those who lead today first."""
    return tuple(dict.fromkeys((*history.at(today).leaders(), *people_ever(history))))


def standing(registry: Registry, visit: Visit, government: str) -> Iterator[Noted]:
    """Yield the absences that stand, by their days; reasons for who may know them."""
    entries = listed(
        registry.entries(government=government),
        (AbsenceRecorded,),
        government=government,
        tells_why=visit.may(Scope.ABSENCES),
    )
    found = [
        Noted(entry.number, entry.by, entry.record.absence, entry.record.reason or "")
        for entry in entries
        if isinstance(entry.record, AbsenceRecorded)
    ]
    yield from sorted(found, key=lambda one: (one.absence.start, one.number))


def _weeks(
    first: date, last: date, away: Sequence[Noted], visit: Visit
) -> Iterator[tuple[Day, ...]]:
    start = first - timedelta(days=first.weekday())
    end = last + timedelta(days=6 - last.weekday())
    days = [_day(day, first, away, visit) for day in calendar(start, end)]
    for place in range(0, len(days), 7):
        yield tuple(days[place : place + 7])


def _day(day: CalendarDay, first: date, away: Sequence[Noted], visit: Visit) -> Day:
    return Day(
        number=day.day.day,
        iso=day.day.isoformat(),
        inside=day.day.month == first.month,
        today=day.day == visit.today,
        free=not day.works,
        note=note(day, visit.lang),
        away=tuple(
            Away(person=visit.links.person(one.absence.person), kind=_kind(one.absence, visit))
            for one in away
            if one.absence.covers(day.day)
        ),
    )


def _kind(absence: Absence, visit: Visit) -> str:
    return say(absence_words((absence.kind,)), visit.lang)


def _recorded(one: Noted, visit: Visit) -> Recorded:
    return Recorded(
        number=one.number,
        person=visit.links.person(one.absence.person),
        days=lasting(one.absence, visit.lang),
        kind=_kind(one.absence, visit),
        reason=one.reason,
        by=one.by,
    )


class AbsencesPage(Controller):
    """Absences."""

    path = "/absences"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get(sync_to_thread=True)
    def show(
        self,
        registry: NamedDependency[Registry],
        visit: NamedDependency[Visit],
        month: Month = None,
    ) -> Template:
        """Show a month."""
        on = read_first(month) if month else visit.today
        view = absences_view(registry, visit, on)
        return visit.page("absences.html", visit.phrases.absences_nav, "absences", view)
