"""The registry over a journal of any number of governments, each read when it is asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import takewhile
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from registry.errors import UnknownName
from registry.graph.history import History
from registry.graph.state import state
from registry.model.access import Unsaid
from registry.model.coverage import Coverage
from registry.model.facts import AnyFact
from registry.model.journal import Entry
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.resolve.coverage import coverage_of
from registry.resolve.subject import Glossary
from registry.service.registry import Registry, counting, spellings
from registry.service.rulebooks import Rulebooks
from registry.service.state import Recorded
from registry.store.lines import NO_CHAIN
from registry.store.port import Journal
from registry.tables.rules import Rulebook

if TYPE_CHECKING:
    from registry.store.coverage import CoverageIndex

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
        self._ready: OrderedDict[str, _Ready] = OrderedDict()
        self._named: tuple[int, tuple[str, ...]] = (0, ())

    def names(self, seen: int) -> tuple[str, ...]:
        """Return the governments that have entries up to ``seen``, or later, sorted.

        Only new entries are looked at.
        """
        number, known = self._named
        if number < seen:
            known = tuple(sorted({*known, *self._journal.governments(number)}))
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


class Journaled(Registry):
    """What the use cases work on, where notices are kept in a journal.

    Threads may share it.

    Args:
        journal: where the entries are.
        rulebooks: the rule files, at most one a government.
        glossary: English names, and short names beyond the rule.
        today: asks the clock for the day.
        index: who covers what in each government; without one, all are read for that question.
        kept: how many governments to keep ready.
    """

    def __init__(
        self,
        journal: Journal,
        rulebooks: Iterable[Rulebook],
        glossary: Glossary,
        today: Callable[[], date],
        *,
        index: CoverageIndex | None = None,
        kept: int = KEPT,
    ) -> None:
        books = Rulebooks.made(rulebooks)
        super().__init__((), books, glossary, today)
        self._journal = journal
        self._at: datetime | int | None = None
        self._seen: int | None = None
        self._tells_why = True
        self._books = books
        self._index = index
        self._cities = _Cities(
            journal,
            lambda name: Recorded(journal.entries(government=name), books, glossary, today),
            kept,
        )

    @property
    def facts(self) -> tuple[AnyFact, ...]:
        """All facts, of every government: the whole journal is read for it."""
        return state(self.entries()).facts

    def position(self) -> int:
        """As ``Registry.position``."""
        if self._at is None:
            return self._journal.last()
        if isinstance(self._at, int):
            return min(self._at, self._journal.last())
        if self._index is not None:
            return self._index.last_by(self._at)
        return max((entry.number for entry in self.entries()), default=0)

    def glance(self) -> int | None:
        """As ``Registry.glance``."""
        return self._journal.glance() if self._at is None else self.position()

    def entries(self, after: int = 0, government: str | None = None) -> Iterator[Entry]:
        """As ``Registry.entries``."""
        if not isinstance(self._at, int):
            yield from self._journal.entries(after, self._at, government)
            return
        last = self._at
        known = self._journal.entries(after, government=government)
        yield from takewhile(lambda entry: entry.number <= last, known)

    def chain(self, number: int) -> str:
        """As ``Registry.chain``; it is empty where no entry has that number."""
        return self._journal.chain(number) if number else NO_CHAIN

    def facts_of(self, government: str) -> tuple[AnyFact, ...]:
        """Return the facts that bear on ``government``, and no other government's."""
        return self._city(government).facts

    def governments(self) -> tuple[str, ...]:
        """Return the bodies whose notices are known; as of a moment, those known then."""
        return self._then(self._cities.names(self._look()))

    def known(self, at: datetime | int | None) -> Registry:
        """Return the registry as the entries recorded up to ``at`` make it.

        Without a moment it is as the journal stands now: one question asks for this once, and
        looks into the journal once.
        """
        if at is None and self._seen is not None:
            return self
        then = Journaled(self._journal, self._books, self.glossary, self.today, index=self._index)
        then._at, then._cities, then._seen = at, self._cities, self._journal.last()
        then._tells_why = self._tells_why
        return then

    def discreet(self) -> Registry:
        """As ``Registry.discreet``; rules go by what is recorded as before."""
        other = Journaled(self._journal, self._books, self.glossary, self.today, index=self._index)
        other._at, other._cities, other._seen = self._at, self._cities, self._seen
        other._tells_why = False
        return other

    def covering(self, words: str, on: date) -> tuple[tuple[str, ...], tuple[Coverage, ...]]:
        """As ``Registry.covering``; only what changed since the moment asked about is read."""
        if self._index is None:
            return super().covering(words, on)
        for _ in self.indexed():
            pass
        late = self._late()
        names = {n for n in self._index.governments() if n not in late}
        found = [line for line in self._index.find(words, on) if line.government in names]
        for name in self._then(sorted(late)):
            names.add(name)
            found.extend(counting(self._lines(name), words, on))
        return tuple(sorted(names)), tuple(sorted(found, key=lambda line: line.government))

    def indexed(self) -> Iterator[tuple[int, int]]:
        """As ``Registry.indexed``; what is done stays done where it is interrupted."""
        if self._index is None:
            return
        last, due = self._journal.last(), self._index.due()
        for place, name in enumerate(due):
            yield place, len(due)
            number = self._journal.last(name)
            if self._index.number(name) < number:
                city = self._cities(name, number)
                lines = coverage_of(city.history_of(name))
                self._index.put(name, number, lines, known=name in city.governments())
        self._index.done(last)

    def absences_of(self, government: str) -> tuple[Absence, ...]:
        """Return the absences recorded for ``government``."""
        found = self._city(government).absences_of(government)
        return found if self._tells_why else tuple(map(_untold, found))

    def decisions_of(self, government: str) -> tuple[Decision, ...]:
        """Return the decisions recorded for ``government``, oldest first."""
        return self._city(government).decisions_of(government)

    def handovers_of(self, government: str) -> tuple[HandoverStep, ...]:
        """Return the steps of handing over recorded for ``government``, oldest first."""
        return self._city(government).handovers_of(government)

    def approvals_of(self, government: str) -> tuple[Approval, ...]:
        """Return the approvals recorded for ``government``, oldest first."""
        found = self._city(government).approvals_of(government)
        return found if self._tells_why else tuple(replace(one, because=_WHY) for one in found)

    def history(self, government: str | None = None, subject: str | None = None) -> History:
        """As ``Registry.history``; a government by its name or its place's is read alone."""
        for name in spellings(government) if government else ():
            city = self._city(name)
            if name in city.governments():
                return city.history_of(name)
        return super().history(government, subject)

    def _like(self, government: str) -> list[str]:
        return list(self._then(n for n in self._cities.names(self._look()) if government in n))

    def _nothing_known(self) -> UnknownName:
        if isinstance(self._at, datetime):
            moment = self._at.isoformat()
            return UnknownName(f"nothing was known at {moment}: no notice was recorded by then")
        if not self._journal.last():
            return UnknownName("the database is empty; `registry load` reads notices into it")
        return super()._nothing_known()

    def _then(self, named: Iterable[str]) -> tuple[str, ...]:
        """Return those of the governments that had notices at the moment asked about."""
        late = self._late()
        return tuple(n for n in named if n not in late or n in self._city(n).governments())

    def _late(self) -> frozenset[str]:
        """Return the governments of which more was learnt after the moment asked about."""
        if self._at is None:
            return frozenset()
        if self._index is None:
            return frozenset(self._cities.names(self._look()))
        return frozenset(self._index.changed_after(self.position()))

    def history_of(self, government: str) -> History:
        """As ``Registry.history_of``; no other government is read."""
        return self._city(government).history_of(government)

    def _city(self, government: str) -> Recorded:
        return self._cities(government, self._look()).known(self._at)

    def _look(self) -> int:
        """Return the number of the last entry, as of the question where one is being answered."""
        return self._journal.last() if self._seen is None else self._seen


_WHY = "事由不公开 · why is not public"


def _untold(absence: Absence) -> Absence:
    return replace(absence, kind=Unsaid(absence.kind))
