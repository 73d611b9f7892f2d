"""Use case: steps of handing over, each for an absence that is recorded; see ``record``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

from registry.errors import AlreadyRecorded, BadRecord
from registry.graph.identity import handover_of, rename_of
from registry.graph.state import standing
from registry.model.journal import HandoverRecorded
from registry.model.records import Absence, HandoverStep, Step
from registry.model.time import Period
from registry.resolve.words import when_words
from registry.service.recording.record import Known

STEPS: tuple[Step, ...] = get_args(Step)
"""What can be done about an absence, in the order in which it is."""


def handover(
    so_far: Known,
    person: str,
    steps: Sequence[Step],
    on: date,
    *,
    during: Period | None = None,
    note: str | None = None,
    government: str | None = None,
) -> tuple[HandoverRecorded, ...]:
    """Return the records of ``steps`` done ``on`` a day about an absence of ``person``.

    Args:
        so_far: what is known.
        person: the one who is absent.
        steps: what was done.
        on: when.
        during: a day of the absence meant, or a part of it; not needed where only one is recorded.
        note: what was handed over, or back.
        government: as elsewhere.

    Raises:
        BadRecord: no such absence is recorded, or several are; a step is recorded already,
            is yet to be done, or comes before what it follows.
        UnknownName: no notice of the government names the person.
    """
    history = so_far.history(government, person)
    name = so_far.person(history, person)
    if on > (today := so_far.registry.today()):
        raise BadRecord(f"{on} is yet to come (today is {today}); record what has been done")
    absence = _meant(so_far, history.government, name, during)
    if "reported_back" in steps and on < absence.start:
        raise BadRecord(f"{name} is away from {absence.start}: nothing is handed back on {on}")
    made = tuple(
        HandoverStep(
            holder=name,
            step=step,
            on=on,
            start=absence.start,
            end=absence.end,
            start_time=absence.start_time,
            end_time=absence.end_time,
            note=(note or "").strip() or None,
        )
        for step in dict.fromkeys(steps)
    )
    renames = [rename_of(one) for one in so_far.state.identities]
    for entry in standing(so_far.entries):
        record = entry.record
        if not isinstance(record, HandoverRecorded) or record.government != history.government:
            continue
        if handover_of(record.handover, record.government, renames) in made:
            raise AlreadyRecorded(
                f"that step is recorded already, as entry {entry.number}", entry.number
            )
    return tuple(HandoverRecorded(government=history.government, handover=step) for step in made)


def _meant(so_far: Known, government: str, name: str, during: Period | None) -> Absence:
    """Return the one absence of ``name`` that is meant."""
    own = [a for a in so_far.state.on_record(government).absences if a.person == name]
    found = [a for a in own if during is None or a.within(during)]
    if not found:
        day = f" on {when_words(during).en}" if during else ""
        others = f"; recorded: {_listed(own)}" if own else ""
        raise BadRecord(f"no absence of {name}{day} is recorded{others}; record the absence first")
    starting = [a for a in found if during and during.begins <= a.begins < during.ends] or found
    if len({a.notation for a in starting}) > 1:
        raise BadRecord(
            f"several absences of {name} are recorded: {_listed(starting)};"
            " say which with --during DAY, its first day, or the half of it"
        )
    return starting[0]


def _listed(absences: Sequence[Absence]) -> str:
    return "、".join(a.notation for a in sorted(absences, key=lambda a: a.begins))
