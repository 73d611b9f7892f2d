"""What every answer says of itself to browsers and caches, unless its route says otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from litestar.datastructures import MutableScopeHeaders
from litestar.handlers.base import BaseRouteHandler
from litestar.routes import HTTPRoute
from litestar.types import Message, Scope

from api.etags import mark_compressed
from api.security.access import access_of
from api.security.caller import Caller

_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}
_VARIES = "Authorization,Cookie"

_FOR_ONE = "private, no-cache"
_FOR_NOBODY = "no-store"
_FOR_ALL = "no-cache"


async def say(message: Message, scope: Scope) -> None:
    """Put the headers into the beginning of an answer."""
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    there = {name.lower() for name, _ in headers.headers}
    headers.headers.extend(pair for pair in _HEADERS.items() if pair[0] not in there)
    if b"cache-control" not in there:
        headers.add("cache-control", _caching(scope, message["status"]))
    headers.extend_header_value("vary", _VARIES)
    if b"content-encoding" in there:
        mark_compressed(headers)
    if b"allow" in there:
        headers["allow"] = ", ".join(sorted(_allowed(headers["allow"].split(", "), scope)))


def _allowed(told: Iterable[str], scope: Scope) -> set[str]:
    """Return the methods that a path takes.

    The framework's own answer to OPTIONS tells those of one of the path's handlers alone.
    """
    found = set(told)
    if scope.get("method") == "OPTIONS":
        routes = (one for one in scope["litestar_app"].routes if isinstance(one, HTTPRoute))
        own = (one for one in routes if one.path_format == scope["path_template"])
        found.update(*(one.methods for one in own))
    return found | {"HEAD"} if "GET" in found else found


def _caching(scope: Scope, status: int) -> str:
    """Return who may keep the answer; whoever keeps it asks each time whether it still holds."""
    handler: BaseRouteHandler | None = scope.get("route_handler")  # none: there is no such path
    access = access_of(handler) if handler is not None else None
    if access is None or access.private or access.writes or status >= 400:
        return _FOR_NOBODY
    caller = scope.get("user")
    alone = isinstance(caller, Caller) and (caller.key is not None or not caller.public)
    return _FOR_ONE if alone else _FOR_ALL
