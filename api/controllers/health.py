"""``/health`` and ``/metrics``: for those who keep the service running, not who ask it."""

from __future__ import annotations

import os
from typing import Literal

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from msgspec import Struct
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from api.controllers.parameters import problem
from api.security.access import anyone, needs
from registry.model.access import Scope
from registry.service.registry import Registry


class Health(Struct, frozen=True):
    """The service is as it should be; where it is not, there is a problem instead."""

    status: Literal["ok"] = "ok"


class Running(Controller):
    """Whether the service lives, can answer, and how much it does."""

    tags = ("running",)

    @get("/health/live", operation_id="isAlive", summary="Whether the process lives", opt=anyone())
    async def live(self) -> Health:
        """Answer as long as the process answers at all; restart it where this fails."""
        return Health()

    @get(
        "/health/ready",
        operation_id="isReady",
        summary="Whether questions can be answered",
        opt=anyone(),
        responses={503: problem("The journal is out of reach.")},
        sync_to_thread=True,
    )
    def ready(self, *, registry: NamedDependency[Registry]) -> Health:
        """Look whether the journal can be read; send no requests here where this fails."""
        registry.position()
        return Health()

    @get(
        "/metrics",
        operation_id="readMetrics",
        summary="Counters in Prometheus' form",
        opt=needs(Scope.READ),
        include_in_schema=False,
        sync_to_thread=True,
    )
    def metrics(self) -> Response[bytes]:
        """Count requests by route and status, over all processes of the service."""
        found = REGISTRY
        if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
            found = CollectorRegistry()
            MultiProcessCollector(found)  # type: ignore[no-untyped-call]
        return Response(generate_latest(found), media_type=CONTENT_TYPE_LATEST)
