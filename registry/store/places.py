"""Where an entry is found again: the governments it bears on, and the notices it is about.

A body's notice bears on that body. It bears on another government too where it fills posts
that are spelled out with that government's name, as the people's congress does; such posts
are kept as they are, since the government may become known later only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct

from registry.errors import Conflict
from registry.graph.governments import bodies_of
from registry.model.facts import AnyFact, Document, PostFact
from registry.model.journal import (
    AnyRecord,
    Entry,
    FactCorrected,
    NoticeIngested,
    Split,
    Withdrawn,
)


class Places(Struct, frozen=True, kw_only=True):
    """What to write into the look-ups for one entry.

    ``moved`` are earlier entries that ``governments`` and ``posts`` lead to from now on too:
    a correction of a notice's issuer brings the notice with it.
    """

    governments: frozenset[str]
    docs: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    moved: frozenset[int] = frozenset()


UNKNOWN_BODY = ""
"""Stands for the government of what no known government's notice or record is about."""
_UNKNOWN = frozenset((UNKNOWN_BODY,))


class Found(Protocol):
    """The look-ups so far."""

    def governments_of(self, numbers: Iterable[int]) -> frozenset[str]:
        """Return the governments that entries bear on."""

    def posts_of(self, numbers: Iterable[int]) -> frozenset[str]:
        """Return the posts of other bodies that entries fill."""

    def docs_of(self, number: int) -> frozenset[str]:
        """Return the notices that an entry is about."""

    def about(self, docs: Iterable[str]) -> tuple[Entry, ...]:
        """Return the entries about notices, in order."""

    def holds(self, number: int) -> bool:
        """Say whether there is such an entry."""


def places_of(record: AnyRecord, found: Found) -> Places:
    """Work out where to find ``record`` again.

    Raises:
        Conflict: it withdraws an entry that is not there.
    """
    match record:
        case NoticeIngested(facts=facts):
            bodies = _bodies(facts)
            return Places(
                governments=bodies or _UNKNOWN, docs=_docs(facts), posts=_posts(facts, bodies)
            )
        case FactCorrected(wrong=wrong, right=right):
            return _of_correction([fact for fact in (wrong, right) if fact], wrong, found)
        case Withdrawn(entry=number):
            if not found.holds(number):
                raise Conflict(
                    f"entry {number} cannot be withdrawn: there is none; see `registry journal`"
                )
            return Places(
                governments=found.governments_of([number]),
                docs=found.docs_of(number),
                posts=found.posts_of([number]),
            )
        case Split(government=government, docs=docs):
            return Places(governments=frozenset((government,)), docs=frozenset(docs))
        case _:
            return Places(governments=frozenset((record.government,)))


def _of_correction(facts: list[AnyFact], wrong: AnyFact | None, found: Found) -> Places:
    docs = _docs(facts)
    about = _meant(found.about(docs), wrong, found)
    bodies = _bodies(facts)
    governments = bodies | found.governments_of(about)
    posts = _posts(facts, governments)
    return Places(
        governments=governments or _UNKNOWN,
        docs=docs,
        posts=posts | found.posts_of(about),
        moved=about if bodies or posts else frozenset(),
    )


def _meant(about: tuple[Entry, ...], wrong: AnyFact | None, found: Found) -> frozenset[int]:
    """Return those of the entries about a notice that a correction is about.

    Notices of several governments may share a title and have no number. Those that state
    what is corrected are meant, if any do, with what was recorded about the same governments'.
    """
    stating = [entry.number for entry in about if _states(entry.record, wrong)]
    if not stating:
        return frozenset(entry.number for entry in about)
    bodies = found.governments_of(stating)
    beside = [
        entry.number
        for entry in about
        if not isinstance(entry.record, NoticeIngested)
        and (found.governments_of([entry.number]) & bodies or not bodies)
    ]
    return frozenset((*stating, *beside))


def _states(record: AnyRecord, fact: AnyFact | None) -> bool:
    match record:
        case NoticeIngested(facts=facts):
            return fact in facts
        case FactCorrected(right=right):
            return fact is not None and fact == right
        case _:
            return False


def _bodies(facts: Iterable[AnyFact]) -> frozenset[str]:
    return frozenset(
        body for fact in facts if isinstance(fact, Document) for body in bodies_of(fact)
    )


def _posts(facts: Iterable[AnyFact], bodies: frozenset[str]) -> frozenset[str]:
    """Return the posts that facts fill or empty, those of ``bodies`` themselves left out."""
    return frozenset(
        fact.post
        for fact in facts
        if isinstance(fact, PostFact) and not fact.post.startswith(tuple(bodies))
    )


def _docs(facts: Iterable[AnyFact]) -> frozenset[str]:
    return frozenset(fact.doc for fact in facts)
