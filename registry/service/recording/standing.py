"""Use case: what people entered that stands, under the names as they are known now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import get_args

from msgspec import structs

from registry.errors import UnknownName
from registry.graph.identity import Rename, absence_of, entered_as, rename_of
from registry.graph.state import standing
from registry.model.journal import (
    AbsenceRecorded,
    ApprovalRecorded,
    DecisionRecorded,
    Entered,
    Entry,
    HandoverRecorded,
    Merged,
    Record,
    Split,
)
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.service.registry import MOST
from registry.store.port import Journal


def entered(
    journal: Journal, *, government: str | None = None, on: date | None = None
) -> tuple[Entry, ...]:
    """Return the absences, decisions, hand-overs and approvals that stand, in their order.

    Private reasons are left out.

    Args:
        journal: where the entries are; no fact is worked out for this.
        government: of which; without it, of all.
        on: only those whose days have this one among them.

    Raises:
        UnknownName: not one government fits.
    """
    body = None if government is None else _meant(journal.governments(), government)
    return listed(journal.entries(government=body), get_args(Entered), government=body, on=on)


def listed(
    entries: Iterable[Entry],
    kinds: tuple[type[Record], ...],
    *,
    government: str | None = None,
    on: date | None = None,
    tells_why: bool = False,
) -> tuple[Entry, ...]:
    """Return those of ``entries`` that stand and record one of ``kinds``, in their order.

    Args:
        entries: all that bear on the government, or the whole journal.
        kinds: the kinds of record.
        government: only its own; corrections are of none, and not left out for it.
        on: only those whose days have this one among them.
        tells_why: whether private reasons are told.
    """
    stands = standing(tuple(entries))
    renames = _renames(stands)
    found: list[Entry] = []
    for entry in stands:
        record = entry.record
        if not isinstance(record, kinds):
            continue
        if government not in {None, getattr(record, "government", government)}:
            continue
        if isinstance(record, Entered):
            if on is not None and not _what(record).covers(on):
                continue
            record = entered_as(record, renames)
        if isinstance(record, AbsenceRecorded) and not tells_why:
            record = structs.replace(record, reason=None)
        found.append(structs.replace(entry, record=record))
    return tuple(found)


def about(journal: Journal, entry: Entry) -> tuple[int, ...]:
    """Return the hand-overs and approvals that stand and are about an absence entered."""
    record = entry.record
    if not isinstance(record, AbsenceRecorded):
        return ()
    stands = standing(tuple(journal.entries(government=record.government)))
    gone = absence_of(record.absence, record.government, _renames(stands))
    days = (gone.start, gone.end)
    found: list[int] = []
    for other in entered(journal, government=record.government):
        match other.record:
            case HandoverRecorded(handover=step):
                if (step.holder, step.start, step.end) == (gone.person, *days):
                    found.append(other.number)
            case ApprovalRecorded(approval=given):
                if (given.person, given.start, given.end) == (gone.person, *days):
                    found.append(other.number)
            case _:
                pass
    return tuple(found)


def _renames(stands: Sequence[Entry]) -> list[Rename]:
    return [rename_of(e.record) for e in stands if isinstance(e.record, Merged | Split)]


def _meant(bodies: Sequence[str], government: str) -> str:
    fitting = [b for b in bodies if b == government] or [b for b in bodies if government in b]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UnknownName(
            f"several governments fit {government!r}: {', '.join(fitting[:MOST])}; choose one",
            tuple(fitting[:MOST]),
        )
    raise UnknownName(
        f"no notice of {government!r} is known; known: {', '.join(bodies[:MOST])}",
        tuple(bodies[:MOST]),
    )


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
