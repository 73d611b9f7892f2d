"""``/v1/governments``: the bodies whose notices are known."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from api.controllers.parameters import PROBLEMS, KnownAt, NamePart, PathId, Place
from api.ids import read
from api.listing import LINK, Listing, Page, Shape, View
from api.lookup import exactly
from api.security.access import needs
from api.wire.governments import Government, GovernmentWhole, government, whole_government
from registry.errors import UnknownName
from registry.model.access import Scope
from registry.resolve.places import is_place, place_within
from registry.service.registry import Registry

SHAPE: Shape[str, Government] = Shape(Government, {"name": lambda name: name})


class Governments(Controller):
    """Governments and other bodies that issue notices."""

    path = "/governments"
    tags = ("governments",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listGovernments",
        summary="The bodies whose notices are known",
        responses=PROBLEMS,
        response_headers=[LINK],
        sync_to_thread=True,
    )
    def listing(
        self,
        *,
        registry: NamedDependency[Registry],
        listing: NamedDependency[Listing],
        known_at: KnownAt = None,
        name: NamePart = None,
        place: Place = None,
        sort: Annotated[str | None, SHAPE.sort()] = None,
        fields: Annotated[str | None, SHAPE.fields()] = None,
    ) -> Response[Page[Government]]:
        """List the governments by name, all or those in a province or city."""
        view = listing.view(registry, known_at)
        known, provinces = view.registry.governments(), view.registry.glossary.provinces
        if place is not None and not is_place(place, known, provinces):
            raise UnknownName(f"no province, city or government known is called {place!r}")
        rows = [
            one
            for one in sorted(known)
            if (name is None or name in one)
            and (place is None or place_within(one, place, provinces))
        ]
        return SHAPE.page(listing, view, rows, government, sort=sort, fields=fields)

    @get(
        "/{government_id:str}",
        operation_id="readGovernment",
        summary="One government on a day",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(
        self,
        *,
        view: NamedDependency[View],
        government_id: PathId,
    ) -> GovernmentWhole:
        """Tell which division of labour is in force, what it counts, and on which days it changes."""
        (name,) = read(government_id, 1, "景德镇市人民政府")
        history = exactly(view.registry, name)
        return whole_government(history.at(view.day), history.days)
