"""What every request passes on its way in, and every answer on its way out, in this order."""

from __future__ import annotations

import secrets

from litestar.config.compression import CompressionConfig
from litestar.config.cors import CORSConfig
from litestar.middleware import DefineMiddleware
from litestar.middleware.compression import CompressionMiddleware
from litestar.types import Middleware

from api.etags import fresh
from api.raw_queries import escaped
from api.security.audit import audit
from api.security.authentication import Authentication
from api.security.limit import limited
from api.security.local import is_local
from api.security.patience import patient
from api.security.session import session_middleware
from registry.service.desk import Desk
from registry.tables.settings import Settings

UNPACKED = {"whole": True}
"""Put into the ``opt`` of a route whose answer comes in parts: compression would hold them up."""

_GZIP = CompressionConfig(
    backend="gzip", minimum_size=1000, gzip_compress_level=5, exclude_opt_key="whole"
)


def door(
    settings: Settings | None, desk: Desk | None, secret: bytes | None = None
) -> list[Middleware]:
    """Return the middleware, the outermost first.

    Args:
        settings: how the service runs; without them it is asked from within this process,
            by any name and as often as one likes, and whoever asks may read.
        desk: the keys, and where their use is written down.
        secret: 32 bytes that the processes of one service share; without it, new ones.
    """
    exposed = settings is not None and not is_local(settings)
    made: list[Middleware] = [
        DefineMiddleware(escaped),
        session_middleware(secret or secrets.token_bytes(32), https=exposed),
        DefineMiddleware(
            Authentication,
            desk=desk,
            public=settings is None or settings.public or not exposed,
            hosts=_names(settings) if settings is not None else None,
        ),
    ]
    if settings is not None:
        made.append(DefineMiddleware(limited, rate=settings.rate))
        made.append(DefineMiddleware(patient, seconds=settings.patience))
    made += [DefineMiddleware(CompressionMiddleware, config=_GZIP), DefineMiddleware(fresh)]
    if desk is not None:
        made.append(DefineMiddleware(audit, desk=desk))
    return made


def cross_origin(settings: Settings | None) -> CORSConfig | None:
    """Return which other sites' pages may ask in a browser, without its cookie; none by default."""
    if settings is None or not settings.origins:
        return None
    return CORSConfig(
        allow_origins=list(settings.origins),
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=[
            "authorization",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
        ],
        expose_headers=["etag", "link", "location", "retry-after", "x-request-id"],
    )


def _names(settings: Settings) -> frozenset[str]:
    return frozenset(name.lower() for name in (*settings.hosts, settings.host))
