"""The graph of a government on a day, for programs that draw and measure networks."""

from __future__ import annotations

from io import BytesIO

import networkx as nx

from registry.exports.extract import Extract
from registry.exports.iris import Iris
from registry.exports.text import fit, named
from registry.exports.ties import Tie
from registry.exports.words import TIES
from registry.graph.nodes import Node


def network(extract: Extract) -> nx.MultiDiGraph[str]:
    """Return what holds on the day as a graph of texts alone.

    A node is ``kind:name``, with ``kind`` and ``label``. An edge has ``relation`` (the word of the
    facts) and ``label`` (Chinese); ``role``, ``subgroup`` and ``title`` in a group; ``since`` and
    ``until``; and ``clause``, ``doc``, ``notice`` (number, title, date) that state it.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        name=fit(extract.government), on=extract.on.isoformat()
    )
    iris = Iris(extract.government)
    for group in extract.groups:
        _add(graph, Node("group", group.name), status=group.fact.status)
    for tie in extract.holding():
        bond = tie.bond
        source, target = _add(graph, bond.source), _add(graph, bond.target)
        key = iris.bond(bond, tie.since).rpartition("/")[2]
        graph.add_edge(source, target, key=key, **_edge(tie, extract))
    return graph


def graphml(extract: Extract) -> bytes:
    """Return the graph as GraphML (graphml.graphdrawing.org)."""
    written = "\n".join(nx.generate_graphml(network(extract)))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'.encode()


def gexf(extract: Extract) -> bytes:
    """Return the graph as GEXF 1.2 (gexf.net), dated on the extract's day."""
    writer = nx.readwrite.gexf.GEXFWriter(network(extract))
    meta = writer.xml.find("meta")
    meta.set("lastmodifieddate", extract.on.isoformat())
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def _add(graph: nx.MultiDiGraph[str], node: Node, status: str | None = None) -> str:
    name = f"{node.kind}:{fit(node.name)}"
    more = {"status": status} if status is not None else {}
    graph.add_node(name, kind=node.kind, label=fit(node.name), **more)
    return name


def _edge(tie: Tie, extract: Extract) -> dict[str, str]:
    bond, said = tie.bond, tie.quotes[-1]
    values = {
        "relation": bond.relation,
        "label": TIES[bond.relation].zh,
        "role": bond.role,
        "subgroup": bond.subgroup,
        "title": bond.title,
        "since": tie.since,
        "until": tie.until,
        "clause": said.clause,
        "doc": said.doc,
        "notice": named(said.doc, extract.notices.get(said.doc), said.date),
    }
    return {key: fit(value) for key, value in values.items() if value is not None}
