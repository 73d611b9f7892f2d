"""``/governments``: whose notices are known, what is open there this week, and a search in all.

Where several are known and none is chosen it is the first page too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.response import Redirect, Template
from msgspec import Struct
from msgspec.structs import replace

from api.controllers.parameters import LONGEST
from api.pages.days import lasting, period, written
from api.pages.links import Link
from api.pages.visit import Visit
from api.security.access import needs
from registry.charts.words import say
from registry.errors import UnknownName
from registry.exports.week.words import GAPS
from registry.model.access import Scope
from registry.model.facts import Document
from registry.model.time import Period
from registry.model.week import WeekGap
from registry.service.answers.week import week
from registry.service.periods import read_period
from registry.service.registry import MOST, Registry

NAMES = 300
"""Governments named on one page; part of a name finds the others."""
SHOWN = 3
"""Gaps of one government told here; its own page tells all."""

Named = Annotated[str | None, QueryParameter(name="name", max_length=LONGEST)]
Part = Annotated[str | None, QueryParameter(name="part", max_length=LONGEST)]


class Open(Struct, frozen=True, kw_only=True):
    """Something open at a government this week."""

    kind: str
    persons: str
    days: str


class Known(Struct, frozen=True, kw_only=True):
    """A government: how many lead it and how many notices are known, the newest, what is open.

    ``leaders`` is 0 where no division of labour is in force this week.
    """

    name: Link
    leaders: int
    notices: int
    newest: Link | None
    date: str
    gaps: tuple[Open, ...]
    more: int


class StartView(Struct, frozen=True, kw_only=True):
    """The page: governments with what is known of each, or where these are many their names.

    ``left`` counts those that are not named; ``part`` is what all have in their names.
    """

    period: str
    part: str
    total: int
    governments: tuple[Known, ...]
    names: tuple[Link, ...]
    left: int


def start_view(registry: Registry, visit: Visit, asked: Period, part: str = "") -> StartView:
    """Return the page on the governments with ``part`` in their names, gaps of a week first."""
    known = registry.governments()
    found = sorted(name for name in known if part in name)
    few = len(found) <= MOST
    told = [_known(registry, visit, name, asked) for name in found] if few else []
    return StartView(
        period=period(asked.start, asked.end, visit.lang),
        part=part,
        total=len(known),
        governments=tuple(sorted(told, key=lambda one: not one.gaps)),
        names=() if few else tuple(_name(visit, name) for name in found[:NAMES]),
        left=0 if few else max(0, len(found) - NAMES),
    )


def _name(visit: Visit, government: str) -> Link:
    return Link(government, replace(visit, chosen=government).links.to("/"))


def _known(registry: Registry, visit: Visit, name: str, asked: Period) -> Known:
    history = registry.history_of(name)
    documents = {document.doc: document for _, document, _ in history.dated}
    newest = next(reversed(documents.values()), None)
    try:
        sheet = week(registry, asked, government=name)
    except UnknownName:  # no division of labour is in force
        sheet = None
    gaps = sheet.gaps if sheet is not None else ()
    return Known(
        name=_name(visit, name),
        leaders=len(sheet.rows) if sheet is not None else 0,
        notices=len(documents),
        newest=_notice(visit, name, newest) if newest is not None else None,
        date=written(newest.date, visit.lang) if newest is not None else "",
        gaps=tuple(_open(gaps[:SHOWN], visit)),
        more=max(0, len(gaps) - SHOWN),
    )


def _notice(visit: Visit, government: str, document: Document) -> Link:
    links = replace(visit, chosen=government).links
    return Link(document.title, links.notice(document.doc))


def _open(gaps: tuple[WeekGap, ...], visit: Visit) -> Iterator[Open]:
    for gap in gaps:
        yield Open(
            kind=say(GAPS[gap.kind], visit.lang),
            persons=visit.phrases.comma.join(gap.persons),
            days=lasting(gap, visit.lang),
        )


def start_page(registry: Registry, visit: Visit, asked: Period, part: str = "") -> Template:
    """Return the page."""
    view = start_view(registry, visit, asked, part.strip())
    return visit.page("start.html", visit.phrases.start_title, "", view, bare=True)


class StartPage(Controller):
    """All governments."""

    path = "/governments"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get(sync_to_thread=True)
    def show(
        self,
        registry: NamedDependency[Registry],
        visit: NamedDependency[Visit],
        name: Named = None,
        part: Part = None,
    ) -> Template | Redirect:
        """Show all governments, or go to the one that a chart names."""
        if name:
            links = replace(visit, chosen=name).links
            return Redirect(links.to("/government"), status_code=303)
        anywhere = replace(visit, chosen="" if visit.usual else None)
        asked = read_period(visit.today, week=visit.today.isoformat())
        return start_page(registry, anywhere, asked, part or "")
