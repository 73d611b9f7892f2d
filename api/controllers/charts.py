"""``/v1/charts``: pictures of the organisation."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import QueryParameter

from api.controllers.parameters import PROBLEMS, Away, Government, KnownAt, On, problem
from api.security.access import needs
from registry.charts.look import Look
from registry.charts.render import render
from registry.charts.words import Lang
from registry.model.access import Scope
from registry.service.chart import government_chart
from registry.service.question import read_absences, read_period
from registry.service.registry import Registry
from registry.service.state import read_moment

SVG = "image/svg+xml"

POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
"""A picture opened as a page runs no script and loads nothing."""

Liaison = Annotated[
    bool,
    QueryParameter(description="Whether to list organisations that leaders keep contact with."),
]
Language = Annotated[
    Lang,
    QueryParameter(description="The language of the frame; names stay as the notices write them."),
]


class Charts(Controller):
    """Charts, drawn when they are asked for."""

    path = "/charts"
    tags = ("charts",)
    opt = needs(Scope.READ)

    @get(
        "/government.svg",
        operation_id="drawGovernment",
        summary="A government on one page",
        media_type=SVG,
        response_headers=[ResponseHeader(name="content-security-policy", value=POLICY)],
        responses={
            200: ResponseSpec(
                data_container=str, media_type=SVG, description="An SVG", generate_examples=False
            ),
            **PROBLEMS,
            503: problem("No program that draws is installed."),
        },
        sync_to_thread=True,
    )
    def government(
        self,
        *,
        registry: NamedDependency[Registry],
        on: On = None,
        away: Away = None,
        liaison: Liaison = True,
        lang: Language = "zh",
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Response[bytes]:
        """Draw the leaders, their agencies and AB pairs; who is away is grey, who acts marked."""
        period = read_period(registry.today(), on=on)
        made = government_chart(
            registry.known(read_moment(known_at)),
            period.start,
            read_absences(away or (), period),
            government=government,
            liaison=liaison,
            look=Look(lang=lang),
        )
        return Response(render(made, "svg"), media_type=SVG)
