"""What people enter, each as a small record."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from msgspec import Struct

from registry.model.time import Lasting, TimeOfDay, written


class _Entered(Lasting):
    __slots__ = ()

    def covers(self, day: date) -> bool:
        """Say whether it holds at some time of ``day``."""
        return self.start <= day <= self.end


class Absence(_Entered, Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person is not there from ``start`` to ``end``, both days included.

    With ``start_time`` he is there on the first day until then, with ``end_time`` on the last
    from then on. ``kind`` is why in the rules' sense: ``away`` (not in the city) is the trigger
    of most AB rules; other kinds (``ill`` in town, …) count only where a rule names them.
    """

    person: str
    start: date
    end: date
    kind: str = written("away")
    start_time: TimeOfDay | None = None
    end_time: TimeOfDay | None = None


class Decision(_Entered, Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The coordinator names who acts for ``holder`` from ``start`` to ``end``, both included.

    With times it is for a part of the first or last day, as an absence is. With ``subject``, an
    area, an agency or a group of his, it is for that alone.
    """

    coordinator: str
    holder: str
    assignee: str
    start: date
    end: date
    because: str
    subject: str | None = None
    start_time: TimeOfDay | None = None
    end_time: TimeOfDay | None = None


Step = Literal[
    "told_backup",
    "told_office",
    "told_coordinator",
    "told_head",
    "handed_over",
    "accepted",
    "reported_back",
]
"""What is done about an absence: who was told, the hand-over, its acceptance, the report."""


class HandoverStep(_Entered, Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One step of handing over, done ``on`` a day, for the absence of ``holder`` that it is about.

    ``start`` and ``end``, with their times, are those of that absence.
    """

    holder: str
    step: Step
    on: date
    start: date
    end: date
    note: str | None = written(None)
    start_time: TimeOfDay | None = None
    end_time: TimeOfDay | None = None


class Approval(_Entered, Struct, frozen=True, kw_only=True):
    """``by`` allows ``person`` to be absent although a rule is in principle against it."""

    by: str
    person: str
    start: date
    end: date
    because: str


class OnRecord(NamedTuple):
    """What people entered for one government, each kind in the order in which it was recorded."""

    absences: tuple[Absence, ...] = ()
    decisions: tuple[Decision, ...] = ()
    handovers: tuple[HandoverStep, ...] = ()
    approvals: tuple[Approval, ...] = ()

    def within(self, period: Lasting) -> OnRecord:
        """Return what holds at some time of ``period``."""
        return OnRecord._make(
            tuple(one for one in kind if one.meets(period)) if kind else () for kind in self
        )
