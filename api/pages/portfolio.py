"""What a leader covers, as pages list it: a line for each tie, every name a link."""

from __future__ import annotations

from msgspec import Struct

from api.pages.links import Link, Value
from api.pages.quoted import Quoter
from registry.charts.words import say
from registry.graph.organisation import Organisation
from registry.model.answers import Relation
from registry.resolve.words import RELATIONS

LIAISON = frozenset((Relation.LIAISES, Relation.ASSISTS_LIAISING))


class Shares(Struct, frozen=True, kw_only=True):
    """The things that one tie joins to a person."""

    relation: Relation
    label: str
    items: tuple[Link, ...]

    @property
    def light(self) -> bool:
        """Say whether the tie is mere contact."""
        return self.relation in LIAISON


def shares(
    organisation: Organisation, person: str, quoter: Quoter, **asked: Value
) -> tuple[Shares, ...]:
    """Return what ``person`` holds, the strongest ties first; ``asked`` goes with each area."""
    visit = quoter.visit
    held: dict[Relation, dict[str, Link]] = {}
    for edge in organisation.held(person):
        name = edge.target.name
        link = quoter.agency(name) if edge.target.kind == "agency" else quoter.area(name, **asked)
        held.setdefault(Relation(edge.relation), {}).setdefault(name, link)
    return tuple(
        Shares(
            relation=relation,
            label=say(RELATIONS[relation], visit.lang),
            items=tuple(held[relation].values()),
        )
        for relation in Relation
        if relation in held
    )
