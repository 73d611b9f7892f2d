"""What became of each event as more was learnt: made, changed, cancelled, made anew.

A feed is worked out for each moment at which something was learnt that can touch it. So
the numbers that calendars compare (RFC 5545, 3.8.7) follow from the journal, and need no memory of
what was sent before.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from icalendar import Event
from msgspec import Struct, structs

from registry.exports.feeds.event import Occasion, event
from registry.exports.feeds.words import CANCELLED, Lang, say


class _Life(Struct):
    of: Occasion
    created: datetime
    modified: datetime
    sequence: int = 0
    cancelled: bool = False


def revised(
    versions: Iterable[tuple[datetime, Iterable[Occasion]]], lang: Lang = "zh"
) -> tuple[Event, ...]:
    """Return the events of the last version, and as cancelled those that it has no more.

    Args:
        versions: what was known from each moment on, in time order.
        lang: the language of the word for cancelled.

    Returns:
        The events, each with ``CREATED``, ``LAST-MODIFIED``, ``DTSTAMP``, and a ``SEQUENCE`` that is 0
        when it is made and one higher each time that it changes, is cancelled or comes back.
    """
    lives: dict[str, _Life] = {}
    for at, occasions in versions:
        now = {one.uid: one for one in occasions}
        for uid, life in lives.items():
            if uid not in now and not life.cancelled:
                life.cancelled, life.modified, life.sequence = True, at, life.sequence + 1
        for uid, one in now.items():
            life = lives.setdefault(uid, _Life(one, at, at))
            if life.cancelled or life.of != one:
                life.modified, life.sequence = at, life.sequence + 1
            life.of, life.cancelled = one, False
    return tuple(_event(life, lang) for life in lives.values())


def _event(life: _Life, lang: Lang) -> Event:
    of = life.of
    if life.cancelled:
        of = structs.replace(of, summary=f"{say(CANCELLED, lang)}{of.summary}")
    made = event(of)
    if life.cancelled:
        made.add("status", "CANCELLED")
    made.add("created", life.created)
    made.add("last-modified", life.modified)
    made.add("dtstamp", life.modified)
    made.add("sequence", life.sequence)
    return made
