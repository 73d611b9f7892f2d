"""The week of a government as a duty office prints it: days, leaders, and what is open."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct, field

from registry.model.answers import CalendarDay, Reason, Status, Words
from registry.model.time import Lasting, TimeOfDay, written


class Presence(Enum):
    """Where a leader is on a day, as far as is recorded."""

    PRESENT = "present"
    """No absence is recorded."""
    AWAY = "away"
    LEFT = "left"
    """A later notice took him out of office, while the division still names him."""
    NOT_LISTED = "not_listed"
    """The division in force on the day does not list him."""


class Cell(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One leader on one day; ``gap`` is the answer's status where nobody acts for him.

    A day that is not the same throughout has ``parts``, from ``from_time`` to ``to_time`` each;
    the cell itself then has all that holds at some time of the day.
    """

    day: date = field(name="date")
    start_time: TimeOfDay | None = field(name="from_time", default=None)
    end_time: TimeOfDay | None = field(name="to_time", default=None)
    presence: Presence
    kinds: tuple[str, ...] = written(())
    """Kinds of absence; never the private reason."""
    acted_by: tuple[str, ...] = written(())
    acting_for: tuple[str, ...] = written(())
    gap: Status | None = written(None)
    parts: tuple[Cell, ...] = ()


class Row(Struct, frozen=True, kw_only=True):
    """One leader, with a cell for each day of the week."""

    person: str
    titles: tuple[str, ...]
    cells: tuple[Cell, ...]


class GapKind(Enum):
    """What is open, most urgent first."""

    UNSPECIFIED = "unspecified"
    COORDINATION_REQUIRED = "coordination_required"
    BOTH_AWAY = "both_away"
    COORDINATOR_AWAY = "coordinator_away"
    HANDOVER_MISSING = "handover_missing"
    """Somebody acts, and what a rule asks for before that is not recorded."""


class WeekGap(Lasting, Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A run of days on which something is open, and the clauses that leave it so."""

    start: date = field(name="from")
    start_time: TimeOfDay | None = field(name="from_time", default=None)
    end: date = field(name="to")
    end_time: TimeOfDay | None = field(name="to_time", default=None)
    kind: GapKind
    persons: tuple[str, ...]
    text: Words
    coordinator: str | None = written(None)
    candidates: tuple[str, ...] = written(())
    reasons: tuple[Reason, ...] = written(())


class Sheet(Struct, frozen=True, kw_only=True):
    """The week from Monday to Sunday; rows in the order of the division-of-labour notice."""

    government: str
    start: date = field(name="from")
    end: date = field(name="to")
    notices: tuple[str, ...]
    """The division-of-labour notices in force in the week."""
    days: tuple[CalendarDay, ...]
    rows: tuple[Row, ...]
    gaps: tuple[WeekGap, ...]
