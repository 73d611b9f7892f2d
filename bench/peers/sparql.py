"""SPARQL over pyoxigraph: a node an edge, a triple a field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from bench.peers.edges import Edge, Question
from bench.peers.triples import HELD, OF, OFFICE, RULES, triples, values, written
from bench.peers.whole import Row


class Sparql:
    """The edges in a store in memory."""

    name = "SPARQL over pyoxigraph"

    def __init__(self) -> None:
        self._store = ox.Store()

    def load(self, edges: Iterable[Edge]) -> None:
        """Take the edges in."""
        self._store.bulk_load(triples(edges), ox.RdfFormat.N_TRIPLES)

    def held(self, question: Question) -> Sequence[Row]:
        """As ``Peer.held``."""
        return self._ask(HELD, values(question, subject=question.subject))

    def of(self, question: Question, person: str) -> Sequence[Row]:
        """As ``Peer.of``."""
        return self._ask(OF, values(question, person=person))

    def rules(self, question: Question) -> Sequence[Row]:
        """As ``Peer.rules``."""
        return self._ask(RULES, values(question))

    def office(self, question: Question, title: str) -> Sequence[Row]:
        """As ``Peer.office``."""
        return self._ask(OFFICE, values(question, title=title))

    def _ask(self, query: str, given: dict[str, str]) -> Sequence[Row]:
        found = self._store.query(written(query, given))
        assert isinstance(found, ox.QuerySolutions)
        rows = (tuple(one.value if one else "" for one in solution) for solution in found)
        return [Row(k, s, t, int(w), int(p), c, d, day) for k, s, t, w, p, c, d, day in rows]
