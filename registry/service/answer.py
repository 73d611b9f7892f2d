"""Use case: who acts for a subject over a period, given absences."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from registry.model.answers import Answer
from registry.model.records import Absence, Decision
from registry.resolve.answer import answer as resolve
from registry.resolve.names import check_person
from registry.service.question import Period
from registry.service.registry import Registry


def answer(
    registry: Registry,
    subject: str,
    period: Period,
    absences: Sequence[Absence] = (),
    decisions: Sequence[Decision] = (),
    *,
    government: str | None = None,
) -> Answer:
    """Answer for the government asked for, or the only one whose notices name the subject.

    Raises:
        UnknownName: no notice names the subject, an absent person or the government, or
            several governments fit.
    """
    history = registry.history(government, subject)
    checked = tuple(
        structs.replace(absence, person=check_person(history, absence.person))
        for absence in absences
    )
    return resolve(
        history,
        registry.rules(history.government),
        subject.strip(),
        period.start,
        period.end,
        absences=checked,
        decisions=decisions,
        glossary=registry.glossary,
    )
