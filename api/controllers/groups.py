"""``/v1/groups`` and ``/v1/pairs``: leading groups, and who is whose backup."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import (
    LONGEST,
    PROBLEMS,
    Government,
    KnownAt,
    NamePart,
    On,
    PathId,
)
from api.ids import made, read
from api.listing import LINK, Listing, Page, Shape, View
from api.lookup import exactly, one_of
from api.security.access import needs
from api.wire.groups import (
    Group,
    GroupWhole,
    Pair,
    PairWhole,
    group,
    pair,
    whole_group,
    whole_pair,
)
from api.wire.groups import (
    pair_id as id_of,
)
from registry.graph.groups import LeadingGroup
from registry.graph.nodes import Edge
from registry.model.access import Scope
from registry.model.facts import Member as MemberFact
from registry.model.facts import OfficeDirector
from registry.service.registry import Registry

GROUPS: Shape[LeadingGroup, Group] = Shape(
    Group,
    {
        "name": lambda found: found.name,
        "date": lambda found: found.document.date or "",
        "seats": lambda found: len(found.members) + len(found.orgs) + len(found.roles),
    },
)
PAIRS: Shape[Edge, Pair] = Shape(
    Pair, {"a": lambda edge: edge.source.name, "b": lambda edge: edge.target.name}
)

Member = Annotated[
    str | None,
    QueryParameter(
        name="person", max_length=LONGEST, description="Only those that this person is in."
    ),
]
Mentioned = Annotated[
    bool,
    QueryParameter(description="Whether groups that notices mention and set up nowhere count."),
]


class Groups(Controller):
    """Leading groups, delegations and commands of one government."""

    path = "/groups"
    tags = ("groups",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listGroups",
        summary="The leading groups of a government on a day",
        responses=PROBLEMS,
        response_headers=[LINK],
        sync_to_thread=True,
    )
    def listing(
        self,
        *,
        registry: NamedDependency[Registry],
        listing: NamedDependency[Listing],
        on: On = None,
        government: Government = None,
        known_at: KnownAt = None,
        name: NamePart = None,
        person: Member = None,
        mentioned: Mentioned = False,
        sort: Annotated[str | None, GROUPS.sort()] = None,
        fields: Annotated[str | None, GROUPS.fields()] = None,
    ) -> Response[Page[Group]]:
        """List every group that a notice set up by then, with its head and how many seats it has."""
        view = listing.view(registry, known_at, on)
        org = view.registry.organisation(view.day, government)
        rows = [
            found
            for found in (org.leading_groups if mentioned else org.groups())
            if (name is None or any(name in full for full in found.names))
            and (person is None or any(m.person == person for m in _people(found)))
        ]
        return GROUPS.page(
            listing,
            view,
            rows,
            lambda found: group(org, found),
            sort=sort,
            fields=fields,
            government=org.government,
        )

    @get(
        "/{group_id:str}",
        operation_id="readGroup",
        summary="One leading group: seats, sub-groups, office",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(self, *, view: NamedDependency[View], group_id: PathId) -> GroupWhole:
        """Tell every seat with its role and title, the sub-groups, and where its office is."""
        government, name = read(group_id, 2, "景德镇市人民政府~景德镇市智慧城市建设领导小组")
        org = exactly(view.registry, government).at(view.day)
        return whole_group(
            org, one_of(org.leading_groups, lambda row: row.name, name, government, "group")
        )


class Pairs(Controller):
    """AB pairs of one government on one day."""

    path = "/pairs"
    tags = ("pairs",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listPairs",
        summary="The AB pairs of a government on a day",
        responses=PROBLEMS,
        response_headers=[LINK],
        sync_to_thread=True,
    )
    def listing(
        self,
        *,
        registry: NamedDependency[Registry],
        listing: NamedDependency[Listing],
        on: On = None,
        government: Government = None,
        known_at: KnownAt = None,
        person: Member = None,
        sort: Annotated[str | None, PAIRS.sort()] = None,
        fields: Annotated[str | None, PAIRS.fields()] = None,
    ) -> Response[Page[Pair]]:
        """List the pairs in force, each with the clause that makes it."""
        view = listing.view(registry, known_at, on)
        org = view.registry.organisation(view.day, government)
        rows = [
            edge
            for edge in org.pairs()
            if person is None or person in {edge.source.name, edge.target.name}
        ]
        return PAIRS.page(
            listing,
            view,
            rows,
            lambda edge: pair(org, edge),
            sort=sort,
            fields=fields,
            government=org.government,
        )

    @get(
        "/{pair_id:str}",
        operation_id="readPair",
        summary="One AB pair",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(self, *, view: NamedDependency[View], pair_id: PathId) -> PairWhole:
        """Tell the clause and the notice that make it."""
        government, a, b = read(pair_id, 3, "景德镇市人民政府~熊皓~张良华")
        org = exactly(view.registry, government).at(view.day)
        wanted = made(government, a, b)
        found = one_of(org.pairs(), lambda edge: id_of(org, edge), wanted, government, "pair")
        return whole_pair(org, found)


def _people(found: LeadingGroup) -> tuple[MemberFact | OfficeDirector, ...]:
    return (*found.members, *found.directors)
