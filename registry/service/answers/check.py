"""Use case: what is wrong in the notices known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
    government: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Finding, ...]:
    """Return what the checks find in all notices known, government by government.

    Args:
        registry: where the notices are.
        on: the day as of which; today, or that of the latest notice if it is later.
        absences: who is away.
        kinds: only these kinds; all without any.
        government: only this one, by its name or a part of it; all without it.
        progress: told how many governments are done, and of how many.

    Returns:
        The findings by kind. Notices whose issuer is not known are checked by themselves.

    Raises:
        UnknownName: no notice names an absent person.
    """
    if government is not None:
        histories = [registry.history(government)]
    else:
        histories = [registry.history_of(name) for name in registry.governments()]
        histories.append(History(registry.facts_of(""), ""))
    day = on or max((registry.today(), *_days(histories)))
    known = tuple(name for history in histories for name in people_ever(history))
    away = tuple(_checked(absence, known) for absence in absences)
    wanted = frozenset(kinds) or frozenset(FindingKind)
    once: dict[Finding, Finding] = {}
    for done, history in enumerate(histories, 1):
        case = Case(
            history=history,
            given=registry.facts_of(history.government),
            on=day,
            absences=away,
            rulebook=registry.rules(history.government),
            aliases=registry.glossary.aliases,
        )
        for finding in find(case):
            if finding.kind in wanted:
                # What one notice of two governments shows is told once, for the first of them.
                once.setdefault(structs.replace(finding, government=""), finding)
        if progress is not None:
            progress(done, len(histories))
    order = list(CHECKS)
    return tuple(sorted(once.values(), key=lambda finding: order.index(finding.kind)))


def fails(findings: Iterable[Finding]) -> bool:
    """Say whether any finding is more than a note."""
    return any(finding.severity is not Severity.NOTE for finding in findings)


def _days(histories: Iterable[History]) -> Iterable[date]:
    for fact in (fact for history in histories for fact in history.facts):
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
