"""Reading of jobs in the background while the application runs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from anyio.to_thread import run_sync
from litestar import Litestar

from registry.service.desk import Desk
from registry.service.loading.jobs import Reader


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
