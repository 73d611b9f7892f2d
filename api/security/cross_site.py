"""Whether a browser sends a request from a page of this service itself.

A browser adds its cookie to whatever a page has it send, so a cookie alone shows no will to
write; a key in a header does. The cookie is ``SameSite=Strict`` besides.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from litestar.connection import ASGIConnection

from registry.errors import CrossSite


def check_same_site(connection: ASGIConnection[Any, Any, Any, Any], *, signed_in: bool) -> None:
    """Return if no other site's page can have sent the request.

    Args:
        connection: the request.
        signed_in: whether it is known from the cookie who asks; then a browser sent it, which
            says where from.

    Raises:
        CrossSite: another site's page did, or it is not said.
    """
    site = connection.headers.get("sec-fetch-site")
    origin = connection.headers.get("origin")
    own = True
    if site is not None:
        own = site == "same-origin"
    elif origin is not None:
        own = urlsplit(origin).netloc.lower() == connection.headers.get("host", "").lower()
    elif signed_in:
        own = False
    if not own:
        raise CrossSite("a page of another site asks for this; ask from a page of this service")
