"""Who is away together: A and B, or the one who would have to coordinate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from registry.checks.case import Case
from registry.graph.history import History
from registry.graph.nodes import Edge
from registry.graph.organisation import Organisation
from registry.model.findings import Finding, FindingKind, Severity
from registry.model.records import Absence
from registry.model.time import Period
from registry.resolve.presence import Given, Moment
from registry.resolve.rulebook import in_force
from registry.resolve.words import when_words
from registry.tables.rules import BackupActs, CoordinatorAssigns

_LONGEST = 3660
"""Days of one absence that are looked at: ten years."""


def pair_away(case: Case) -> Iterator[Finding]:
    """Find when both of an AB pair are away."""
    for edge, both in both_away(case.history, case.absences):
        a, b = edge.source.name, edge.target.name
        when = when_words(both)
        yield case.finding(
            FindingKind.PAIR_AWAY,
            Severity.WARNING,
            (
                f"{when.zh}，{a}和B角{b}都不在",
                f"{when.en}: {a} and the backup {b} are both away",
            ),
            (a, b),
            (edge.fact,),
        )


def both_away(history: History, absences: Sequence[Absence]) -> Iterator[tuple[Edge, Period]]:
    """Yield each pair in force of which both are away at once, and when."""
    for one, other in _couples(absences):
        both = one.within(other)
        if both is None:
            continue
        for edge in history.at(both.start).pairs():
            pair = {edge.source.name, edge.target.name}
            if len(pair) == 2 and pair == {one.person, other.person}:
                yield edge, both


def coordinator_away(case: Case) -> Iterator[Finding]:
    """Find the absences of whom the rules make the coordinator."""
    for absence in case.absences:
        day = next((d for d in _days_of(absence) if _coordinates(case, absence.person, d)), None)
        if day is None:
            continue
        org = case.history.at(day)
        titles = _coordinates(case, absence.person, day)
        posts = [e.fact for e in org.edges(("post",)) if e.source.name == absence.person]
        pairs = [e.fact for e in org.pairs()][:1]
        when = when_words(absence)
        yield case.finding(
            FindingKind.COORDINATOR_AWAY,
            Severity.WARNING,
            (
                f"{when.zh}，协调人{absence.person}（{'、'.join(titles)}）不在，AB角都不在时无人协调",
                (
                    f"{when.en}: the coordinator {absence.person} is away; with A and B away too,"
                    " nobody could name who acts"
                ),
            ),
            (absence.person,),
            (*posts[:1], *pairs),
        )


def _coordinates(case: Case, person: str, day: date) -> tuple[str, ...]:
    """Return the titles by which a rule in force makes ``person`` the coordinator that day."""
    org: Organisation = case.history.at(day)
    rules = in_force(case.rulebook, org, day)
    at = Moment(org, rules, Given(day))
    titles = dict.fromkeys(
        rule.coordinator
        for rule in rules.rules
        if isinstance(rule, BackupActs | CoordinatorAssigns) and rule.coordinator
    )
    return tuple(title for title in titles if at.by_title(title) == person)


def _couples(absences: Sequence[Absence]) -> Iterator[tuple[Absence, Absence]]:
    for number, one in enumerate(absences):
        for other in absences[number + 1 :]:
            if one.person != other.person:
                yield one, other


def _days_of(absence: Absence) -> Iterator[date]:
    length = min((absence.end - absence.start).days, _LONGEST)
    return (absence.start + timedelta(days=number) for number in range(length + 1))
