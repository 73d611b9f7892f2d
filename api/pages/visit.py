"""Who looks at a page, and what every page needs around its own content."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from litestar import Request
from litestar.di import NamedDependency
from litestar.response import Template
from msgspec import Struct

from api.controllers.parameters import Government
from api.pages.language import PARAMETER, kept, language_of
from api.pages.links import Links
from api.pages.words import Phrases
from api.security.caller import Caller
from registry.charts.words import LANG_TAG, Lang
from registry.model.access import Scope
from registry.service.registry import Registry

SECTIONS = (
    ("week", "/"),
    ("government", "/government"),
    ("notices", "/notices"),
    ("absences", "/absences"),
    ("whatif", "/whatif"),
    ("findings", "/findings"),
    ("rules", "/rules"),
)
"""The pages that the head of each page leads to, with their addresses."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""A page runs and loads what this service serves as files, and nothing written into a page."""


class Visit(Struct, frozen=True, kw_only=True):
    """One look at one page.

    ``government`` is as it was asked for, by its name or a part of it. ``path`` and ``query``
    are the page's own address; ``chosen`` says that it chooses the language. ``caller`` is who
    looks, as far as is known, and ``keys`` says whether there are keys to sign in with.
    """

    lang: Lang
    today: date
    path: str
    query: tuple[tuple[str, str], ...]
    chosen: bool = False
    caller: Caller | None = None
    keys: bool = False
    government: str | None = None

    @property
    def links(self) -> Links:
        """Return the addresses of pages, each keeping to the government asked for."""
        return Links((("government", self.government),) if self.government else ())

    @property
    def phrases(self) -> Phrases:
        """Return the words of the interface."""
        return Phrases(self.lang)

    def here(self, **parameters: str) -> str:
        """Return the address of this page with some parameters otherwise."""
        kept = ((name, value) for name, value in self.query if name not in parameters)
        return self.address(*kept, *parameters.items())

    def supposing(
        self, who: str, first: str | None, last: str | None, kind: str | None = None
    ) -> str:
        """Return the address of this page with one more absence supposed.

        Without days it is all the time asked about.
        """
        days = f"@{first or last}/{last or first}" if first or last else ""
        told = f":{kind}" if kind and kind != "away" else ""
        kept = [(key, value) for key, value in self.query if not key.startswith("who")]
        return self.address(*kept, ("away", f"{who}{told}{days}"))

    def may(self, scope: Scope) -> bool:
        """Say whether who looks holds a scope."""
        return self.caller is not None and self.caller.may(scope)

    @property
    def own_address(self) -> str:
        """Return the page's own address in plain letters, to come back to."""
        return quote(self.address(*self.query), safe="/?=&%")

    def address(self, *query: tuple[str, str]) -> str:
        """Return the address of this page with another query."""
        return Links(query).to(self.path)

    def page(
        self,
        template: str,
        title: str,
        section: str,
        view: object,
        *,
        asked: str = "",
        status: int = 200,
    ) -> Template:
        """Return the page: a template, its title, its section of the site, and its content.

        ``asked`` is the question in words that it answers.
        """
        return Template(
            template_name=template,
            status_code=status,
            headers={"content-security-policy": POLICY, "vary": "accept-language"},
            cookies=[kept(self.lang)] if self.chosen else [],
            context={
                "view": view,
                "asked": asked,
                "title": title,
                "t": self.phrases,
                "lang": self.lang,
                "tag": LANG_TAG[self.lang],
                "section": section,
                "sections": [(name, self.links.to(path)) for name, path in SECTIONS],
                "links": self.links,
                "government": self.government,
                "other": self.here(**{PARAMETER: "en" if self.lang == "zh" else "zh"}),
                "home": self.path == "/",
                "account": self.caller.key.name if self.caller and self.caller.key else "",
                "sign_in": self.links.to("/sign-in", next=self.own_address) if self.keys else "",
            },
        )


def look(request: Request[Any, Any, Any], today: date, government: str | None = None) -> Visit:
    """Return the look that ``request`` takes at a page."""
    caller = request.scope.get("user")
    return Visit(
        lang=language_of(request),
        chosen=PARAMETER in request.query_params,
        today=today,
        caller=caller if isinstance(caller, Caller) else None,
        keys=request.app.state.get("desk") is not None,
        path=request.url.path,
        query=tuple(
            (name, value) for name, value in request.query_params.multi_items() if name != PARAMETER
        ),
        government=government or None,
    )


async def visit(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    government: Government = None,
) -> Visit:
    """Return the look that ``request`` takes, for the pages' handlers."""
    return look(request, registry.today(), government)
