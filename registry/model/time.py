"""Days and times of day, as notices, absences and answers use them: those of Asia/Shanghai.

All that lasts has a first and a last day, both included. Where it begins or ends within a day
it has times too: it holds from ``start_time`` on ``start`` up to, and without, ``end_time`` on
``end``. Without them it is whole days. A day has two halves that meet at noon.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Annotated, TypeVar

from msgspec import Meta, Struct, field

NOON = time(12)
"""Where the morning (上午) ends and the afternoon (下午) begins."""

TimeOfDay = Annotated[time, Meta(tz=False)]
"""A time in Asia/Shanghai; it bears no zone of its own."""

_DAY = timedelta(days=1)
_END = datetime.combine(date.max, time.max)
"""What ends with the calendar's last day ends here."""
_T = TypeVar("_T")


def written(value: _T) -> _T:
    """Return a default that is written in JSON, in a struct that leaves its other defaults out."""
    default: _T = field(default_factory=lambda: value)
    return default


def beginning(day: date, at: time | None = None) -> datetime:
    """Return the moment at which ``day`` begins, or ``at`` on it."""
    return datetime.combine(day, at or time.min)


def ending(day: date, at: time | None = None) -> datetime:
    """Return the first moment after ``day``, or ``at`` on it; the calendar's end for its last day."""
    if at is not None:
        return datetime.combine(day, at)
    return beginning(day + _DAY) if day < date.max else _END


def minute_after(at: time) -> time | None:
    """Return the end of the minute that begins at a time of day; ``None`` at the day's end.

    A question at 15:00 is about that minute: what lasts has a length.
    """
    end = datetime.combine(date.min, at) + timedelta(minutes=1)
    return end.time() if end.date() == date.min else None


def clock(at: time) -> str:
    """Return a time of day as HH:MM, with seconds where there are any.

    >>> clock(time(8)), clock(time(8, 0, 30))
    ('08:00', '08:00:30')
    """
    return at.isoformat("seconds" if at.second or at.microsecond else "minutes")


class Lasting:
    """What lasts from ``start`` to ``end``: whole days, unless it has times of day as fields."""

    __slots__ = ()

    start: date
    end: date
    start_time: time | None = None
    end_time: time | None = None

    @property
    def begins(self) -> datetime:
        """Return its first moment."""
        return beginning(self.start, self.start_time)

    @property
    def ends(self) -> datetime:
        """Return the first moment after it."""
        return ending(self.end, self.end_time)

    @property
    def notation(self) -> str:
        """Return it as FROM/TO, with the times there are."""
        first, last = (
            f"T{clock(at)}" if at is not None else "" for at in (self.start_time, self.end_time)
        )
        return f"{self.start}{first}/{self.end}{last}"

    def holds(self, moment: datetime) -> bool:
        """Say whether it holds at ``moment``."""
        if self.whole:
            return self.start <= moment.date() <= self.end
        return self.begins <= moment < self.ends

    @property
    def whole(self) -> bool:
        """Say whether it is whole days."""
        return self.start_time is None and self.end_time is None

    def meets(self, other: Lasting) -> bool:
        """Say whether it has some time in common with ``other``."""
        if self.end < other.start or other.end < self.start:
            return False
        if self.whole and other.whole:
            return True
        return self.begins < other.ends and other.begins < self.ends

    def within(self, other: Lasting) -> Period | None:
        """Return the part that it has in common with ``other``; ``None`` where there is none."""
        begins, ends = max(self.begins, other.begins), min(self.ends, other.ends)
        return Period.between(begins, ends) if begins < ends else None


class Period(Lasting, Struct, frozen=True):
    """Days from ``start`` to ``end``, or a part of them."""

    start: date
    end: date
    start_time: TimeOfDay | None = None
    end_time: TimeOfDay | None = None

    @classmethod
    def between(cls, begins: datetime, ends: datetime) -> Period:
        """Return what holds from ``begins`` up to ``ends``; midnight is no time but a day's edge.

        >>> Period.between(datetime(2019, 9, 3, 12), datetime(2019, 9, 5))
        Period(start=datetime.date(2019, 9, 3), end=datetime.date(2019, 9, 4), \
start_time=datetime.time(12, 0), end_time=None)
        """
        start_time = begins.time() if begins.time() != time.min else None
        if ends == _END:
            return cls(begins.date(), date.max, start_time)
        if ends.time() == time.min:
            return cls(begins.date(), ends.date() - _DAY, start_time)
        return cls(begins.date(), ends.date(), start_time, ends.time())
