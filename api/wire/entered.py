"""What people entered, as it goes over the wire: each with who, when and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import msgspec
from msgspec import Struct, structs

from api.ids import address
from api.listing import Item
from api.wire.links import Links
from registry.model.answers import Words
from registry.model.facts import AnyFact
from registry.model.journal import (
    AbsenceRecorded,
    ApprovalRecorded,
    CalendarEvent,
    DecisionRecorded,
    Entry,
    FactCorrected,
    HandoverRecorded,
    Merged,
    Split,
)
from registry.model.told import (
    AbsenceTold,
    ApprovalTold,
    DecisionTold,
    HandoverTold,
    absence_told,
)
from registry.service.recording.absence_files.rows import Passed


class Entered(Item, frozen=True, kw_only=True):
    """An entry of the journal: ``by`` is the name of the key or person who entered it."""

    links: Links
    number: int
    at: datetime
    by: str
    because: str | None
    source: str | None


class AbsenceEntry(Entered, frozen=True, kw_only=True):
    """An absence; ``reason`` is told with the scope `absences` alone."""

    government: str
    absence: AbsenceTold
    reason: str | None
    event: CalendarEvent | None


class DecisionEntry(Entered, frozen=True, kw_only=True):
    """A coordinator's decision."""

    government: str
    decision: DecisionTold


class HandoverEntry(Entered, frozen=True, kw_only=True):
    """A step of handing over."""

    government: str
    handover: HandoverTold


class ApprovalEntry(Entered, frozen=True, kw_only=True):
    """The approval of an absence that a rule is in principle against."""

    government: str
    approval: ApprovalTold


class CorrectionEntry(Entered, frozen=True, kw_only=True):
    """A correction: facts as `registry parse` prints them."""

    wrong: dict[str, Any] | None
    right: dict[str, Any] | None


class IdentityEntry(Entered, frozen=True, kw_only=True):
    """Two names of one (``into`` is kept), or one name of two (those of ``docs`` are ``called``)."""

    government: str
    what: Literal["merged", "split"]
    kind: Literal["person", "agency"]
    name: str
    into: str | None
    docs: tuple[str, ...]
    called: str | None


class Withdrawal(Entered, frozen=True, kw_only=True):
    """The withdrawal of ``entry``; ``about_it`` are entries about it that still stand."""

    entry: int
    about_it: tuple[int, ...]


class Done(Struct, frozen=True, kw_only=True):
    """What was written, and what the rules have to say of it.

    ``entries`` are the numbers of the journal's entries; ``links`` lead to the first of them.
    """

    entries: tuple[int, ...]
    links: Links
    warnings: tuple[Words, ...] = ()


class Imported(Struct, frozen=True, kw_only=True):
    """What became of a file of absences.

    ``entries`` are those written; ``taken_back`` the earlier ones that its calendar cancelled
    or changed; ``known`` and ``withdrawn`` count rows that were recorded already, and that
    were recorded and withdrawn; ``passed_over`` are events that are nobody's absence.
    """

    entries: tuple[int, ...]
    taken_back: tuple[int, ...]
    known: int
    withdrawn: int
    passed_over: tuple[Passed, ...]
    warnings: tuple[Words, ...]


def entered(entry: Entry, path: str) -> dict[str, Any]:
    """Return what every entry has, for the structs here; ``path`` is its collection's."""
    return {
        "id": str(entry.number),
        "links": Links(own=address(path, str(entry.number))),
        "number": entry.number,
        "at": entry.at,
        "by": entry.by,
        "because": entry.because,
        "source": entry.source,
    }


def shown(entry: Entry, path: str) -> Entered:
    """Return an entry as its collection shows it.

    Raises:
        TypeError: it is none of what people enter.
    """
    common = entered(entry, path)
    match entry.record:
        case AbsenceRecorded() as made:
            return AbsenceEntry(
                **common,
                government=made.government,
                absence=absence_told(made.absence),
                reason=made.reason,
                event=made.event,
            )
        case DecisionRecorded() as made:
            told = DecisionTold(**structs.asdict(made.decision))
            return DecisionEntry(**common, government=made.government, decision=told)
        case HandoverRecorded() as made:
            step = HandoverTold(**structs.asdict(made.handover))
            return HandoverEntry(**common, government=made.government, handover=step)
        case ApprovalRecorded() as made:
            given = ApprovalTold(**structs.asdict(made.approval))
            return ApprovalEntry(**common, government=made.government, approval=given)
        case FactCorrected(wrong=wrong, right=right):
            return CorrectionEntry(**common, wrong=_fact(wrong), right=_fact(right))
        case Merged() as made:
            return IdentityEntry(
                **common,
                government=made.government,
                what="merged",
                kind=made.kind,
                name=made.name,
                into=made.into,
                docs=(),
                called=None,
            )
        case Split() as made:
            return IdentityEntry(
                **common,
                government=made.government,
                what="split",
                kind="person",
                name=made.name,
                into=None,
                docs=made.docs,
                called=made.called,
            )
        case other:
            raise TypeError(f"{other.__struct_config__.tag} is not entered by people")


def _fact(fact: AnyFact | None) -> dict[str, Any] | None:
    return msgspec.to_builtins(fact) if fact is not None else None
