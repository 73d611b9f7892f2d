"""``/agencies``: in whose charge an agency is, under which names, and what it is given to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.response import Template
from msgspec import Struct

from api.controllers.parameters import On
from api.pages.answer import AnswerView, answer_view
from api.pages.days import plain
from api.pages.held import Held, held
from api.pages.links import Link
from api.pages.parameters import Name
from api.pages.quoted import Quoted, Quoter
from api.pages.there import last_with
from api.pages.visit import Visit
from api.security.access import needs
from registry.charts.words import say
from registry.errors import UnknownName
from registry.graph.agency_list import Agency, agencies_at
from registry.graph.history import History
from registry.graph.nodes import Edge
from registry.graph.organisation import Organisation
from registry.graph.quotes import Quote, quote
from registry.graph.spans import spans
from registry.graph.works import SUPPORTS
from registry.model.access import Scope
from registry.model.answers import Relation
from registry.model.facts import Indicator
from registry.model.time import Period
from registry.resolve.found import bare
from registry.resolve.names import unknown
from registry.resolve.words import RELATIONS
from registry.service.answers.answer import answer
from registry.service.periods import read_period
from registry.service.registry import Registry


class Form(Struct, frozen=True, kw_only=True):
    """A way in which the agency is written, why it is this one, and the notices that write so."""

    form: str
    because: str
    notices: tuple[Link, ...]


class Given(Struct, frozen=True, kw_only=True):
    """A piece of work given to the agency; of an indicator the figures are shown."""

    kind: str
    text: Link
    figures: str
    quoted: Quoted


class Seated(Struct, frozen=True, kw_only=True):
    """A leading group in which the agency has a seat, or where the group's office sits."""

    role: str
    group: Link
    quoted: Quoted


class AgencyView(Struct, frozen=True, kw_only=True):
    """The page on an agency on a day; ``choices`` are what an ambiguous name may mean."""

    name: str
    government: str
    on: date
    day: str
    choices: tuple[Link, ...]
    answer: AnswerView | None
    ask: str
    ties: tuple[Held, ...]
    forms: tuple[Form, ...]
    work: tuple[Given, ...]
    seats: tuple[Seated, ...]


def agency_view(registry: Registry, visit: Visit, name: str, on: date | None) -> AgencyView:
    """Return the page on the agency of that name, full or short.

    Without a day it is as of today, or as it was last.

    Raises:
        UnknownName: no notice in force names it.
    """
    history = registry.history(visit.government, name)
    visit = visit.within(history.government, registry)
    agency, on = _find(registry, history, name, on, visit.today)
    quoter = Quoter(registry, history, visit)
    days = Period(on, on)
    try:
        found = answer(registry, agency.name, days, government=history.government)
    except UnknownName:
        found = None
    return AgencyView(
        name=agency.name,
        government=history.government,
        on=on,
        day=plain(on, visit.lang),
        choices=tuple(quoter.agency(choice) for choice in agency.choices),
        answer=answer_view(found, (), quoter) if found is not None else None,
        ask=visit.links.to("/answer", subject=agency.name),
        ties=held(
            spans(history, lambda org: _holders(org, agency), on),
            lambda tie: (
                say(RELATIONS[Relation(tie[0])], visit.lang),
                quoter.person(tie[1]),
            ),
            quoter,
        ),
        forms=tuple(
            Form(
                form=form.form,
                because=say(form.because, visit.lang),
                notices=tuple(Link(doc, visit.links.notice(doc)) for doc in form.documents),
            )
            for form in agency.forms
        ),
        work=tuple(_given(edge, quoter) for edge in agency.work),
        seats=tuple(_seated(edge, quoter) for edge in agency.seats),
    )


def _find(
    registry: Registry, history: History, name: str, on: date | None, today: date
) -> tuple[Agency, date]:
    known: list[str] = []
    for state in last_with(history, name, on, today):
        every = agencies_at(state, registry.glossary.aliases)
        found = next((agency for agency in every if bare(name) in agency.names), None)
        if found is not None:
            return found, state.on
        known = known or [form for agency in every for form in agency.names]
    raise unknown(name, known, history.government, "agency")


def _holders(org: Organisation, agency: Agency) -> Iterator[tuple[tuple[str, str], Quote]]:
    for name in agency.names:
        for edge in org.holders("agency", name):
            yield (edge.relation, edge.source.name), quote(edge.fact, edge.document)


def _given(edge: Edge, quoter: Quoter) -> Given:
    visit, fact = quoter.visit, edge.fact
    kind = "work_supports" if edge.relation == SUPPORTS else f"work_{edge.target.kind}"
    figures = ""
    if isinstance(fact, Indicator):
        parts = zip(
            (visit.phrases.target, visit.phrases.actual, visit.phrases.shortfall),
            (fact.target, fact.actual, fact.gap),
            strict=True,
        )
        figures = " · ".join(f"{label} {value}" for label, value in parts if value)
    return Given(
        kind=visit.phrases[kind],
        text=visit.links.subject(edge.target.name),
        figures=figures,
        quoted=quoter.quoted(fact.clause, fact.doc, edge.document.date),
    )


def _seated(edge: Edge, quoter: Quoter) -> Seated:
    visit = quoter.visit
    group = edge.source.name if edge.target.kind == "agency" else edge.target.name
    office = edge.relation == "office"
    role = visit.phrases.office if office else str(getattr(edge.fact, "role", ""))
    return Seated(
        role=role,
        group=quoter.group(str(getattr(edge.fact, "group", group))),
        quoted=quoter.quoted(edge.fact.clause, edge.fact.doc, edge.document.date),
    )


class AgencyPage(Controller):
    """Agencies."""

    path = "/agencies"
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
        """Show an agency on a day."""
        day = read_period(visit.today, on=on).end if on else None
        view = agency_view(registry, visit, name, day)
        return visit.within(view.government, registry).page("agency.html", view.name, "", view)
