"""The edges as triples, and the questions in SPARQL: for pyoxigraph and for rdflib."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bench.peers.edges import Edge, Question

_AT = "urn:edge:"
_FIELDS = ("kind", "source", "target", "strength", "place", "clause", "doc", "date")
_ROW = " ".join(f"?{name}" for name in _FIELDS)
_NUMBERS = frozenset(("strength", "place"))
_REST = (
    "?e e:kind ?kind ; e:source ?source ; e:target ?target ; e:strength ?strength ;"
    " e:place ?place ; e:clause ?clause ; e:doc ?doc ; e:date ?date ; e:since ?since ;"
    " e:until ?until ; e:known ?known ; e:superseded ?superseded ."
)
_COUNTS = "FILTER(?since <= ?day && ?known <= ?seen && !(?until <= ?day && ?superseded <= ?seen ))"


def _select(*ways: str) -> str:
    """Return a query for edges found in any of ``ways`` that count, in the notices' order."""
    parts = " UNION ".join(f"{{ {way} {_REST} {_COUNTS} }}" for way in ways)
    return f"PREFIX e: <{_AT}> SELECT {_ROW} WHERE {{ {parts} }} ORDER BY ?place"


HELD = _select("?e e:held ?subject ; e:government ?government .")
OF = _select(
    "?e e:source ?person ; e:government ?government ; e:tie true .",
    "?e e:target ?person ; e:government ?government ; e:tie true .",
)
RULES = _select("?e e:ruleOf ?government .")
OFFICE = _select(
    "?e e:officeOf ?government .",
    "?e e:target ?title ; e:titleIn ?government .",
)


def written(query: str, given: dict[str, str]) -> str:
    """Return a query with what is given written into it, so that it can be planned by that."""
    for name, text in given.items():
        query = query.replace(f"?{name} ", f"{_literal('', text)} ")
    return query


def values(question: Question, **more: str) -> dict[str, str]:
    """Return what the variables of a query stand for."""
    return {
        "government": question.government,
        "day": question.day,
        "seen": question.known,
        **more,
    }


def triples(edges: Iterable[Edge]) -> bytes:
    """Return the edges as N-Triples, with those that lead straight to what is asked for."""
    lines = []
    for number, edge in enumerate(edges):
        node = f"<{_AT}{number}>"
        for name, value in edge._asdict().items():
            lines.append(f"{node} <{_AT}{name}> {_literal(name, value)} .")
        government = _literal("", edge.government)
        if edge.kind in {"responsible", "supervises"}:
            lines.append(f"{node} <{_AT}held> {_literal('', edge.target)} .")
        elif edge.kind in {"pair", "left"}:
            true = '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
            lines.append(f"{node} <{_AT}tie> {true} .")
        elif edge.kind == "title":
            lines.append(f"{node} <{_AT}titleIn> {government} .")
        if edge.kind in {"leader", "left"}:
            lines.append(f"{node} <{_AT}officeOf> {government} .")
        elif edge.kind in {"backup_acts", "coordinator_assigns"}:
            lines.append(f"{node} <{_AT}ruleOf> {government} .")
    return "\n".join(lines).encode()


def _literal(name: str, value: object) -> str:
    text = json.dumps(str(value), ensure_ascii=False)
    if name in _NUMBERS:
        return f"{text}^^<http://www.w3.org/2001/XMLSchema#integer>"
    return text
