"""How leaders stand on the day of a chart, as the resolver answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise

from msgspec.structs import replace

from registry.charts.leader_card import PRESENT, State
from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.model.answers import Answer, Status
from registry.model.records import Absence, Decision
from registry.model.time import Period
from registry.resolve.names import check_person
from registry.resolve.words import part_of_day
from registry.service.answers.answer import answer
from registry.service.registry import Registry

Ask = Callable[[str], Answer]
"""Who acts for a person on the day of the chart."""


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

    return states(history.at(on), (*registry.on_record(name).absences, *given), ask)


def states(organisation: Organisation, absences: Iterable[Absence], ask: Ask) -> dict[str, State]:
    """Return how each leader concerned stands on the organisation's day.

    Args:
        organisation: the government on that day.
        absences: any absences; those of other days or of persons who lead nothing are passed over.
        ask: answers for one person; it is asked once for every leader who is absent.

    Returns:
        The absent leaders, each with who acts or with the gap, and those who act for them; by
        parts where the day is not the same throughout.
    """
    day = Period(organisation.on, organisation.on)
    own = [absence for absence in absences if absence.covers(organisation.on)]
    absent = {absence.person for absence in own}
    answers = {name: ask(name) for name in organisation.leaders() if name in absent}
    spans = (*own, *(segment for found in answers.values() for segment in found.segments))
    edges = {at for span in spans for at in (span.begins, span.ends)}
    inner = sorted(at for at in edges if day.begins < at < day.ends)
    found = [(at, _at(at, own, answers)) for at in (day.begins, *inner)]
    names = dict.fromkeys((*answers, *(name for _, then in found for name in then)))
    return {
        name: _day(day, [(at, then.get(name, PRESENT)) for at, then in found]) for name in names
    }


def _at(
    moment: datetime, absences: Sequence[Absence], answers: Mapping[str, Answer]
) -> dict[str, State]:
    """Return how those absent at a moment stand, and those who act for them then."""
    away = [name for name in answers if any(a.person == name and a.holds(moment) for a in absences)]
    outcomes = {name: _outcome(name, answers[name], moment) for name in away}
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


def _day(day: Period, turns: Sequence[tuple[datetime, State]]) -> State:
    """Join how one stands from each of some moments on into how he stands on the day."""
    kept = [turns[0], *(turn for last, turn in pairwise(turns) if turn[1] != last[1])]
    states = [state for _, state in kept]
    if len(states) == 1:
        return states[0]
    ends = [*(at for at, _ in kept[1:]), day.ends]
    parts = [Period.between(at, end) for (at, _), end in zip(kept, ends, strict=True)]
    return State(
        away=any(state.away for state in states),
        acted_by=tuple(dict.fromkeys(who for state in states for who in state.acted_by)),
        acting_for=tuple(dict.fromkeys(who for state in states for who in state.acting_for)),
        gap=next((state.gap for state in states if state.gap is not None), None),
        parts=tuple(
            (part_of_day(part.start_time, part.end_time), state)
            for part, state in zip(parts, states, strict=True)
        ),
    )


def _outcome(name: str, found: Answer, moment: datetime) -> tuple[tuple[str, ...], Status | None]:
    """Return who acts in the absent person's own share, and the status where nobody does."""
    segment = next(segment for segment in found.segments if segment.holds(moment))
    covers = [cover for cover in segment.covers if cover.holder == name]
    acting = [c.acting for c in covers if c.acting is not None and c.acting != name]
    if acting:
        return tuple(dict.fromkeys(acting)), None
    silent = [c.status for c in covers if c.acting is None]
    return (), silent[0] if silent else segment.status
