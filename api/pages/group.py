"""``/groups``: a leading group, who heads it, who sits in it, and what is due there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.response import Template
from msgspec import Struct

from api.controllers.parameters import On
from api.pages.days import plain, written
from api.pages.finding import FindingView, finding_view
from api.pages.links import Link
from api.pages.parameters import Name
from api.pages.quoted import Quoted, Quoter
from api.pages.there import last_with
from api.pages.visit import Visit
from api.security.access import needs
from registry.graph.groups import LeadingGroup
from registry.model.access import Scope
from registry.model.facts import Fact
from registry.service.answers.check import check
from registry.service.drawing.chart import group_named
from registry.service.periods import read_period
from registry.service.registry import Registry


class Seat(Struct, frozen=True, kw_only=True):
    """One seat: the role, who or what has it, and the title written there."""

    role: str
    who: Link
    title: str
    quoted: Quoted


class Part(Struct, frozen=True, kw_only=True):
    """The seats of the group itself, under no name, or of one of its sub-groups."""

    name: str
    seats: tuple[Seat, ...]


class GroupView(Struct, frozen=True, kw_only=True):
    """The page on a leading group on a day."""

    name: str
    alias: str
    government: str
    on: date
    day: str
    notice: Link
    date: str
    heads: tuple[Link, ...]
    parts: tuple[Part, ...]
    orgs: tuple[Link, ...]
    offices: tuple[Seat, ...]
    findings: tuple[FindingView, ...]
    ask: str


def group_view(registry: Registry, visit: Visit, name: str, on: date | None) -> GroupView:
    """Return the page on the group of that name, or the only one with it in its name.

    Without a day it is as of today, or as it was last.

    Raises:
        UnknownName: no group fits, or several do.
    """
    history = registry.history(visit.government, name)
    visit = visit.within(history.government, registry)
    found = tuple(last_with(history, name, on, visit.today))
    state = next((one for one in found if one.group(name) is not None), found[0])
    group, on = group_named(state, name), state.on
    quoter = Quoter(registry, history, visit)
    seats: dict[str, list[Seat]] = {"": []}
    for part, seat in _seats(group, quoter):
        seats.setdefault(part, []).append(seat)
    known = check(registry, on, government=history.government)
    return GroupView(
        name=group.name,
        alias=group.fact.alias or "",
        government=history.government,
        on=on,
        day=plain(on, visit.lang),
        notice=Link(group.document.doc, visit.links.notice(group.document.doc, group.fact.clause)),
        date=written(group.document.date, visit.lang),
        heads=(
            *(quoter.person(member.person) for member in group.heads),
            *(Link(role.description) for role in group.head_roles),
        ),
        parts=tuple(Part(name=part, seats=tuple(own)) for part, own in seats.items() if own),
        orgs=tuple(quoter.agency(org.org) for org in group.orgs if org.subgroup is None),
        offices=tuple(_offices(group, quoter)),
        findings=tuple(
            finding_view(finding, quoter)
            for finding in known
            if any(name in finding.names for name in group.names)
        ),
        ask=visit.links.to("/answer", subject=group.name),
    )


def _seats(group: LeadingGroup, quoter: Quoter) -> Iterator[tuple[str, Seat]]:
    made = _Made(group, quoter)
    for member in group.members:
        who = quoter.person(member.person)
        yield member.subgroup or "", made.seat(member.role, who, member, member.title)
    for role in group.roles:
        yield role.subgroup or "", made.seat(role.role, Link(role.description), role)
    for org in group.orgs:
        if org.subgroup is not None:
            yield org.subgroup, made.seat(org.role, quoter.agency(org.org), org)


def _offices(group: LeadingGroup, quoter: Quoter) -> Iterator[Seat]:
    phrases = quoter.visit.phrases
    made = _Made(group, quoter)
    for office in group.offices:
        role = f"{office.subgroup} · {phrases.office}" if office.subgroup else phrases.office
        yield made.seat(role, quoter.agency(office.org), office)
    for director in group.directors:
        yield made.seat(phrases.office_director, quoter.person(director.person), director)


class _Made(NamedTuple):
    """The seats of one group for one visitor."""

    group: LeadingGroup
    quoter: Quoter

    def seat(self, role: str, who: Link, fact: Fact, title: str | None = None) -> Seat:
        """Return one seat, with the clause of ``fact``."""
        quoted = self.quoter.quoted(fact.clause, fact.doc, self.group.document.date)
        return Seat(role=role, who=who, title=title or "", quoted=quoted)


class GroupPage(Controller):
    """Leading groups."""

    path = "/groups"
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
        """Show a group on a day."""
        day = read_period(visit.today, on=on).end if on else None
        view = group_view(registry, visit, name, day)
        return visit.within(view.government, registry).page("group.html", view.name, "", view)
