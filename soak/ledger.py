"""What was asked of the service and what it said: the checker's only memory of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from threading import Lock
from time import monotonic

GRACE = 2.0
"""Seconds after a fault in which the service may still say that it cannot."""


class Fate(Enum):
    """What became of a write, as the one who sent it knows."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNTOLD = "no answer came"


@dataclass
class Write:
    """A write: its ``marker`` stands in the journal as the reason of all its entries."""

    what: str
    marker: str
    fate: Fate = Fate.UNTOLD
    entries: tuple[int, ...] = ()
    """Entries that the answer named."""
    digests: tuple[str, ...] = ()
    """Of the notices handed in."""


@dataclass
class Read:
    """An answer, and the entries between which the journal's end was while it was made.

    ``today`` is the day on which it was given, by the service's clock.
    """

    what: str
    path: str
    status: int
    body: bytes
    today: date
    low: int
    high: int | None = None


@dataclass
class Ledger:
    """All of them; threads share it."""

    writes: list[Write] = field(default_factory=list)
    reads: list[Read] = field(default_factory=list)
    jobs: dict[str, Write] = field(default_factory=dict)
    flaws: list[str] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)
    """Requests that came to nothing while a fault was on, by what was said."""
    repeated: int = 0
    """Writes that were sent again after they were answered."""
    seen: int = 0
    """The highest entry that anybody was told of."""
    _lock: Lock = field(default_factory=Lock)
    _marks: int = 0
    _troubles: list[list[float]] = field(default_factory=list)

    def marker(self) -> str:
        """Return a text that stands in no other write."""
        with self._lock:
            self._marks += 1
            return f"soak-{self._marks}"

    def saw(self, number: int) -> int:
        """Note that somebody was told of an entry; return the highest of all."""
        with self._lock:
            self.seen = max(self.seen, number)
            return self.seen

    def wrote(self, write: Write) -> None:
        """Keep a write whose fate is known, or will never be."""
        with self._lock:
            self.writes.append(write)
        if write.entries:
            self.saw(max(write.entries))

    def was_told(self, read: Read) -> None:
        """Keep an answer."""
        with self._lock:
            self.reads.append(read)

    def flaw(self, text: str) -> None:
        """Note what must not be."""
        with self._lock:
            self.flaws.append(text)

    def failed(self, since: float, said: str) -> None:
        """Note a request that came to nothing: a flaw, unless something was wrong meanwhile."""
        with self._lock:
            if self._troubled(since):
                self.unanswered[said] += 1
            else:
                self.flaws.append(f"nothing was wrong, and a request came to nothing: {said}")

    @contextmanager
    def trouble(self, what: str) -> Iterator[None]:
        """Have a fault on, for as long as it lasts and somewhat longer."""
        span = [monotonic(), float("inf")]
        with self._lock:
            self._troubles.append(span)
        self.faults[what] += 1
        try:
            yield
        finally:
            span[1] = monotonic()

    def _troubled(self, since: float) -> bool:
        return any(end + GRACE >= since for _, end in self._troubles)
