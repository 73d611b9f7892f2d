"""One government on one day: a graph of typed nodes and edges, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import itemgetter

import networkx as nx
from msgspec import Struct, field

from registry.graph.groups import LeadingGroup
from registry.graph.memory import Memory
from registry.graph.nodes import Edge, Kind, Node
from registry.graph.repeals import Unclear
from registry.graph.works import GIVEN, SUPPORTS, Work, works
from registry.model.facts import Document, Fact

HELD = frozenset(
    "responsible assists also_responsible supervises assists_supervising "
    "also_supervises liaises assists_liaising".split()
)
"""The relations of a portfolio."""

TITLES = frozenset(("post", "appointed", "concurrently_appointed"))
PAIRS = frozenset(("ab_pair", "backup"))


class Organisation(Struct, frozen=True, eq=False):
    """What the notices of ``government`` in force ``on`` a day say.

    ``graph`` is a multigraph of ``Node``; each edge carries ``edge``, an ``Edge``, and
    ``order``, its place among the facts and within the fact, as the notices give them. ``divisions`` are the
    division-of-labour notice in force and its supplements, none before the first;
    ``replaced`` names the earlier ones that no longer hold. ``left`` holds those whom a later notice retired or
    removed from the office by which the division names them, with the fact that says so.
    ``repealed_by`` is the notice that took the division back without another in its place;
    ``unclear_repeals`` fit several notices in force, and end none. ``memory`` is of what
    follows from all this but the day.
    """

    government: str
    on: date
    graph: nx.MultiDiGraph[Node]
    divisions: tuple[Document, ...]
    replaced: frozenset[str]
    leading_groups: tuple[LeadingGroup, ...]
    left: dict[str, tuple[Fact, Document]]
    repealed_by: Document | None = None
    unclear_repeals: tuple[Unclear, ...] = ()
    memory: Memory = field(default_factory=Memory)

    @property
    def division(self) -> Document | None:
        """Return the division-of-labour notice in force, ``None`` before the first."""
        return self.divisions[0] if self.divisions else None

    @property
    def has_division(self) -> bool:
        """Say whether a division-of-labour notice is in force: ``False`` before the first."""
        return bool(self.divisions)

    def edges(self, relations: Iterable[str]) -> tuple[Edge, ...]:
        """Return all edges of ``relations`` in the notices' order."""
        wanted = frozenset(relations)
        return self.memory.once(
            wanted, lambda: tuple(e for e in self._edges() if e.relation in wanted)
        )

    def leaders(self) -> tuple[str, ...]:
        """Return the leaders in the order of the division-of-labour notice in force."""
        ours = frozenset(document.doc for document in self.divisions)
        return self.memory.once(
            "leaders",
            lambda: tuple(
                dict.fromkeys(
                    edge.source.name
                    for edge in self.edges(HELD | {"post"})
                    if edge.document.doc in ours
                )
            ),
        )

    def titles(self, person: str) -> tuple[str, ...]:
        """Return the titles and posts that ``person`` holds."""
        return tuple(edge.target.name for edge in self._out(person, TITLES))

    def held(self, person: str) -> tuple[Edge, ...]:
        """Return the portfolio of ``person`` in the notice's order."""
        return self._out(person, HELD)

    def holders(self, kind: Kind, name: str) -> tuple[Edge, ...]:
        """Return who holds the area, agency or post of exactly that name, in notice order."""
        node = Node(kind, name)
        if node not in self.graph:
            return ()
        data = [d for _, _, d in self.graph.in_edges(node, data=True)]
        return _ordered(d for d in data if d["edge"].relation in HELD | TITLES)

    def pairs(self) -> tuple[Edge, ...]:
        """Return the AB pairs and one-way backups in force."""
        return self.edges(PAIRS)

    def backups_of(self, person: str) -> tuple[tuple[str, Edge], ...]:
        """Return who backs ``person`` up, each with the pair that says so.

        A mutual pair counts both ways, a one-way pair only for its A.
        """
        return self.memory.once(("backups", person), lambda: self._backups_of(person))

    def _backups_of(self, person: str) -> tuple[tuple[str, Edge], ...]:
        found: dict[str, Edge] = {}
        for edge in self.pairs():
            a, b = edge.source.name, edge.target.name
            if a == person and b != person:
                found.setdefault(b, edge)
            elif b == person and a != person and edge.relation == "ab_pair":
                found.setdefault(a, edge)
        return tuple(found.items())

    def works(self) -> tuple[Work, ...]:
        """Return the tasks, duties and indicators given to agencies, in the notices' order."""
        return self.memory.once("works", lambda: works(self.edges((*GIVEN, SUPPORTS))))

    def groups(self) -> tuple[LeadingGroup, ...]:
        """Return the groups that notices set up, in the notices' order."""
        return tuple(group for group in self.leading_groups if group.in_being)

    def group(self, name: str) -> LeadingGroup | None:
        """Return the group of exactly that name or alias, mentioned ones included."""
        found = [group for group in self.leading_groups if name in group.names]
        return found[0] if len(found) == 1 else None

    def names(self, kind: Kind) -> tuple[str, ...]:
        """Return the names of all nodes of ``kind``, in the notices' order."""
        return self.memory.once(
            ("names", kind), lambda: tuple(node.name for node in self.graph if node.kind == kind)
        )

    def people(self) -> tuple[str, ...]:
        """Return all persons whom the notices in force name, leaders first."""
        return self.memory.once(
            "people", lambda: tuple(dict.fromkeys((*self.leaders(), *self.names("person"))))
        )

    def _edges(self) -> tuple[Edge, ...]:
        return self.memory.once(
            "edges", lambda: _ordered(d for _, _, d in self.graph.edges(data=True))
        )

    def _out(self, person: str, relations: frozenset[str]) -> tuple[Edge, ...]:
        return self.memory.once((person, relations), lambda: self._leaving(person, relations))

    def _leaving(self, person: str, relations: frozenset[str]) -> tuple[Edge, ...]:
        node = Node("person", person)
        if node not in self.graph:
            return ()
        data = [d for _, _, d in self.graph.out_edges(node, data=True)]
        return _ordered(d for d in data if d["edge"].relation in relations)


def _ordered(data: Iterable[dict[str, object]]) -> tuple[Edge, ...]:
    ranked = sorted(data, key=itemgetter("order"))
    return tuple(edge for d in ranked if isinstance(edge := d["edge"], Edge))
