"""Public answers that were given, given again as long as the journal and the day stay as they were.

The journal is looked at for each request, so nothing old is ever given. What is given
again does not count against the limit of requests: it costs next to nothing.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Hashable
from typing import Any

from litestar.enums import ScopeType
from litestar.handlers.base import BaseRouteHandler
from litestar.types import ASGIApp, HTTPResponseStartEvent, Message, Receive, Scope, Send
from msgspec import Struct
from msgspec.structs import replace

from api.security.access import access_of
from registry.errors import JournalError
from registry.model.access import Scope as Holds
from registry.service.registry import Registry

LONGEST = 200_000
"""Bytes of the longest answer that is kept."""
MOST = 50_000_000
"""Bytes kept in one process."""

_TELLING = frozenset((b"authorization", b"cookie", b"origin", b"range"))
"""With one of these headers a request is not just anybody's."""
_VARYING = frozenset((b"host", b"accept", b"accept-encoding", b"accept-language", b"if-none-match"))
_COUNTING = b"ratelimit"


class _Given(Struct, frozen=True):
    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    route: str = ""


class _Answers:
    """Answers of one state of the registry, the one that was asked for longest ago first."""

    def __init__(self) -> None:
        self._state: Hashable = None
        self._given: OrderedDict[Hashable, _Given] = OrderedDict()
        self._bytes = 0

    def get(self, state: Hashable, key: Hashable) -> _Given | None:
        if state != self._state:
            self._state, self._bytes = state, 0
            self._given.clear()
        given = self._given.get(key)
        if given is not None:
            self._given.move_to_end(key)
        return given

    def put(self, state: Hashable, key: Hashable, given: _Given) -> None:
        """Keep an answer of ``state``, unless the registry has moved on meanwhile."""
        if state != self._state or key in self._given:
            return
        self._given[key] = given
        self._bytes += len(given.body)
        while self._bytes > MOST:
            self._bytes -= len(self._given.popitem(last=False)[1].body)


class _Look:
    """Looks at the journal, once for all who wait: each look begins after they came."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._turn = asyncio.Lock()
        self._next: asyncio.Task[int] | None = None

    async def __call__(self) -> int:
        at_once = self._registry.glance()
        if at_once is not None:
            return at_once
        if self._next is None:
            self._next = asyncio.create_task(self._take_turn())
        return await asyncio.shield(self._next)

    async def _take_turn(self) -> int:
        async with self._turn:
            self._next = None
            return await asyncio.to_thread(self._registry.position)


def kept(app: ASGIApp, registry: Registry) -> ASGIApp:
    """Return ``app``, with what it answers to anybody kept while it holds."""
    answers, look = _Answers(), _Look(registry)

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        key = _key(scope)
        if key is None:
            await app(scope, receive, send)
            return
        try:
            state = (await look(), registry.today())
        except JournalError:  # the application finds that too, and tells it
            await app(scope, receive, send)
            return
        given = answers.get(state, key)
        if given is not None:
            scope["path_template"] = given.route
            await _send(given, send)
            return
        noted = _Noted(send)
        await app(scope, receive, noted)
        if noted.given is not None and _for_anybody(scope):
            answers.put(state, key, replace(noted.given, route=scope["path_template"]))

    return call


class _Noted:
    """Sends on, and notes the answer where it came whole."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: HTTPResponseStartEvent | None = None
        self.given: _Given | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] == "http.response.body" and self._start is not None:
            body = message["body"]
            if not message.get("more_body") and len(body) <= LONGEST:
                self.given = _note(self._start, body)
            self._start = None
        await self._send(message)


def _note(start: HTTPResponseStartEvent, body: bytes) -> _Given | None:
    headers = tuple((name.lower(), value) for name, value in start["headers"])
    if start["status"] not in {200, 304} or any(_forbids(*pair) for pair in headers):
        return None
    own = tuple(pair for pair in headers if not pair[0].startswith(_COUNTING))
    return _Given(start["status"], own, body)


def _forbids(name: bytes, value: bytes) -> bool:
    return name == b"set-cookie" or (name == b"cache-control" and b"no-store" in value)


async def _send(given: _Given, send: Send) -> None:
    await send(
        {"type": "http.response.start", "status": given.status, "headers": list(given.headers)}
    )
    await send({"type": "http.response.body", "body": given.body, "more_body": False})


def _key(scope: Scope) -> Hashable | None:
    """Return what tells one question of anybody's from another; ``None`` where it is not one."""
    if scope["type"] != ScopeType.HTTP or scope["method"] != "GET":
        return None
    if not scope["path"].startswith("/v1/"):
        return None
    varying: list[Any] = [scope["path"], scope["query_string"]]
    for name, value in scope["headers"]:
        if name in _TELLING:
            return None
        if name in _VARYING:
            varying.append((name, value))
    return tuple(varying)


def _for_anybody(scope: Scope) -> bool:
    """Say whether the route reads what anybody may know."""
    handler: object = scope.get("route_handler")  # there is none at an unknown address
    access = access_of(handler) if isinstance(handler, BaseRouteHandler) else None
    return access is not None and Holds.READ in access.scopes and not access.writes
