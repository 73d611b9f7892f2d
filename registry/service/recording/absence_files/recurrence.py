"""When a repeating event takes place, by its RRULE (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, tzinfo

from dateutil.rrule import rrulestr
from icalendar.prop import vRecur

from registry.service.bounds import FIRST_YEAR, LAST_YEAR

MOST = 1000
"""Times that one event may repeat."""
_CYCLE = 400 * 19
"""Years from which on the calendar is the same to the day of the week, as after every 400."""
_BEYOND = f"repeats beyond {LAST_YEAR}; give its RRULE an earlier end"
_WITHIN_DAYS = frozenset(("HOURLY", "MINUTELY", "SECONDLY"))


def repeated(start: datetime, recur: vRecur, zone: tzinfo) -> Iterator[datetime]:
    """Yield when an event begins, the first time included, by the clock of its own zone.

    Args:
        start: when it begins first, without a zone.
        recur: its rule.
        zone: of the event; the rule's end may be given in another.

    Raises:
        ValueError: the rule cannot be read, has no end, repeats too often, or in years that
            are none of ours; the message says what is wrong and the remedy.
    """
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise ValueError(
            f"begins in {start.year}, not from {FIRST_YEAR} to {LAST_YEAR}; check its year"
        )
    parts = {str(name).upper(): values for name, values in recur.items()}
    if _WITHIN_DAYS & {str(name).upper() for name in parts.get("FREQ", ())}:
        raise ValueError("repeats within a day; write one event from the first time to the last")
    ends = [_last(value, zone) for value in parts.pop("UNTIL", ())]
    if not ends and "COUNT" not in parts:
        raise ValueError("repeats without end; give its RRULE an UNTIL or a COUNT")
    if any(int(number) < 1 for number in parts.get("INTERVAL", ())):
        raise ValueError("its RRULE repeats at no interval; give its INTERVAL as 1 or more")
    last = min(ends, default=datetime.combine(date.max, time.max))
    found = 0
    for at in _dates(vRecur(parts), start):
        if at > last:
            break
        if not found and at != start:
            raise ValueError("begins on a day that its RRULE does not have; correct one of them")
        found += 1
        if found > MOST:
            raise ValueError(f"repeats more than {MOST} times; give its RRULE an earlier end")
        if at.year > LAST_YEAR:
            raise ValueError(_BEYOND)
        yield at
    if not found:
        raise ValueError("never takes place by its RRULE; correct it")
    if last.year > LAST_YEAR and found < min(map(int, parts.get("COUNT", ())), default=MOST):
        raise ValueError(_BEYOND)  # the next time is centuries away


def _dates(recur: vRecur, start: datetime) -> Iterator[datetime]:
    """Yield the days and times of a rule.

    A rule that never fits is given up at the year 9999: it is followed from a year near that.
    """
    try:
        written: bytes = recur.to_ical()  # type: ignore[no-untyped-call]
        for at in rrulestr(written.decode(), dtstart=start.replace(year=start.year + _CYCLE)):
            yield at.replace(year=at.year - _CYCLE)
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(f"its RRULE cannot be read ({error}); export the calendar again") from None


def _last(until: date | datetime, zone: tzinfo) -> datetime:
    """Return the last moment of a rule, by the event's own clock; of a day, its end."""
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max)
    return until.astimezone(zone).replace(tzinfo=None) if until.tzinfo is not None else until
