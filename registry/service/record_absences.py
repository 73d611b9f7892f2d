"""Use case: absences from a table (CSV) or a calendar (iCalendar), all of a file or nothing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar
from icalendar.cal import Component
from icalendar.prop import vCategory, vDDDTypes
from msgspec import Struct

from registry.errors import BadRecord, RegistryError, UnreadableSource
from registry.model.journal import AbsenceRecorded
from registry.model.records import Absence
from registry.parsing.formats.plain import decode
from registry.service.question import read_day
from registry.service.record import KINDS, Known, absent

_COLUMNS = ("person", "start", "end", "kind", "government")
_NEEDED = _COLUMNS[:4]
_DAY = timedelta(days=1)
_AFTER_NAME = re.compile(r"[:：,，(（]")


class Row(Struct, frozen=True, kw_only=True):
    """One absence as a file has it, not yet checked against what is known."""

    line: int
    person: str
    start: date
    end: date
    kind: str
    government: str | None = None


class Rows(Struct, frozen=True, kw_only=True):
    """What is new in a file, and on which lines; how many were recorded already, or withdrawn."""

    new: tuple[AbsenceRecorded, ...]
    lines: tuple[int, ...]
    known: int
    withdrawn: int


def read_rows(path: Path) -> tuple[Row, ...]:
    """Read the absences in a file: iCalendar if its name ends in .ics, else CSV.

    Raises:
        UnreadableSource: the file cannot be read, or is no text.
        BadRecord: a line is at fault; the message names it.
    """
    try:
        text = decode(path.read_bytes(), str(path)).text.removeprefix("\ufeff")
    except OSError as error:
        raise UnreadableSource(f"{path}: cannot be read ({error.strerror})") from None
    rows = _from_calendar(text, path) if path.suffix.lower() == ".ics" else _from_table(text, path)
    found = tuple(rows)
    if not found:
        raise BadRecord(f"{path}: holds no absence; check the file")
    return found


def absences(
    so_far: Known, rows: tuple[Row, ...], path: Path, *, government: str | None = None
) -> Rows:
    """Return which of the rows are to be recorded.

    One that was ever recorded is not recorded again, not even where it was withdrawn since:
    a file may be read in again after it grew.

    Args:
        so_far: what is known.
        rows: the absences, in their order.
        path: the file, for messages.
        government: of rows that name none.

    Raises:
        BadRecord: a person or government is not known, or the days are the wrong way round;
            the message names the line.
    """
    stands = so_far.absences(withdrawn=False)
    ever = so_far.absences(withdrawn=True)
    found: dict[tuple[str, Absence], tuple[int, AbsenceRecorded]] = {}
    for row in rows:
        try:
            made = absent(
                so_far,
                row.person,
                row.start,
                row.end,
                row.kind,
                government=row.government or government,
            )
        except RegistryError as error:
            raise BadRecord(f"{path}, line {row.line}: {error}") from None
        found.setdefault((made.government, made.absence), (row.line, made))
    new = [row for key, row in found.items() if key not in ever]
    return Rows(
        new=tuple(made for _, made in new),
        lines=tuple(line for line, _ in new),
        known=sum(key in stands for key in found),
        withdrawn=sum(key in ever and key not in stands for key in found),
    )


def _from_table(text: str, path: Path) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heads = [head.strip() for head in next(reader, [])]
        if not set(_NEEDED) <= set(heads) <= set(_COLUMNS) or len(set(heads)) < len(heads):
            raise BadRecord(
                f"{path}, line 1: the columns must be {','.join(_NEEDED)} and may be"
                f" {_COLUMNS[4]}, each once; it has: {','.join(heads)}"
            )
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            line = reader.line_num
            if len(cells) != len(heads):
                raise BadRecord(
                    f"{path}, line {line}: has {len(cells)} cells and not {len(heads)},"
                    " as line 1 has; correct it"
                )
            values = {head: cell.strip() for head, cell in zip(heads, cells, strict=True)}
            yield _row(values, line, path)
    except csv.Error as error:
        raise BadRecord(f"{path}, line {reader.line_num}: is no CSV ({error})") from None


def _row(values: dict[str, str], line: int, path: Path) -> Row:
    empty = next((name for name in _NEEDED if name != "end" and not values[name]), None)
    if empty:
        raise BadRecord(f"{path}, line {line}: {empty!r} is empty; fill it in")
    try:
        start = read_day(values["start"])
        end = read_day(values["end"]) if values["end"] else start
    except RegistryError as error:
        raise BadRecord(f"{path}, line {line}: {error}") from None
    return Row(
        line=line,
        person=values["person"],
        start=start,
        end=end,
        kind=values["kind"],
        government=values.get("government") or None,
    )


def _from_calendar(text: str, path: Path) -> Iterator[Row]:
    lines = [
        number
        for number, line in enumerate(io.StringIO(text, newline=None), 1)
        if line.strip().upper() == "BEGIN:VEVENT"
    ]
    try:
        events = [e for c in Calendar.from_ical(text, multiple=True) for e in c.walk("VEVENT")]
    except (ValueError, KeyError, IndexError) as error:
        raise BadRecord(f"{path}: is no iCalendar ({error}); export the calendar again") from None
    if len(events) != len(lines):
        raise BadRecord(f"{path}: is no iCalendar: events are cut short; export it again")
    for line, event in zip(lines, events, strict=True):
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        yield _of_event(event, line, path)


def _of_event(event: Component, line: int, path: Path) -> Row:
    def refuse(why: str) -> BadRecord:
        return BadRecord(f"{path}, event at line {line}: {why}")

    start = _value(event, "DTSTART")
    if not isinstance(start, date) or isinstance(start, datetime):
        raise refuse("has no whole first day; absences are whole days: make it an all-day event")
    end, length = _value(event, "DTEND"), _value(event, "DURATION")
    if "DTEND" not in event and isinstance(length, timedelta) and not length % _DAY:
        end = start + length
    if "DTEND" not in event and "DURATION" not in event:
        end = start + _DAY
    if not isinstance(end, date) or isinstance(end, datetime):
        raise refuse("has no whole last day; absences are whole days: make it an all-day event")
    if event.get("RRULE") or event.get("RDATE"):
        raise refuse("repeats; write each absence as an event of its own")
    name = _AFTER_NAME.split(str(event.get("SUMMARY", "")))[0].strip()
    if not name:
        raise refuse("names nobody; begin its SUMMARY with the name")
    kinds = _categories(event)
    if len(kinds) != 1:
        raise refuse(f"needs one category, its kind of absence: {', '.join(KINDS)}")
    # The end of an all-day event is the day after the last; some programs repeat the first.
    last = end if end == start else end - _DAY
    return Row(line=line, person=name, start=start, end=last, kind=kinds[0])


def _value(event: Component, name: str) -> object:
    """Return a property's day, moment or length; ``None`` where it is missing or broken."""
    found = event.get(name)
    return found.dt if isinstance(found, vDDDTypes) else None


def _categories(event: Component) -> tuple[str, ...]:
    found = event.get("CATEGORIES", ())
    groups = found if isinstance(found, list) else [found]
    return tuple(
        str(name).strip().lower()
        for group in groups
        if isinstance(group, vCategory)
        for name in group.cats
    )
