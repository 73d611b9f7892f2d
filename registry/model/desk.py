"""What a service keeps for itself beside the journal: replies to writes, and jobs."""

from __future__ import annotations

from msgspec import Struct


class Reply(Struct, frozen=True, kw_only=True):
    """What was answered to a write, for those who send it again.

    ``digest`` is the SHA-256 of the request, in hexadecimal; ``body`` is JSON.
    """

    digest: str
    status: int
    location: str | None = None
    etag: str | None = None
    body: str
    entries: tuple[int, ...] = ()
