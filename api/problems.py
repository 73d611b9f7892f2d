"""Every error of the API as an RFC 9457 problem, from one table."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from msgspec import Struct
from msgspec.structs import replace

from api.problem_words import MEANINGS
from registry.errors import (
    AgainstRule,
    AlreadyRecorded,
    BadCertificate,
    BadHook,
    BadKey,
    BadPeriod,
    BadRecord,
    BadRules,
    BadSettings,
    Conflict,
    CrossSite,
    JournalError,
    MissingTool,
    NeedsKey,
    NoJournal,
    NoScope,
    NoSigningKey,
    OtherRequest,
    RegistryError,
    SeveralFit,
    SlowAnswer,
    SlowRequest,
    Stale,
    UnknownName,
    UnreadableSource,
    WrongHost,
)

_LOG = logging.getLogger(__name__)

PROBLEM_JSON = "application/problem+json"
_BEARER = 'Bearer realm="leadership-registry"'
_BASIC = 'Basic realm="leadership-registry", charset="UTF-8"'
_WAY = "/v1 lists what can be asked, /schema/docs shows every address of the API"
TYPE = "/problems/"
"""What the types of problems begin with: the address on this service that tells of them."""


class Kind(Struct, frozen=True):
    """One kind of problem: its HTTP status, the end of its type, its title."""

    status: HTTPStatus
    name: str
    title: str


KINDS: Mapping[type[RegistryError], Kind] = {
    UnknownName: Kind(HTTPStatus.NOT_FOUND, "unknown-name", "Nothing here fits what was asked for"),
    SeveralFit: Kind(HTTPStatus.BAD_REQUEST, "several-fit", "Several fit: say which is meant"),
    BadPeriod: Kind(HTTPStatus.BAD_REQUEST, "bad-period", "The day or period cannot be read"),
    UnreadableSource: Kind(
        HTTPStatus.BAD_REQUEST, "unreadable-source", "The notice cannot be read"
    ),
    BadRecord: Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "bad-record", "The record cannot be entered"),
    AgainstRule: Kind(HTTPStatus.CONFLICT, "against-rule", "A rule is against this"),
    AlreadyRecorded: Kind(HTTPStatus.CONFLICT, "already-recorded", "That is recorded already"),
    BadRules: Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "bad-rules", "A rule or data file is wrong"),
    MissingTool: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "missing-tool", "A program that draws is not installed"
    ),
    Conflict: Kind(HTTPStatus.CONFLICT, "conflict", "Another entry was recorded meanwhile"),
    JournalError: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "journal", "The journal cannot be read or written now"
    ),
    NeedsKey: Kind(HTTPStatus.UNAUTHORIZED, "no-key", "This needs a key"),
    BadKey: Kind(HTTPStatus.UNAUTHORIZED, "bad-key", "The key does not hold"),
    NoScope: Kind(HTTPStatus.FORBIDDEN, "no-scope", "The key is not for this"),
    BadHook: Kind(HTTPStatus.BAD_REQUEST, "bad-hook", "The hook cannot be"),
    BadCertificate: Kind(
        HTTPStatus.BAD_REQUEST, "bad-certificate", "The certificate cannot be checked"
    ),
    NoSigningKey: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "no-signing-key", "No key signs certificates here"
    ),
    NoJournal: Kind(HTTPStatus.CONFLICT, "no-journal", "This service keeps no journal"),
    WrongHost: Kind(
        HTTPStatus.MISDIRECTED_REQUEST, "wrong-host", "The service does not go by that name"
    ),
    CrossSite: Kind(HTTPStatus.FORBIDDEN, "cross-site", "A page of another site asks for this"),
    SlowRequest: Kind(
        HTTPStatus.REQUEST_TIMEOUT, "slow-request", "The request did not arrive in time"
    ),
    SlowAnswer: Kind(HTTPStatus.SERVICE_UNAVAILABLE, "slow-answer", "No answer was found in time"),
    Stale: Kind(
        HTTPStatus.PRECONDITION_FAILED, "stale", "More has been recorded since: look again"
    ),
    OtherRequest: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "other-request",
        "That Idempotency-Key stands for another request",
    ),
    BadSettings: Kind(
        HTTPStatus.INTERNAL_SERVER_ERROR, "bad-settings", "A setting of the service is wrong"
    ),
    RegistryError: Kind(HTTPStatus.BAD_REQUEST, "bad-input", "The request cannot be answered"),
}
"""The nearest class of an error's ancestry decides."""

INVALID = Kind(HTTPStatus.BAD_REQUEST, "invalid-request", "A parameter is missing or malformed")


BY_STATUS: Mapping[int, Kind] = {
    kind.status: kind
    for kind in (
        INVALID,
        Kind(HTTPStatus.NOT_FOUND, "no-such-path", "There is nothing at this address"),
        Kind(HTTPStatus.METHOD_NOT_ALLOWED, "wrong-method", "The address does not take this"),
        Kind(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "The request is too long"),
        Kind(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "wrong-media-type", "The body is of another type"),
        Kind(HTTPStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests: wait"),
    )
}
"""What the framework refuses, by its status."""


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A problem as it goes over the wire; ``near`` lists names like the one not found.

    ``rules`` are the ids of the rules that are against a write, ``entry`` the number under
    which it is recorded already; ``errors`` say which parameter or key is at fault.
    """

    status: int
    title: str
    type: str = "about:blank"
    detail: str | None = None
    near: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    entry: int | None = None
    errors: tuple[dict[str, Any], ...] = ()


def registry_problem(error: RegistryError) -> Problem:
    """Turn an error of the registry into its problem; the detail is its one line.

    Where the service itself is at fault, that line may name its files and machines: it goes to
    the log, and the detail says what the type of the problem means.
    """
    kind = next(KINDS[step] for step in type(error).__mro__ if step in KINDS)
    faulty = kind.status >= HTTPStatus.INTERNAL_SERVER_ERROR or isinstance(error, JournalError)
    inside = faulty and not isinstance(error, SlowAnswer)
    if inside:
        _LOG.error("%s", error)
    return Problem(
        status=kind.status,
        type=TYPE + kind.name,
        title=kind.title,
        detail=MEANINGS[kind.name].en if inside else str(error),
        near=error.near if isinstance(error, UnknownName) else (),
        rules=error.rules if isinstance(error, AgainstRule) else (),
        entry=error.entry if isinstance(error, AlreadyRecorded) else None,
    )


def http_problem(error: HTTPException) -> Problem:
    """Turn an error of the framework (no such path, wrong method, bad parameter) into one."""
    if isinstance(error, ValidationException):
        extra = error.extra if isinstance(error.extra, list) else []
        errors = tuple(_said(entry) for entry in extra if isinstance(entry, dict))
        listed = "; ".join(f"{e.get('key', '?')}: {e.get('message', '?')}" for e in errors)
        return Problem(
            status=INVALID.status,
            type=TYPE + INVALID.name,
            title=INVALID.title,
            detail=listed or error.detail,
            errors=errors,
        )
    phrase = HTTPStatus(error.status_code).phrase
    kind = BY_STATUS.get(error.status_code)
    return Problem(
        status=error.status_code,
        type=TYPE + kind.name if kind is not None else "about:blank",
        title=kind.title if kind is not None else phrase,
        detail=error.detail if error.detail and error.detail != phrase else None,
    )


def _for_programs(error: HTTPException) -> Problem:
    """As ``http_problem``; say to a program that is lost where the way is told."""
    problem = http_problem(error)
    return replace(problem, detail=_WAY) if problem.status == HTTPStatus.NOT_FOUND else problem


def _said(entry: dict[str, Any]) -> dict[str, Any]:
    """Say plainly that there is no body: the framework tells the name under which it looked."""
    if entry.get("source") == "body" and entry.get("message") == f"'{entry.get('key')}'":
        return {**entry, "message": "the request has no body"}
    return entry


def unforeseen_problem(error: Exception) -> Problem:
    """Turn any other error into one that tells nothing of the inside; the log has the rest."""
    _LOG.error("unforeseen error", exc_info=error)
    return Problem(
        status=HTTPStatus.INTERNAL_SERVER_ERROR,
        title=HTTPStatus.INTERNAL_SERVER_ERROR.phrase,
        detail="the registry failed; its log says where",
    )


def _handler(make: Callable[[Any], Problem]) -> Callable[..., Response[Problem]]:
    def handle(request: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
        problem = make(error)
        headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        if problem.status == HTTPStatus.UNAUTHORIZED:
            headers["www-authenticate"] = _challenge(request)
        if "RateLimit-Reset" in headers:
            headers["retry-after"] = headers["RateLimit-Reset"]
        return Response(
            problem, status_code=problem.status, media_type=PROBLEM_JSON, headers=headers
        )

    return handle


def _challenge(request: Request[Any, Any, Any]) -> str:
    """Return how a key may be sent: by HTTP Basic too where one reads.

    A browser asks its user for a password at once; for what a page's script asks, it shall not.
    """
    by_script = request.headers.get("sec-fetch-mode", "navigate") != "navigate"
    return _BEARER if by_script or request.method != "GET" else f"{_BEARER}, {_BASIC}"


HANDLERS: dict[int | type[Exception], Callable[..., Response[Problem]]] = {
    RegistryError: _handler(registry_problem),
    HTTPException: _handler(_for_programs),
    Exception: _handler(unforeseen_problem),
}
"""What the app hands its errors to."""
