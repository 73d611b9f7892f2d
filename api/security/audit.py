"""Write down who asked for what is not for everybody, and who wrote, before it is answered."""

from __future__ import annotations

from typing import Any

import msgspec
from anyio.to_thread import run_sync
from litestar.datastructures import State
from litestar.types import (
    ASGIApp,
    HTTPResponseBodyEvent,
    HTTPResponseStartEvent,
    Message,
    Receive,
    Scope,
    Send,
)

from api.head_requests import asked_by
from api.problems import PROBLEM_JSON, Problem, registry_problem
from api.security.access import access_of
from api.security.caller import Caller
from registry.errors import RegistryError
from registry.model.access import Use
from registry.service.desk import Desk

_ENTRIES = "entries"
_WHY = "told_why"


def tells_why(state: State) -> None:
    """Say that a request is answered with why people are absent, where that is recorded."""
    state[_WHY] = True


def wrote(state: State, entries: tuple[int, ...]) -> None:
    """Say which entries of the journal a request has written."""
    state[_ENTRIES] = entries


def audit(app: ASGIApp, desk: Desk) -> ASGIApp:
    """Return ``app`` with a line for each use of a key for private data or a write.

    Where the line cannot be written, nothing private is told: the answer is that error.
    """

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        access = access_of(scope["route_handler"])
        caller: Any = scope.get("user")
        if access is None or not isinstance(caller, Caller) or caller.key is None:
            await app(scope, receive, send)
            return
        always = access.private or access.writes
        key, told, refused = caller.key.id, False, False

        async def noting(message: Message) -> None:
            nonlocal told, refused
            private = always or scope["state"].get(_WHY)
            if message["type"] == "http.response.start" and private and not told:
                told = True
                use = Use(
                    at=desk.now(),
                    key=key,
                    method=asked_by(scope),
                    route=scope["path_template"],
                    status=message["status"],
                    entries=tuple(scope["state"].get(_ENTRIES, ())),
                )
                try:
                    await run_sync(desk.uses.add, use)
                except RegistryError as error:
                    # The framework takes the answer for begun, and would let an error through.
                    refused = True
                    for instead in _answers(registry_problem(error)):
                        await send(instead)
            if not refused:
                await send(message)

        await app(scope, receive, noting)

    return call


def _answers(problem: Problem) -> tuple[HTTPResponseStartEvent, HTTPResponseBodyEvent]:
    """Return the messages of an answer that tells a problem."""
    body = msgspec.json.encode(problem)
    headers = [
        (b"content-type", PROBLEM_JSON.encode()),
        (b"content-length", str(len(body)).encode()),
    ]
    return (
        {"type": "http.response.start", "status": problem.status, "headers": headers},
        {"type": "http.response.body", "body": body, "more_body": False},
    )
