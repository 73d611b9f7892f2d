"""Use case: what is wrong in the notices known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import structs

from registry.checks import CHECKS, Case, find
from registry.errors import UnknownName
from registry.graph.dates import counts_from
from registry.graph.history import History
from registry.model.facts import Document
from registry.model.findings import Finding, FindingKind, Severity
from registry.model.records import Absence
from registry.resolve.names import people_ever, unknown
from registry.resolve.subject import bare
from registry.service.registry import Registry


def check(
    registry: Registry,
    on: date | None = None,
    absences: Sequence[Absence] = (),
    *,
    kinds: Iterable[FindingKind] = (),
) -> tuple[Finding, ...]:
    """Return what the checks find in all notices known, government by government.

    Args:
        registry: where the notices are.
        on: the day as of which; today, or that of the latest notice if it is later.
        absences: who is away.
        kinds: only these kinds; all without any.

    Returns:
        The findings by kind. Notices whose issuer is not known are checked by themselves.

    Raises:
        UnknownName: no notice names an absent person.
    """
    day = on or max((registry.today(), *_days(registry)))
    histories = [registry.history(name) for name in registry.governments()]
    histories.append(History(registry.facts, ""))
    known = tuple(name for history in histories for name in people_ever(history))
    away = tuple(_checked(absence, known) for absence in absences)
    found = [
        finding
        for history in histories
        for finding in find(
            Case(
                history=history,
                given=registry.facts,
                on=day,
                absences=away,
                rulebook=registry.rules(history.government),
                aliases=registry.glossary.aliases,
            )
        )
    ]
    wanted = frozenset(kinds) or frozenset(FindingKind)
    order = list(CHECKS)
    once = dict.fromkeys(finding for finding in found if finding.kind in wanted)
    return tuple(sorted(once, key=lambda finding: order.index(finding.kind)))


def fails(findings: Iterable[Finding]) -> bool:
    """Say whether any finding is more than a note."""
    return any(finding.severity is not Severity.NOTE for finding in findings)


def _days(registry: Registry) -> Iterable[date]:
    for fact in registry.facts:
        day = counts_from(fact) if isinstance(fact, Document) else None
        if day is not None:
            yield day


def _checked(absence: Absence, known: tuple[str, ...]) -> Absence:
    name = bare(absence.person)
    if name not in known:
        raise _unknown(absence.person, known)
    return structs.replace(absence, person=name)


def _unknown(name: str, known: tuple[str, ...]) -> UnknownName:
    return unknown(name, dict.fromkeys(known), "any government", "person")
