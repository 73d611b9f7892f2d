"""One event of a feed (RFC 5545), with an identifier that lasts."""

from __future__ import annotations

from datetime import UTC, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Event
from msgspec import Struct

from registry.exports.text import fit
from registry.model.time import Lasting, Period

_ZONE = ZoneInfo("Asia/Shanghai")


class Occasion(Struct, frozen=True, kw_only=True):
    """What an event says: its days or hours, its title, the word for its kind, and its text.

    ``urgent`` asks calendars to show it before others.
    """

    uid: str
    when: Period
    summary: str
    category: str
    description: str = ""
    urgent: bool = False


def occasion(
    what: tuple[str, ...],
    when: Lasting,
    summary: str,
    category: str,
    *,
    description: str = "",
    urgent: bool = False,
) -> Occasion:
    """Return an occasion with an identifier made of ``what`` and of its beginning, of no more.

    So it is the same event in another reading of the feed, however else it has changed.
    """
    begins = when.start.isoformat() if when.start_time is None else when.begins.isoformat()
    words = fit("|".join((*what, begins)))
    return Occasion(
        uid=str(uuid5(NAMESPACE_URL, f"urn:leadership-registry:{words}")),
        when=Period(when.start, when.end, when.start_time, when.end_time),
        summary=fit(summary),
        category=category,
        description=fit(description),
        urgent=urgent,
    )


def event(of: Occasion) -> Event:
    """Return the event: of whole days, or, where it begins or ends within a day, of times in UTC."""
    made = Event()
    made.add("uid", of.uid)
    if of.when.start_time is None and of.when.end_time is None:
        made.add("dtstart", of.when.start)
        made.add("dtend", of.when.end + timedelta(days=1))  # of an all-day event, exclusive
    else:
        made.add("dtstart", of.when.begins.replace(tzinfo=_ZONE).astimezone(UTC))
        made.add("dtend", of.when.ends.replace(tzinfo=_ZONE).astimezone(UTC))
    made.add("summary", of.summary)
    made.add("categories", [of.category])
    if of.description:
        made.add("description", of.description)
    if of.urgent:
        made.add("priority", 1)
    made.add("transp", "TRANSPARENT")  # it takes nobody's time
    return made
