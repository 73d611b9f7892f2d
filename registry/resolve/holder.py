"""Who holds the subject, strongest first, and who stands beside."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from registry.graph.groups import LeadingGroup
from registry.graph.nodes import Edge
from registry.graph.organisation import HELD, Organisation
from registry.model.answers import Also, Reason, Relation, Words
from registry.resolve.reasons import holds, quoted
from registry.resolve.subject import Found

_LIAISES = (Relation.LIAISES,)


class Holding(Struct, frozen=True, kw_only=True):
    """One holder of the subject, by what, and the steps that say so."""

    person: str
    relation: Relation
    flags: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Holders(Struct, frozen=True):
    """Those in charge, strongest first, then in the notice's order; and those beside them."""

    holdings: tuple[Holding, ...] = ()
    also: tuple[Also, ...] = ()
    beside: tuple[Reason, ...] = ()
    """The clauses of those beside."""


def holders(org: Organisation, found: Found) -> Holders:
    """Return who holds what was ``found`` in ``org``; nobody, where no clause says so."""
    if found.kind == "group" and found.group is not None:
        return Holders(tuple(_heads(found.group)))
    if found.kind == "person":
        return Holders(_portfolio(org, found))
    if found.kind == "post":
        return Holders(
            tuple(
                Holding(
                    person=edge.source.name,
                    relation=Relation.POST,
                    reasons=(holds(edge, Relation.POST),),
                )
                for edge in found.edges
            )
        )
    return _of_share(found.edges)


def _of_share(edges: Iterable[Edge]) -> Holders:
    by_person: dict[str, list[Edge]] = {}
    for edge in edges:
        if edge.relation in HELD:
            by_person.setdefault(edge.source.name, []).append(edge)
    ties = {who: max(own, key=_strength) for who, own in by_person.items()}
    ranked = sorted(ties.values(), key=_strength, reverse=True)
    in_charge = [e for e in ranked if _strength(e)]
    flags: tuple[str, ...] = ()
    if not in_charge:
        in_charge = [
            e for own in by_person.values() for e in own if Relation(e.relation) in _LIAISES
        ]
        flags = ("liaison_only",) if in_charge else ()
    named = {e.source.name for e in in_charge}
    beside = [e for e in ranked if e.source.name not in named]
    return Holders(
        tuple(
            Holding(
                person=e.source.name,
                relation=Relation(e.relation),
                flags=flags,
                reasons=(holds(e, Relation(e.relation)),),
            )
            for e in in_charge
        ),
        tuple(Also(e.source.name, Relation(e.relation)) for e in beside),
        tuple(holds(e, Relation(e.relation)) for e in beside),
    )


def _strength(edge: Edge) -> int:
    return Relation(edge.relation).strength


def _heads(group: LeadingGroup) -> Iterable[Holding]:
    for seat in group.heads:
        text = Words(
            f"{seat.person}任{group.name}{seat.role}",
            f"{seat.person} heads {group.name} ({seat.role})",
        )
        yield Holding(
            person=seat.person,
            relation=Relation.HEADS,
            reasons=(quoted("holds", text, seat, group.document),),
        )


def _portfolio(org: Organisation, found: Found) -> tuple[Holding, ...]:
    person = found.person or ""
    clauses: dict[str, Reason] = {}
    for edge in org.held(person):
        text = Words(f"{person}的分工", f"the portfolio of {person}")
        clauses.setdefault(edge.fact.clause, quoted("holds", text, edge.fact, edge.document))
    if not clauses:
        return ()
    return (Holding(person=person, relation=Relation.PORTFOLIO, reasons=tuple(clauses.values())),)
