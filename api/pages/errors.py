"""Errors as pages: the same problems as those of the API, said to people."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from http import HTTPStatus
from typing import Any

from litestar import Request
from litestar.exceptions import HTTPException
from litestar.response import Template
from msgspec import Struct

from api.pages.links import Link
from api.pages.visit import Visit, look
from api.pages.words.errors import told
from api.problems import Problem, http_problem, registry_problem, unforeseen_problem
from registry.errors import (
    AgainstRule,
    AlreadyRecorded,
    BadKey,
    BadPeriod,
    BadRecord,
    Conflict,
    CrossSite,
    NeedsKey,
    NoJournal,
    NoScope,
    NothingKnown,
    RegistryError,
    SeveralFit,
    SeveralGovernments,
    UnknownName,
    UnreadableSource,
)
from registry.service.state import read_moment

_Handlers = dict[int | type[Exception], Callable[..., Any]]

_SAID: tuple[tuple[type[RegistryError], str], ...] = (
    (SeveralGovernments, "choose_government"),
    (SeveralFit, "several_fit"),
    (NothingKnown, "nothing_known"),
    (UnknownName, "unknown_name"),
    (BadPeriod, "bad_period"),
    (BadKey, "bad_key"),
    (NeedsKey, "needs_key"),
    (NoScope, "no_scope"),
    (NoJournal, "no_journal"),
    (AgainstRule, "against_rule"),
    (AlreadyRecorded, "already_recorded"),
    (BadRecord, "bad_record"),
    (UnreadableSource, "unreadable_source"),
    (Conflict, "conflict"),
    (CrossSite, "cross_site"),
    (RegistryError, "bad_input"),
)
"""How kinds of errors are said, the first that fits."""
_MISSING = re.compile(r"^Missing required query parameter '(\w+)'")
"""How the framework says that a parameter is missing, without a list of those at fault."""
_STATUSES: Mapping[int, str] = {
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large",
}
_PROGRAMS = ("/v1/", "/schema", "/metrics", "/health/")
"""Addresses that programs ask for, whatever they accept."""


class ErrorView(Struct, frozen=True):
    """What went wrong: a heading and a line in the visitor's language.

    ``english`` is the registry's own line where it cannot be said in that language. ``next``
    is where to go on from signing in, where that helps. ``choose`` says that nothing went wrong:
    a government is to be chosen from ``near``.
    """

    said: str
    line: str
    english: str
    near: tuple[Link, ...]
    next: str = ""
    choose: bool = False


def error_page(visit: Visit, error: Exception, *, asks: bool) -> Template:
    """Return the page that tells of ``error``, or where a reader has it offers the choice.

    ``asks`` says that the request only asks: then nothing is wrong while a government is still to
    be chosen, and the page of each is offered.
    """
    problem, said = _problem(error)
    near = tuple(Link(name, _instead(visit, error, name)) for name in problem.near)
    phrases = visit.phrases
    if isinstance(error, SeveralGovernments) and asks:
        choice = ErrorView(phrases[said], phrases.start_lead, "", near, choose=True)
        return visit.page("error.html", phrases[said], "", choice, bare=True)
    line, english = _lines(error, problem, visit)
    again = visit.own_address if isinstance(error, NeedsKey | NoScope) else ""
    view = ErrorView(phrases[said], line, english, near, again)
    return visit.page("error.html", phrases.error_title, "", view, status=problem.status)


def _lines(error: Exception, problem: Problem, visit: Visit) -> tuple[str, str]:
    """Return the line of an error in the visitor's language, or else in English."""
    if isinstance(error, RegistryError):
        return told(str(error), visit.lang)
    wrong = [str(one.get("key", "?")) for one in problem.errors or ()]
    wrong = wrong or _MISSING.findall(problem.detail or "")
    if not wrong:
        return "", ""
    return visit.phrases.wrong_parameter.format(names=visit.phrases.comma.join(wrong)), ""


def _problem(error: Exception) -> tuple[Problem, str]:
    if isinstance(error, RegistryError):
        said = next(name for kind, name in _SAID if isinstance(error, kind))
        return registry_problem(error), said
    if isinstance(error, HTTPException):
        problem = http_problem(error)
        return problem, _STATUSES.get(problem.status, "bad_input")
    return unforeseen_problem(error), "unforeseen"


def _instead(visit: Visit, error: Exception, name: str) -> str:
    """Return the address of the same page with ``name`` in the place of what was not known."""
    if isinstance(error, SeveralFit):
        return visit.here(government=name)
    asked = next((key for key, _ in visit.query if key in ("name", "subject")), None)
    return visit.here(**{asked: name}) if asked else visit.links.to("/answer", q=name)


def _handle(request: Request[Any, Any, Any], error: Exception) -> Template:
    asked = request.query_params
    visit = look(request, date.min, asked.get("government"), _readable(asked.get("known_at")))
    return error_page(visit, error, asks=request.method == "GET")


def _readable(known_at: str | None) -> str | None:
    """Return a moment as it was typed, or nothing where it is what cannot be read."""
    try:
        read_moment(known_at or None)
    except BadPeriod:
        return None
    return known_at


def for_browsers(handlers: Mapping[int | type[Exception], Callable[..., Any]]) -> _Handlers:
    """Return ``handlers`` of an application, with a page in their place for a browser."""
    return {kind: _choosing(handler) for kind, handler in handlers.items()}


def _choosing(handler: Callable[..., Any]) -> Callable[..., Any]:
    def handle(request: Request[Any, Any, Any], error: Exception) -> Any:  # noqa: ANN401 - either's
        wants_page = "text/html" in request.headers.get("accept", "")
        if wants_page and not request.url.path.startswith(_PROGRAMS):
            return _handle(request, error)
        return handler(request, error)

    return handle
