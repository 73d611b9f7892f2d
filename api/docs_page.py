"""``/schema``: the OpenAPI document, and a page on which every request can be tried.

The page's script and style are those of the package ``swagger-ui-py`` (Apache-2.0); nothing is
loaded from another host, and no script stands in the page itself.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, Response, Router, get
from litestar.openapi.plugins import JsonRenderPlugin, OpenAPIRenderPlugin, YamlRenderPlugin
from litestar.params import PathParameter

from api.openapi import document
from api.security.access import anyone

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page may load: its own files, and pictures within its style."""

_MEDIA = {
    "swagger-ui.css": "text/css",
    "swagger-ui-bundle.js": "text/javascript",
    "docs.js": "text/javascript",
}
_PAGE = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>leadership-registry API</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
<body>
<div id="swagger-ui"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/docs.js"></script>
"""

File = Annotated[Literal["swagger-ui.css", "swagger-ui-bundle.js", "docs.js"], PathParameter()]


class DocumentJson(JsonRenderPlugin):
    """The document as JSON."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:  # noqa: ARG002
        """Return the whole document."""
        return msgspec.json.encode(document(request.app))


class DocumentYaml(YamlRenderPlugin):
    """The document as YAML."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:  # noqa: ARG002
        """Return the whole document."""
        return super().render(request, document(request.app))


@get("/docs", media_type="text/html", include_in_schema=False, sync_to_thread=False)
def page() -> Response[bytes]:
    """Give the page."""
    return Response(_PAGE, media_type="text/html", headers={"content-security-policy": POLICY})


@get("/docs/{name:str}", include_in_schema=False, sync_to_thread=False)
def file(name: File) -> Response[bytes]:
    """Give a file of the page."""
    return Response(_content(name), media_type=_MEDIA[name])


@lru_cache
def _content(name: str) -> bytes:
    """Return a file of the page; the package is not run for it."""
    if name == "docs.js":
        return (Path(__file__).parent / "static" / name).read_bytes()
    found = find_spec("swagger_ui")
    if found is None or found.origin is None:
        raise FileNotFoundError("swagger-ui-py is not installed")
    return (Path(found.origin).parent / "static" / name).read_bytes()


def plugins() -> list[OpenAPIRenderPlugin]:
    """Return the forms in which the document is given."""
    return [DocumentJson(), DocumentYaml()]


def router() -> Router:
    """Return where the document and its page are."""
    return Router(
        path="/schema", route_handlers=[page, file], opt=anyone(), include_in_schema=False
    )
