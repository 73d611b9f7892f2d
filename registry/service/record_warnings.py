"""Use case: what absences about to be recorded bring about, to be said and not refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registry.checks import CHECKS, Case
from registry.graph.history import History
from registry.model.answers import Words
from registry.model.findings import FindingKind
from registry.model.journal import AbsenceRecorded
from registry.model.records import Absence
from registry.service.record import Known
from registry.tables.rules import Rulebook

_TOGETHER = (FindingKind.PAIR_AWAY, FindingKind.COORDINATOR_AWAY)


def warnings(so_far: Known, made: Sequence[AbsenceRecorded]) -> tuple[Words, ...]:
    """Return where new absences leave A and B both away, or the coordinator.

    Args:
        so_far: what is known without them.
        made: the new absences.
    """
    known = {
        government: [*so_far.state.absences_of(government)]
        for government in dict.fromkeys(record.government for record in made)
    }
    found: list[Words] = []
    for record in made:
        others = known[record.government]
        history = so_far.history(record.government, record.absence.person)
        found += _brought_about(history, record.absence, others, so_far.rules(record.government))
        others.append(record.absence)
    return tuple(dict.fromkeys(found))


def _brought_about(
    history: History, new: Absence, others: Sequence[Absence], rulebook: Rulebook | None
) -> Iterator[Words]:
    beside = (
        other
        for other in others
        if other.person != new.person and other.start <= new.end and new.start <= other.end
    )
    case = Case(
        history=history,
        given=history.facts,
        on=new.start,
        absences=(new, *beside),
        rulebook=rulebook,
    )
    for kind in _TOGETHER:
        for finding in CHECKS[kind](case):
            if new.person in finding.names:
                yield finding.message
