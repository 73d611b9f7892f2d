"""Use case: what people entered that stands, under the names as they are known now."""

from __future__ import annotations

from datetime import date

from msgspec import structs

from registry.graph.identity import entered_as, rename_of
from registry.graph.state import standing
from registry.model.journal import (
    AbsenceRecorded,
    ApprovalRecorded,
    DecisionRecorded,
    Entered,
    Entry,
    HandoverRecorded,
)
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.service.record import Known


def entered(
    so_far: Known, *, government: str | None = None, on: date | None = None
) -> tuple[Entry, ...]:
    """Return the absences, decisions, hand-overs and approvals that stand, in their order.

    Private reasons are left out.

    Args:
        so_far: what is known.
        government: of which; without it, of all.
        on: only those whose days have this one among them.

    Raises:
        UnknownName: not one government fits.
    """
    body = None if government is None else so_far.history(government, "").government
    renames = [rename_of(made) for made in so_far.state.identities]
    found: list[Entry] = []
    for entry in standing(so_far.entries):
        record = entry.record
        if not isinstance(record, Entered) or body not in {None, record.government}:
            continue
        if on is not None and not _what(record).covers(on):
            continue
        record = entered_as(record, renames)
        if isinstance(record, AbsenceRecorded):
            record = structs.replace(record, reason=None)
        found.append(structs.replace(entry, record=record))
    return tuple(found)


def _what(record: Entered) -> Absence | Decision | HandoverStep | Approval:
    match record:
        case AbsenceRecorded(absence=absence):
            return absence
        case DecisionRecorded(decision=decision):
            return decision
        case HandoverRecorded(handover=step):
            return step
        case ApprovalRecorded(approval=approval):
            return approval
