"""How long a request may take to arrive, and to be answered."""

from __future__ import annotations

from anyio import current_time, fail_after
from litestar.types import (
    ASGIApp,
    HTTPReceiveMessage,
    Receive,
    Scope,
    Send,
    WebSocketReceiveMessage,
)

from api.security.access import access_of
from registry.errors import SlowAnswer, SlowRequest
from registry.service.wanted import waiting

LONG = {"long": True}
"""Put into the ``opt`` of a route whose answer goes on for as long as somebody listens."""


def patient(app: ASGIApp, seconds: float) -> ASGIApp:
    """Return ``app`` held to ``seconds`` for the body to arrive, and as many for the answer.

    A write that has arrived is never broken off: who sent it is told what became of it. A
    reading that is, stops in its thread where it next looks whether it is wanted.
    """

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        end = current_time() + seconds
        arrived = False

        async def in_time() -> HTTPReceiveMessage | WebSocketReceiveMessage:
            nonlocal arrived
            if arrived:  # what is waited for now is that the other side hangs up
                return await receive()
            try:
                with fail_after(max(0.0, end - current_time())):
                    message = await receive()
            except TimeoutError:
                raise SlowRequest(
                    f"the request did not arrive within {seconds:g} seconds; send less, or faster"
                ) from None
            arrived = message["type"] != "http.request" or not message["more_body"]
            return message

        handler = scope["route_handler"]
        access = access_of(handler)
        if handler.opt.get("long") or access is None or access.writes:
            await app(scope, in_time, send)
            return
        try:
            with waiting(), fail_after(seconds * 2):
                await app(scope, in_time, send)
        except TimeoutError:
            raise SlowAnswer(
                f"no answer is found within {seconds:g} seconds; ask for less"
            ) from None

    return call
