"""The week's sheet as an iCalendar feed (RFC 5545): all-day events with lasting identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from icalendar import Calendar

from registry.exports.feeds.event import Occasion, event, occasion
from registry.exports.week.words import GAPS, Lang, cell, gap_line, names, note, quotes, say, title
from registry.model.time import Period
from registry.model.week import Cell, Presence, Row, Sheet

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
    for each in week_occasions(sheet, lang):
        made = event(each)
        made.add("dtstamp", stamp)
        feed.add_component(made)
    written: bytes = feed.to_ical()
    return written


def week_occasions(sheet: Sheet, lang: Lang) -> Iterator[Occasion]:
    """Yield what the events of the feed say."""
    feed, mark = f"week:{sheet.government}", "：" if lang == "zh" else ": "
    for row in sheet.rows:
        for first, last in _runs(row):
            when = Period(first.day, last.day, first.start_time, last.end_time)
            text = f"{row.person}{mark}{cell(first, lang)}"
            yield occasion((feed, "away", row.person), when, text, "away")
    for gap in sheet.gaps:
        yield occasion(
            (feed, gap.kind.value, *gap.persons),
            gap,
            f"{say(GAPS[gap.kind], lang)}{mark}{names(gap.persons, lang)}",
            gap.kind.value,
            description="\n".join((gap_line(gap, lang), *quotes(gap))),
            urgent=True,
        )
    for day in sheet.days:
        if text := note(day, lang):
            yield occasion((feed, day.kind.value), Period(day.day, day.day), text, day.kind.value)


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
