"""Work that goes on in the background while the application runs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from threading import Event, Thread

from anyio.to_thread import run_sync
from litestar import Litestar

from registry.service.hooks.courier import Courier

_LONGEST = 15.0
"""Seconds that the work under way is waited for when the application stops."""


def delivering(courier: Courier) -> Callable[[Litestar], AbstractAsyncContextManager[None]]:
    """Return a lifespan during which events are worked out, and delivered to the hooks."""

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        stop = Event()
        work = Thread(target=courier.run, args=(stop,), name="courier", daemon=True)
        work.start()
        try:
            yield
        finally:
            stop.set()
            await run_sync(work.join, _LONGEST)

    return lifespan
