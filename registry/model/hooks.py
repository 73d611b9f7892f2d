"""Who is told of events, and what became of telling him."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from registry.model.events import EventKind

Reach = Literal["public", "private", "loopback"]
"""Where a hook may lead: to public addresses; to those of an inner network too; to this
machine alone, by plain HTTP too."""

Place = tuple[int, int]
"""A place among the events: the entry's number, and the event's place among those of the entry."""


class Hook(Struct, frozen=True, kw_only=True):
    """One who is told of events: at ``url``, of ``kinds`` (of all if empty), of one government or all.

    Every event up to ``place`` is done with. ``tries`` is how often the next was tried,
    ``due`` when it is tried again, and ``why`` what went wrong last.
    """

    id: str
    url: str
    kinds: tuple[EventKind, ...]
    government: str | None
    reach: Reach
    made: datetime
    made_by: str
    place: Place
    tries: int = 0
    due: datetime | None = None
    why: str | None = None


class Dead(Struct, frozen=True, kw_only=True):
    """An event that was given up after so many ``tries``; ``why`` is what went wrong last."""

    hook: str
    event: str
    at: datetime
    tries: int
    why: str
