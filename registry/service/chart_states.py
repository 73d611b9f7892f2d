"""How leaders stand on the day of a chart, as the resolver answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from registry.charts.leader_card import State
from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.model.answers import Answer, Status
from registry.model.records import Absence, Decision
from registry.resolve.names import check_person
from registry.service.answer import answer
from registry.service.question import Period
from registry.service.registry import Registry

Ask = Callable[[str], Answer]
"""Who acts for a person on the day of the chart."""


def at(history: History, on: date) -> Organisation:
    """Return the organisation as it is on the day itself, not on the day it began."""
    return dataclasses.replace(history.at(on), on=on)


def standing(
    registry: Registry,
    history: History,
    on: date,
    absences: Sequence[Absence],
    decisions: Sequence[Decision] = (),
) -> dict[str, State]:
    """Return how the leaders of ``history`` stand on a day, with absences besides those recorded.

    Raises:
        UnknownName: no notice names an absent person.
    """
    name = history.government
    given = tuple(replace(a, person=check_person(history, a.person)) for a in absences)

    def ask(person: str) -> Answer:
        return answer(registry, person, Period(on, on), given, decisions, government=name)

    return states(at(history, on), (*registry.absences_of(name), *given), ask)


def states(organisation: Organisation, absences: Iterable[Absence], ask: Ask) -> dict[str, State]:
    """Return how each leader concerned stands on the organisation's day.

    Args:
        organisation: the government on that day.
        absences: any absences; those of other days or of persons who lead nothing are passed over.
        ask: answers for one person; it is asked once for every leader who is absent.

    Returns:
        The absent leaders, each with who acts or with the gap, and those who act for them.
    """
    absent = {absence.person for absence in absences if absence.covers(organisation.on)}
    away = [name for name in organisation.leaders() if name in absent]
    outcomes = {name: _outcome(name, ask(name), organisation) for name in away}
    acting: dict[str, list[str]] = {}
    for name, (who, _) in outcomes.items():
        for person in who:
            acting.setdefault(person, []).append(name)
    nothing: tuple[tuple[str, ...], Status | None] = ((), None)
    return {
        name: State(
            away=name in outcomes,
            acted_by=outcomes.get(name, nothing)[0],
            acting_for=tuple(acting.get(name, ())),
            gap=outcomes.get(name, nothing)[1],
        )
        for name in dict.fromkeys((*away, *acting))
    }


def _outcome(
    name: str, found: Answer, organisation: Organisation
) -> tuple[tuple[str, ...], Status | None]:
    """Return who acts in the absent person's own share, and the status where nobody does."""
    day = organisation.on
    segments = [s for s in found.segments if s.start <= day <= s.end]
    covers = [cover for s in segments for cover in s.covers if cover.holder == name]
    acting = [c.acting for c in covers if c.acting is not None and c.acting != name]
    if acting:
        return tuple(dict.fromkeys(acting)), None
    silent = [c.status for c in covers if c.acting is None] or [s.status for s in segments]
    return (), silent[0] if silent else Status.UNKNOWN
