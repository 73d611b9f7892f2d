"""A feed as a calendar that programs subscribe to (RFC 5545, RFC 7986)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, Timezone

from registry.exports.text import fit

_PRODUCT = "-//leadership-registry//feeds//ZH"
_AGAIN = timedelta(hours=1)
"""How often a subscriber may well look again."""
_LAST = date(2038, 1, 1)
"""Until when the time zone is written out; its last change was in 1991."""


def calendar(what: tuple[str, ...], name: str, events: Sequence[Event]) -> bytes:
    """Return the feed.

    It has no ``METHOD``: it is no message to one who answers, but the state of a calendar, so an
    event's ``DTSTAMP`` is when it last changed.

    Args:
        what: what makes it the same feed: its identifier is made of them.
        name: how it is called.
        events: its events, finished.
    """
    feed = Calendar()
    feed.add("prodid", _PRODUCT)
    feed.add("version", "2.0")
    words = fit("|".join(what))
    feed.add("uid", str(uuid5(NAMESPACE_URL, f"urn:leadership-registry:feed:{words}")))
    feed.add("name", fit(name))
    feed.add("x-wr-calname", fit(name))
    feed.add("x-wr-timezone", "Asia/Shanghai")
    feed.add("refresh-interval", _AGAIN, parameters={"value": "DURATION"})
    feed.add("x-published-ttl", "PT1H")
    changed: list[datetime] = [event.decoded("last-modified") for event in events]
    if changed:
        feed.add("last-modified", max(changed))
    if not events:  # a calendar has at least one component
        feed.add_component(Timezone.from_tzid("Asia/Shanghai", last_date=_LAST))
    for event in sorted(events, key=lambda e: (str(e.decoded("dtstart")), e["uid"])):
        feed.add_component(event)
    written: bytes = feed.to_ical()
    return written
