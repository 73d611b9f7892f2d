"""How a chart is asked for over HTTP, and how it is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, cast

from litestar import Request, Response, get
from litestar.datastructures import ResponseHeader
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import QueryParameter
from msgspec import Struct

from api.controllers.parameters import LONGEST, PROBLEMS, problem
from registry.charts.chart import Chart, Kind, Told
from registry.charts.look import Look, PaperName, check_href
from registry.charts.palette import StyleName
from registry.charts.render import Format, render
from registry.charts.viewer import script_hash
from registry.charts.words import Lang

MEDIA: dict[Format, str] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "html": "text/html",
    "dot": "text/vnd.graphviz",
    "json": "application/json",
}

_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
"""A picture opened as a page runs no script and loads nothing."""

_POLICIES: dict[Format, str] = {
    "svg": _PICTURE,
    "html": f"{_PICTURE} allow-scripts allow-modals; script-src '{script_hash()}'",
}


class Wanted(Struct, frozen=True):
    """The form and the look of a chart."""

    form: Format
    look: Look

    def send(self, made: Chart) -> Response[bytes]:
        """Draw ``made`` and send it."""
        return Response(render(made, self.form), media_type=MEDIA[self.form])


def wanted(
    request: Request[Any, Any, Any],
    lang: Annotated[
        Lang,
        QueryParameter(
            description="The language of the frame; names stay as the notices write them."
        ),
    ] = "zh",
    style: Annotated[
        StyleName, QueryParameter(description="Colours for a light page, a dark one, or paper.")
    ] = "light",
    paper: Annotated[
        PaperName,
        QueryParameter(description="The sheets of a PDF: as many as it takes to be readable."),
    ] = "a4",
    href: Annotated[
        str | None,
        QueryParameter(
            max_length=LONGEST,
            description=(
                "Makes names links, such as `/KIND/NAME`: KIND is people, agencies, areas, groups,"
                " notices or governments."
            ),
        ),
    ] = None,
) -> Wanted:
    """Read how the chart is wanted: the form is the ending of the path.

    Raises:
        RegistryError: the pattern is none of an address.
    """
    form = cast("Format", request.url.path.rsplit(".", 1)[1])
    look = Look(
        lang=lang,
        style=style,
        paper=paper if form == "pdf" else None,
        href=check_href(href) if href is not None else None,
    )
    return Wanted(form, look)


def draws(
    kind: Kind, summary: str
) -> Callable[[Callable[..., Response[bytes]]], list[HTTPRouteHandler]]:
    """Make of a function that draws a route for every form that a chart has."""

    def made(function: Callable[..., Response[bytes]]) -> list[HTTPRouteHandler]:
        return [
            get(
                f"/{kind}.{form}",
                operation_id=f"draw{kind.capitalize()}{form.capitalize()}",
                summary=f"{summary}, as {form.upper()}",
                media_type=media,
                response_headers=[
                    ResponseHeader(name=name, value=value)
                    for name, value in _headers(kind, form).items()
                ],
                responses={
                    200: ResponseSpec(
                        data_container=Told if form == "json" else str,
                        media_type=media,
                        description="The chart",
                        generate_examples=False,
                    ),
                    **PROBLEMS,
                    503: problem("No program that draws, or no Chinese font, is installed."),
                },
                sync_to_thread=True,
            )(function)
            for form, media in MEDIA.items()
        ]

    return made


def _headers(kind: Kind, form: Format) -> dict[str, str]:
    policy = {"content-security-policy": _POLICIES[form]} if form in _POLICIES else {}
    return {"content-disposition": f'inline; filename="{kind}.{form}"', **policy}
