"""``/findings``: what the notices leave open or contradict, each quoting its places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Annotated

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.response import Template
from msgspec import Struct

from api.controllers.parameters import On
from api.pages.days import plain
from api.pages.links import Link
from api.pages.quoted import Quoted, Quoter
from api.pages.visit import Visit
from api.security.access import needs
from registry.charts.words import say
from registry.checks.words import KINDS, SEVERITIES
from registry.model.access import Scope
from registry.model.findings import Finding, FindingKind, Severity
from registry.service.answers.check import check
from registry.service.periods import read_period
from registry.service.registry import Registry

Wanted = Annotated[Severity | None, QueryParameter(name="severity")]


class FindingView(Struct, frozen=True, kw_only=True):
    """One thing to look at."""

    severity: str
    tone: str
    message: tuple[Link, ...]
    quotes: tuple[Quoted, ...]


class Kind(Struct, frozen=True, kw_only=True):
    """The findings of one kind."""

    name: str
    said: str
    findings: tuple[FindingView, ...]


class Choice(Struct, frozen=True, kw_only=True):
    """How much the findings shown matter, and how many there are."""

    said: str
    href: str
    count: int
    chosen: bool


class FindingsView(Struct, frozen=True, kw_only=True):
    """The page."""

    government: str
    on: date
    day: str
    choices: tuple[Choice, ...]
    kinds: tuple[Kind, ...]


def finding_view(finding: Finding, quoter: Quoter) -> FindingView:
    """Return a finding to be shown."""
    return FindingView(
        severity=say(SEVERITIES[finding.severity], quoter.visit.lang),
        tone=finding.severity.value,
        message=quoter.say(finding.message),
        quotes=tuple(quoter.cited(place.clause, place.doc, place.date) for place in finding.places),
    )


def findings_view(
    registry: Registry, visit: Visit, on: str | None, wanted: Severity | None
) -> FindingsView:
    """Return the page of what is found as of a day; only findings of one severity, if wanted."""
    history = registry.history(visit.government)
    quoter = Quoter(registry, history, visit)
    day = read_period(visit.today, on=on).end
    found = check(registry, day, government=history.government)
    shown = [finding for finding in found if wanted in (None, finding.severity)]
    return FindingsView(
        government=history.government,
        on=day,
        day=plain(day, visit.lang),
        choices=tuple(_choices(found, wanted, visit)),
        kinds=tuple(_kinds(shown, quoter)),
    )


def _choices(found: tuple[Finding, ...], wanted: Severity | None, visit: Visit) -> Iterator[Choice]:
    kept = [(key, value) for key, value in visit.query if key != "severity"]
    yield Choice(
        said=visit.phrases.all_findings,
        href=visit.address(*kept),
        count=len(found),
        chosen=wanted is None,
    )
    for severity in Severity:
        count = sum(finding.severity is severity for finding in found)
        yield Choice(
            said=say(SEVERITIES[severity], visit.lang),
            href=visit.address(*kept, ("severity", severity.value)),
            count=count,
            chosen=wanted is severity,
        )


def _kinds(found: list[Finding], quoter: Quoter) -> Iterator[Kind]:
    def kind_of(finding: Finding) -> FindingKind:
        return finding.kind

    for kind, group in groupby(found, key=kind_of):
        yield Kind(
            name=kind.value,
            said=say(KINDS[kind], quoter.visit.lang),
            findings=tuple(finding_view(finding, quoter) for finding in group),
        )


class FindingsPage(Controller):
    """Findings."""

    path = "/findings"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get(sync_to_thread=True)
    def show(
        self,
        registry: NamedDependency[Registry],
        visit: NamedDependency[Visit],
        on: On = None,
        severity: Wanted = None,
    ) -> Template:
        """Show what is found."""
        view = findings_view(registry, visit, on, severity)
        return visit.page("findings.html", visit.phrases.findings_nav, "findings", view)
