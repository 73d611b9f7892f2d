"""The week's sheet as an iCalendar feed (RFC 5545): all-day events with lasting identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from registry.exports.week.words import GAPS, Lang, cell, gap_line, names, note, quotes, say, title
from registry.model.time import Lasting, Period
from registry.model.week import Cell, Presence, Row, Sheet

_ZONE = ZoneInfo("Asia/Shanghai")
_PRODUCT = "-//leadership-registry//week//ZH"


def week_ics(sheet: Sheet, stamp: datetime, lang: Lang = "zh") -> bytes:
    """Return the feed.

    Args:
        sheet: the week.
        stamp: when the feed is made, in UTC.
        lang: the language of the texts.

    Returns:
        An event for each run of days on which a leader is away with one outcome, for each gap, and for
        each holiday or adjusted day; with times, in UTC, where it begins or ends within a day.
        An identifier is made of government, kind, persons and first day (and time), so that the same event of a later feed replaces the one of an earlier.
    """
    feed = Calendar()
    feed.add("prodid", _PRODUCT)
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", title(sheet, lang))
    feed.add("x-wr-timezone", "Asia/Shanghai")
    for event in _events(sheet, lang):
        event.add("dtstamp", stamp)
        event.add("transp", "TRANSPARENT")
        feed.add_component(event)
    written: bytes = feed.to_ical()
    return written


def _events(sheet: Sheet, lang: Lang) -> Iterator[Event]:
    for row in sheet.rows:
        for first, last in _runs(row):
            text = f"{row.person}{'：' if lang == 'zh' else ': '}{cell(first, lang)}"
            when = Period(first.day, last.day, first.start_time, last.end_time)
            yield _event(sheet, "away", (row.person,), when, text)
    for gap in sheet.gaps:
        text = f"{say(GAPS[gap.kind], lang)}{'：' if lang == 'zh' else ': '}"
        text += names(gap.persons, lang)
        event = _event(sheet, gap.kind.value, gap.persons, gap, text)
        event.add("description", "\n".join((gap_line(gap, lang), *quotes(gap))))
        event.add("priority", 1)
        yield event
    for day in sheet.days:
        if text := note(day, lang):
            yield _event(sheet, day.kind.value, (), Period(day.day, day.day), text)


def _event(sheet: Sheet, kind: str, persons: tuple[str, ...], when: Lasting, text: str) -> Event:
    event = Event()
    whole = when.start_time is None and when.end_time is None
    begins = when.start.isoformat() if when.start_time is None else when.begins.isoformat()
    words = "|".join((sheet.government, kind, *persons, begins))
    event.add("uid", str(uuid5(NAMESPACE_URL, f"urn:leadership-registry:week:{words}")))
    if whole:
        event.add("dtstart", when.start)
        event.add("dtend", when.end + timedelta(days=1))  # that of an all-day event is exclusive
    else:
        event.add("dtstart", when.begins.replace(tzinfo=_ZONE).astimezone(UTC))
        event.add("dtend", when.ends.replace(tzinfo=_ZONE).astimezone(UTC))
    event.add("summary", text)
    event.add("categories", [kind])
    return event


def _runs(row: Row) -> Iterator[tuple[Cell, Cell]]:
    """Yield first and last cell, or part of one, of each run that says one and the same."""
    first = last = None
    for one in (part for each in row.cells for part in each.parts or (each,)):
        if first is not None and last is not None and _same(first, one):
            last = one
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = one if one.presence in (Presence.AWAY, Presence.LEFT) else None
    if first is not None and last is not None:
        yield first, last


def _same(one: Cell, other: Cell) -> bool:
    return (one.presence, one.kinds, one.acted_by, one.acting_for, one.gap) == (
        other.presence,
        other.kinds,
        other.acted_by,
        other.acting_for,
        other.gap,
    )
