"""``/``: this week, what is open first, then who is there on each day, and who covers what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.response import Template
from msgspec import Struct, structs

from api.controllers.parameters import Away, Week
from api.pages.days import lasting, month, period, short, week_days
from api.pages.links import Link, Value
from api.pages.portfolio import Shares, shares
from api.pages.quoted import Quoter, Step, outdated
from api.pages.start import start_page
from api.pages.visit import Visit
from api.security.access import needs
from registry.charts.words import say
from registry.errors import SeveralFit, UnknownName
from registry.exports.week.words import GAPS, cell, footnote, note, weekday
from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.model.access import Scope
from registry.model.answers import CalendarDay
from registry.model.records import Absence
from registry.model.time import Period
from registry.model.week import Cell, Presence, Row, WeekGap
from registry.service.answers.week import week as make
from registry.service.periods import read_period
from registry.service.question import read_absences
from registry.service.registry import Registry


class Head(Struct, frozen=True, kw_only=True):
    """One day at the head of the table."""

    weekday: str
    day: str
    iso: str
    note: str
    free: bool


class Run(Struct, frozen=True, kw_only=True):
    """Days on which a cell says the same: ``tone`` is ``present``, ``away``, ``acts`` or ``gap``."""

    length: int
    days: str
    tone: str
    text: tuple[Link, ...]


class Leader(Struct, frozen=True, kw_only=True):
    """One leader: the days of the week in runs, and what he covers."""

    person: Link
    titles: tuple[str, ...]
    runs: tuple[Run, ...]
    shares: tuple[Shares, ...]


class Gap(Struct, frozen=True, kw_only=True):
    """Something open on some days, with the clauses that leave it so."""

    days: str
    kind: str
    persons: tuple[Link, ...]
    text: tuple[Link, ...]
    coordinator: Link | None
    candidates: tuple[Link, ...]
    steps: tuple[Step, ...]


class Newest(Struct, frozen=True):
    """The month of the newest notices, and the week to see them in."""

    month: str
    href: str


class WeekView(Struct, frozen=True, kw_only=True):
    """The page; it has no ``heads`` where no division of labour is in force.

    ``now`` leads to this week, from any other.
    """

    government: str
    period: str
    monday: date
    before: str
    now: str
    after: str
    newest: Newest | None
    feed: str
    sheet: str
    supposed: tuple[Link, ...] = ()
    heads: tuple[Head, ...] = ()
    leaders: tuple[Leader, ...] = ()
    gaps: tuple[Gap, ...] = ()
    basis: tuple[Link, ...] = ()
    footnote: str = ""


def week_view(
    registry: Registry, visit: Visit, asked: Period, away: tuple[str, ...] = ()
) -> WeekView:
    """Return the page of the week ``asked``, as if those ``away`` were."""
    history = registry.history(visit.government)
    visit = visit.within(history.government, registry)
    lang, monday = visit.lang, asked.start
    frame = WeekView(
        government=history.government,
        period=period(asked.start, asked.end, lang),
        monday=monday,
        before=visit.links.to("/", week=(monday - timedelta(days=7)).isoformat()),
        now="" if monday <= visit.today <= asked.end else visit.links.to("/"),
        after=visit.links.to("/", week=(monday + timedelta(days=7)).isoformat()),
        newest=_newest(history, visit, asked),
        feed=visit.links.to("/v1/feeds/week.ics", on=monday.isoformat(), lang=lang),
        sheet=visit.links.to("/v1/charts/week.pdf", week=monday.isoformat(), lang=lang, away=away),
    )
    absences = read_absences(away, asked)
    try:
        sheet = make(registry, asked, absences, government=history.government)
    except UnknownName:
        if history.at(asked.end).has_division:
            raise
        return frame
    quoter = Quoter(registry, history, visit)
    along = {"week": sheet.start.isoformat(), "away": away}
    return structs.replace(
        frame,
        supposed=tuple(_supposed(absences, visit)),
        heads=tuple(head(day, visit) for day in sheet.days),
        leaders=tuple(_leader(row, quoter, history.at(sheet.end), along) for row in sheet.rows),
        gaps=tuple(gap_view(gap, quoter) for gap in sheet.gaps),
        basis=tuple(Link(doc, visit.links.notice(doc)) for doc in sheet.notices),
        footnote=footnote(sheet, lang),
    )


def _leader(
    row: Row, quoter: Quoter, organisation: Organisation, along: Mapping[str, Value]
) -> Leader:
    return Leader(
        person=quoter.visit.links.person(row.person),
        titles=row.titles,
        runs=tuple(_runs(row, quoter)),
        shares=shares(organisation, row.person, quoter, **along),
    )


def _newest(history: History, visit: Visit, asked: Period) -> Newest | None:
    """Return the week of the newest notice, where it is long past and not the one asked about."""
    last = outdated(history, asked.start)
    if last is None:
        return None
    return Newest(month(last, visit.lang), visit.links.to("/", week=last.isoformat()))


def _supposed(absences: tuple[Absence, ...], visit: Visit) -> Iterator[Link]:
    for absence in absences:
        days = week_days(absence.start, absence.end, visit.lang)
        yield Link(f"{absence.person} {days}", visit.links.person(absence.person).href)


def head(day: CalendarDay, visit: Visit) -> Head:
    """Return a day as it stands at the head of a table."""
    return Head(
        weekday=weekday(day.day, visit.lang),
        day=short(day.day, visit.lang),
        iso=day.day.isoformat(),
        note=note(day, visit.lang),
        free=not day.works,
    )


def _runs(row: Row, quoter: Quoter) -> Iterator[Run]:
    visit = quoter.visit

    def said(one: Cell) -> tuple[str, str]:
        return tone_of(one), cell(one, visit.lang)

    for (tone, text), cells in groupby(row.cells, key=said):
        days = [one.day for one in cells]
        all_week = len(days) == len(row.cells)
        yield Run(
            length=len(days),
            days=visit.phrases.all_week if all_week else week_days(days[0], days[-1], visit.lang),
            tone=tone,
            text=quoter.sentence(text),
        )


def tone_of(one: Cell) -> str:
    """Return how a cell is marked."""
    if one.gap is not None:
        return "gap"
    if one.acting_for:
        return "acts"
    if one.presence in (Presence.AWAY, Presence.LEFT):
        return "away"
    return "present"


def gap_view(gap: WeekGap, quoter: Quoter) -> Gap:
    """Return something open to be shown."""
    visit = quoter.visit
    return Gap(
        days=lasting(gap, visit.lang),
        kind=say(GAPS[gap.kind], visit.lang),
        persons=visit.links.people(gap.persons),
        text=quoter.say(gap.text),
        coordinator=visit.links.person(gap.coordinator) if gap.coordinator else None,
        candidates=visit.links.people(gap.candidates),
        steps=quoter.steps(gap.reasons),
    )


class WeekPage(Controller):
    """The start page."""

    path = "/"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get(sync_to_thread=True)
    def show(
        self,
        registry: NamedDependency[Registry],
        visit: NamedDependency[Visit],
        week: Week = None,
        away: Away = None,
    ) -> Template:
        """Show the week of a day, or this week; of several governments, which there are."""
        asked = read_period(visit.today, week=week or visit.today.isoformat())
        try:
            view = week_view(registry, visit, asked, tuple(away or ()))
        except SeveralFit:
            if visit.government is not None:
                raise
            return start_page(registry, visit, asked)
        visit = visit.within(view.government, registry)
        return visit.page("week.html", visit.phrases.week_title, "week", view)
