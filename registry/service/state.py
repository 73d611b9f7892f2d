"""Use case: the registry over a journal, as it is known now or was known at a moment."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from registry.errors import BadPeriod
from registry.graph.state import State, state
from registry.model.journal import Entry
from registry.model.records import OnRecord
from registry.resolve.subject import Glossary
from registry.service.periods import read_last
from registry.service.registry import Registry
from registry.service.rulebooks import Rulebooks
from registry.tables.rules import Rulebook

_ZONE = ZoneInfo("Asia/Shanghai")
_KEPT = 32
"""Past states kept ready: one asks again and again about few moments."""


class Recorded(Registry):
    """The registry over the entries of a journal; see ``Registry`` for the other arguments."""

    def __init__(
        self,
        entries: Iterable[Entry],
        rulebooks: Iterable[Rulebook],
        glossary: Glossary,
        today: Callable[[], date],
    ) -> None:
        self._entries = tuple(entries)
        self._books = Rulebooks.made(rulebooks)
        self._state = state(self._entries)
        self._past: OrderedDict[int, Recorded] = OrderedDict()
        self._on_record: dict[str, OnRecord] = {}
        super().__init__(self._state.facts, self._books, glossary, today)

    @property
    def state(self) -> State:
        """All that the entries say."""
        return self._state

    def known(self, at: datetime | int | None) -> Recorded:
        """Return the registry as the entries recorded up to ``at`` make it."""
        if at is None:
            return self
        if isinstance(at, int):
            if at >= self.position():
                return self
            number = bisect_right(self._entries, at, key=lambda entry: entry.number)
        else:
            number = bisect_right(self._entries, at, key=lambda entry: entry.at)
        if number == len(self._entries):
            return self
        if number not in self._past:
            past = Recorded(self._entries[:number], self._books, self.glossary, self.today)
            for other in (self, *self._past.values()):
                if other.facts == past.facts:  # what was worked out from the same facts holds
                    past._histories = other._histories  # noqa: SLF001 - of this class
                    break
            self._past[number] = past
            if len(self._past) > _KEPT:
                self._past.popitem(last=False)
        self._past.move_to_end(number)
        return self._past[number]

    def position(self) -> int:
        """As ``Registry.position``."""
        return self._entries[-1].number if self._entries else 0

    def entries(self, after: int = 0, government: str | None = None) -> Iterator[Entry]:  # noqa: ARG002
        """As ``Registry.entries``; which government they bear on was seen to when they were read."""
        yield from (entry for entry in self._entries if entry.number > after)

    def on_record(self, government: str) -> OnRecord:
        """As ``Registry.on_record``."""
        if government not in self._on_record:
            self._on_record[government] = self._state.on_record(government)
        return self._on_record[government]


def read_moment(text: str | None) -> datetime | None:
    """Read an ISO moment; one without a time zone is in Asia/Shanghai.

    A day, a month or a year alone means its end.

    >>> read_moment("2019-09-02T12:00:00Z")
    datetime.datetime(2019, 9, 2, 12, 0, tzinfo=datetime.timezone.utc)
    >>> read_moment("2019-09-02").isoformat()
    '2019-09-02T23:59:59.999999+08:00'
    >>> read_moment("2020-02").isoformat()
    '2020-02-29T23:59:59.999999+08:00'
    >>> read_moment(None) is None
    True

    Raises:
        BadPeriod: ``text`` is no moment of the calendar written in ISO 8601.
    """
    if text is None:
        return None
    typed = text.strip()
    try:
        moment = datetime.fromisoformat(_whole(typed))
    except ValueError:
        raise BadPeriod(
            f"{text!r} is not a moment; write it as 2019-09-02T12:00 or 2019-09-02T12:00+08:00"
        ) from None
    if len(typed) <= len("2019-09-02"):
        moment = datetime.combine(moment, time.max)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=_ZONE)


def _whole(typed: str) -> str:
    """Return the last day of a month or a year; anything else as it is."""
    return read_last(typed).isoformat() if re.fullmatch(r"\d{4}(-\d\d)?", typed) else typed
