"""How many requests a minute one may make, counted by each process for itself.

The framework's own limit writes and reads a caller's whole minute as JSON at each request, and
keeps it for good.
"""

from __future__ import annotations

from math import ceil
from time import monotonic

from litestar.exceptions import TooManyRequestsException
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from msgspec import Struct

from api.security.caller import Caller

_SECONDS = 60
_MANY = 10_000
"""Callers counted before those whose minute is over are let go."""


class _Minute(Struct):
    ends: float
    asked: int = 0


def limited(app: ASGIApp, rate: int) -> ASGIApp:
    """Return ``app``, which each key, or address without a key, may ask ``rate`` times a minute.

    The headers are those of https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/03/.
    """
    minutes: dict[str, _Minute] = {}

    def minute_of(caller: str, now: float) -> _Minute:
        minute = minutes.get(caller)
        if minute is None or minute.ends <= now:
            if len(minutes) >= _MANY:
                for other in [name for name, one in minutes.items() if one.ends <= now]:
                    del minutes[other]
            minute = minutes[caller] = _Minute(now + _SECONDS)
        return minute

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        now = monotonic()
        minute = minute_of(_caller(scope), now)
        if minute.asked >= rate:
            raise TooManyRequestsException(headers=_told(minute, rate, now))
        minute.asked += 1

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = _told(minute, rate, monotonic()).items()
                own = [(name.lower().encode(), value.encode()) for name, value in told]
                message["headers"] = [*message["headers"], *own]
            await send(message)

        await app(scope, receive, telling)

    return call


def _caller(scope: Scope) -> str:
    """Return whose requests are counted together."""
    caller = scope.get("user")
    if isinstance(caller, Caller) and caller.key is not None:
        return f"key {caller.key.id}"
    client = scope.get("client")
    return client[0] if client else "127.0.0.1"


def _told(minute: _Minute, rate: int, now: float) -> dict[str, str]:
    return {
        "RateLimit-Policy": f"{rate}; w={_SECONDS}",
        "RateLimit-Limit": str(rate),
        "RateLimit-Remaining": str(max(0, rate - minute.asked)),
        "RateLimit-Reset": str(max(0, ceil(minute.ends - now))),
    }
