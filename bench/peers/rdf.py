"""SPARQL over rdflib: the same triples and queries, in Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rdflib import Graph, Literal
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query

from bench.peers.edges import Edge, Question
from bench.peers.triples import HELD, OF, OFFICE, RULES, triples, values
from bench.peers.whole import Row


class Rdf:
    """The edges in a graph in memory."""

    name = "SPARQL over rdflib"

    def __init__(self) -> None:
        self._graph = Graph()
        self._prepared = {text: prepareQuery(text) for text in (HELD, OF, RULES, OFFICE)}

    def load(self, edges: Iterable[Edge]) -> None:
        """Take the edges in."""
        self._graph.parse(data=triples(edges), format="nt")

    def held(self, question: Question) -> Sequence[Row]:
        """As ``Peer.held``."""
        return self._ask(self._prepared[HELD], values(question, subject=question.subject))

    def of(self, question: Question, person: str) -> Sequence[Row]:
        """As ``Peer.of``."""
        return self._ask(self._prepared[OF], values(question, person=person))

    def rules(self, question: Question) -> Sequence[Row]:
        """As ``Peer.rules``."""
        return self._ask(self._prepared[RULES], values(question))

    def office(self, question: Question, title: str) -> Sequence[Row]:
        """As ``Peer.office``."""
        return self._ask(self._prepared[OFFICE], values(question, title=title))

    def _ask(self, query: Query, given: dict[str, str]) -> Sequence[Row]:
        bound = {name: Literal(text) for name, text in given.items()}
        found = self._graph.query(query, initBindings=bound)
        rows = (tuple(one.toPython() for one in solution) for solution in found)  # type: ignore[union-attr]
        return [Row(*row) for row in rows]
