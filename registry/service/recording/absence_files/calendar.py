"""Absences in a calendar (iCalendar, RFC 5545): whole days, hours, repeated, moved, cancelled.

Days are those of Asia/Shanghai. A moment of another zone is the one it is there; one without a
zone is in Asia/Shanghai.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from icalendar import Calendar
from icalendar.cal import Component
from msgspec import Struct

from registry.errors import BadRecord
from registry.model.journal import CalendarEvent
from registry.model.time import Period
from registry.service.recording.absence_files.event_times import (
    key_of,
    occurrences,
    start_of,
    value_of,
    when,
)
from registry.service.recording.absence_files.rows import Broken, Contents, Passed, Row, Whole
from registry.service.recording.absence_files.summaries import NO_KIND, Told, called, meant, told

_ONCE = ("UID", "SUMMARY", "STATUS", "SEQUENCE", "RECURRENCE-ID", "DTSTART", "DTEND", "DURATION")
"""What an event may say once; what stands there twice would be read as neither."""


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
    """Read the absences in a calendar, which events it cancels, and which are no absence.

    An event that cannot be read is at fault if it is about a leader; whether it is, is not
    known here.

    Raises:
        BadRecord: it is no calendar, or what it says of an event cannot be told apart; the
            message names the line.
    """
    groups: dict[str, list[_Event]] = {}
    for event in _events(text, path):
        groups.setdefault(event.uid or f"line {event.line}", []).append(event)
    found: list[Row | Whole | Passed | Broken] = []
    for group in groups.values():
        try:
            found.extend([*_read(group, path)])  # all of an event or nothing
        except BadRecord as error:
            found.append(_broken(group, str(error)))
    return Contents(
        rows=tuple(one for one in found if isinstance(one, Row)),
        wholes=tuple(one for one in found if isinstance(one, Whole)),
        passed=tuple(one for one in found if isinstance(one, Passed)),
        broken=tuple(one for one in found if isinstance(one, Broken)),
        calendar=True,
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


def _read(group: list[_Event], path: Path) -> Iterator[Row | Whole | Passed]:
    """Yield the absences of one event, and that the file has it whole or cancels it."""
    master = _newest([event for event in group if not event.is_one_of_several], path)
    said = {event.line: _told(event, path) for event in group if not event.cancelled}
    least = 0
    if master is not None:
        with _told_of(master, path):
            least = master.sequence
            yield Whole(line=master.line, event=master.named(least), cancelled=master.cancelled)
        if master.cancelled:
            return
    if said and all(one.not_so for one in said.values()):
        yield from (_passed(event, said[event.line]) for event in group if event.line in said)
        return
    moved: dict[str, list[_Event]] = {}
    for event in group:
        if event.is_one_of_several:
            with _told_of(event, path):
                moved.setdefault(_occurrence(event, master), []).append(event)
    if master is not None and said[master.line].not_so:
        yield _passed(master, said[master.line])
    elif master is not None:
        with _told_of(master, path):
            for key, period in occurrences(master.content):
                if key not in moved:
                    yield _row(master, said[master.line], period, least, key)
    for key, events in moved.items():
        newest = _newest(events, path) or events[0]
        with _told_of(newest, path):
            yield _moved(newest, said.get(newest.line), max(least, newest.sequence), key)


def _moved(event: _Event, said: Told | None, sequence: int, key: str) -> Row | Whole | Passed:
    """Return what became of one occurrence of an event; of one cancelled nothing is ``said``."""
    if said is None:
        return Whole(line=event.line, event=event.named(sequence, key), cancelled=True)
    if said.not_so:
        return _passed(event, said)
    return _row(event, said, when(event.content), sequence, key)


def _told(event: _Event, path: Path) -> Told:
    with _told_of(event, path):
        return told(event.content)


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


def _row(event: _Event, said: Told, period: Period, sequence: int, occurrence: str | None) -> Row:
    return Row(
        line=event.line,
        person=said.person,
        when=period,
        kind=said.kind,
        event=event.named(sequence, occurrence) if event.uid else None,
    )


def _passed(event: _Event, said: Told) -> Passed:
    return Passed(line=event.line, what=called(event.content), why=said.not_so or NO_KIND)


def _broken(group: list[_Event], why: str) -> Broken:
    persons = dict.fromkeys(meant(event.content) for event in group)
    return Broken(
        line=group[0].line,
        what=called(group[0].content),
        persons=tuple(person for person in persons if person),
        why=why,
    )


@contextmanager
def _told_of(event: _Event, path: Path) -> Iterator[None]:
    """Have what is wrong said of the event's line."""
    try:
        yield
    except (ValueError, OverflowError) as error:
        why = " ".join(str(error).split())
        raise BadRecord(f"{path}, event at line {event.line}: {why}") from None
