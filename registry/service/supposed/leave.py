"""Use case: may a leave be granted, what would it break, and the smallest change that makes it fit."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from registry.model.records import Absence
from registry.model.told import absence_told
from registry.resolve.names import check_person
from registry.service.calendar import calendar
from registry.service.registry import Registry
from registry.service.supposed.leave_answer import Leave, Verdict
from registry.service.supposed.leave_trial import PORTFOLIO, Trial


def leave(
    registry: Registry,
    absence: Absence,
    others: Sequence[Absence] = (),
    *,
    government: str | None = None,
) -> Leave:
    """Try ``absence`` beside the absences recorded and ``others``; nothing is written.

    Raises:
        UnknownName: no notice names the person, another absent person or the government.
    """
    history = registry.history(government)
    wanted = structs.replace(absence, person=check_person(history, absence.person))
    given = tuple(structs.replace(o, person=check_person(history, o.person)) for o in others)
    trial = Trial(registry, history, wanted, given)
    lost = trial.lost
    broken = tuple(change for change in lost if change.subject.kind in PORTFOLIO)
    objections = tuple(trial.objections())
    found = [objection.verdict for objection in objections]
    found += [Verdict.LEAVES_GAPS] if broken else []
    days = calendar(wanted.start, wanted.end)
    return Leave(
        government=history.government,
        absence=absence_told(wanted),
        working_days=sum(day.works for day in days),
        arranged=all(day.arranged for day in days),
        verdict=min(found, key=list(Verdict).index, default=Verdict.FITS),
        objections=objections,
        broken=broken,
        seats=tuple(change for change in lost if change.subject.kind == "group"),
        ways_out=trial.ways_out(),
    )
