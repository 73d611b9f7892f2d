"""A fact in a few words, every person, agency and group in it a link."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from api.pages.links import Link
from api.pages.quoted import Quoter
from registry.model.facts import AnyFact

_LEFT_OUT = frozenset(("fact", "doc", "clause", "span", "mode", "status"))
_PERSONS = frozenset(("person", "a", "b", "chair"))
_AGENCIES = frozenset(("org", "lead", "support"))


def said(fact: AnyFact, quoter: Quoter) -> tuple[Link, ...]:
    """Return the values of a fact, parted by points, in the order of its keys."""
    parts = [link for key, value in _values(fact) for link in (_link(key, value, quoter),)]
    point = Link(" · ")
    return tuple(piece for link in parts for piece in (point, link))[1:]


def _values(fact: AnyFact) -> Iterator[tuple[str, str]]:
    for key, value in msgspec.to_builtins(fact).items():
        if key in _LEFT_OUT or value is None:
            continue
        for one in value if isinstance(value, list | tuple) else (value,):
            yield key, str(one)


def _link(key: str, value: str, quoter: Quoter) -> Link:
    if key in _PERSONS:
        return quoter.person(value)
    if key in _AGENCIES:
        return quoter.agency(value)
    if key == "group":
        return quoter.group(value)
    if key in ("area", "text", "indicator"):
        return quoter.visit.links.subject(value)
    return Link(value)
