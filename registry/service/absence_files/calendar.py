"""Absences in a calendar (iCalendar, RFC 5545): whole days, hours, repeated, moved, cancelled.

Days are those of Asia/Shanghai. A moment of another zone is the one it is there; one without a
zone is in Asia/Shanghai.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from icalendar import Calendar
from icalendar.cal import Component
from icalendar.prop import vCategory
from msgspec import Struct

from registry.errors import BadRecord
from registry.model.journal import CalendarEvent
from registry.model.time import Period
from registry.service.absence_files.event_times import key_of, occurrences, start_of, value_of, when
from registry.service.absence_files.rows import Contents, Row, Whole
from registry.service.question import KINDS

_ONCE = ("UID", "SUMMARY", "STATUS", "SEQUENCE", "RECURRENCE-ID", "DTSTART", "DTEND", "DURATION")
"""What an event may say once; what stands there twice would be read as neither."""
_AFTER_NAME = re.compile(r"[:：,，(（]")


class _Event(Struct, frozen=True):
    """What a calendar says of an event, and the line at which it begins."""

    line: int
    content: Component
    cancelled: bool

    @property
    def uid(self) -> str:
        """Return what all that is said of one event has in common; empty where it has nothing."""
        return str(self.content.get("UID", "")).strip()

    @property
    def is_one_of_several(self) -> bool:
        """Say whether it is about one occurrence of a repeating event."""
        return "RECURRENCE-ID" in self.content

    @property
    def sequence(self) -> int:
        """Return which revision of the event it is."""
        try:
            return int(self.content.get("SEQUENCE", 0))
        except (TypeError, ValueError):
            raise ValueError("its SEQUENCE is no number; export the calendar again") from None

    def named(self, sequence: int, occurrence: str | None = None) -> CalendarEvent:
        """Return by what a later file can be held against this one."""
        digest = sha256(self.uid.encode()).hexdigest()
        return CalendarEvent(uid=digest, occurrence=occurrence, sequence=sequence)


def from_calendar(text: str, path: Path) -> Contents:
    """Read the absences in a calendar, and which events it cancels.

    Raises:
        BadRecord: it is no calendar, or an event is at fault; the message names its line.
    """
    groups: dict[str, list[_Event]] = {}
    for event in _events(text, path):
        groups.setdefault(event.uid or f"line {event.line}", []).append(event)
    found = [one for group in groups.values() for one in _read(group, path)]
    return Contents(
        rows=tuple(one for one in found if isinstance(one, Row)),
        wholes=tuple(one for one in found if isinstance(one, Whole)),
    )


def _events(text: str, path: Path) -> Iterator[_Event]:
    lines = [
        number
        for number, line in enumerate(io.StringIO(text, newline=None), 1)
        if line.strip().upper() == "BEGIN:VEVENT"
    ]
    try:
        found = [
            (event, str(calendar.get("METHOD", "")).upper() == "CANCEL")
            for calendar in Calendar.from_ical(text, multiple=True)
            for event in calendar.walk("VEVENT")
        ]
    except Exception as error:  # noqa: BLE001 - broken files make the library fail in any way
        why = " ".join(str(error).split())  # it quotes the file, line ends and all
        raise BadRecord(f"{path}: is no iCalendar ({why}); export the calendar again") from None
    if len(found) != len(lines):
        raise BadRecord(f"{path}: is no iCalendar: events are cut short; export it again")
    for line, (event, cancelled) in zip(lines, found, strict=True):
        off = cancelled or str(event.get("STATUS", "")).upper() == "CANCELLED"
        said = _Event(line, event, off)
        with _told_of(said, path):
            _refuse_twice(event)
        yield said


def _refuse_twice(event: Component) -> None:
    twice = next((name for name in _ONCE if isinstance(event.get(name), list)), None)
    if twice is not None:
        raise ValueError(f"has its {twice} more than once; export the calendar again")


def _read(group: list[_Event], path: Path) -> Iterator[Row | Whole]:
    """Yield the absences of one event, and that the file has it whole or cancels it."""
    master = _newest([event for event in group if not event.is_one_of_several], path)
    moved: dict[str, list[_Event]] = {}
    for event in group:
        if event.is_one_of_several:
            with _told_of(event, path):
                moved.setdefault(_occurrence(event, master), []).append(event)
    least = 0
    if master is not None:
        with _told_of(master, path):
            least = master.sequence
            yield Whole(line=master.line, event=master.named(least), cancelled=master.cancelled)
            if master.cancelled:
                return
            for key, period in occurrences(master.content):
                if key not in moved:
                    yield _row(master, period, least, key)
    for key, events in moved.items():
        newest = _newest(events, path) or events[0]
        with _told_of(newest, path):
            sequence = max(least, newest.sequence)
            if newest.cancelled:
                yield Whole(line=newest.line, event=newest.named(sequence, key), cancelled=True)
            else:
                yield _row(newest, when(newest.content), sequence, key)


def _newest(events: list[_Event], path: Path) -> _Event | None:
    """Return the last revision of what is said of one and the same."""
    newest: _Event | None = None
    for event in events:
        with _told_of(event, path):
            if newest is None or event.sequence > newest.sequence:
                newest = event
            elif event.sequence == newest.sequence and event.content != newest.content:
                raise ValueError(
                    f"has the UID and the SEQUENCE of the one at line {newest.line}, and says"
                    " something else; give each event a UID of its own"
                )
    return newest


def _occurrence(event: _Event, master: _Event | None) -> str:
    """Return for when an occurrence stood first, before it was moved."""
    if event.content["RECURRENCE-ID"].params.get("RANGE"):
        raise ValueError("changes all later times at once; export each as an event of its own")
    first = value_of(event.content, "RECURRENCE-ID")
    if first is None:
        raise ValueError("its RECURRENCE-ID cannot be read; export the calendar again")
    if master is not None and type(first) is not type(start_of(master.content)):
        raise ValueError(
            "its RECURRENCE-ID and the DTSTART of what it changes are not both days or both times;"
            " export the calendar again"
        )
    return key_of(first)


def _row(event: _Event, period: Period, sequence: int, occurrence: str | None) -> Row:
    name = _AFTER_NAME.split(str(event.content.get("SUMMARY", "")))[0].strip()
    if not name:
        raise ValueError("names nobody; begin its SUMMARY with the name")
    kinds = tuple(_categories(event.content))
    if len(kinds) != 1:
        raise ValueError(f"needs one of CATEGORIES, its kind of absence: {KINDS}")
    return Row(
        line=event.line,
        person=name,
        when=period,
        kind=kinds[0],
        event=event.named(sequence, occurrence) if event.uid else None,
    )


def _categories(event: Component) -> Iterator[str]:
    found = event.get("CATEGORIES", ())
    groups: Iterable[object] = found if isinstance(found, list) else [found]
    for group in groups:
        if isinstance(group, vCategory):
            yield from (str(name).strip().lower() for name in group.cats)


@contextmanager
def _told_of(event: _Event, path: Path) -> Iterator[None]:
    """Have what is wrong said of the event's line."""
    try:
        yield
    except (ValueError, OverflowError) as error:
        why = " ".join(str(error).split())
        raise BadRecord(f"{path}, event at line {event.line}: {why}") from None
