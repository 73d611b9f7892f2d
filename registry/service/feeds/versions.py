"""The days of a feed, and the entries of the journal that can change what is known about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from registry.graph.history import History
from registry.model.journal import (
    AbsenceRecorded,
    AnyRecord,
    ApprovalRecorded,
    DecisionRecorded,
    Entry,
    HandoverRecorded,
    Withdrawn,
)
from registry.model.time import Lasting, Period

_TOGETHER = timedelta(hours=1)
"""Notices loaded within this time of each other are one change: a folder of them is loaded at once."""

_MONTHS_AHEAD = 12


def window(on: date) -> Period:
    """Return the days of a feed: from the month before to twelve months later, whole months.

    >>> window(date(2019, 1, 31)).start, window(date(2019, 1, 31)).end
    (datetime.date(2018, 12, 1), datetime.date(2020, 1, 31))
    """
    return Period(_month(on, -1), _month(on, _MONTHS_AHEAD + 1) - timedelta(days=1))


def touching(entries: Iterable[Entry], days: Lasting) -> tuple[Entry, ...]:
    """Return the entries that can change what is known about ``days``, in their order."""
    return _apart(_touching(entries, days))


def noted(history: History) -> datetime:
    """Return since when plain notices are known, which nobody recorded: since the last of them."""
    last = history.days[-1] if history.days else date.min
    return datetime.combine(last, time.min, UTC)


def _touching(entries: Iterable[Entry], days: Lasting) -> Iterator[Entry]:
    """Yield the entries that can change anything about ``days``."""
    touches: dict[int, bool] = {}
    for entry in entries:
        record = entry.record
        if isinstance(record, Withdrawn):
            touches[entry.number] = touches.get(record.entry, True)
        else:
            lasting = _lasting(record)
            touches[entry.number] = lasting is None or (
                lasting.begins < days.ends and days.begins < lasting.ends
            )
        if touches[entry.number]:
            yield entry


def _apart(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Leave out a notice or a correction that another follows at once."""
    every = tuple(entries)
    kept = [
        one
        for one, following in pairwise(every)
        if not (_of_notices(one) and _of_notices(following) and following.at - one.at < _TOGETHER)
    ]
    return (*kept, *every[-1:])


def _of_notices(entry: Entry) -> bool:
    return _lasting(entry.record) is None and not isinstance(entry.record, Withdrawn)


def _lasting(record: AnyRecord) -> Lasting | None:
    """Return what lasts from day to day in a record, ``None`` where it is of no days."""
    match record:
        case AbsenceRecorded(absence=absence):
            return absence
        case DecisionRecorded(decision=decision):
            return decision
        case HandoverRecorded(handover=step):
            return step
        case ApprovalRecorded(approval=given):
            return given
        case _:
            return None


def _month(day: date, ahead: int) -> date:
    """Return the first day of the month that lies so many months ahead; the calendar has an end."""
    count = min(max(day.year * 12 + day.month - 1 + ahead, 12), date.max.year * 12 + 11)
    year, month = divmod(count, 12)
    return date(year, month + 1, 1)
