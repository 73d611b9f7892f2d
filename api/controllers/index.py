"""``/v1``: what can be asked, taken from the OpenAPI document so that the two cannot differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from litestar import Controller, Request, get
from msgspec import Struct

from api.controllers.parameters import answered
from api.openapi import Document, document
from api.openapi_words import TAGS
from api.security.access import needs
from registry.model.access import Scope

_DRAWN = "/v1/charts/"
"""Drawings, each in six forms: the list of them leads there."""


class Way(Struct, frozen=True, kw_only=True):
    """One thing that can be asked or done at ``path``.

    ``parameters`` are those of the query, with what each does; ``needed`` those that it does
    not do without. A key needs one of ``scopes``; where ``keyless`` it also goes without one.
    """

    method: str
    path: str
    summary: str
    parameters: dict[str, str]
    needed: tuple[str, ...]
    scopes: tuple[str, ...]
    keyless: bool


class Resource(Struct, frozen=True, kw_only=True):
    """Things of one kind: what they are, and what can be asked of them."""

    name: str
    about: str
    ways: tuple[Way, ...]


class IndexLinks(Struct, frozen=True, kw_only=True, rename={"own": "self"}):
    """Where more is told: of every address, on a page to try them, and of what goes wrong."""

    own: str = "/v1"
    schema: str = "/schema/openapi.json"
    docs: str = "/schema/docs"
    problems: str = "/problems"


class Index(Struct, frozen=True, kw_only=True):
    """What can be asked under `/v1`, but for single things: the lists have the links to those."""

    links: IndexLinks
    resources: tuple[Resource, ...]


class Start(Controller):
    """Where to begin."""

    path = "/"
    tags = ("running",)
    opt = needs(Scope.READ)

    @get(
        operation_id="readIndex",
        summary="What can be asked, and where",
        responses={200: answered(Index, "What can be asked, and where")},
        sync_to_thread=True,
    )
    def read(self, *, request: Request[Any, Any, Any]) -> Index:
        """List resource by resource what can be asked and done, with its parameters."""
        ways = list(_ways(document(request.app)))
        resources = (
            Resource(name=tag, about=about, ways=tuple(way for its, way in ways if its == tag))
            for tag, about in TAGS.items()
        )
        return Index(links=IndexLinks(), resources=tuple(r for r in resources if r.ways))


def _ways(whole: Document) -> Iterator[tuple[str, Way]]:
    """Yield what can be done without naming a single thing, each with its tag."""
    for path, item in whole["paths"].items():
        if not path.startswith("/v1/") or "{" in path or path.startswith(_DRAWN):
            continue
        for method, operation in item.items():
            asked = [p for p in operation.get("parameters", []) if p["in"] == "query"]
            scopes = {scope for one in operation["security"] for s in one.values() for scope in s}
            yield (
                operation["tags"][0],
                Way(
                    method=method.upper(),
                    path=path,
                    summary=operation["summary"],
                    parameters={p["name"]: p.get("description", "") for p in asked},
                    needed=tuple(p["name"] for p in asked if p.get("required")),
                    scopes=tuple(sorted(scopes)),
                    keyless={} in operation["security"] or not operation["security"],
                ),
            )
