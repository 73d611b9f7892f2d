"""The language of a page: the one chosen, else the one remembered, else the browser's."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.datastructures import Cookie

from registry.charts.words import Lang

COOKIE = "lang"
PARAMETER = "lang"
_YEAR = 365 * 24 * 3600


def language(chosen: str | None, remembered: str | None, accepted: str) -> Lang:
    """Return the language for what a browser says; Chinese where it says nothing we speak.

    Args:
        chosen: the value of ``?lang=``.
        remembered: the value of the cookie.
        accepted: the header Accept-Language.

    >>> language(None, None, "de, en-GB;q=0.8, zh;q=0.9")
    'zh'
    >>> language("en", "zh", "zh")
    'en'
    """
    for named in (chosen, remembered):
        if named in ("zh", "en"):
            return "en" if named == "en" else "zh"
    liked = [(-_weight(part), place, part) for place, part in enumerate(accepted.split(","))]
    for refused, _, part in sorted(liked):
        tag = part.strip().lower()[:2]
        if tag in ("zh", "en") and refused:
            return "en" if tag == "en" else "zh"
    return "zh"


def language_of(request: Request[Any, Any, Any]) -> Lang:
    """Return the language that ``request`` asks for."""
    return language(
        request.query_params.get(PARAMETER),
        request.cookies.get(COOKIE),
        request.headers.get("accept-language", ""),
    )


def kept(lang: Lang) -> Cookie:
    """Return the cookie that keeps the language chosen."""
    return Cookie(key=COOKIE, value=lang, max_age=_YEAR, path="/", samesite="lax", httponly=True)


def _weight(part: str) -> float:
    _, _, weight = part.partition(";q=")
    try:
        return float(weight) if weight else 1.0
    except ValueError:
        return 0.0
