"""``/v1/charts``: which charts there are."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import PROBLEMS, Government, KnownAt, NamePart, On
from api.listing import LINK, Listing, Page, Shape
from api.security.access import needs
from api.wire.charts import ChartItem, ChartKind, charts_of
from registry.model.access import Scope
from registry.service.registry import Registry

SHAPE: Shape[ChartItem, ChartItem] = Shape(
    ChartItem, {"name": lambda found: found.name, "kind": lambda found: found.kind}
)

Kind = Annotated[
    ChartKind | None, QueryParameter(name="kind", description="Only charts of this kind.")
]


class ChartIndex(Controller):
    """The charts of one government on one day."""

    path = "/charts"
    tags = ("charts",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listCharts",
        summary="The charts that can be drawn",
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
        kind: Kind = None,
        name: NamePart = None,
        sort: Annotated[str | None, SHAPE.sort()] = None,
        fields: Annotated[str | None, SHAPE.fields()] = None,
    ) -> Response[Page[ChartItem]]:
        """List the charts of the government, its leaders and its groups, each with its address."""
        view = listing.view(registry, known_at, on)
        org = view.registry.organisation(view.day, government)
        rows = [
            found
            for found in charts_of(org)
            if (kind is None or found.kind == kind) and (name is None or name in found.name)
        ]
        return SHAPE.page(
            listing,
            view,
            rows,
            lambda found: found,
            sort=sort,
            fields=fields,
            government=org.government,
        )
