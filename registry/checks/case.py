"""What a check looks at: one government on one day, its notices, and who is away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from registry.checks.known import KnownAgencies
from registry.graph.agency_index import AgencyIndex
from registry.graph.dates import counts_from
from registry.graph.governments import bodies_of, place_of
from registry.graph.history import History
from registry.graph.mentions import agencies_named
from registry.graph.organisation import Organisation
from registry.model.answers import Words
from registry.model.facts import (
    AnyFact,
    Appointed,
    ConcurrentlyAppointed,
    Document,
    Fact,
    Removed,
    Retired,
)
from registry.model.findings import Finding, FindingKind, Place, Severity
from registry.model.records import Absence
from registry.tables.rules import Rulebook

_RESTATED = (0, 0)
"""The span of facts that carried data restates."""

Move = Appointed | ConcurrentlyAppointed | Removed | Retired


@dataclass(frozen=True, eq=False)
class Case:
    """One government as of ``on``; what is derived is worked out once.

    ``history`` tells what is in force; ``given`` are the facts of all notices as they came,
    what a notice says twice included; ``aliases`` maps short names of agencies to full ones
    where no rule reaches.
    """

    history: History
    given: tuple[AnyFact, ...]
    on: date
    absences: tuple[Absence, ...] = ()
    rulebook: Rulebook | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)

    @property
    def government(self) -> str:
        """Return the government's name, empty for notices whose issuer is not known."""
        return self.history.government

    @cached_property
    def organisation(self) -> Organisation:
        """Return the organisation in force on the day."""
        return self.history.at(self.on)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Return the government's notices known by the day, undated ones among them."""
        found: dict[str, Document] = {}
        for fact in self.given:
            if isinstance(fact, Document) and self._is_ours(fact):
                found.setdefault(fact.doc, fact)
        return found

    @cached_property
    def facts(self) -> tuple[AnyFact, ...]:
        """Return the facts of those notices, in their order; a text read twice counts once."""
        ours = [fact for fact in self.given if fact.doc in self.documents]
        once: dict[object, AnyFact] = {}
        for place, fact in enumerate(ours):  # restated facts have no place to tell them apart
            once.setdefault(place if fact.span == _RESTATED else fact, fact)
        return tuple(once.values())

    def by_document(self) -> Iterator[tuple[Document, tuple[AnyFact, ...]]]:
        """Yield each notice with its facts."""
        sorted_out: dict[str, list[AnyFact]] = {}
        for fact in self.facts:
            sorted_out.setdefault(fact.doc, []).append(fact)
        for doc, facts in sorted_out.items():
            yield self.documents[doc], tuple(facts)

    @cached_property
    def moves(self) -> tuple[tuple[date, Move], ...]:
        """Return appointments and departures by the day, in time order.

        Another body (the people's congress) may fill posts of this place, and names it.
        """
        place = place_of(self.government)
        days = {fact.doc: counts_from(fact) for fact in self.given if isinstance(fact, Document)}
        found: list[tuple[date, Move]] = []
        for fact in self.given:
            if not isinstance(fact, Move):
                continue
            ours = fact.doc in self.documents
            named = not isinstance(fact, Retired) and bool(place) and fact.post.startswith(place)
            day = days.get(fact.doc)
            if day is not None and day <= self.on and (ours or named):
                found.append((day, fact))
        return tuple(sorted(found, key=lambda move: move[0]))

    @cached_property
    def agencies(self) -> KnownAgencies:
        """Return the agencies that the division in force gives to its leaders."""
        return KnownAgencies(self.organisation, self.aliases)

    @cached_property
    def every_agency(self) -> AgencyIndex:
        """Return the names of all agencies that the notices name."""
        named = agencies_named(self.facts, self.government)
        return AgencyIndex((m.name for m in named), self.aliases, self.government)

    def day_of(self, fact: Fact) -> date | None:
        """Return the day from which the notice of ``fact`` counts, if it can be placed."""
        document = self.documents.get(fact.doc)
        return counts_from(document) if document else None

    def place(self, fact: Fact) -> Place:
        """Quote the clause of ``fact``."""
        document = self._all_documents.get(fact.doc)
        date_written = document.date if document else None
        return Place(clause=fact.clause, doc=fact.doc, date=date_written, span=fact.span)

    def places(self, facts: Iterable[Fact]) -> tuple[Place, ...]:
        """Quote the clauses of ``facts``, each once."""
        return tuple(dict.fromkeys(self.place(fact) for fact in facts))

    def finding(
        self,
        kind: FindingKind,
        severity: Severity,
        words: tuple[str, str],
        names: Iterable[str],
        facts: Iterable[Fact],
    ) -> Finding:
        """Make a finding; ``words`` is the message in Chinese and in English."""
        return Finding(
            kind=kind,
            severity=severity,
            message=Words(*words),
            names=tuple(dict.fromkeys(names)),
            places=self.places(facts),
            government=self.government,
        )

    @cached_property
    def _all_documents(self) -> Mapping[str, Document]:
        return {f.doc: f for f in reversed(self.given) if isinstance(f, Document)}

    def _is_ours(self, document: Document) -> bool:
        bodies = bodies_of(document)
        day = counts_from(document)
        ours = self.government in bodies if self.government else not bodies
        return ours and (day is None or day <= self.on)
