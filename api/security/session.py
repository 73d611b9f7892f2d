"""Signed in with a key, for browsers: an encrypted cookie that ends by itself.

The cookie holds the key's id and not its secret, so it is worth nothing once the key is
revoked. It is encrypted and signed with a secret that is made anew with each start of the
service and shared by its processes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from litestar.connection import ASGIConnection
from litestar.exceptions import SerializationException
from litestar.middleware import DefineMiddleware
from litestar.middleware.session.client_side import ClientSideSessionBackend, CookieBackendConfig

HOURS = 12
"""How long one stays signed in at most."""

_KEY, _UNTIL = "key", "until"


class _Backend(ClientSideSessionBackend):
    """Takes a cookie that is broken for none."""

    async def load_from_connection(
        self, connection: ASGIConnection[Any, Any, Any, Any]
    ) -> dict[str, Any]:
        try:
            return await super().load_from_connection(connection)
        except (SerializationException, LookupError, TypeError, ValueError):
            return {}


class _Config(CookieBackendConfig):
    _backend_class = _Backend


def session_middleware(secret: bytes, *, https: bool) -> DefineMiddleware:
    """Return what reads and writes the cookie; ``secret`` has 32 bytes."""
    return _Config(
        secret=secret,
        # Browsers let no other host, and nobody without TLS, set a cookie of that name.
        key="__Host-registry" if https else "registry",
        max_age=HOURS * 3600,
        secure=https,
        httponly=True,
        samesite="strict",
    ).middleware


def sign_in(connection: ASGIConnection[Any, Any, Any, Any], number: str, at: datetime) -> datetime:
    """Remember in the cookie who asks; return until when."""
    until = at + timedelta(hours=HOURS)
    connection.set_session({_KEY: number, _UNTIL: until.isoformat()})
    return until


def sign_out(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    """Have the browser forget the cookie."""
    connection.clear_session()


def signed_in(connection: ASGIConnection[Any, Any, Any, Any], at: datetime) -> str | None:
    """Return the id of the key that the cookie stands for, if it still does."""
    found = connection.scope.get("session")
    if not isinstance(found, dict):
        return None
    number, until = found.get(_KEY), found.get(_UNTIL)
    if not isinstance(number, str) or not isinstance(until, str):
        return None
    return number if at < datetime.fromisoformat(until) else None
