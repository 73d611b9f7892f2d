"""The journal: what the registry learnt, when, from whom and why; nothing is ever edited."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from registry.model.facts import AnyFact
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.model.time import written


class Record(Struct, frozen=True, kw_only=True, tag_field="record"):
    """One thing learnt or decided."""


class NoticeIngested(Record, frozen=True, kw_only=True, tag="notice_ingested"):
    """A notice was read: its text, and the facts that the parser of that day found in it.

    ``digest`` is the SHA-256 of the text as read, in UTF-8 and hexadecimal: the same text is
    never ingested twice. ``text`` is what the spans of the facts refer to; telephone numbers,
    mail addresses and identity numbers in it are made unreadable, place for place.
    """

    digest: str
    name: str
    text: str
    facts: tuple[AnyFact, ...]


class FactCorrected(Record, frozen=True, kw_only=True, tag="fact_corrected"):
    """A fact was read or printed wrongly: ``wrong`` counts no more, ``right`` in its stead.

    No ``right`` takes the fact back; no ``wrong`` adds one that the notice states and the
    parser missed.
    """

    wrong: AnyFact | None = None
    right: AnyFact | None = None


class CalendarEvent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The event that an absence was read from, so that a later file can change or cancel it.

    ``uid`` is the SHA-256 of the event's UID in UTF-8 and hexadecimal: a UID may hold a mail
    address. ``occurrence`` says which one of a repeating event it is, by the day or moment in
    Asia/Shanghai for which it stood there first. ``sequence`` is the event's revision.
    """

    uid: str
    occurrence: str | None = None
    sequence: int = 0


class AbsenceRecorded(
    Record, frozen=True, kw_only=True, tag="absence_recorded", omit_defaults=True
):
    """A person will be, is or was absent; ``reason`` is private and in no public answer."""

    government: str
    absence: Absence
    reason: str | None = written(None)
    event: CalendarEvent | None = None


class DecisionRecorded(Record, frozen=True, kw_only=True, tag="decision_recorded"):
    """The coordinator's assignment while A and B are away."""

    government: str
    decision: Decision


class HandoverRecorded(Record, frozen=True, kw_only=True, tag="handover_recorded"):
    """A step of handing over was done: somebody was told, the work handed over, or back."""

    government: str
    handover: HandoverStep


class ApprovalRecorded(Record, frozen=True, kw_only=True, tag="approval_recorded"):
    """An absence was allowed although a rule is in principle against it."""

    government: str
    approval: Approval


class Merged(Record, frozen=True, kw_only=True, tag="merged"):
    """Two names of one government are one person's or one agency's; ``into`` is kept."""

    government: str
    kind: Literal["person", "agency"]
    name: str
    into: str


class Split(Record, frozen=True, kw_only=True, tag="split"):
    """One name is two people's: those of the documents ``docs`` are told apart as ``called``."""

    government: str
    name: str
    docs: tuple[str, ...]
    called: str


class Withdrawn(Record, frozen=True, kw_only=True, tag="withdrawn"):
    """An earlier entry counts no more from now on; what was known before stays known then."""

    entry: int


Entered = AbsenceRecorded | DecisionRecorded | HandoverRecorded | ApprovalRecorded
"""What people enter of who is away and who acts."""

AnyRecord = NoticeIngested | FactCorrected | Entered | Merged | Split | Withdrawn


class Entry(Struct, frozen=True, kw_only=True):
    """One line of the journal.

    ``number`` counts from 1 without gaps; ``at`` is when the registry learnt it, in UTC,
    never earlier than the entry before; ``by`` is who entered it, ``because`` why, and
    ``source`` where it came from (a file's name, a letter, a meeting).
    """

    number: int
    at: datetime
    by: str
    record: AnyRecord
    because: str | None = None
    source: str | None = None
