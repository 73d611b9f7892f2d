"""Whom an event of a calendar says to be absent, and of what kind: by its SUMMARY and CATEGORIES."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from icalendar.cal import Component
from icalendar.prop import vCategory
from msgspec import Struct

from registry.model.answers import Words
from registry.service.question import KIND_WORDS, KINDS

NOBODY = Words("没有写明是谁", "its SUMMARY names nobody")
NO_KIND = Words("没有写明不在岗的类别", "it says no kind of absence")

_AFTER_NAME = re.compile(r"[:：,，(（]")
_KINDS = "|".join(map(re.escape, sorted(KIND_WORDS, key=len, reverse=True)))
_NAME_AND_KIND = re.compile(
    rf"(?P<name>[^:：,，(（]+?)[\s:：,，(（]*(?P<kind>{_KINDS})(?=$|[\s:：,，(（)）])",
    re.IGNORECASE,
)


class Told(Struct, frozen=True, kw_only=True):
    """Who is absent and why; or ``not_so``, why the event is no absence."""

    person: str = ""
    kind: str = ""
    not_so: Words | None = None


def told(event: Component) -> Told:
    """Return whom an event says to be absent.

    The name is the SUMMARY up to a colon, a comma, a bracket or a kind of absence; the kind is
    the one of CATEGORIES, else the one that follows the name.

    Raises:
        ValueError: it is of several kinds.
    """
    name, kinds = _said(event)
    if len(kinds) > 1:
        raise ValueError(f"needs one of CATEGORIES, its kind of absence: {KINDS}")
    if not name:
        return Told(not_so=NOBODY)
    return Told(person=name, kind=kinds[0]) if kinds else Told(not_so=NO_KIND)


def called(event: Component) -> str:
    """Return what an event is about in public: what follows the name may be private."""
    return _said(event)[0]


def meant(event: Component) -> str:
    """Return whose absence an event is, could it be read; empty where it is none."""
    name, kinds = _said(event)
    return name if kinds else ""


def _said(event: Component) -> tuple[str, tuple[str, ...]]:
    summary = " ".join(str(event.get("SUMMARY", "")).split())
    together = _NAME_AND_KIND.match(summary)
    name = together["name"] if together else _AFTER_NAME.split(summary)[0]
    kinds = tuple(dict.fromkeys(_kinds(event)))
    if not kinds and together:
        kinds = (KIND_WORDS[together["kind"].lower()],)
    return name.strip(), kinds


def _kinds(event: Component) -> Iterator[str]:
    """Yield the kinds of absence among the event's categories; it may have others."""
    found = event.get("CATEGORIES", ())
    groups: Iterable[object] = found if isinstance(found, list) else [found]
    for group in groups:
        for name in group.cats if isinstance(group, vCategory) else ():
            if kind := KIND_WORDS.get(str(name).strip().lower()):
                yield kind
