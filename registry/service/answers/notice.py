"""Use case: one notice, its facts, and the text in which they stand where that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec import Struct, structs

from registry.errors import UnknownName
from registry.graph.governments import bodies_of
from registry.graph.timeline import undated
from registry.model.facts import AnyFact, Document, Span, Unparsed
from registry.service.registry import MOST, Registry, too_many

_REACH = 90
"""Characters shown before and after a clause in its place."""


class Read(Struct, frozen=True, kw_only=True):
    """A notice as the registry knows it.

    ``facts`` are all that count, in the order in which they were read, without the document
    itself. ``text`` is the notice's own; ``None`` where only its facts are kept.
    """

    document: Document
    facts: tuple[AnyFact, ...]
    text: str | None

    @property
    def unparsed(self) -> tuple[Unparsed, ...]:
        """Return the clauses that were not understood."""
        return tuple(fact for fact in self.facts if isinstance(fact, Unparsed))

    @property
    def clauses(self) -> tuple[str, ...]:
        """Return the clauses that facts quote, each once."""
        return tuple(dict.fromkeys(fact.clause for fact in self.facts))


class Place(Struct, frozen=True):
    """A clause with what stands before and after it.

    In a text these are the words around it; without one, the clauses quoted next to it.
    """

    before: str
    clause: str
    after: str


def notices(registry: Registry, government: str | None = None) -> tuple[Read, ...]:
    """Return the notices that bear on a government, in the order in which they were read.

    Raises:
        UnknownName: as ``Registry.history``.
    """
    name = registry.history(government).government
    return _read(registry.facts_of(name), registry.texts_of(name))


def known_notices(registry: Registry, government: str | None = None) -> tuple[Read, ...]:
    """Return the notices that bear on the government of exactly that name, or all; no texts.

    A notice without a known issuer stands among all only.

    Raises:
        SeveralFit: all are wanted, and there are too many governments to look through.
    """
    if government is not None:
        history = registry.history_of(government)
        ours = {document.doc for _, document, _ in history.dated}
        ours |= {document.doc for document in undated(history.facts, government)}
        found = _read(registry.facts_of(government), {})
        return tuple(read for read in found if read.document.doc in ours)
    names = registry.governments()
    if len(names) > MOST:
        raise too_many(names)
    return tuple(read for name in (*names, "") for read in issued_by(registry, name))


def issued_by(registry: Registry, body: str) -> tuple[Read, ...]:
    """Return the notices whose first issuer is ``body``, or is not known where it is empty.

    Their texts are left out: ``with_text`` looks one up.
    """
    found = _read(registry.facts_of(body), {})
    return tuple(read for read in found if next(iter(bodies_of(read.document)), "") == body)


def with_text(registry: Registry, read: Read) -> Read:
    """Return the notice with its text, where that is kept."""
    body = next(iter(bodies_of(read.document)), "")
    return structs.replace(read, text=registry.texts_of(body).get(read.document.doc))


def _read(facts: Iterable[AnyFact], texts: Mapping[str, str]) -> tuple[Read, ...]:
    grouped: dict[str, list[AnyFact]] = {}
    for fact in facts:
        grouped.setdefault(fact.doc, []).append(fact)
    return tuple(
        Read(
            document=document,
            facts=tuple(f for f in grouped[doc] if not isinstance(f, Document)),
            text=texts.get(doc),
        )
        for doc in grouped
        if (document := next((f for f in grouped[doc] if isinstance(f, Document)), None))
    )


def notice(registry: Registry, doc: str, government: str | None = None) -> Read:
    """Return the notice of that number, or of that title where it has none.

    Raises:
        UnknownName: there is no such notice, or as ``notices``.
    """
    known = notices(registry, government)
    found = next((read for read in known if read.document.doc == doc), None)
    if found is None:
        near = tuple(read.document.doc for read in known)[:5]
        raise UnknownName(f"{doc!r}: no such notice; known: {'; '.join(near)}", near)
    return found


def in_place(read: Read, clause: str) -> Place | None:
    """Return ``clause`` where it stands in its notice; ``None`` where it is not found there."""
    if read.text is None:
        clauses = read.clauses
        if clause not in clauses:
            return None
        at = clauses.index(clause)
        return Place("".join(clauses[at - 1 : at]), clause, "".join(clauses[at + 1 : at + 2]))
    hint = next((fact.span for fact in read.facts if fact.clause == clause), None)
    span = Finder(read.text).find(clause, hint)
    if span is None:
        return None
    start, end = span
    first, last = max(0, start - _REACH), end + _REACH
    before, after = read.text[first:start], read.text[end:last]
    return Place(
        ("…" if first else "") + before,
        read.text[start:end],
        after + ("…" if last < len(read.text) else ""),
    )


class Finder:
    """Finds clauses in a text whose white space they do not have."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = [place for place, sign in enumerate(text) if not sign.isspace()]
        self._bare = "".join(text[place] for place in self._at)

    def find(self, clause: str, hint: Span | None = None) -> Span | None:
        """Return the place of ``clause``: that of ``hint`` if it stands there, else the first."""
        bare = "".join(clause.split())
        if hint is not None and "".join(self._text[slice(*hint)].split()) == bare:
            return hint
        found = self._bare.find(bare) if bare else -1
        if found < 0:
            return None
        return self._at[found], self._at[found + len(bare) - 1] + 1


class Mark(Struct, frozen=True):
    """A stretch of a text, and the facts whose clauses it is a part of; none for the rest."""

    text: str
    facts: tuple[AnyFact, ...] = ()


def marked(text: str, facts: Iterable[AnyFact]) -> tuple[Mark, ...]:
    """Cut ``text`` where clauses begin and end; the stretches together are all of it."""
    finder = Finder(text)
    places = [(span, fact) for fact in facts if (span := finder.find(fact.clause, fact.span))]
    edges = sorted({0, len(text), *(edge for span, _ in places for edge in span)})
    found: list[Mark] = []
    for start, end in pairwise(edges):
        inside = tuple(fact for (first, last), fact in places if first <= start and end <= last)
        found.append(Mark(text[start:end], inside))
    return tuple(found)
