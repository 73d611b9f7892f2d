"""``/people``: what somebody holds, with whom he pairs, and what the notices do not tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.response import Template
from msgspec import Struct

from api.controllers.parameters import On
from api.pages.days import plain, written
from api.pages.held import Held, held
from api.pages.links import Link
from api.pages.parameters import Name
from api.pages.quoted import Quoted, Quoter
from api.pages.visit import Visit
from api.security.access import needs
from registry.charts.words import say
from registry.graph.career import Career, Pairing, Seat, Share
from registry.graph.quotes import Quote
from registry.graph.tenure import Tenure
from registry.model.access import Scope
from registry.model.answers import Relation
from registry.resolve.words import RELATIONS
from registry.service.answers.person import person as career_of
from registry.service.periods import read_period
from registry.service.registry import Registry


class Post(Struct, frozen=True, kw_only=True):
    """A post or title, from when to when, and the clauses that opened and closed it."""

    title: str
    time: str
    over: bool
    note: str
    quotes: tuple[Quoted, ...]


class PersonView(Struct, frozen=True, kw_only=True):
    """The page on a person on a day."""

    name: str
    government: str
    on: date
    day: str
    leader: bool
    titles: tuple[str, ...]
    retired: Quoted | None
    portfolio: tuple[Held, ...]
    pairs: tuple[Held, ...]
    groups: tuple[Held, ...]
    posts: tuple[Post, ...]
    past: tuple[Held, ...]
    silent: tuple[str, ...]
    week: str
    away: str
    feed: str


def person_view(registry: Registry, visit: Visit, found: Career) -> PersonView:
    """Return the page of a career."""
    history = registry.history(found.government)
    quoter = Quoter(registry, history, visit)
    links = visit.links
    monday = found.on - timedelta(days=found.on.weekday())
    portfolio = held(found.portfolio, lambda share: _share(share, quoter), quoter)
    pairs = held(found.pairs, lambda pair: _pair(pair, found.person, quoter), quoter)
    groups = held(found.groups, lambda seat: _seat(seat, quoter), quoter)
    week = monday.isoformat()
    return PersonView(
        name=found.person,
        government=found.government,
        on=found.on,
        day=plain(found.on, visit.lang),
        leader=found.person in history.at(found.on).leaders(),
        titles=tuple(tenure.title for tenure in found.posts if tenure.end is None),
        retired=quoter.quoted(found.retired.clause, found.retired.doc, found.retired.date)
        if found.retired
        else None,
        portfolio=tuple(one for one in portfolio if not one.over),
        pairs=tuple(one for one in pairs if not one.over),
        groups=tuple(one for one in groups if not one.over),
        posts=tuple(_post(tenure, quoter) for tenure in found.posts),
        past=tuple(one for one in (*portfolio, *pairs, *groups) if one.over),
        silent=tuple(say(gap.text, visit.lang) for gap in found.gaps),
        week=links.to("/answer", subject=found.person, week=week),
        away=links.to("/answer", subject=found.person, week=week, away=found.person),
        feed=links.to("/v1/feeds/acting.ics", person=found.person, lang=visit.lang),
    )


def _share(share: Share, quoter: Quoter) -> tuple[str, Link]:
    label = say(RELATIONS[Relation(share.relation)], quoter.visit.lang)
    if share.kind == "agency":
        return label, quoter.agency(share.name)
    return label, quoter.area(share.name)


def _pair(pair: Pairing, person: str, quoter: Quoter) -> tuple[str, Link]:
    phrases = quoter.visit.phrases
    if pair.mutual:
        return phrases.pair_mutual, quoter.person(pair.backup)
    if pair.holder == person:
        return phrases.pair_backup, quoter.person(pair.backup)
    return phrases.pair_holder, quoter.person(pair.holder)


def _seat(seat: Seat, quoter: Quoter) -> tuple[str, Link]:
    return seat.role, quoter.group(seat.group.partition(" · ")[0])


def _post(tenure: Tenure, quoter: Quoter) -> Post:
    phrases, lang = quoter.visit.phrases, quoter.visit.lang
    first, last = written(tenure.start, lang), written(tenure.end, lang)
    if first and last:
        time = phrases.from_until.format(first=first, last=last)
    elif last:
        time = phrases.until_day.format(day=last)
    else:
        time = phrases.since_day.format(day=first) if first else ""
    notes = (
        phrases.stated if tenure.stated else "",
        phrases.probation.format(day=written(tenure.probation_until, lang))
        if tenure.probation_until
        else "",
        phrases.seconded.format(day=written(tenure.seconded_until, lang))
        if tenure.seconded_until
        else "",
    )
    return Post(
        title=tenure.title,
        time=time,
        over=tenure.end is not None,
        note=phrases.comma.join(note for note in notes if note),
        quotes=tuple(_quotes((tenure.opened, tenure.closed), quoter)),
    )


def _quotes(found: Iterable[Quote | None], quoter: Quoter) -> Iterable[Quoted]:
    return (quoter.quoted(one.clause, one.doc, one.date) for one in found if one is not None)


class PersonPage(Controller):
    """Persons."""

    path = "/people"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get(sync_to_thread=True)
    def show(
        self,
        registry: NamedDependency[Registry],
        visit: NamedDependency[Visit],
        name: Name,
        on: On = None,
    ) -> Template:
        """Show a person on a day."""
        day: date = read_period(visit.today, on=on).end
        found = career_of(registry, name, day, government=visit.government)
        visit = visit.within(found.government, registry)
        return visit.page("person.html", found.person, "", person_view(registry, visit, found))
