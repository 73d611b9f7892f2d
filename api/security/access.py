"""What a route needs of those who ask, said beside the route and checked for all of them.

A route says it in its ``opt``: ``opt=needs(Scope.READ)``. A route that says nothing is an
error when the application is made.
"""

from __future__ import annotations

from typing import Any

from litestar import Litestar
from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.handlers.base import BaseRouteHandler
from litestar.routes import HTTPRoute
from msgspec import Struct

from api.security.caller import Caller
from api.security.cross_site import check_same_site
from registry.errors import NoJournal
from registry.model.access import Scope

_OPT = "access"
_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


class Access(Struct, frozen=True):
    """What a route needs: one of ``scopes``, or nothing where there are none.

    ``writes`` says that it changes what is recorded; ``asks`` that it does not, though its
    method is one that commonly does.
    """

    scopes: frozenset[Scope]
    writes: bool = False
    asks: bool = False

    @property
    def private(self) -> bool:
        """Say whether it gives what only some may know."""
        return bool(self.scopes) and Scope.READ not in self.scopes


def needs(*scopes: Scope) -> dict[str, Any]:
    """Return the ``opt`` of a route that reads, for those who hold one of the scopes."""
    return {_OPT: Access(frozenset(scopes))}


def anyone() -> dict[str, Any]:
    """Return the ``opt`` of a route for anybody at all: health, the schema, signing in."""
    return {_OPT: Access(frozenset(), asks=True)}


def asks(*scopes: Scope) -> dict[str, Any]:
    """Return the ``opt`` of a POST that only asks: its question is too long for an address."""
    return {_OPT: Access(frozenset(scopes), asks=True)}


def writes(*scopes: Scope) -> dict[str, Any]:
    """Return the ``opt`` of a route that changes what is recorded."""
    if not scopes or Scope.READ in scopes:
        raise ValueError("a route that writes needs a scope that not everybody has")
    return {_OPT: Access(frozenset(scopes), writes=True)}


def access_of(handler: BaseRouteHandler) -> Access | None:
    """Return what a route says it needs."""
    found = handler.opt.get(_OPT)
    return found if isinstance(found, Access) else None


async def guard(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Let by who holds what the route needs.

    Raises:
        NoJournal: there is no journal to write to, or to have anything private in.
        NeedsKey: nobody says who he is, and the route needs that.
        NoScope: the key lacks the scope.
        CrossSite: another site's page uses the cookie of one who is signed in.
    """
    access = access_of(handler)
    scope = connection.scope
    if access is None or (scope["type"] == ScopeType.HTTP and scope["method"] == "OPTIONS"):
        return  # which methods there are, is no secret
    caller: Caller = scope["user"]
    if (access.private or access.writes) and "desk" not in connection.app.state:
        raise NoJournal(
            "this service answers from plain notices and keeps no journal: there is nothing"
            " private in it, and nothing can be entered; start it with --database"
        )
    caller.require(access.scopes)
    if access.writes and caller.by_cookie:
        check_same_site(connection, signed_in=True)


def check_routes(app: Litestar) -> None:
    """Refuse an application with a route that does not say what it needs.

    Raises:
        TypeError: a route says nothing, or one whose method writes does not say that it does.
    """
    for route in app.routes:
        handlers = route.route_handlers if isinstance(route, HTTPRoute) else [route.route_handler]
        for handler in handlers:
            methods: frozenset[str] = frozenset(getattr(handler, "http_methods", ()))
            if methods == {"OPTIONS"}:
                continue
            access = access_of(handler)
            if access is None:
                raise TypeError(f"{route.path} {handler}: say opt=needs(…), writes(…) or anyone()")
            if methods - _SAFE and not (access.writes or access.asks):
                raise TypeError(f"{route.path} {handler}: say opt=writes(…) or asks(…)")
