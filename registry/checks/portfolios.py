"""Portfolios: agencies and areas under several leaders, and areas without an agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from registry.checks.areas import is_general, related
from registry.checks.case import Case
from registry.graph.nodes import Edge
from registry.graph.organisation import HELD
from registry.model.answers import Relation
from registry.model.facts import AgencyFact
from registry.model.findings import Finding, FindingKind, Severity
from registry.resolve.words import RELATIONS

_LEADING = frozenset(("supervises", "also_supervises", "assists_supervising"))
_CHARGED = frozenset(("responsible", "also_responsible"))


def agency_under_several(case: Case) -> Iterator[Finding]:
    """Find agencies that several leaders supervise, or share with one who assists."""
    under: dict[str, list[Edge]] = {}
    for edge in case.agencies.edges:
        if edge.relation in _LEADING:
            full = case.agencies.resolve(edge.target.name)
            under.setdefault(full[0] if len(full) == 1 else edge.target.name, []).append(edge)
    for agency, edges in under.items():
        if len({edge.source.name for edge in edges}) > 1:
            yield case.finding(
                FindingKind.AGENCY_UNDER_SEVERAL,
                _severity(edges),
                (
                    f"{agency}涉及{_number(edges)}位领导：{_zh(edges)}",
                    f"{agency} is with {_number(edges)} leaders: {_en(edges)}",
                ),
                (agency, *(edge.source.name for edge in edges)),
                (edge.fact for edge in edges),
            )


def area_under_several(case: Case) -> Iterator[Finding]:
    """Find areas that two leaders have in the same way."""
    under: dict[tuple[str, str], list[Edge]] = {}
    for edge in case.organisation.edges(_CHARGED):
        under.setdefault((edge.target.name, edge.relation), []).append(edge)
    for (area, _), edges in under.items():
        if len({edge.source.name for edge in edges}) > 1:
            yield case.finding(
                FindingKind.AREA_UNDER_SEVERAL,
                Severity.WARNING,
                (
                    f"“{area}”涉及{_number(edges)}位领导：{_zh(edges)}",
                    f"{area} is with {_number(edges)} leaders: {_en(edges)}",
                ),
                (area, *(edge.source.name for edge in edges)),
                (edge.fact for edge in edges),
            )


def area_without_agency(case: Case) -> Iterator[Finding]:
    """Find areas for which no agency in any portfolio has a name like it; one a leader."""
    charges = list(_charges(case))
    without = {
        person: [e for e in edges if not _agencies_of(case, e, case.agencies.edges)]
        for person, edges, _ in charges
    }
    if 2 * sum(map(len, without.values())) > sum(len(edges) for _, edges, _ in charges):
        return  # the division does not go by agencies
    for person, _, own in charges:
        bare = without[person]
        if bare:
            areas = [edge.target.name for edge in bare]
            yield case.finding(
                FindingKind.AREA_WITHOUT_AGENCY,
                Severity.NOTE,
                (
                    f"{person}负责的{_quoted(areas)}，分工通知中没有名称对应的单位",
                    (
                        f"{person} is responsible for {', '.join(areas)}, for which the division"
                        " names no agency"
                    ),
                ),
                (person, *areas),
                (*(edge.fact for edge in bare), *(edge.fact for edge in own[:1])),
            )


def area_agency_apart(case: Case) -> Iterator[Finding]:
    """Find areas whose agency is in the portfolio of another leader only."""
    for person, edges, own in _charges(case):
        for edge in edges:
            if _agencies_of(case, edge, own):
                continue
            theirs = _agencies_of(case, edge, case.agencies.edges)
            theirs = [e for e in theirs if e.relation in _LEADING] or theirs
            if not theirs:
                continue
            held = dict.fromkeys(f"{e.target.name}（{e.source.name}）" for e in theirs)
            said = dict.fromkeys(f"{e.target.name} ({e.source.name})" for e in theirs)
            area = edge.target.name
            yield case.finding(
                FindingKind.AREA_AGENCY_APART,
                Severity.NOTE,
                (
                    f"“{area}”归{person}，名称相近的单位归他人：{'、'.join(held)}",
                    f"{area} is with {person}, the agency of that name is not: {', '.join(said)}",
                ),
                (area, person, *(name for e in theirs for name in (e.target.name, e.source.name))),
                (edge.fact, *(e.fact for e in theirs)),
            )


def _charges(case: Case) -> Iterator[tuple[str, list[Edge], list[Edge]]]:
    """Yield each leader with his areas and his agencies, where the division has agencies."""
    org = case.organisation
    if not any(edge.relation == "supervises" for edge in case.agencies.edges):
        return  # a division by fields alone: no area has its agency there
    for person in org.leaders():
        held = [edge for edge in org.held(person) if edge.relation in HELD]
        areas = [e for e in held if e.relation in _CHARGED and not is_general(e.target.name)]
        own = [edge for edge in held if edge.target.kind == "agency"]
        own.sort(key=lambda edge: edge.relation != "supervises")
        yield person, areas, own


def _agencies_of(case: Case, area: Edge, edges: Iterable[Edge]) -> list[Edge]:
    listed = [
        (edge, name)
        for edge in edges
        for name in (edge.target.name, edge.fact.alias if isinstance(edge.fact, AgencyFact) else "")
        if name
    ]
    fitting = related(area.target.name, [name for _, name in listed], case.government)
    return [edge for edge, name in listed if name in fitting]


def _severity(edges: Iterable[Edge]) -> Severity:
    tied = [edge.relation for edge in edges]
    if tied.count("supervises") > 1:
        return Severity.ERROR
    if "supervises" in tied and "also_supervises" not in tied:
        return Severity.NOTE
    return Severity.WARNING


def _number(edges: Iterable[Edge]) -> int:
    return len({edge.source.name for edge in edges})


def _zh(edges: Iterable[Edge]) -> str:
    return "，".join(f"{e.source.name}{RELATIONS[Relation(e.relation)].zh}" for e in edges)


def _en(edges: Iterable[Edge]) -> str:
    return ", ".join(f"{e.source.name} {RELATIONS[Relation(e.relation)].en}" for e in edges)


def _quoted(names: Iterable[str]) -> str:
    return "".join(f"“{name}”" for name in names)
