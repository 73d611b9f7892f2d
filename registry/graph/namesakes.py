"""Notices of different bodies that bear one number: told apart, where one source holds both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from registry.graph.governments import bodies_of
from registry.model.facts import AnyFact, Document


def with_notice(facts: Iterable[AnyFact]) -> Iterator[tuple[Document | None, AnyFact]]:
    """Yield each fact with its notice: the last one before it with its number, else the first."""
    given = tuple(facts)
    latest = {fact.doc: fact for fact in reversed(given) if isinstance(fact, Document)}
    for fact in given:
        if isinstance(fact, Document):
            latest[fact.doc] = fact
        yield latest.get(fact.doc), fact


def shared_numbers(facts: Iterable[AnyFact]) -> frozenset[str]:
    """Return the numbers that notices of different bodies bear."""
    first: dict[str, tuple[str, ...]] = {}
    shared: set[str] = set()
    for fact in facts:
        if isinstance(fact, Document):
            bodies = bodies_of(fact)
            if first.setdefault(fact.doc, bodies) != bodies:
                shared.add(fact.doc)
    return frozenset(shared)


def without_namesakes(
    facts: Iterable[AnyFact], shared: frozenset[str], government: str
) -> tuple[AnyFact, ...]:
    """Drop the notices of others that bear the number of one of the government's own.

    Args:
        facts: of every government, a notice's after its document.
        shared: as ``shared_numbers`` returns them.
        government: whose are wanted; empty for notices whose issuer is not known.
    """
    paired = [(notice if fact.doc in shared else None, fact) for notice, fact in with_notice(facts)]
    own = {fact.doc for notice, fact in paired if notice and _issued(notice, government)}
    return tuple(
        fact
        for notice, fact in paired
        if notice is None or fact.doc not in own or _issued(notice, government)
    )


def _issued(notice: Document, government: str) -> bool:
    bodies = bodies_of(notice)
    return government in bodies if government else not bodies
