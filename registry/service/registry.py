"""The registry in use: facts, rules and a clock, and which government a question is for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime

from registry.errors import NothingKnown, SeveralGovernments, UnknownName
from registry.graph.history import History
from registry.graph.namesakes import shared_numbers, without_namesakes
from registry.graph.organisation import Organisation
from registry.graph.state import standing
from registry.graph.timeline import governments
from registry.model.coverage import Coverage
from registry.model.facts import AnyFact, Document
from registry.model.journal import Entry, NoticeIngested
from registry.model.records import OnRecord
from registry.resolve.coverage import Lines, coverage_of
from registry.resolve.names import names_ever
from registry.resolve.subject import Glossary, bare, find
from registry.service.rulebooks import Rulebooks
from registry.tables.rules import Rulebook

MOST = 16
"""Governments looked through for a question that names none; with more it has to name one."""


class Registry:
    """What the use cases work on.

    Args:
        facts: every fact that the registry knows.
        rulebooks: the rule files, at most one a government, and books of law for all of them.
        glossary: English names, and short names beyond the rule.
        today: asks the clock for the day.
    """

    def __init__(
        self,
        facts: Iterable[AnyFact],
        rulebooks: Iterable[Rulebook],
        glossary: Glossary,
        today: Callable[[], date],
    ) -> None:
        self._facts = tuple(facts)
        self.glossary = glossary
        self.today = today
        self._rulebooks = Rulebooks.made(rulebooks)
        self._histories: dict[str, History] = {}
        self._governments: tuple[str, ...] | None = None
        self._shared: frozenset[str] | None = None

    @property
    def facts(self) -> tuple[AnyFact, ...]:
        """All facts known, of every government."""
        return self._facts

    def facts_of(self, government: str) -> tuple[AnyFact, ...]:
        """Return at least the facts that bear on ``government``."""
        if self._shared is None:
            self._shared = shared_numbers(self.facts)
        return (
            without_namesakes(self.facts, self._shared, government) if self._shared else self.facts
        )

    def governments(self) -> tuple[str, ...]:
        """Return the bodies whose notices are known."""
        if self._governments is None:
            self._governments = governments(self.facts)
        return self._governments

    def histories(self) -> tuple[History, ...]:
        """Return the history of every government, for questions that name none.

        Raises:
            UnknownName: there are too many to look through.
        """
        return tuple(self.history_of(name) for name in self._looked_through())

    def covering(self, words: str, on: date) -> tuple[tuple[str, ...], tuple[Coverage, ...]]:
        """Return every government, and who covers on a day what ``words`` name in any of them."""
        names = tuple(sorted(self.governments()))
        found = (line for name in names for line in self._lines(name))
        return names, counting(found, words, on)

    def indexed(self) -> Iterator[tuple[int, int]]:
        """Bring the index for ``covering`` up to date; yield how many are done, and of how many."""
        yield from ()

    def _lines(self, government: str) -> Lines:
        return coverage_of(self.history_of(government))

    def known(self, at: datetime | int | None) -> Registry:  # noqa: ARG002 - for a journal
        """Return the registry as it was known at a moment, or by the entries up to a number.

        Plain notices were known always.
        """
        return self

    def asked(self) -> Registry:
        """Return the registry for one question, under which nothing changes while it is answered.

        A journal is looked into when the first thing is asked of it.
        """
        return self

    def position(self) -> int:
        """Return the number of the last entry that counts here; 0 without a journal.

        While it stays, every answer for a day stays; ``known`` takes it.
        """
        return 0

    def glance(self) -> int | None:
        """Return ``position()`` where no other machine has to be waited for, else ``None``."""
        return self.position()

    def entries(
        self,
        after: int = 0,  # noqa: ARG002 - as above
        government: str | None = None,  # noqa: ARG002
    ) -> Iterator[Entry]:
        """Yield the entries that count here, as ``Journal.entries``; none without a journal."""
        yield from ()

    def chain(self, number: int) -> str | None:  # noqa: ARG002
        """Return the digest of the journal up to an entry; ``None`` without a journal."""
        return None

    def texts_of(self, government: str) -> dict[str, str]:
        """Return the texts kept of notices that bear on ``government``, by their ``doc``."""
        return {
            fact.doc: entry.record.text
            for entry in standing(tuple(self.entries(government=government)))
            if isinstance(entry.record, NoticeIngested)
            for fact in entry.record.facts
            if isinstance(fact, Document)
        }

    def discreet(self) -> Registry:
        """Return the registry as it is for those who may not know why somebody is absent."""
        return self

    def on_record(self, government: str) -> OnRecord:  # noqa: ARG002
        """Return what people entered for ``government``; nothing without a journal."""
        return OnRecord()

    def rules(self, government: str) -> Rulebook | None:
        """Return the rules of ``government`` and the law; ``None`` where there is neither."""
        return self._rulebooks.of(government)

    def organisation(self, on: date, government: str | None = None) -> Organisation:
        """Return the government as of a day; ``government`` may be left out if there is one.

        Raises:
            UnknownName: as ``history``.
        """
        return self.history(government).at(on)

    def history(self, government: str | None = None, subject: str | None = None) -> History:
        """Return the history of the government asked for, by its name or a part of it.

        Without a name it is the only government known, or the only one whose notices name
        ``subject``, or the only one with a division-of-labour notice.

        Raises:
            UnknownName: there is no such government, or more than one that fits.
        """
        if government is not None:
            fitting = self._like(government)
            if not fitting:
                raise self._no_such(government)
        else:
            fitting = self._fitting(self._looked_through(), subject)
        if len(fitting) > 1:
            raise SeveralGovernments(
                f"notices of several governments are known; choose one of: {_listed(fitting)}",
                tuple(fitting[:MOST]),
            )
        return self.history_of(fitting[0])

    def _like(self, government: str) -> list[str]:
        """Return the government of that name or place, else those with it in theirs."""
        known = self.governments()
        named = [name for name in spellings(government) if name in known]
        return named[:1] or [g for g in known if government in g]

    def _no_such(self, government: str) -> UnknownName:
        known = self.governments()
        if not known:
            return self._nothing_known()
        return UnknownName(
            f"no notice of {government!r} is known; known: {_listed(known)}", known[:MOST]
        )

    def _nothing_known(self) -> NothingKnown:
        return NothingKnown("no notice here names its issuer; give a whole notice as the source")

    def _looked_through(self) -> tuple[str, ...]:
        known = self.governments()
        if not known:
            raise self._nothing_known()
        if len(known) > MOST:
            raise too_many(known)
        return known

    def _fitting(self, known: tuple[str, ...], subject: str | None) -> list[str]:
        fitting = list(known)
        if subject is not None and len(known) > 1:
            naming = [g for g in known if self._names(g, subject)]
            fitting = naming or [g for g in known if self._names(g, subject, True)] or fitting
        if len(fitting) > 1:
            divided = [
                g for g in fitting if any(s.has_division for s in self.history_of(g).states())
            ]
            fitting = divided or fitting
        return fitting

    def _names(self, government: str, subject: str, in_texts: bool = False) -> bool:
        """Say whether a notice names ``subject``; a part of a task's text is a weaker sign."""
        history = self.history_of(government)
        words = bare(self.glossary.english.get(subject.strip().casefold(), subject))
        return words in names_ever(history) or any(
            find(state, subject, self.glossary, in_texts=in_texts) is not None
            for state in history.states()
        )

    def history_of(self, government: str) -> History:
        """Return the history of the government of exactly that name, empty if there is none."""
        if government not in self._histories:
            self._histories[government] = History(self.facts_of(government), government)
        return self._histories[government]


def counting(
    lines: Iterable[tuple[Coverage, frozenset[str]]], words: str, on: date
) -> tuple[Coverage, ...]:
    """Return the lines found by ``words`` that count on a day."""
    return tuple(
        line
        for line, keys in lines
        if words in keys and line.since <= on and (line.until is None or on <= line.until)
    )


def spellings(government: str) -> tuple[str, ...]:
    """Return the names that a government may be asked by in full: its own, and its place's.

    >>> spellings("景德镇市")
    ('景德镇市', '景德镇市人民政府')
    """
    return government, f"{government}人民政府"


def too_many(known: Sequence[str]) -> SeveralGovernments:
    """Return the error for a question that names no government where many are known."""
    return SeveralGovernments(
        f"notices of {len(known)} governments are known; say which, such as {known[0]}",
        tuple(known[:MOST]),
    )


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + more
