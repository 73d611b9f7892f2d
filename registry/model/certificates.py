"""What a certificate says beside the answer: the question, the journal's end, who was considered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from msgspec import Struct, field

from registry.model.answers import Words
from registry.model.records import Absence, Approval, Decision, HandoverStep


class Asked(Struct, frozen=True, kw_only=True):
    """The question: who acts for ``subject`` from a day to a day, both included.

    ``supposed`` are absences that are no record but were supposed in the question.
    ``known_at`` is the moment asked about, where the question names one.
    """

    subject: str
    government: str
    start: date = field(name="from")
    end: date = field(name="to")
    supposed: tuple[Absence, ...] = ()
    known_at: datetime | None = None


class JournalEnd(Struct, frozen=True, kw_only=True):
    """The last entry that counts in an answer, when it was recorded, and the digest up to it."""

    number: int
    at: datetime | None
    chain: str


class Records(Struct, frozen=True, kw_only=True):
    """What people have entered of who is away and who acts; private reasons and notes are not here."""

    absences: tuple[Absence, ...] = ()
    decisions: tuple[Decision, ...] = ()
    handovers: tuple[HandoverStep, ...] = ()
    approvals: tuple[Approval, ...] = ()


Outcome = Literal[
    "acts",
    "left_office",
    "absent",
    "may_be_named",
    "coordinates",
    "not_needed",
    "assists_only",
    "not_named",
]
"""What became of one who was considered; the first that fits, in this order."""


class Considered(Struct, frozen=True, kw_only=True):
    """One person who has to do with a segment or is a leader, what became of him, and why."""

    person: str
    outcome: Outcome
    why: Words


class Difference(Struct, frozen=True, kw_only=True):
    """One place where a certificate and what is found differ; ``None`` where one has nothing."""

    path: str
    certified: Any
    found: Any


SignatureState = Literal["good", "wrong", "key_unknown", "key_retired"]
"""``key_retired``: signed at a time when the key signed no more."""


class Verdict(Struct, frozen=True, kw_only=True):
    """What came of checking a certificate.

    ``replay`` is where the answer differs when it is worked out again from what the certificate
    holds; ``registry`` where it differs from the registry, ``None`` where they were not compared.
    ``made_by`` and ``checked_by`` are versions of the registry.
    """

    holds: bool
    signature: SignatureState
    kid: str
    issued: datetime
    made_by: str
    checked_by: str
    asked: Asked
    journal: JournalEnd | None
    replay: tuple[Difference, ...]
    registry: tuple[Difference, ...] | None
