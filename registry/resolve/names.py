"""The names that any notice of a government ever gives, to tell the silent from the mistyped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from registry.errors import UnknownName
from registry.graph.governments import bodies_of
from registry.graph.history import History
from registry.model.facts import Document, Member
from registry.resolve.found import bare

_PERSONS = ("person", "a", "b", "chair")
_OTHERS = ("area", "org", "group", "alias", "title", "post", "text", "indicator")


def people_ever(history: History) -> tuple[str, ...]:
    """Return every person whom a notice names."""
    return history.memory.once("people", lambda: _values(history, _PERSONS))


def names_ever(history: History) -> tuple[str, ...]:
    """Return every person, area, agency, group, post and piece of work that a notice names."""
    return history.memory.once("names", lambda: _values(history, (*_PERSONS, *_OTHERS)))


def persons_ever(history: History) -> frozenset[str]:
    """Return every person whom a notice names, without inner spaces."""
    return history.memory.once("persons", lambda: frozenset(people_ever(history)))


def check_person(history: History, name: str) -> str:
    """Return ``name`` without inner spaces.

    Raises:
        UnknownName: no notice of the government names such a person.
    """
    person = bare(name)
    if person in persons_ever(history):
        return person
    raise unknown(name, people_ever(history), history.government, "person")


def unknown(
    name: str, known: Iterable[str], government: str, what: str, english: Mapping[str, str] = {}
) -> UnknownName:
    """Return the error for a name that no notice holds, with the names most like it."""
    pool = (*known, *english)
    close = process.extract(bare(name), pool, scorer=fuzz.ratio, limit=3, score_cutoff=40)
    close = close or process.extract(bare(name), pool, limit=3, score_cutoff=60)
    near = tuple(found for found, _, _ in close)
    hint = f"; nearest: {', '.join(near)}" if near else "; check the spelling"
    return UnknownName(f"no notice of {government} names the {what} {name!r}{hint}", near)


def _values(history: History, keys: tuple[str, ...]) -> tuple[str, ...]:
    ours = {
        f.doc
        for f in history.facts
        if isinstance(f, Document) and history.government in bodies_of(f)
    }
    found = (
        getattr(fact, key, None)
        for fact in history.facts
        if fact.doc in ours and not isinstance(fact, Document)
        for key in keys
        if not (key == "title" and isinstance(fact, Member))  # what a member is elsewhere
    )
    return tuple(dict.fromkeys(bare(name) for name in found if isinstance(name, str)))
