"""``/whatif``: absences put onto a week, and every answer that they would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.response import Redirect, Template
from msgspec import Struct, structs

from api.controllers.parameters import Away, Week
from api.pages.answer import TONES, typed_as
from api.pages.days import lasting, period
from api.pages.links import Link
from api.pages.parameters import Who, WhoFrom, WhoKind, WhoTo
from api.pages.quoted import Quoter, Step
from api.pages.visit import Visit
from api.pages.week import Gap, Head, gap_view, head, tone_of
from api.security.access import needs
from registry.charts.words import say
from registry.errors import UnknownName
from registry.exports.week.words import cell
from registry.model.access import Scope
from registry.model.records import Absence
from registry.model.time import Period
from registry.model.week import Row, Sheet
from registry.resolve.words import ABSENCES, STATUSES, absence_words
from registry.service.answers.week import week as make
from registry.service.periods import read_period
from registry.service.question import read_absences
from registry.service.registry import Registry
from registry.service.supposed.scenario import Away as Supposed
from registry.service.supposed.scenario import Scenario
from registry.service.supposed.whatif import Change, Standing, whatif


class Supposition(Struct, frozen=True, kw_only=True):
    """One absence supposed, and the address of the page without it."""

    typed: str
    person: Link
    said: str
    without: str


class DayCell(Struct, frozen=True, kw_only=True):
    """One leader on one day; ``changed`` says that it would be otherwise than it is."""

    iso: str
    text: tuple[Link, ...]
    tone: str
    changed: bool


class LeaderRow(Struct, frozen=True, kw_only=True):
    """One leader's week."""

    person: Link
    cells: tuple[DayCell, ...]


class Turn(Struct, frozen=True, kw_only=True):
    """How something stands: its status, and who acts; ``candidates`` where nobody does."""

    status: str
    tone: str
    acting: tuple[Link, ...]
    candidates: tuple[Link, ...]


class Turned(Struct, frozen=True, kw_only=True):
    """Subjects that would change alike, and on which days."""

    days: tuple[str, ...]
    subjects: tuple[Link, ...]
    before: Turn | None
    after: Turn | None
    because: tuple[Step, ...]


class WhatIfView(Struct, frozen=True, kw_only=True):
    """The page; ``changes`` is empty where nothing is supposed, or nothing would change."""

    government: str
    days: str
    monday: date
    sunday: date
    before: str
    after: str
    suppositions: tuple[Supposition, ...]
    heads: tuple[Head, ...]
    rows: tuple[LeaderRow, ...]
    gaps: tuple[Gap, ...]
    changes: tuple[Turned, ...]
    asked: int
    people: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]


def whatif_view(
    registry: Registry, visit: Visit, asked: Period, away: tuple[str, ...]
) -> WhatIfView:
    """Return the page of a week with the absences ``away`` put onto it; nothing is written."""
    history = registry.history(visit.government)
    quoter = Quoter(registry, history, visit)
    absences = read_absences(away, asked)
    without = _sheet(registry, asked, (), history.government)
    supposed = _sheet(registry, asked, absences, history.government)
    changes, subjects = _changes(registry, quoter, asked, absences)
    monday = asked.start
    return WhatIfView(
        government=history.government,
        days=period(asked.start, asked.end, visit.lang),
        monday=monday,
        sunday=asked.end,
        before=visit.here(week=(monday - timedelta(days=7)).isoformat()),
        after=visit.here(week=(monday + timedelta(days=7)).isoformat()),
        suppositions=tuple(_suppositions(absences, visit, monday)),
        heads=tuple(head(day, visit) for day in supposed.days) if supposed else (),
        rows=tuple(_rows(without, supposed, quoter)),
        gaps=tuple(gap_view(gap, quoter) for gap in supposed.gaps) if supposed else (),
        changes=changes,
        asked=subjects,
        people=tuple(row.person for row in supposed.rows) if supposed else (),
        kinds=tuple((kind, say(words, visit.lang)) for kind, words in ABSENCES.items()),
    )


def _sheet(
    registry: Registry, asked: Period, absences: tuple[Absence, ...], government: str
) -> Sheet | None:
    """Return the week's sheet, none where no division of labour is in force."""
    try:
        return make(registry, asked, absences, government=government)
    except UnknownName:
        if registry.history(government).at(asked.end).has_division:
            raise
        return None


def _suppositions(
    absences: tuple[Absence, ...], visit: Visit, monday: date
) -> Iterator[Supposition]:
    typed = [typed_as(absence) for absence in absences]
    for place, absence in enumerate(absences):
        others = [text for n, text in enumerate(typed) if n != place]
        kind = say(absence_words((absence.kind,)), visit.lang)
        yield Supposition(
            typed=typed[place],
            person=visit.links.person(absence.person),
            said=f"{lasting(absence, visit.lang)} · {kind}",
            without=visit.links.to("/whatif", week=monday.isoformat(), away=others),
        )


def _rows(without: Sheet | None, supposed: Sheet | None, quoter: Quoter) -> Iterator[LeaderRow]:
    if without is None or supposed is None:
        return
    lang = quoter.visit.lang
    was: dict[str, Row] = {row.person: row for row in without.rows}
    for row in supposed.rows:
        before = was.get(row.person)
        yield LeaderRow(
            person=quoter.visit.links.person(row.person),
            cells=tuple(
                DayCell(
                    iso=one.day.isoformat(),
                    text=quoter.sentence(cell(one, lang)),
                    tone=tone_of(one),
                    changed=before is None or before.cells[place] != one,
                )
                for place, one in enumerate(row.cells)
            ),
        )


def _changes(
    registry: Registry, quoter: Quoter, asked: Period, absences: tuple[Absence, ...]
) -> tuple[tuple[Turned, ...], int]:
    if not absences:
        return (), 0
    scenario = Scenario(
        start=asked.start,
        end=asked.end,
        absence=tuple(Supposed(person=a.person, kind=a.kind, when=a.notation) for a in absences),
    )
    found = whatif(registry, scenario, (), government=quoter.history.government)
    return tuple(_alike(found.changes, quoter)), found.asked


def _alike(changes: Iterable[Change], quoter: Quoter) -> Iterator[Turned]:
    """Put the subjects together that change alike, and the days on which these do."""
    together: dict[Turned, dict[str, Link]] = {}
    for change in changes:
        link = _subject(change, quoter)
        together.setdefault(_turned(change, quoter), {}).setdefault(link.text, link)
    days: dict[Turned, list[str]] = {}
    for one, subjects in together.items():
        timeless = structs.replace(one, days=(), subjects=tuple(subjects.values()))
        days.setdefault(timeless, []).extend(one.days)
    for one, on in days.items():
        yield structs.replace(one, days=tuple(on))


def _turned(change: Change, quoter: Quoter) -> Turned:
    because = change.because
    return Turned(
        days=(lasting(change, quoter.visit.lang),),
        subjects=(),
        before=_turn(change.before, quoter) if change.before else None,
        after=_turn(change.after, quoter) if change.after else None,
        because=quoter.steps([because]) if because is not None else (),
    )


def _subject(change: Change, quoter: Quoter) -> Link:
    name = change.subject.name
    if change.subject.kind == "agency":
        return quoter.agency(name)
    if change.subject.kind == "group":
        return quoter.group(name)
    return quoter.area(name)


def _turn(standing: Standing, quoter: Quoter) -> Turn:
    links = quoter.visit.links
    return Turn(
        status=say(STATUSES[standing.status], quoter.visit.lang),
        tone=TONES.get(standing.status, "gap"),
        acting=links.people(standing.acting),
        candidates=links.people(standing.candidates),
    )


class WhatIfPage(Controller):
    """Suppositions."""

    path = "/whatif"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get(sync_to_thread=True)
    def show(
        self,
        *,
        registry: NamedDependency[Registry],
        visit: NamedDependency[Visit],
        week: Week = None,
        away: Away = None,
        who: Who = None,
        who_from: WhoFrom = None,
        who_to: WhoTo = None,
        who_kind: WhoKind = None,
    ) -> Template | Redirect:
        """Show a week with absences put onto it."""
        if who:
            return Redirect(visit.supposing(who, who_from, who_to, who_kind), status_code=303)
        asked = read_period(visit.today, week=week or visit.today.isoformat())
        view = whatif_view(registry, visit, asked, tuple(away or ()))
        return visit.page("whatif.html", visit.phrases.whatif_nav, "whatif", view)
