"""Plain networkx: one graph a government, and its edges looked through for each question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import networkx as nx

from bench.peers.edges import Edge, Question
from bench.peers.whole import HELD, Row


class Scan:
    """The edges as a multigraph for each government."""

    name = "networkx, scanning"

    def __init__(self) -> None:
        self._graphs: dict[str, nx.MultiDiGraph[str]] = {}

    def load(self, edges: Iterable[Edge]) -> None:
        """Take the edges in."""
        for edge in edges:
            graph = self._graphs.setdefault(edge.government, nx.MultiDiGraph())
            graph.add_edge(edge.source, edge.target, edge=edge)

    def held(self, question: Question) -> Sequence[Row]:
        """As ``Peer.held``."""
        return self._find(question, lambda e: e.kind in HELD and e.target == question.subject)

    def of(self, question: Question, person: str) -> Sequence[Row]:
        """As ``Peer.of``."""
        return self._find(
            question,
            lambda e: (
                (e.kind == "pair" and person in {e.source, e.target})
                or (e.kind == "left" and e.source == person)
            ),
        )

    def rules(self, question: Question) -> Sequence[Row]:
        """As ``Peer.rules``."""
        return self._find(question, lambda e: e.kind in {"backup_acts", "coordinator_assigns"})

    def office(self, question: Question, title: str) -> Sequence[Row]:
        """As ``Peer.office``."""
        return self._find(
            question,
            lambda e: e.kind in {"leader", "left"} or (e.kind == "title" and e.target == title),
        )

    def _find(self, question: Question, fits: Callable[[Edge], bool]) -> Sequence[Row]:
        graph = self._graphs[question.government]
        edges = (data["edge"] for _, _, data in graph.edges(data=True))
        found = (e for e in edges if fits(e) and _counts(e, question))
        rows = (Row(e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[8]) for e in found)
        return sorted(rows, key=lambda row: row.place)


def _counts(edge: Edge, question: Question) -> bool:
    day, seen = question.day, question.known
    ended = edge.until <= day and edge.superseded <= seen
    return edge.since <= day and edge.known <= seen and not ended
