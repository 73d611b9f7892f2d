"""Whether the one who asks has the answer already: ``ETag``, ``If-None-Match`` and 304."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import blake2b

from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.types import ASGIApp, HTTPResponseStartEvent, Message, Receive, Scope, Send

_GZIPPED = "-gzip"
_UNCHANGED = 304
_KEPT_HEADERS = frozenset(
    (
        b"etag",
        b"cache-control",
        b"vary",
        b"set-cookie",
        b"location",
        # A browser puts the headers of a 304 in the place of those that it kept.
        b"content-security-policy",
    )
)


def fresh(app: ASGIApp) -> ASGIApp:
    """Return ``app`` with a strong ETag on every whole answer to a GET, and 304 where it is known.

    The tag is the digest of the bytes, unless the route gave one of its own.
    """

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get("method") not in {"GET", "HEAD"}:
            await app(scope, receive, send)
            return
        start: HTTPResponseStartEvent | None = None
        known = Headers.from_scope(scope).get("if-none-match")

        async def tagged(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and message["status"] == 200:
                start = message
                return
            if start is None or message["type"] != "http.response.body":
                await send(message)
                return
            head, start = start, None
            if message.get("more_body"):  # it is not known yet how it ends
                await send(head)
                await send(message)
                return
            headers = MutableScopeHeaders.from_message(head)
            tag = headers.get("etag") or tag_of(message["body"])
            headers["etag"] = tag
            if known is not None and matches(known, tag):
                kept = [pair for pair in head["headers"] if pair[0].lower() in _KEPT_HEADERS]
                head = {"type": head["type"], "status": _UNCHANGED, "headers": kept}
                message = {"type": "http.response.body", "body": b"", "more_body": False}
            await send(head)
            await send(message)

        await app(scope, receive, tagged)

    return call


def tag_of(body: bytes) -> str:
    """Return the strong tag of some bytes.

    >>> tag_of(b"{}")
    '"Kvubg_kxTl0Cl2YZf1OXkg"'
    """
    digest = blake2b(body, digest_size=16).digest()
    return f'"{urlsafe_b64encode(digest).decode().rstrip("=")}"'


def matches(known: str, tag: str) -> bool:
    """Say whether a list of tags names ``tag``; one of the same answer, compressed, does too.

    >>> matches('W/"a", "b-gzip"', '"b"'), matches("*", '"b"'), matches('"bb"', '"b"')
    (True, True, False)
    """
    given = [part.strip().removeprefix("W/") for part in known.split(",")]
    return "*" in given or any(bare(one) == bare(tag) for one in given)


def bare(tag: str) -> str:
    """Return a tag without the mark of compression.

    >>> bare('"b-gzip"')
    '"b"'
    """
    return f'{tag.removesuffix(chr(34)).removesuffix(_GZIPPED)}"' if tag.endswith('"') else tag


def mark_compressed(headers: MutableScopeHeaders) -> None:
    """Tell the tag of a compressed answer from that of the same uncompressed."""
    tag = headers.get("etag")
    if tag is not None and headers.get("content-encoding") == "gzip":
        headers["etag"] = f'{tag.removesuffix(chr(34))}{_GZIPPED}"'
