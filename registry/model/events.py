"""What an entry of the journal changes, one event each; none says why anybody is absent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct, field

from registry.model.answers import Status, Words
from registry.model.facts import DocumentKind
from registry.model.time import TimeOfDay

EventKind = Literal["notice_loaded", "cover_changed", "gap_found", "both_away", "seat_due"]
"""The closed set of what events tell of, in the order of one entry's events."""


class Span(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """From when to when, both days included; as in an answer's segment.

    Without ``end`` it goes on past the days that are looked at.
    """

    start: date = field(name="from")
    start_time: TimeOfDay | None = field(name="from_time", default=None)
    end: date | None = field(name="to", default=None)
    end_time: TimeOfDay | None = field(name="to_time", default=None)


class Event(Struct, frozen=True, kw_only=True, tag_field="type"):
    """What follows from one entry for one government.

    ``id`` is the entry's number and the event's place among those of the entry, ``12-1``;
    ``timestamp`` is when the entry was recorded.
    """

    id: str
    timestamp: datetime
    government: str
    text: Words


class NoticeLoaded(Event, frozen=True, kw_only=True, tag="notice_loaded"):
    """A notice was read in."""

    doc: str
    number: str | None
    title: str
    date: str | None
    kind: DocumentKind


class CoverChange(Struct, frozen=True, kw_only=True):
    """Who has an area or an agency, or acts for a leader: before the entry, and after it."""

    kind: Literal["area", "agency", "leader"]
    name: str
    when: Span
    before: tuple[str, ...]
    after: tuple[str, ...]


class CoverChanged(Event, frozen=True, kw_only=True, tag="cover_changed"):
    """Who covers something is another than before; all changes of the entry together."""

    changes: tuple[CoverChange, ...]


class GapFound(Event, frozen=True, kw_only=True, tag="gap_found"):
    """Nobody is named to act for ``holder``; before the entry somebody was, or he was there."""

    holder: str
    when: Span
    status: Status
    coordinator: str | None
    candidates: tuple[str, ...]


class BothAway(Event, frozen=True, kw_only=True, tag="both_away"):
    """A and B of a pair are away at the same time."""

    a: str
    b: str
    when: Span


class SeatDue(Event, frozen=True, kw_only=True, tag="seat_due"):
    """A seat in a leading group is due for replacement: its holder left the post that gave it."""

    group: str
    person: str


AnyEvent = NoticeLoaded | CoverChanged | GapFound | BothAway | SeatDue
