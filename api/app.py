"""The HTTP application over one registry."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from litestar import Litestar, Request, Router
from litestar.datastructures import MutableScopeHeaders
from litestar.di import Provide
from litestar.middleware import DefineMiddleware
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, YamlRenderPlugin
from litestar.types import Message, Scope

from api.controllers.answers import Answers
from api.controllers.charts import Charts
from api.controllers.coverage import Coverages
from api.controllers.notices import Notices
from api.controllers.people import People
from api.problems import HANDLERS
from api.security.access import anyone, check_routes, guard
from api.security.authentication import Authentication
from api.security.caller import Caller
from api.strict import refuse_unknown
from registry.service.registry import Registry

_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}
"""What every response carries, unless its route says otherwise."""


def create_app(service: Registry) -> Litestar:
    """Return the application that answers from ``service``; nothing is shared between two."""

    def registry() -> Registry:
        return service

    def caller(request: Request[Caller, None, Any]) -> Caller:
        return request.user

    app = Litestar(
        route_handlers=[
            Router(
                path="/v1",
                before_request=refuse_unknown,
                route_handlers=[Answers, Coverages, Notices, People, Charts],
            ),
        ],
        guards=[guard],
        middleware=[DefineMiddleware(Authentication)],
        dependencies={
            "registry": Provide(registry, sync_to_thread=False),
            "caller": Provide(caller, sync_to_thread=False),
        },
        exception_handlers=dict(HANDLERS),
        before_send=[_secure],
        openapi_config=OpenAPIConfig(
            title="leadership-registry",
            version=version("leadership-registry"),
            description="Who leads, who covers and who acts, read from official notices.",
            openapi_router=Router(
                path="/schema", route_handlers=[], opt=anyone(), include_in_schema=False
            ),
            # The pages that other plugins bring load their scripts from the internet.
            render_plugins=[JsonRenderPlugin(), YamlRenderPlugin()],
        ),
        # problems.py logs what nobody foresaw; the rest is for the one who asked.
        logging_config=None,
    )
    check_routes(app)
    return app


async def _secure(message: Message, _: Scope) -> None:
    if message["type"] == "http.response.start":
        headers = MutableScopeHeaders.from_message(message)
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
