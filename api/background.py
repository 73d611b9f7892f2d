"""What goes on beside the requests while the application runs: jobs are read, hooks are told."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from threading import Event, Thread

from anyio.to_thread import run_sync
from litestar import Litestar

from registry.service.desk import Desk
from registry.service.hooks.courier import Courier
from registry.service.loading.jobs import Reader

_LONGEST = 15.0
"""Seconds that the work under way is waited for when the application stops."""


def reading(desk: Desk) -> Callable[[Litestar], AbstractAsyncContextManager[None]]:
    """Return a lifespan during which jobs are read; ``app.state["reader"]`` can be woken."""

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        reader = Reader(desk.jobs, desk.journal, desk.now)
        app.state["reader"] = reader
        reader.start()
        try:
            yield
        finally:
            await run_sync(reader.stop)

    return lifespan


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
