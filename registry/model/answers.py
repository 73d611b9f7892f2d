"""The answer to "who acts?": segments of days, each with its covers and its reasons."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct, field

from registry.model.time import Lasting, TimeOfDay, written


class Status(Enum):
    """How a subject is covered; the values are the words of the JSON answer."""

    IN_CHARGE = "in_charge"
    ACTING = "acting"
    COORDINATION_REQUIRED = "coordination_required"
    ASSIGNED = "assigned"
    UNSPECIFIED = "unspecified"
    UNASSIGNED = "unassigned"
    SHARED = "shared"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


class Relation(Enum):
    """What ties a person to a subject."""

    SUPERVISES = "supervises"
    RESPONSIBLE = "responsible"
    ALSO_SUPERVISES = "also_supervises"
    ALSO_RESPONSIBLE = "also_responsible"
    LIAISES = "liaises"
    ASSISTS = "assists"
    ASSISTS_SUPERVISING = "assists_supervising"
    ASSISTS_LIAISING = "assists_liaising"
    HEADS = "heads"
    """Head of a leading group, delegation or command."""
    PORTFOLIO = "portfolio"
    """The person asked about: everything he holds."""
    POST = "post"

    @property
    def strength(self) -> int:
        """Rank in being in charge: 3 is the strongest, 0 is never in charge."""
        return _STRENGTH.get(self, 0)


_STRENGTH = {
    Relation.HEADS: 3,
    Relation.PORTFOLIO: 3,
    Relation.POST: 3,
    Relation.SUPERVISES: 3,
    Relation.RESPONSIBLE: 2,
    Relation.ALSO_SUPERVISES: 1,
    Relation.ALSO_RESPONSIBLE: 1,
}


class Words(Struct, frozen=True):
    """One sentence in both languages of the registry."""

    zh: str
    en: str


class Reason(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One step of an answer, and the clause, document and date that it rests on.

    A step without a clause rests on what was asked (an absence, a day) or on the
    silence of every notice; its text says so.
    """

    code: str
    text: Words
    clause: str | None = None
    doc: str | None = None
    date: str | None = None


class Cover(Struct, frozen=True, kw_only=True):
    """One holder of the subject and who acts in his share of it."""

    holder: str
    relation: Relation
    status: Status
    acting: str | None
    coordinator: str | None = None
    candidates: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Also(Struct, frozen=True):
    """One who assists or liaises, beside those in charge."""

    person: str
    relation: Relation


class Segment(Lasting, Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A run of days with one and the same answer; ``from`` and ``to`` are both included.

    Where the answer changes within a day, the run begins at ``from_time`` on its first day, or
    ends before ``to_time`` on its last.
    """

    start: date = field(name="from")
    start_time: TimeOfDay | None = field(name="from_time", default=None)
    end: date = field(name="to")
    end_time: TimeOfDay | None = field(name="to_time", default=None)
    status: Status
    acting: tuple[str, ...]
    covers: tuple[Cover, ...]
    also: tuple[Also, ...]
    reasons: tuple[Reason, ...] = written(())
    """Why, where no cover can say it: nobody holds the subject, or the choice is open."""
    choices: tuple[str, ...] = written(())
    """The subjects that an ambiguous question may mean."""


class DayKind(Enum):
    """What a day of the calendar is to an office."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    """A public holiday by name, or its substitute (补假)."""
    BRIDGE = "adjusted_rest"
    """A weekday that is free because a weekend day is worked (调休)."""
    SHIFTED = "adjusted_workday"
    """A Saturday or Sunday that is worked (调休上班)."""


class CalendarDay(Struct, frozen=True, kw_only=True):
    """One day: what it is and its name where it has one.

    ``arranged`` is false where the year's holidays are not known: weekday or weekend is then
    all that is told.
    """

    day: date = field(name="date")
    kind: DayKind
    name: Words | None = None
    arranged: bool = True

    @property
    def works(self) -> bool:
        """Say whether offices work on the day."""
        return self.kind in (DayKind.WORKDAY, DayKind.SHIFTED)


class Answer(Struct, frozen=True, kw_only=True):
    """Who acts for ``subject``; the segments tile the period without gap or overlap."""

    subject: str
    government: str
    segments: tuple[Segment, ...]
    holidays: tuple[CalendarDay, ...] = ()
    """The holidays and adjusted days of the period, where it is a year at most."""
    holidays_unknown: tuple[int, ...] = ()
    """The years of the period whose holidays are not known."""
