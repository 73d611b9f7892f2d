"""What a file of absences holds, not yet checked against what is known."""

from __future__ import annotations

from msgspec import Struct

from registry.model.answers import Words
from registry.model.journal import CalendarEvent
from registry.model.time import Period


class Row(Struct, frozen=True, kw_only=True):
    """One absence; ``event`` is where it comes from, in a calendar whose events have a UID."""

    line: int
    person: str
    when: Period
    kind: str
    government: str | None = None
    event: CalendarEvent | None = None


class Whole(Struct, frozen=True, kw_only=True):
    """An event that the file has whole: of what was recorded of it before, only its rows stay.

    Where it is ``cancelled`` it has no rows. An ``occurrence`` is one of a repeating event alone.
    """

    line: int
    event: CalendarEvent
    cancelled: bool = False


class Passed(Struct, frozen=True, kw_only=True):
    """An event that is no absence of anybody known: its line, whom or what it names, and why not."""

    line: int
    what: str
    why: Words


class Broken(Struct, frozen=True, kw_only=True):
    """An event that cannot be read: at fault if one of ``persons`` is a leader, else no absence."""

    line: int
    what: str
    persons: tuple[str, ...]
    why: str


class Contents(Struct, frozen=True, kw_only=True):
    """The absences of a file, in its order, and the events that it has whole or cancels.

    A ``calendar`` holds other events too: they are passed over. A table holds absences alone.
    """

    rows: tuple[Row, ...]
    wholes: tuple[Whole, ...] = ()
    passed: tuple[Passed, ...] = ()
    broken: tuple[Broken, ...] = ()
    calendar: bool = False
