"""Governments kept ready, each as its own entries make it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from registry.service.state import Recorded
from registry.store.port import Journal

KEPT = 64
"""Governments kept ready in one process; the one that was asked for longest ago goes first."""


class Cities:
    """Each government as its own entries make it, built when first asked for.

    One is dropped when an entry that bears on it is added: other governments' entries
    neither delay it nor cost it anything.
    """

    def __init__(self, journal: Journal, make: Callable[[str], Recorded], kept: int) -> None:
        self._journal = journal
        self._make = make
        self._kept = kept
        self._lock = Lock()
        self._ready: OrderedDict[str, _Ready] = OrderedDict()
        self._named: tuple[int, tuple[str, ...]] = (0, ())
        self.reach = 0
        """The entry up to which ``names`` may know some."""

    def names(self, seen: int) -> tuple[str, ...]:
        """Return the governments that have entries up to ``seen``, or later, sorted.

        Only new entries are looked at.
        """
        number, known = self._named
        if number < seen:
            known = tuple(sorted({*known, *self._journal.governments(number)}))
            self.reach = max(self.reach, self._journal.last())
            self._named = (seen, known)
        return known

    def __call__(self, government: str, seen: int) -> Recorded:
        """Return the government with all that bears on it up to the entry ``seen``, or later."""
        with self._lock:
            ready = self._ready.get(government)
            if ready is not None and seen <= ready.looked:
                self._ready.move_to_end(government)
                return ready.city
        # The number is read before the entries: what comes between is read twice, never missed.
        last = self._journal.last(government)
        current = ready is not None and ready.last == last
        city = ready.city if ready is not None and current else self._make(government)
        with self._lock:
            self._ready[government] = _Ready(seen, last, city)
            self._ready.move_to_end(government)
            while len(self._ready) > self._kept:
                self._ready.popitem(last=False)
        return city


class _Ready(NamedTuple):
    """A government as its entries up to ``last`` make it; none more bore on it by ``looked``."""

    looked: int
    last: int
    city: Recorded
