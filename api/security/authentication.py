"""From a request to the one who makes it."""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection
from litestar.middleware import AbstractAuthenticationMiddleware, AuthenticationResult

from api.security.caller import Caller


class Authentication(AbstractAuthenticationMiddleware):
    """Puts the ``Caller`` into each request; what he may is the guard's to say."""

    async def authenticate_request(
        self,
        connection: ASGIConnection[Any, Any, Any, Any],  # noqa: ARG002 - keys come next
    ) -> AuthenticationResult:
        """Return who asks."""
        return AuthenticationResult(user=Caller(public=True), auth=None)
