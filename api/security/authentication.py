"""From a request to the one who makes it: by a key in its header, or by a browser's cookie."""

from __future__ import annotations

import binascii
from base64 import b64decode
from typing import Any

from anyio.to_thread import run_sync
from litestar.connection import ASGIConnection
from litestar.middleware import AbstractAuthenticationMiddleware, AuthenticationResult
from litestar.types import ASGIApp

from api.security.caller import Caller
from api.security.hosts import check_host
from api.security.session import signed_in
from registry.errors import BadKey
from registry.service.desk import Desk
from registry.service.keys import check_key


class Authentication(AbstractAuthenticationMiddleware):
    """Puts the ``Caller`` into each request; what he may is the guard's to say.

    Args:
        app: what comes next.
        desk: has the keys; ``None`` where there is no database, and so no key.
        public: whether one without a key may read.
        hosts: by which names the service may be called; ``None`` for any.
    """

    def __init__(
        self, app: ASGIApp, desk: Desk | None, *, public: bool, hosts: frozenset[str] | None
    ) -> None:
        super().__init__(app)
        self._desk = desk
        self._nobody = Caller(public=public)
        self._hosts = hosts

    async def authenticate_request(
        self, connection: ASGIConnection[Any, Any, Any, Any]
    ) -> AuthenticationResult:
        """Return who asks.

        Raises:
            WrongHost: the service is called by a name that is not its own.
        """
        if self._hosts is not None:
            check_host(connection, self._hosts)
        given = connection.headers.get("authorization")
        if given is not None and not counts(given, connection):
            given = None
        if given is None and not connection.scope.get("session"):
            caller = self._nobody
        elif self._desk is None:
            bad = BadKey("this service has no database, and so no keys") if given else None
            caller = Caller(public=self._nobody.public, bad=bad)
        elif given is not None:
            caller = await run_sync(self._by_key, self._desk, given)
        else:
            caller = await run_sync(self._by_cookie, self._desk, connection)
        return AuthenticationResult(user=caller, auth=None)

    def _by_key(self, desk: Desk, given: str) -> Caller:
        try:
            key = check_key(desk.keys, shown_in(given), desk.now())
        except BadKey as error:
            return Caller(public=self._nobody.public, bad=error)
        return Caller(public=self._nobody.public, key=key)

    def _by_cookie(self, desk: Desk, connection: ASGIConnection[Any, Any, Any, Any]) -> Caller:
        at = desk.now()
        number = signed_in(connection, at)
        key = desk.keys.get(number) if number is not None else None
        if key is None or not key.live(at):
            return self._nobody
        return Caller(public=self._nobody.public, key=key, by_cookie=True)


def counts(given: str, connection: ASGIConnection[Any, Any, Any, Any]) -> bool:
    """Say whether a header ``Authorization`` says who asks.

    A browser in which somebody entered a password adds it to whatever a page has it send, so
    HTTP Basic shows no will to write, as a cookie shows none: it counts where one reads alone.
    """
    return not _is_basic(given) or connection.scope.get("method") == "GET"


def shown_in(given: str) -> str:
    """Return the key in a header ``Authorization``, or nothing where there is none.

    >>> shown_in("Bearer lrk_1"), shown_in("basic eDpscmtfMQ=="), shown_in("Digest x")
    ('lrk_1', 'lrk_1', '')
    """
    kind, _, rest = given.partition(" ")
    if _is_basic(given):
        try:
            return b64decode(rest.strip(), validate=True).decode().partition(":")[2]
        except (binascii.Error, ValueError):
            return ""
    return rest.strip() if kind.lower() == "bearer" else ""


def _is_basic(given: str) -> bool:
    return given.partition(" ")[0].lower() == "basic"
