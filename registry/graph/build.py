"""One fact in force becomes nodes and edges of the graph."""

from __future__ import annotations

from collections.abc import Iterator

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
    Duty,
    Indicator,
    Meeting,
    Member,
    MemberOrg,
    Office,
    OfficeDirector,
    Post,
    Subgroup,
    Task,
)


def add_fact(graph: nx.MultiDiGraph[Node], fact: AnyFact, document: Document, order: int) -> None:
    """Add to ``graph`` what ``fact`` states; facts that tie nothing together add nothing.

    ``order`` is the fact's place among all facts; edges are listed by it and, within a
    fact, as the clause lists them.
    """
    for place, (source, relation, target) in enumerate(_ties(fact)):
        edge = Edge(source=source, relation=relation, target=target, fact=fact, document=document)
        graph.add_edge(source, target, edge=edge, order=(order, place))


def _ties(fact: AnyFact) -> Iterator[tuple[Node, str, Node]]:
    if isinstance(fact, Task):
        task = Node("task", fact.text)
        for relation, agencies in (("leads", fact.lead), ("supports", fact.support)):
            yield from ((Node("agency", name), relation, task) for name in agencies)
    elif isinstance(fact, Duty):
        yield Node("agency", fact.org), "has_duty", Node("duty", fact.text)
    elif isinstance(fact, Indicator):
        yield Node("agency", fact.org), "answers_for", Node("indicator", fact.indicator)
    elif isinstance(fact, Meeting):
        if fact.chair is not None:
            yield Node("person", fact.chair), "chairs", Node("meeting", fact.name)
    elif ends := _ends(fact):
        yield ends[0], relation_of(fact), ends[1]


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
