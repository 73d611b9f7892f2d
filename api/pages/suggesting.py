"""``/suggest``: names and questions that begin with, or have in them, what is being typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest
from typing import Literal

from litestar import Controller, get
from litestar.di import NamedDependency
from msgspec import Struct
from msgspec.structs import replace

from api.pages.links import Link
from api.pages.parameters import Words
from api.pages.visit import Visit
from api.security.access import needs
from registry.errors import SeveralFit
from registry.graph.history import History
from registry.graph.nodes import Kind
from registry.model.access import Scope
from registry.resolve.found import bare
from registry.resolve.names import people_ever
from registry.service.registry import MOST as LOOKED_THROUGH
from registry.service.registry import Registry

MOST = 8

_Said = Literal["person_kind", "area_kind", "agency_kind", "group_kind", "question_kind"]
_KINDS: tuple[tuple[Kind, _Said], ...] = (("area", "area_kind"), ("agency", "agency_kind"))


class Suggestion(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What may be meant: a name with its page, or a question to ask."""

    text: str
    kind: str
    lang: str = ""
    href: str = ""


def suggestions(registry: Registry, visit: Visit, typed: str) -> tuple[Suggestion, ...]:
    """Return what may be meant by the beginning of a question, names first."""
    words = bare(typed)
    if not words:
        return ()
    try:
        history = registry.history(visit.government)
    except SeveralFit:
        found = dict.fromkeys(_anywhere(registry, visit, words))
    else:
        found = dict.fromkeys(_fitting(registry, history, visit, words))
    return tuple(islice(found, MOST))


def _anywhere(registry: Registry, visit: Visit, words: str) -> Iterator[Suggestion]:
    """Yield governments of that name, and names in every government where these are few."""
    phrases, known = visit.phrases, registry.governments()
    for name in sorted((g for g in known if words in g), key=len)[: MOST // 2]:
        at = replace(visit, chosen=name).links.to("/")
        yield Suggestion(text=name, kind=phrases.government_kind, lang="zh-CN", href=at)
    if len(known) > LOOKED_THROUGH:
        return
    each = []
    for name in known:
        there = replace(visit, chosen=name)
        history = registry.history_of(name)
        found = _best(tuple(_names(history, there, registry)), words)
        each.append([_named(link, f"{phrases[kind]} · {name}") for link, kind in found])
    for row in zip_longest(*each):
        yield from (one for one in row if one is not None)


def _fitting(
    registry: Registry, history: History, visit: Visit, words: str
) -> Iterator[Suggestion]:
    phrases = visit.phrases
    every = tuple(_names(history, visit, registry))
    found = tuple(_best(every, words))
    for link, kind in found:
        yield _named(link, phrases[kind])
    told = [link.text for link, by, _ in every if len(by) > 1 and by.casefold() in words.casefold()]
    meant = sorted(dict.fromkeys(told), key=len, reverse=True) or [link.text for link, _ in found]
    for name in meant[:2]:
        for text in _questions(name, history, visit):
            yield Suggestion(text=text, kind=phrases.question_kind)


def _named(link: Link, kind: str) -> Suggestion:
    return Suggestion(text=link.text, kind=kind, lang="zh-CN", href=link.href or "")


def _questions(name: str, history: History, visit: Visit) -> Iterator[str]:
    """Yield what may be asked about a name."""
    phrases = visit.phrases
    if name in people_ever(history):
        yield phrases.ask_holds.format(name=name)
        yield phrases.ask_away.format(name=name)
        return
    yield phrases.ask_now.format(name=name)
    yield phrases.ask_next.format(name=name)
    now = history.at(visit.today)
    holders = (*now.holders("area", name), *now.holders("agency", name))
    if holders:
        yield phrases.ask_next_away.format(name=name, holder=holders[0].source.name)


def _names(history: History, visit: Visit, registry: Registry) -> Iterator[tuple[Link, str, _Said]]:
    """Yield every name with the words it is found by."""
    links = visit.links
    for person in people_ever(history):
        yield links.person(person), person, "person_kind"
    english: dict[str, list[str]] = {}
    for name, area in registry.glossary.english.items():
        english.setdefault(area, []).append(name)
    for state in reversed(history.states()):
        for kind, said in _KINDS:
            for name in state.names(kind):
                link = links.agency(name) if kind == "agency" else links.subject(name)
                yield link, name, said
                for other in english.get(name, ()):
                    yield link, other, said
        for group in state.groups():
            yield links.group(group.name), group.name, "group_kind"


def _best(names: Iterable[tuple[Link, str, _Said]], words: str) -> Iterator[tuple[Link, _Said]]:
    """Yield the names that begin with the words, then those that have them, the short first."""
    lowered = words.casefold()
    ranked = {
        (not by.casefold().startswith(lowered), len(by), link.text): (link, kind)
        for link, by, kind in names
        if lowered in by.casefold()
    }
    return islice((ranked[key] for key in sorted(ranked)), MOST - 3)


class Suggestions(Controller):
    """Suggestions for the search box."""

    path = "/suggest"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get(sync_to_thread=True)
    def show(
        self,
        registry: NamedDependency[Registry],
        visit: NamedDependency[Visit],
        q: Words = None,
    ) -> tuple[Suggestion, ...]:
        """Return suggestions."""
        return suggestions(registry, visit, q or "")
