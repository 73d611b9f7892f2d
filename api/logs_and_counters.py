"""What is said of every request to those who run the service: a log line, and counters.

Neither holds a path, a query, a body or an address: names are asked about in these.
"""

from __future__ import annotations

import logging
import sys
import uuid
from time import perf_counter
from typing import Literal

import structlog
from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from prometheus_client import Counter, Histogram

REQUEST_ID = "x-request-id"
"""The header that ties an answer to its log line."""

_OTHER = "other"
"""The route of a request that no route takes."""

_REQUESTS = Counter(
    "registry_requests", "Requests answered, by route and status.", ("method", "route", "status")
)
_SECONDS = Histogram(
    "registry_request_seconds",
    "Seconds from a request to the end of its answer, by route.",
    ("method", "route"),
    buckets=(0.001, 0.005, 0.02, 0.1, 0.5, 2, 10),
)
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))


def observed(app: ASGIApp) -> ASGIApp:
    """Return ``app`` with a log line and counters for each request."""
    log = structlog.get_logger("registry.requests")

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return
        began = perf_counter()
        number = uuid.uuid4().hex
        status = 0

        async def counted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableScopeHeaders.from_message(message)[REQUEST_ID] = number
            await send(message)

        try:
            await app(scope, receive, counted)
        finally:
            seconds = perf_counter() - began
            route = scope.get("path_template") or _OTHER
            method = scope["method"] if scope["method"] in _METHODS else _OTHER
            _REQUESTS.labels(method, route, str(status)).inc()
            _SECONDS.labels(method, route).observe(seconds)
            log.info(
                "request",
                id=number,
                method=method,
                route=route,
                status=status,
                ms=round(seconds * 1000, 1),
            )

    return call


def write_logs(form: Literal["json", "text", "off"]) -> None:
    """Write what is logged to standard error: one JSON object a line, or text for people.

    An unforeseen error is logged with its trace, whatever the form; ``off`` leaves out the
    requests alone.
    """
    render = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                render,
            ],
        )
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("registry.requests").setLevel(
        logging.WARNING if form == "off" else logging.INFO
    )
