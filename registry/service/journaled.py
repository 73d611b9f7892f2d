"""The registry over a journal of any number of governments, each read when it is asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from threading import Lock

from registry.graph.history import History
from registry.graph.state import state
from registry.model.facts import AnyFact
from registry.model.records import Absence, Decision
from registry.resolve.subject import Glossary
from registry.service.registry import MOST, Registry, too_many
from registry.service.state import Recorded
from registry.store.port import Journal
from registry.tables.rules import Rulebook

KEPT = 64
"""Governments kept ready in one process; the one that was asked for longest ago goes first."""


class _Cities:
    """Each government as its own entries make it, built when first asked for.

    One is dropped when an entry that bears on it is added: other governments' entries
    neither delay it nor cost it anything.
    """

    def __init__(self, journal: Journal, make: Callable[[str], Recorded], kept: int) -> None:
        self._journal = journal
        self._make = make
        self._kept = kept
        self._lock = Lock()
        self._ready: OrderedDict[str, tuple[int, Recorded]] = OrderedDict()

    def __call__(self, government: str) -> Recorded:
        # The number is read before the entries: what comes between is read twice, never missed.
        last = self._journal.last(government)
        with self._lock:
            number, city = self._ready.get(government, (None, None))
            if city is not None and number == last:
                self._ready.move_to_end(government)
                return city
        city = self._make(government)
        with self._lock:
            self._ready[government] = (last, city)
            self._ready.move_to_end(government)
            while len(self._ready) > self._kept:
                self._ready.popitem(last=False)
        return city


class Journaled(Registry):
    """What the use cases work on, where notices are kept in a journal.

    Threads may share it.

    Args:
        journal: where the entries are.
        rulebooks: the rule files, at most one a government.
        glossary: English names, and short names beyond the rule.
        today: asks the clock for the day.
        kept: how many governments to keep ready.
    """

    def __init__(
        self,
        journal: Journal,
        rulebooks: Iterable[Rulebook],
        glossary: Glossary,
        today: Callable[[], date],
        *,
        kept: int = KEPT,
    ) -> None:
        books = tuple(rulebooks)
        super().__init__((), books, glossary, today)
        self._journal = journal
        self._at: datetime | None = None
        self._books = books
        self._cities = _Cities(
            journal,
            lambda name: Recorded(journal.entries(government=name), books, glossary, today),
            kept,
        )

    @property
    def facts(self) -> tuple[AnyFact, ...]:
        """All facts, of every government: the whole journal is read for it."""
        return state(self._journal.entries(until_at=self._at)).facts

    def facts_of(self, government: str) -> tuple[AnyFact, ...]:
        """Return the facts that bear on ``government``, and no other government's."""
        return self._city(government).facts

    def governments(self) -> tuple[str, ...]:
        """Return the bodies whose notices are known; as of a past moment each one is read."""
        return self._then(self._journal.governments())

    def known(self, at: datetime | None) -> Registry:
        """Return the registry as the entries recorded up to ``at`` make it."""
        if at is None:
            return self
        past = Journaled(self._journal, self._books, self.glossary, self.today)
        past._at, past._cities = at, self._cities
        return past

    def absences_of(self, government: str) -> tuple[Absence, ...]:
        """Return the absences recorded for ``government``."""
        return self._city(government).absences_of(government)

    def decisions_of(self, government: str) -> tuple[Decision, ...]:
        """Return the decisions recorded for ``government``, oldest first."""
        return self._city(government).decisions_of(government)

    def history(self, government: str | None = None, subject: str | None = None) -> History:
        """As ``Registry.history``; a government by its full name is read alone."""
        if government is not None:
            city = self._city(government)
            if government in city.governments():
                return city.history(government)
        return super().history(government, subject)

    def _like(self, government: str) -> list[str]:
        return list(self._then(n for n in self._journal.governments() if government in n))

    def _looked_through(self) -> tuple[str, ...]:
        named = self._journal.governments()
        if len(named) > MOST:
            raise too_many(named)
        return super()._looked_through()

    def _then(self, named: Iterable[str]) -> tuple[str, ...]:
        if self._at is None:
            return tuple(named)
        return tuple(name for name in named if name in self._city(name).governments())

    def _history(self, government: str) -> History:
        return self._city(government).history(government)

    def _city(self, government: str) -> Recorded:
        return self._cities(government).known(self._at)
