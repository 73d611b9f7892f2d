"""One fact in force becomes nodes and an edge of the graph."""

from __future__ import annotations

import networkx as nx

from registry.graph.nodes import Edge, Node, relation_of
from registry.model.facts import (
    AbPair,
    AgencyFact,
    AnyFact,
    Appointed,
    AreaFact,
    Backup,
    ConcurrentlyAppointed,
    Document,
    Group,
    Member,
    MemberOrg,
    Office,
    OfficeDirector,
    Post,
    Subgroup,
)


def add_fact(graph: nx.MultiDiGraph[Node], fact: AnyFact, document: Document, order: int) -> None:
    """Add to ``graph`` what ``fact`` states; facts that tie nothing together add nothing.

    ``order`` is the fact's place among all facts, by which edges are listed.
    """
    if isinstance(fact, Group):
        graph.add_node(Node("group", fact.group), fact=fact, document=document)
        return
    ends = _ends(fact)
    if ends is None:
        return
    edge = Edge(
        source=ends[0],
        relation=relation_of(fact),
        target=ends[1],
        fact=fact,
        document=document,
    )
    graph.add_edge(*ends, edge=edge, order=order)


def _ends(fact: AnyFact) -> tuple[Node, Node] | None:
    if isinstance(fact, Post):
        return Node("person", fact.person), Node("post", fact.title)
    if isinstance(fact, Appointed | ConcurrentlyAppointed):
        return Node("person", fact.person), Node("post", fact.post)
    if isinstance(fact, AreaFact):
        return Node("person", fact.person), Node("area", fact.area)
    if isinstance(fact, AgencyFact):
        return Node("person", fact.person), Node("agency", fact.org)
    if isinstance(fact, AbPair | Backup):
        return Node("person", fact.a), Node("person", fact.b)
    if isinstance(fact, Member | OfficeDirector):
        return Node("person", fact.person), Node("group", fact.group)
    if isinstance(fact, MemberOrg | Office):
        return Node("agency", fact.org), Node("group", fact.group)
    if isinstance(fact, Subgroup):
        return Node("group", fact.group), Node("subgroup", fact.subgroup)
    return None
