"""The W3C Organization Ontology, as Turtle and as JSON-LD: two ways to write one graph."""

from __future__ import annotations

import json
from typing import Any

from rdflib import DC, DCTERMS, FOAF, ORG, PROV, SKOS, TIME, XSD, Graph

from registry.exports.extract import Extract
from registry.exports.iris import BASE, Iris
from registry.exports.org_graph import Triples

_PREFIXES = {
    "dc": DC,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "org": ORG,
    "prov": PROV,
    "skos": SKOS,
    "time": TIME,
    "xsd": XSD,
}


def org_graph(extract: Extract, base: str = BASE) -> Graph:
    """Return the extract as triples.

    The government is an ``org:FormalOrganization``, a group of its own an
    ``org:OrganizationalUnit`` of it, an agency an ``org:Organization``; a post, a share of the
    work, a backup and a seat are each an ``org:Membership`` with its role and interval. Each
    notice that began or ended one is an ``org:ChangeEvent``. Clauses are quoted from their notices.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in _PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in Triples(extract, Iris(extract.government, base)):
        graph.add(triple)
    return graph


def org_turtle(extract: Extract, base: str = BASE) -> bytes:
    """Return the graph as Turtle."""
    return org_graph(extract, base).serialize(format="turtle", encoding="utf-8")


def org_jsonld(extract: Extract, base: str = BASE) -> bytes:
    """Return the graph as JSON-LD with its context inside; the same graph is written the same."""
    context = {prefix: str(namespace) for prefix, namespace in _PREFIXES.items()}
    context["type"] = "@type"
    written = org_graph(extract, base).serialize(format="json-ld", context=context)
    return json.dumps(_ordered(json.loads(written)), ensure_ascii=False, indent=2).encode()


def _ordered(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Sort what has no order in the graph: rdflib writes it as its sets come."""
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda item: json.dumps(item, sort_keys=True))
    return value
