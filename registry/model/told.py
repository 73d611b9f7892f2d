"""What people entered, as answers tell it: with the keys of every other period there.

The journal writes the same records with ``start`` and ``end``, and goes on to: what is recorded
stays as it is, to the byte.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field, structs

from registry.model.records import Absence, Step
from registry.model.time import Lasting, TimeOfDay, written


class _Told(Lasting, Struct, frozen=True, kw_only=True, omit_defaults=True):
    """``from`` and ``to`` are both included; with times it is a part of the first or last day."""

    start: date = field(name="from")
    start_time: TimeOfDay | None = field(name="from_time", default=None)
    end: date = field(name="to")
    end_time: TimeOfDay | None = field(name="to_time", default=None)


class AbsenceTold(_Told, frozen=True, kw_only=True):
    """A person is not there; ``kind`` is why in the rules' sense."""

    person: str
    kind: str = written("away")


class DecisionTold(_Told, frozen=True, kw_only=True):
    """``coordinator`` named ``assignee`` to act for ``holder``, for ``subject`` alone if there is one."""

    coordinator: str
    holder: str
    assignee: str
    because: str
    subject: str | None = None


class HandoverTold(_Told, frozen=True, kw_only=True):
    """A step of handing over, done ``on`` a day, for the absence of ``holder`` in those days."""

    holder: str
    step: Step
    on: date
    note: str | None = written(None)


class ApprovalTold(_Told, frozen=True, kw_only=True):
    """``by`` allows ``person`` to be absent although a rule is in principle against it."""

    by: str
    person: str
    because: str


def absence_told(absence: Absence) -> AbsenceTold:
    """Return an absence as answers tell it.

    >>> absence_told(Absence(person="张良华", start=date(2019, 9, 3), end=date(2019, 9, 5))).kind
    'away'
    """
    return AbsenceTold(**structs.asdict(absence))


def absence_of(told: AbsenceTold) -> Absence:
    """Return the absence that is told."""
    return Absence(**structs.asdict(told))
