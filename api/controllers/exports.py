"""``/v1/exports``: a government in the forms that other programs read, as ``registry export``."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, Router, get
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import QueryParameter

from api.controllers.parameters import LONGEST, PROBLEMS, Government, KnownAt, On
from api.security.access import needs
from registry.exports.iris import BASE
from registry.model.access import Scope
from registry.service.export import FORMS, NAMED, Exported, Form, export
from registry.service.periods import read_period
from registry.service.registry import Registry
from registry.service.state import read_moment

FILE_NAME = ResponseHeader(
    name="content-disposition",
    description="That it is a file, and a name for it in plain letters.",
    documentation_only=True,
)

Base = Annotated[
    str,
    QueryParameter(
        name="base",
        max_length=LONGEST,
        description="What IRIs begin with: an http, https or urn address.",
    ),
]


def send(made: Exported) -> Response[bytes]:
    """Send a file; its name has no character that a header could not carry."""
    return Response(
        made.content,
        media_type=made.media_type,
        headers={"content-disposition": f'attachment; filename="{made.name}"'},
    )


def _route(form: Form) -> HTTPRouteHandler:
    written = FORMS[form]

    def plain(
        *,
        registry: NamedDependency[Registry],
        on: On = None,
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Response[bytes]:
        """Write what the notices say of the government on the day, each item with its notices."""
        day = read_period(registry.today(), on=on).start
        known = registry.known(read_moment(known_at))
        return send(export(known, form, day, government=government))

    def named(
        *,
        registry: NamedDependency[Registry],
        on: On = None,
        government: Government = None,
        known_at: KnownAt = None,
        base: Base = BASE,
    ) -> Response[bytes]:
        """Write what the notices say of the government by the day, each item with its notices."""
        day = read_period(registry.today(), on=on).start
        known = registry.known(read_moment(known_at))
        return send(export(known, form, day, government=government, base=base))

    return get(
        f"/{form.value}",
        operation_id=f"export{''.join(part.capitalize() for part in form.value.split('-'))}",
        summary=f"A government as {written.title}",
        media_type=written.media_type,
        response_headers=[FILE_NAME],
        responses={
            200: ResponseSpec(
                data_container=dict[str, Any] if "json" in written.media_type else str,
                media_type=written.media_type,
                description="The file",
                generate_examples=False,
            ),
            **PROBLEMS,
        },
        sync_to_thread=True,
    )(named if form in NAMED else plain)


Exports = Router(
    path="/exports",
    tags=("exports",),
    opt=needs(Scope.READ),
    route_handlers=[_route(form) for form in Form],
)
