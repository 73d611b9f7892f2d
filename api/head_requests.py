"""``HEAD``: what a GET would say of its answer, without the answer."""

from __future__ import annotations

from typing import cast

from anyio import CancelScope
from litestar import Litestar
from litestar.enums import ScopeType
from litestar.types import (
    HTTPScope,
    LifeSpanReceive,
    LifeSpanScope,
    LifeSpanSend,
    Message,
    Receive,
    Scope,
    Send,
)

_HEAD = "head"


class Headed(Litestar):
    """An application that answers HEAD wherever it answers GET.

    Routes, guards, limits and tags see a GET, so that all of them hold and the headers are
    the same; ``asked_by`` tells the two apart.
    """

    async def __call__(
        self,
        scope: Scope | LifeSpanScope,
        receive: Receive | LifeSpanReceive,
        send: Send | LifeSpanSend,
    ) -> None:
        """Answer a request; the body of an answer to a HEAD goes nowhere."""
        if scope["type"] != ScopeType.HTTP or scope.get("method") != "HEAD":
            await super().__call__(scope, receive, send)
            return
        own = cast("HTTPScope", scope)
        state = {**own.get("state", {}), _HEAD: True}
        # A copy: the server looks at the method of its own to know that no body comes.
        asked = cast("HTTPScope", {**own, "method": "GET", "state": state})
        with CancelScope() as work:

            async def without_body(message: Message) -> None:
                if message["type"] != "http.response.body":
                    await cast("Send", send)(message)
                    return
                await cast("Send", send)({**message, "body": b"", "more_body": False})
                if message.get("more_body"):  # a stream would go on, to nobody
                    work.cancel()

            await super().__call__(asked, receive, without_body)
        if "path_template" in asked:
            own["path_template"] = asked["path_template"]


def asked_by(scope: Scope) -> str:
    """Return the method by which was asked, of a request as routes see it."""
    return "HEAD" if scope["state"].get(_HEAD) else str(scope.get("method", ""))
