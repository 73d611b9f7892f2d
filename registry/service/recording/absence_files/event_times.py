"""When an event of a calendar takes place: its days or times, once or repeated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from icalendar.cal import Component
from icalendar.prop import vDDDLists, vDDDTypes, vRecur

from registry.model.time import Period
from registry.service.recording.absence_files.recurrence import repeated

_ZONE = ZoneInfo("Asia/Shanghai")
_DAY = timedelta(days=1)
_NOTHING = timedelta()


def occurrences(event: Component) -> Iterator[tuple[str | None, Period]]:
    """Yield each time that an event takes place, by RRULE and RDATE and without EXDATE.

    Each comes with what tells it apart from the others, which is nothing where there is one.

    Raises:
        ValueError: its days, times or rule cannot be read; the message says what is wrong.
    """
    start = start_of(event)
    rules, further = _several(event, "RRULE"), tuple(_listed(event, "RDATE"))
    if not rules and not further:
        yield None, when(event)
        return
    found: dict[str, Period] = {}
    for own in chain(*(_repeated(start, rule) for rule in rules)) if rules else (start,):
        found[key_of(own)] = when(event, own)
    for value in further:
        own, length = value if isinstance(value, tuple) else (value, None)
        if isinstance(own, datetime) != isinstance(start, datetime):
            raise ValueError("its RDATE and DTSTART are not both days or both times")
        found[key_of(own)] = when(event, own, length)
    for value in _listed(event, "EXDATE"):
        gone = value[0] if isinstance(value, tuple) else value
        for key in [k for k in found if k == key_of(gone) or k.startswith(f"{gone}T")]:
            del found[key]
    yield from sorted(found.items())


def when(event: Component, start: date | None = None, length: timedelta | None = None) -> Period:
    """Return the days or times of an event; of one that repeats, of the time at ``start``.

    Raises:
        ValueError: it has no beginning or no end that can be read.
    """
    start = start_of(event) if start is None else start
    length = _length(event) if length is None else length
    if isinstance(start, datetime):
        if length <= _NOTHING:
            raise ValueError("has no end after its beginning; give it a DTEND")
        return Period.between(_here(start), _here(start) + length)
    # The end of an all-day event is the day after the last; some programs repeat the first.
    return Period(start, start + (length - _DAY if length else length))


def start_of(event: Component) -> date:
    """Return the day or the moment at which an event begins first.

    Raises:
        ValueError: it has none that can be read.
    """
    start = value_of(event, "DTSTART")
    if start is None:
        raise ValueError("has no beginning that can be read; give it a DTSTART")
    return start


def value_of(event: Component, name: str) -> date | None:
    """Return a property's day or moment; ``None`` where it is missing or broken.

    Raises:
        ValueError: its time zone is not known.
    """
    found = event.get(name)
    return _known(found.dt, found) if isinstance(found, vDDDTypes) else None


def key_of(start: date) -> str:
    """Return what tells an occurrence apart: its day, or its moment in Asia/Shanghai."""
    return _here(start).isoformat() if isinstance(start, datetime) else start.isoformat()


def _repeated(start: date, rule: object) -> Iterator[date]:
    """Yield the days or moments of a rule, reckoned by the clock of the event's own zone."""
    if not isinstance(rule, vRecur):
        raise ValueError("its RRULE cannot be read; export the calendar again")  # noqa: TRY004
    if isinstance(start, datetime):
        zone = _aware(start).tzinfo or _ZONE
        clock = start.replace(tzinfo=None)
        yield from (at.replace(tzinfo=zone) for at in repeated(clock, rule, zone))
    else:
        clock = datetime.combine(start, time.min)
        yield from (at.date() for at in repeated(clock, rule, _ZONE))


def _length(event: Component) -> timedelta:
    start, end, length = start_of(event), value_of(event, "DTEND"), event.get("DURATION")
    timed = isinstance(start, datetime)
    if "DTEND" not in event and "DURATION" not in event:
        return _NOTHING if timed else _DAY
    if isinstance(start, datetime) and isinstance(end, datetime):
        return _aware(end) - _aware(start)
    if end is not None and not timed and not isinstance(end, datetime):
        return end - start
    if "DTEND" not in event and isinstance(length, vDDDTypes):
        found = length.dt
        if isinstance(found, timedelta) and (timed or not found % _DAY):
            return found
    raise ValueError("has no end like its beginning: give both as days, or both with a time")


def _several(event: Component, name: str) -> tuple[object, ...]:
    """Return a property that may stand several times."""
    found = event.get(name, ())
    return tuple(found) if isinstance(found, list | tuple) else (found,)


def _listed(event: Component, name: str) -> Iterator[date | tuple[date, timedelta]]:
    """Yield the days and moments of RDATE or EXDATE, each with its own length where it has one."""
    for group in _several(event, name):
        if not isinstance(group, vDDDLists):
            raise ValueError(f"its {name} cannot be read; export the calendar again")  # noqa: TRY004
        for value in group.dts:
            if isinstance(value.dt, tuple):
                begins, end = value.dt
                length = end if isinstance(end, timedelta) else _aware(end) - _aware(begins)
                yield _known(begins, group), length
            else:
                yield _known(value.dt, group)


def _known(value: object, given: vDDDTypes | vDDDLists) -> date:
    """Return a day or moment whose time zone, where it names one, is known."""
    if not isinstance(value, date):
        raise ValueError("has a day or time that cannot be read; export the calendar again")  # noqa: TRY004
    zone = given.params.get("TZID")
    if zone and isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError(
            f"its time zone {str(zone)!r} is not known; export the calendar with its time zones"
        )
    return value


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=_ZONE)


def _here(moment: datetime) -> datetime:
    """Return a moment by the clock of Asia/Shanghai."""
    return _aware(moment).astimezone(_ZONE).replace(tzinfo=None)
