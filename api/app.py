"""The HTTP application over one registry."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from litestar import Litestar, Request, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi.config import OpenAPIConfig

from api.background import delivering, reading
from api.controllers.health import Running
from api.controllers.problems import Problems
from api.controllers.session import Session
from api.docs_page import plugins, router
from api.head_requests import Headed
from api.headers import say
from api.listing import listing, view
from api.pages.site import Pages
from api.problems import HANDLERS
from api.requests import OwnRequest
from api.routes import HANDED_IN, READ, WRITTEN
from api.security.access import check_routes, guard
from api.security.audit import tells_why
from api.security.caller import Caller
from api.security.door import cross_origin, door
from api.unknown_parameters import refuse_unknown
from api.writing import writing
from registry.model.access import Scope
from registry.service.desk import Desk
from registry.service.events.stream import Stream
from registry.service.hooks.courier import Courier
from registry.service.registry import Registry
from registry.tables.settings import Settings

JSON_BYTES = 1_000_000
"""Bytes of a request's body, where its route takes no files."""


def create_app(
    service: Registry,
    settings: Settings | None = None,
    desk: Desk | None = None,
    secret: bytes | None = None,
    courier: Courier | None = None,
) -> Litestar:
    """Return the application; nothing is shared between two.

    Args:
        service: what answers are taken from.
        settings: how the service runs; see ``door`` for what holds without them.
        desk: where what people enter is taken in; without one nothing can be entered.
        secret: see ``door``.
        courier: has the events, and delivers them while the application runs.
    """
    discreet = service.discreet()

    def registry(request: Request[Caller, None, Any]) -> Registry:
        if not request.user.may(Scope.ABSENCES):
            return discreet
        tells_why(request.state)
        return service

    def caller(request: Request[Caller, None, Any]) -> Caller:
        return request.user

    def events() -> Stream | None:
        return courier.stream if courier is not None else None

    def own_desk() -> Desk | None:
        return desk

    limit = settings.upload if settings is not None else Settings().upload
    uploads = Router(path="/", request_max_body_size=limit, route_handlers=HANDED_IN)

    app = Headed(
        route_handlers=[
            Running,
            Problems,
            Session,
            Router(
                path="/v1",
                before_request=refuse_unknown,
                dependencies={
                    "listing": Provide(listing, sync_to_thread=False),
                    "view": Provide(view, sync_to_thread=False),
                },
                route_handlers=[*READ, *WRITTEN, uploads],
            ),
        ],
        guards=[guard],
        middleware=door(settings, desk, secret),
        cors_config=cross_origin(settings),
        request_class=OwnRequest,
        request_max_body_size=JSON_BYTES,
        state=State({"desk": desk} if desk is not None else {}),
        lifespan=[
            *([reading(desk)] if desk is not None else []),
            *([delivering(courier)] if courier is not None else []),
        ],
        dependencies={
            "registry": Provide(registry, sync_to_thread=False),
            "caller": Provide(caller, sync_to_thread=False),
            "desk": Provide(own_desk, sync_to_thread=False),
            "events": Provide(events, sync_to_thread=False),
            "writing": Provide(writing, sync_to_thread=False),
        },
        exception_handlers=dict(HANDLERS),
        before_send=[say],
        plugins=[Pages(registry, limit, settings.government if settings is not None else None)],
        openapi_config=OpenAPIConfig(
            title="leadership-registry",
            version=version("leadership-registry"),
            description="Who leads, who covers and who acts, read from official notices.",
            openapi_router=router(),
            # The pages that other plugins bring load their scripts from the internet.
            render_plugins=plugins(),
        ),
        # problems.py logs what nobody foresaw; the rest is for the one who asked.
        logging_config=None,
    )
    check_routes(app)
    return app
