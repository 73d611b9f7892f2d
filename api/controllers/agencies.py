"""``/v1/agencies`` and ``/v1/areas``: what is held, and who holds it."""

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
from api.ids import read
from api.listing import LINK, Listing, Page, Shape, View
from api.lookup import exactly, one_of
from api.security.access import needs
from api.wire.holdings import (
    Agency,
    AgencyWhole,
    Area,
    AreaWhole,
    agency,
    area,
    whole_agency,
    whole_area,
)
from registry.graph.agency_list import Agency as AgencyOfDay
from registry.graph.agency_list import agencies_at
from registry.model.access import Scope
from registry.service.registry import Registry

AGENCIES: Shape[AgencyOfDay, Agency] = Shape(Agency, {"name": lambda found: found.name})
AREAS: Shape[str, Area] = Shape(Area, {"name": lambda name: name})

Person = Annotated[
    str | None,
    QueryParameter(
        name="person", max_length=LONGEST, description="Only those that this person holds."
    ),
]


class Agencies(Controller):
    """Agencies of one government on one day."""

    path = "/agencies"
    tags = ("agencies",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listAgencies",
        summary="The agencies of a government on a day",
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
        person: Person = None,
        sort: Annotated[str | None, AGENCIES.sort()] = None,
        fields: Annotated[str | None, AGENCIES.fields()] = None,
    ) -> Response[Page[Agency]]:
        """List every agency that the notices in force name, each once, with who holds it."""
        view = listing.view(registry, known_at, on)
        org = view.registry.organisation(view.day, government)
        rows = [
            found
            for found in agencies_at(org, view.registry.glossary.aliases)
            if (name is None or any(name in form for form in found.names))
            and (person is None or any(e.source.name == person for e in found.holders))
        ]
        return AGENCIES.page(
            listing,
            view,
            rows,
            lambda found: agency(org.government, found),
            sort=sort,
            fields=fields,
            government=org.government,
        )

    @get(
        "/{agency_id:str}",
        operation_id="readAgency",
        summary="One agency, its work and its seats in groups",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(
        self,
        *,
        view: NamedDependency[View],
        agency_id: PathId,
    ) -> AgencyWhole:
        """Tell who holds it, how its names are one, and what is given to it."""
        government, name = read(agency_id, 2, "景德镇市人民政府~市商务局")
        org = exactly(view.registry, government).at(view.day)
        rows = agencies_at(org, view.registry.glossary.aliases)
        named = next((found for found in rows if name in found.names), None)
        wanted = named.name if named is not None else name
        found = one_of(rows, lambda row: row.name, wanted, government, "agency")
        return whole_agency(government, found)


class Areas(Controller):
    """Fields of work of one government on one day."""

    path = "/areas"
    tags = ("areas",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listAreas",
        summary="The fields of work of a government on a day",
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
        person: Person = None,
        sort: Annotated[str | None, AREAS.sort()] = None,
        fields: Annotated[str | None, AREAS.fields()] = None,
    ) -> Response[Page[Area]]:
        """List every field of work that the division of labour gives to somebody."""
        view = listing.view(registry, known_at, on)
        org = view.registry.organisation(view.day, government)
        rows = [
            one
            for one in org.names("area")
            if (name is None or name in one)
            and (person is None or any(e.source.name == person for e in org.holders("area", one)))
        ]
        return AREAS.page(
            listing,
            view,
            rows,
            lambda one: area(org, one),
            sort=sort,
            fields=fields,
            government=org.government,
        )

    @get(
        "/{area_id:str}",
        operation_id="readArea",
        summary="One field of work",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(
        self,
        *,
        view: NamedDependency[View],
        area_id: PathId,
    ) -> AreaWhole:
        """Tell who holds it on a day."""
        government, name = read(area_id, 2, "景德镇市人民政府~商务")
        history = exactly(view.registry, government)
        org = history.at(view.day)
        one_of(org.names("area"), str, name, government, "area")
        return whole_area(org, name)
