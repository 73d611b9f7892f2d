"""Queries typed as they are said: ``?subject=商务``, with no ``%E5%95%86`` in it."""

from __future__ import annotations

from urllib.parse import quote_from_bytes

from litestar.types import ASGIApp, Receive, Scope, Send

_ASCII = bytes(range(128))


def escaped(app: ASGIApp) -> ASGIApp:
    """Return ``app`` with the bytes of a query that are no ASCII escaped.

    ``curl`` and scripts send what was typed, in UTF-8; the framework would read each byte of it
    as a character of its own.
    """

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        scope["query_string"] = quote_from_bytes(scope["query_string"], _ASCII).encode("ascii")
        await app(scope, receive, send)

    return call
