"""Who looks at a page, and what every page needs around its own content."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from litestar import Request
from litestar.di import NamedDependency
from litestar.response import Template
from msgspec import Struct
from msgspec.structs import replace

from api.controllers.parameters import Government, KnownAt
from api.pages.days import moment
from api.pages.language import PARAMETER, kept, language_of
from api.pages.links import Links
from api.pages.words import Phrases
from api.security.caller import Caller
from registry.charts.words import LANG_TAG, Lang
from registry.model.access import Scope
from registry.service.registry import Registry
from registry.service.state import read_moment

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

_ZONE = ZoneInfo("Asia/Shanghai")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""A page runs and loads what this service serves as files, and nothing written into a page."""


class Then(Struct, frozen=True, kw_only=True):
    """As of when a page tells what was known: in words, as the form's day, and the way to now."""

    said: str
    day: str
    now: str


class Visit(Struct, frozen=True, kw_only=True):
    """One look at one page.

    ``chosen`` is the government asked for, by its name or a part of it, empty where it is to be
    none, so that all are searched; ``usual`` is the one shown where nothing is said. ``known_at`` is as of when to tell what was known, as it was typed. ``path``
    and ``query`` are the page's own address; ``speaks`` says that it chooses the language.
    ``caller`` is who looks, as far as is known, and ``keys`` says whether there are keys to
    sign in with, and so a journal. ``largest`` is how many bytes may be handed in at once.
    """

    lang: Lang
    today: date
    path: str
    query: tuple[tuple[str, str], ...]
    speaks: bool = False
    caller: Caller | None = None
    keys: bool = False
    chosen: str | None = None
    usual: str | None = None
    known_at: str | None = None
    largest: int = 0

    @property
    def government(self) -> str | None:
        """Return the government to show, ``None`` where neither visitor nor service names one."""
        return (self.usual if self.chosen is None else self.chosen) or None

    @property
    def links(self) -> Links:
        """Return the addresses of pages, each keeping to the government and the moment asked for."""
        pairs = (("government", self.chosen), ("known_at", self.known_at))
        return Links(tuple((name, value) for name, value in pairs if value is not None))

    @property
    def elsewhere(self) -> str:
        """Return the address of the page on all governments, where one of several is chosen."""
        if self.government is None:
            return ""
        return replace(self, chosen=None).links.to("/governments")

    @property
    def then(self) -> Then | None:
        """Return as of when the page tells what was known; ``None`` where that is now."""
        at = read_moment(self.known_at)
        if at is None:
            return None
        now = [(name, value) for name, value in self.query if name != "known_at"]
        return Then(
            said=moment(at.astimezone(_ZONE), self.lang),
            day=at.astimezone(_ZONE).date().isoformat(),
            now=self.address(*now),
        )

    @property
    def phrases(self) -> Phrases:
        """Return the words of the interface."""
        return Phrases(self.lang)

    def within(self, government: str, registry: Registry) -> Visit:
        """Return the look at a page that has turned out to be of ``government``.

        Where others are known, its links keep to that one as if it had been chosen.
        """
        if self.government is not None or len(registry.governments()) == 1:
            return self
        return replace(self, chosen=government)

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
    def records(self) -> bool:
        """Say whether who looks may record here; nothing is recorded into what was known once."""
        return self.may(Scope.RECORD) and self.known_at is None

    def rest(self, *names: str) -> tuple[tuple[str, str], ...]:
        """Return the page's own query without some parameters, to go along with a form."""
        return tuple((name, value) for name, value in self.query if name not in names)

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
        bare: bool = False,
    ) -> Template:
        """Return the page: a template, its title, its section of the site, and its content.

        ``asked`` is the question in words that it answers; ``bare`` says that it is of no
        government, and leads to none's pages.
        """
        return Template(
            template_name=template,
            status_code=status,
            headers={"content-security-policy": POLICY, "vary": "accept-language"},
            cookies=[kept(self.lang)] if self.speaks else [],
            context={
                "view": view,
                "asked": asked,
                "title": title,
                "t": self.phrases,
                "lang": self.lang,
                "tag": LANG_TAG[self.lang],
                "section": section,
                "sections": []
                if bare
                else [(name, self.links.to(path)) for name, path in SECTIONS],
                "links": self.links,
                "chosen": self.chosen,
                "here": self,
                "other": self.here(**{PARAMETER: "en" if self.lang == "zh" else "zh"}),
                "home": section == "week" or bare,
                "account": self.caller.key.name if self.caller and self.caller.key else "",
                "sign_in": self.links.to("/sign-in", next=self.own_address) if self.keys else "",
            },
        )


def look(
    request: Request[Any, Any, Any],
    today: date,
    government: str | None = None,
    known_at: str | None = None,
) -> Visit:
    """Return the look that ``request`` takes at a page."""
    caller = request.scope.get("user")
    state = request.app.state
    return Visit(
        lang=language_of(request),
        speaks=PARAMETER in request.query_params,
        today=today,
        caller=caller if isinstance(caller, Caller) else None,
        keys=state.get("desk") is not None,
        path=request.url.path,
        query=tuple(
            (name, value) for name, value in request.query_params.multi_items() if name != PARAMETER
        ),
        chosen=government,
        usual=state.get("usual"),
        known_at=known_at or None,
        largest=state["upload"],
    )


async def visit(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    government: Government = None,
    known_at: KnownAt = None,
) -> Visit:
    """Return the look that ``request`` takes, for the pages' handlers."""
    return look(request, registry.today(), government, known_at)
