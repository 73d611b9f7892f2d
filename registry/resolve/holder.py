"""Who holds the subject, strongest first, and who stands beside."""

from __future__ import annotations

from collections.abc import Iterable

from registry.graph.groups import LeadingGroup
from registry.graph.organisation import Organisation
from registry.model.answers import Reason, Relation, Words
from registry.resolve.found import Found
from registry.resolve.holding import Holders, Holding, of_share
from registry.resolve.reasons import holds, quoted
from registry.resolve.through import through_agencies


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
                    flags=found.flags,
                    reasons=(holds(edge, Relation.POST),),
                )
                for edge in found.edges
            )
        )
    if found.work is not None:
        return through_agencies(org, found.work, found.through)
    return of_share(found.edges)


def _heads(group: LeadingGroup) -> Iterable[Holding]:
    for seat in group.heads:
        text = Words(
            f"{seat.person}任{group.name}{seat.role}",
            f"{seat.person} heads {group.name} ({seat.role})",
        )
        yield Holding(
            person=seat.person,
            relation=Relation.HEADS,
            matters=group.names,
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
    return (
        Holding(
            person=person,
            relation=Relation.PORTFOLIO,
            reasons=tuple(clauses.values()),
            matters=tuple(dict.fromkeys(edge.target.name for edge in org.held(person))),
        ),
    )
