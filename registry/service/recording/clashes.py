"""When people are away together who should not be: A and B, or the one who coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registry.checks import CHECKS, Case
from registry.graph.history import History
from registry.model.answers import Reason, Words
from registry.model.findings import Finding, FindingKind
from registry.model.records import Absence
from registry.model.time import Period
from registry.model.week import GapKind, WeekGap
from registry.resolve.reasons import listed
from registry.service.question import absence_over
from registry.service.registry import Registry

_TOGETHER = {
    FindingKind.PAIR_AWAY: GapKind.BOTH_AWAY,
    FindingKind.COORDINATOR_AWAY: GapKind.COORDINATOR_AWAY,
}


def clashes(
    registry: Registry, history: History, period: Period, absences: Sequence[Absence]
) -> Iterator[WeekGap]:
    """Yield when A and B are away together, or a coordinator is."""
    inside = within(absences, period)
    case = Case(
        history=history,
        given=registry.facts_of(history.government),
        on=period.start,
        absences=inside,
        rulebook=registry.rules(history.government),
        aliases=registry.glossary.aliases,
    )
    for kind in _TOGETHER:
        for found in CHECKS[kind](case):
            yield from _together(found, inside)


def within(absences: Sequence[Absence], period: Period) -> tuple[Absence, ...]:
    """Return the parts of the absences that fall into the period."""
    return tuple(
        absence_over(absence.person, part, absence.kind)
        for absence in absences
        if (part := period.within(absence)) is not None
    )


def _together(found: Finding, absences: Sequence[Absence]) -> Iterator[WeekGap]:
    """Yield when all whom a finding names are away."""
    if found.kind is FindingKind.PAIR_AWAY:
        a, b = found.names
        text = Words(f"{a}与B角{b}同时不在", f"{a} and the backup {b} are away together")
    else:
        who = listed(found.names)
        text = Words(
            f"协调人{who}不在：AB角都不在时无人协调",
            f"the coordinator {who} is away: with A and B away too, nobody could name who acts",
        )
    quoted = tuple(
        Reason(code=found.kind.value, text=text, clause=p.clause, doc=p.doc, date=p.date)
        for p in found.places
    )
    for when in _all_away(found.names, absences):
        yield WeekGap(
            start=when.start,
            start_time=when.start_time,
            end=when.end,
            end_time=when.end_time,
            kind=_TOGETHER[found.kind],
            persons=found.names,
            text=text,
            reasons=quoted,
        )


def _all_away(people: Sequence[str], absences: Sequence[Absence]) -> Iterator[Period]:
    """Yield each run of time in which all of ``people`` are away."""
    own = [absence for absence in absences if absence.person in people]
    begins = None
    for at in sorted({at for absence in own for at in (absence.begins, absence.ends)}):
        away = {absence.person for absence in own if absence.holds(at)}
        if begins is None and away.issuperset(people):
            begins = at
        elif begins is not None and not away.issuperset(people):
            yield Period.between(begins, at)
            begins = None
