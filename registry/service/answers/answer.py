"""Use case: who acts for a subject over a period, given absences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import structs

from registry.model.answers import Answer
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.model.time import Period
from registry.resolve.answer import answer as resolve
from registry.resolve.names import check_person, persons_ever
from registry.service.calendar import holidays_in
from registry.service.registry import Registry
from registry.service.wanted import still_wanted


def answer(
    registry: Registry,
    subject: str,
    period: Period,
    absences: Sequence[Absence] = (),
    decisions: Sequence[Decision] = (),
    *,
    handovers: Sequence[HandoverStep] = (),
    approvals: Sequence[Approval] = (),
    government: str | None = None,
    known_at: datetime | None = None,
) -> Answer:
    """Answer for the government asked for, or the only one whose notices name the subject.

    ``known_at`` asks for the answer that the registry would have given at that moment, which
    bears its time zone. What is given counts besides those recorded.

    Raises:
        UnknownName: no notice names the subject, an absent person or the government, or
            several governments fit.
        SlowAnswer: nobody waits for it any more.
    """
    still_wanted()
    known = registry.known(known_at)
    history = known.history(government, subject)
    recorded = known.on_record(history.government)
    persons = persons_ever(history)
    checked = [
        absence
        if absence.person in persons
        else structs.replace(absence, person=check_person(history, absence.person))
        for absence in absences
    ]
    found = resolve(
        history,
        known.rules(history.government),
        subject.strip(),
        period.start,
        period.end,
        start_time=period.start_time,
        end_time=period.end_time,
        absences=(*recorded.absences, *checked),
        decisions=(*recorded.decisions, *decisions),
        handovers=(*recorded.handovers, *handovers),
        approvals=(*recorded.approvals, *approvals),
        glossary=known.glossary,
    )
    days, unknown = holidays_in(period.start, period.end)
    if not days and not unknown:
        return found
    return structs.replace(found, holidays=days, holidays_unknown=unknown)
