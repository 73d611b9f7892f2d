"""``/government``: the chart of a government on any day, and what changed between two days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.response import Redirect, Template
from msgspec import Struct

from api.controllers.parameters import On
from api.pages.days import plain
from api.pages.links import Link
from api.pages.parameters import Name
from api.pages.picture import BUTTONS, Picture, look, picture
from api.pages.portfolio import Shares, shares
from api.pages.quoted import Quoter
from api.pages.redline import RedlineView, redline_view
from api.pages.visit import Visit
from api.security.access import needs
from registry.charts.words import say
from registry.graph.history import History
from registry.model.access import Scope
from registry.service.answers.diff import diff
from registry.service.drawing.chart import government_chart
from registry.service.drawing.times import draw_changes
from registry.service.periods import read_last
from registry.service.registry import Registry

Since = Annotated[
    str | None,
    QueryParameter(name="since", max_length=10, description="The day to compare with."),
]
Whole = Annotated[bool, QueryParameter(name="liaison")]


class Stop(Struct, frozen=True, kw_only=True):
    """A day on which something changed, with the notices that count from it."""

    iso: str
    said: str
    href: str
    chosen: bool
    notices: tuple[str, ...]


class Leader(Struct, frozen=True, kw_only=True):
    """A leader in words: titles, backups and all that is covered."""

    person: Link
    titles: tuple[str, ...]
    backups: tuple[Link, ...]
    shares: tuple[Shares, ...]


class GovernmentView(Struct, frozen=True, kw_only=True):
    """The page; ``changes`` where two days are compared."""

    government: str
    on: date
    day: str
    since: date | None
    since_day: str
    alone: str
    stops: tuple[Stop, ...]
    picture: Picture | None
    buttons: tuple[tuple[str, str], ...]
    leaders: tuple[Leader, ...]
    groups: tuple[Link, ...]
    changes: RedlineView | None
    liaison: bool
    turn_liaison: str
    files: tuple[Link, ...]


def government_view(
    registry: Registry, visit: Visit, on: date, since: date | None, *, liaison: bool
) -> GovernmentView:
    """Return the page of a government on a day, or of what changed to it since another.

    Raises:
        UnknownName: as ``Registry.history``.
        BadPeriod: ``since`` is not before the day.
    """
    history = registry.history(visit.government)
    name = history.government
    organisation = history.at(on)
    quoter = Quoter(registry, history, visit)
    drawn, changes = None, None
    if since is not None:
        found = diff(registry, since, on, government=name)
        changes = redline_view(found, quoter)
        drawn = picture(draw_changes(found, look(visit)), quoter) if found.changes else None
    elif organisation.has_division:
        chart = government_chart(registry, on, government=name, liaison=liaison, look=look(visit))
        drawn = picture(chart, quoter)
    return GovernmentView(
        government=name,
        on=on,
        day=plain(on, visit.lang),
        since=since,
        since_day=plain(since, visit.lang) if since else "",
        alone=visit.links.to("/government", on=on.isoformat()) if since else "",
        stops=tuple(_stops(history, visit, on, since)),
        picture=drawn,
        buttons=tuple((do, say(words, visit.lang)) for do, words in BUTTONS.items()),
        leaders=tuple(
            Leader(
                person=visit.links.person(person),
                titles=organisation.titles(person),
                backups=visit.links.people(b for b, _ in organisation.backups_of(person)),
                shares=shares(organisation, person, quoter),
            )
            for person in organisation.leaders()
        ),
        groups=tuple(visit.links.group(group.name) for group in organisation.groups()),
        changes=changes,
        liaison=liaison,
        turn_liaison=visit.here(liaison="false" if liaison else "true"),
        files=tuple(_files(visit, on, since)),
    )


def _stops(history: History, visit: Visit, on: date, since: date | None) -> Iterator[Stop]:
    chosen = max((day for day in history.days if day <= on), default=None)
    counting: dict[date, dict[str, None]] = {}
    for day, document, _ in history.dated:
        counting.setdefault(day, {})[document.doc] = None
    for day in history.days:
        yield Stop(
            iso=day.isoformat(),
            said=plain(day, visit.lang),
            href=_at(visit, day, since),
            chosen=day == chosen,
            notices=tuple(counting.get(day, ())),
        )


def _at(visit: Visit, day: date, since: date | None) -> str:
    """Return the address of the page on another day; compared only with an earlier one."""
    rest = visit.rest("on", *(() if since is None or since < day else ("since",)))
    return visit.address(*rest, ("on", day.isoformat()))


def _files(visit: Visit, on: date, since: date | None) -> Iterator[Link]:
    for form in ("svg", "pdf", "html"):
        if since is None:
            address = visit.links.to(
                f"/v1/charts/government.{form}", on=on.isoformat(), lang=visit.lang
            )
        else:
            address = visit.links.to(
                f"/v1/charts/diff.{form}",
                from_=since.isoformat(),
                to=on.isoformat(),
                lang=visit.lang,
            )
        yield Link(form.upper(), address)


class GovernmentPage(Controller):
    """Governments."""

    path = "/"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get("/government", sync_to_thread=True)
    def show(
        self,
        *,
        registry: NamedDependency[Registry],
        visit: NamedDependency[Visit],
        on: On = None,
        since: Since = None,
        liaison: Whole = False,
    ) -> Template:
        """Show a government on a day."""
        day = read_last(on) if on else visit.today
        earlier = read_last(since) if since else None
        view = government_view(registry, visit, day, earlier, liaison=liaison)
        return visit.page("government.html", visit.phrases.government_nav, "government", view)

    @get("/areas")
    async def area(self, visit: NamedDependency[Visit], name: Name) -> Redirect:
        """Go to the answer on an area that a chart names."""
        return Redirect(visit.links.to("/answer", subject=name), status_code=303)
