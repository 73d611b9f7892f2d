"""What a file of absences holds, not yet checked against what is known."""

from __future__ import annotations

from msgspec import Struct

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


class Contents(Struct, frozen=True, kw_only=True):
    """The absences of a file, in its order, and the events that it has whole or cancels."""

    rows: tuple[Row, ...]
    wholes: tuple[Whole, ...] = ()
