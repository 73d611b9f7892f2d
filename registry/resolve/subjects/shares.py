"""Areas and agencies of the leaders' portfolios, by their names as the clauses give them."""

from __future__ import annotations

import re
from typing import Literal

from registry.graph.nodes import Edge
from registry.graph.organisation import HELD, Organisation
from registry.model.facts import AgencyFact, AreaFact
from registry.resolve.found import Choices, Found, Glossary, bare
from registry.resolve.reasons import listed, said

_JOINTS = re.compile("以及|和|及|与|、|，")


def exact(org: Organisation, words: str, _: Glossary) -> Found | None:
    """Find the area or agency of exactly that name, or of that name in brackets."""
    edges = tuple(e for e in org.edges(HELD) if words in names_of(e))
    if not edges:
        return None
    kind: Literal["area", "agency"] = "agency" if edges[0].target.kind == "agency" else "area"
    whole = listed(dict.fromkeys(e.target.name for e in edges if bare(e.target.name) != words))
    note = said("alias", f"“{words}”即“{whole}”", f"{words} is another name of {whole}")
    return Found(kind=kind, edges=edges, read_as=(note,) if whole else ())


def joined_part(org: Organisation, words: str, _: Glossary) -> Found | None:
    """Find ``words`` as a whole part of a joined area: 城市管理 in 保密和城市管理."""
    edges = tuple(
        edge
        for edge in org.edges(HELD)
        if edge.target.kind == "area"
        and bare(edge.target.name) != words
        and words in parts_of(edge.target.name)
    )
    if not edges:
        return None
    whole = listed(dict.fromkeys(e.target.name for e in edges))
    note = said("part_of_area", f"“{words}”是“{whole}”中的一项", f"{words} is a part of {whole}")
    return Found(kind="area", edges=edges, read_as=(note,))


def partial(org: Organisation, words: str, _: Glossary) -> Choices | None:
    """Find the areas, else the agencies, with ``words`` inside their names: never one alone."""
    if len(words) < 2:
        return None
    areas = dict.fromkeys(n for n in org.names("area") if words in bare(n))
    agencies = dict.fromkeys(e.target.name for e in agency_edges(org) if words in e.target.name)
    names = tuple(areas or agencies)
    return Choices(names) if names else None


def related_areas(org: Organisation, words: str, found: Found) -> tuple[str, ...]:
    """Return areas whose name holds ``words`` and which are not what was found."""
    ours = {e.target.name for e in found.edges}
    return tuple(n for n in org.names("area") if words in bare(n) and n not in ours)


def agency_edges(org: Organisation) -> tuple[Edge, ...]:
    """Return the ties of persons to agencies."""
    return tuple(e for e in org.edges(HELD) if e.target.kind == "agency")


def names_of(edge: Edge) -> tuple[str, ...]:
    """Return the name as the clause gives it, and its bracketed alias."""
    alias = edge.fact.alias if isinstance(edge.fact, AreaFact | AgencyFact) else None
    names = (edge.target.name, alias) if alias else (edge.target.name,)
    return tuple(bare(name) for name in names)


def parts_of(area: str) -> tuple[str, ...]:
    """Return what a joined area joins.

    >>> parts_of("保密和城市管理")
    ('保密', '城市管理')
    """
    return tuple(_JOINTS.split(bare(area)))
