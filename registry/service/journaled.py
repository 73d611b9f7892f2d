"""The registry over a journal of any number of governments, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from registry.errors import NothingKnown
from registry.graph.history import History
from registry.graph.state import state
from registry.model.access import Unsaid
from registry.model.coverage import Coverage
from registry.model.facts import AnyFact
from registry.model.journal import Entry
from registry.model.records import Absence, OnRecord
from registry.resolve.coverage import coverage_of
from registry.resolve.subject import Glossary
from registry.service.cities import KEPT, Cities
from registry.service.registry import Registry, counting, spellings
from registry.service.rulebooks import Rulebooks
from registry.service.state import Recorded
from registry.service.wanted import still_wanted
from registry.store.lines import NO_CHAIN
from registry.store.port import Journal
from registry.tables.rules import Rulebook

if TYPE_CHECKING:
    from registry.store.coverage import CoverageIndex


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
        self._one_question = False
        self._seen: int | None = None
        self._found: dict[str, Recorded] = {}
        self._tells_why = True
        self._books = books
        self._index = index
        self._cities = Cities(
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
            return self._look()
        if isinstance(self._at, int):
            return min(self._at, self._look())
        if self._index is not None:
            return min(self._index.last_by(self._at), self._look())
        return max((entry.number for entry in self.entries()), default=0)

    def glance(self) -> int | None:
        """As ``Registry.glance``."""
        if self._at is None and not self._one_question:
            return self._journal.glance()
        return self.position()

    def entries(self, after: int = 0, government: str | None = None) -> Iterator[Entry]:
        """As ``Registry.entries``."""
        at = self._at if isinstance(self._at, datetime) else None
        known = self._journal.entries(after, at, government)
        if at is self._at and not self._one_question:
            yield from known
            return
        last = min(self._at, self._look()) if isinstance(self._at, int) else self._look()
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

    def asked(self) -> Registry:
        """As ``Registry.asked``: what is recorded after the first look into the journal is not seen."""
        return self if self._one_question else self._other(self._at, None)

    def known(self, at: datetime | int | None) -> Registry:
        """Return the registry as the entries recorded up to ``at`` make it.

        Without a moment it is as the journal stands now: one question asks for this once, and
        looks into the journal once.
        """
        seen = self._look()
        return self if at is None and self._one_question else self._other(at, seen)

    def discreet(self) -> Registry:
        """As ``Registry.discreet``; rules go by what is recorded as before."""
        other = self._other(self._at, self._seen, tells_why=False)
        other._one_question = self._one_question  # noqa: SLF001 - it is one of ours
        return other

    def _other(
        self, at: datetime | int | None, seen: int | None, *, tells_why: bool = True
    ) -> Journaled:
        """Return the registry for one question, from the entry ``seen`` or the first look on."""
        other = Journaled.__new__(Journaled)  # one is made for each question
        vars(other).update(vars(self))
        other._at, other._seen, other._found = at, seen, {}  # noqa: SLF001 - it is one of ours
        other._one_question, other._tells_why = True, self._tells_why and tells_why  # noqa: SLF001
        return other

    def covering(self, words: str, on: date) -> tuple[tuple[str, ...], tuple[Coverage, ...]]:
        """As ``Registry.covering``; only what changed since the moment asked about is read."""
        if self._index is None:
            return super().covering(words, on)
        if not self._one_question:
            return self.asked().covering(words, on)
        self._look()
        for _ in self.indexed():
            pass
        known, lines = self._index.governments(), self._index.find(words, on)
        # What others wrote meanwhile is looked for last, so that none of it is taken as it is.
        late = frozenset(self._index.changed_after(self.position()))
        names = {n for n in known if n not in late}
        found = [line for line in lines if line.government in names]
        for name in sorted(n for n in late if n in self._city(n).governments()):
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

    def on_record(self, government: str) -> OnRecord:
        """As ``Registry.on_record``."""
        found = self._city(government).on_record(government)
        if self._tells_why:
            return found
        return found._replace(
            absences=tuple(map(_untold, found.absences)),
            approvals=tuple(replace(one, because=_WHY) for one in found.approvals),
        )

    def history(self, government: str | None = None, subject: str | None = None) -> History:
        """As ``Registry.history``; a government by its name or its place's is read alone."""
        for name in spellings(government) if government else ():
            city = self._city(name)
            if name in city.governments():
                return city.history_of(name)
        return super().history(government, subject)

    def _like(self, government: str) -> list[str]:
        return list(self._then(n for n in self._cities.names(self._look()) if government in n))

    def _nothing_known(self) -> NothingKnown:
        if isinstance(self._at, datetime):
            moment = self._at.isoformat(timespec="seconds")
            return NothingKnown(f"nothing was known at {moment}: no notice was recorded by then")
        if not self._journal.last():
            return NothingKnown(
                "the database is empty; `registry load`, or POST /v1/notices, reads notices into it"
            )
        return super()._nothing_known()

    def _then(self, named: Iterable[str]) -> tuple[str, ...]:
        """Return those of the governments that had notices at the moment asked about."""
        late = self._late()
        return tuple(n for n in named if n not in late or n in self._city(n).governments())

    def _late(self) -> frozenset[str]:
        """Return the governments of which more was learnt after the moment asked about."""
        seen = self._look()
        if self._at is None and not (self._one_question and self._cities.reach > seen):
            return frozenset()
        if self._index is None:
            return frozenset(self._cities.names(seen))
        return frozenset(self._index.changed_after(self.position()))

    def history_of(self, government: str) -> History:
        """As ``Registry.history_of``; no other government is read."""
        return self._city(government).history_of(government)

    def _city(self, government: str) -> Recorded:
        if government in self._found:
            return self._found[government]
        still_wanted()
        seen = self._look()
        city = self._cities(government, seen)
        if not self._one_question:
            return city.known(self._at)
        # Another question may have read on meanwhile.
        city = self._found[government] = city.known(seen).known(self._at)
        return city

    def _look(self) -> int:
        """Return the number of the last entry, as of the question where one is being answered."""
        if self._seen is not None:
            return self._seen
        last = self._journal.last()
        if self._one_question:
            self._seen = last
        return last


_WHY = "事由不公开 · why is not public"


def _untold(absence: Absence) -> Absence:
    return replace(absence, kind=Unsaid(absence.kind))
