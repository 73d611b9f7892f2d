"""A holder of a subject and his tie to it; and who holds an area or an agency, strongest first."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from registry.graph.nodes import Edge
from registry.model.answers import Also, Reason, Relation
from registry.resolve.reasons import holds

_LIAISES = (Relation.LIAISES,)


class Holding(Struct, frozen=True, kw_only=True):
    """One holder of the subject, by what, and the steps that say so."""

    person: str
    relation: Relation
    principal: bool = True
    """Whether the answer's status is that of his share: nobody holds the subject more strongly."""
    flags: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    matters: tuple[str, ...] = ()
    """The areas and agencies by which he holds it."""


class Holders(Struct, frozen=True):
    """Those in charge, strongest first, then in the notice's order; and those beside them."""

    holdings: tuple[Holding, ...] = ()
    also: tuple[Also, ...] = ()
    beside: tuple[Reason, ...] = ()
    """The clauses of those beside; of work, also its agencies that nobody holds or that support."""


def of_share(edges: Iterable[Edge]) -> Holders:
    """Return who holds an area or an agency by its ties to persons."""
    by_person: dict[str, list[Edge]] = {}
    for edge in edges:
        by_person.setdefault(edge.source.name, []).append(edge)
    ties = {who: max(own, key=_strength) for who, own in by_person.items()}
    ranked = sorted(ties.values(), key=_strength, reverse=True)
    in_charge = [e for e in ranked if _strength(e)]
    flags: tuple[str, ...] = ()
    if not in_charge:
        in_charge = [
            e for own in by_person.values() for e in own if Relation(e.relation) in _LIAISES
        ]
        flags = ("liaison_only",)
    strongest = max(map(_strength, in_charge), default=0)
    named = {e.source.name for e in in_charge}
    beside = [e for e in ranked if e.source.name not in named]
    return Holders(
        tuple(
            Holding(
                person=e.source.name,
                relation=Relation(e.relation),
                principal=_strength(e) == strongest,
                flags=flags,
                reasons=(holds(e, Relation(e.relation)),),
                matters=tuple(dict.fromkeys(o.target.name for o in by_person[e.source.name])),
            )
            for e in in_charge
        ),
        tuple(Also(e.source.name, Relation(e.relation)) for e in beside),
        tuple(holds(e, Relation(e.relation)) for e in beside),
    )


def _strength(edge: Edge) -> int:
    return Relation(edge.relation).strength
