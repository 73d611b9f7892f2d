"""An answer, with the addresses of what it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from api.ids import address, made
from api.wire.links import notice_addresses
from registry.graph.history import History
from registry.graph.nodes import Kind
from registry.model.answers import Answer
from registry.model.facts import Document
from registry.resolve.found import Found, Glossary
from registry.resolve.subject import find

_RESOURCES: dict[Kind, str] = {
    "person": "people",
    "post": "posts",
    "area": "areas",
    "agency": "agencies",
    "group": "groups",
}


class AnswerLinks(Struct, frozen=True, kw_only=True, rename={"own": "self"}):
    """Addresses on this service of what an answer names.

    ``about`` is what the subject means on the first day: an area, an agency, a post, a group or
    a person, of a piece of work its agencies; nothing where it may mean several. ``people`` hold it, act, assist,
    coordinate or may be named, ``notices`` are those that the reasons rest on.
    """

    own: str
    government: str
    about: tuple[str, ...]
    people: tuple[str, ...]
    notices: tuple[str, ...]


class LinkedAnswer(Answer, frozen=True, kw_only=True):
    """Who acts for ``subject``: the JSON of ``registry who``, and where what it names is told."""

    links: AnswerLinks


def linked(found: Answer, history: History, glossary: Glossary, own: str) -> LinkedAnswer:
    """Return an answer with its links; ``own`` is the address that it was asked at."""
    body = found.government
    return LinkedAnswer(
        **structs.asdict(found),
        links=AnswerLinks(
            own=own,
            government=address("governments", made(body)),
            about=tuple(_about(found, history, glossary)),
            people=_addresses("people", body, _people(found)),
            notices=notice_addresses(documents_of(history, _docs(found))),
        ),
    )


def documents_of(history: History, docs: Iterable[str]) -> Iterator[Document]:
    """Yield the notices of those numbers or titles that are known to the government."""
    known: dict[str, Document] = history.memory.once(
        "documents of the answers",
        lambda: {fact.doc: fact for fact in history.facts if isinstance(fact, Document)},
    )
    return (known[doc] for doc in docs if doc in known)


def _about(found: Answer, history: History, glossary: Glossary) -> Iterator[str]:
    meant = find(history.at(found.segments[0].start), found.subject, glossary)
    if not isinstance(meant, Found):
        return
    things: list[tuple[Kind, str]] = [(e.target.kind, e.target.name) for e in meant.edges]
    things += [("agency", one.agency) for one in meant.through]
    if meant.group is not None:
        things = [("group", meant.group.name)]
    if meant.person is not None:
        things = [("person", meant.person)]
    for kind, name in dict.fromkeys(things):
        if kind in _RESOURCES:
            yield address(_RESOURCES[kind], made(found.government, name))


def _addresses(resource: str, government: str, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(address(resource, made(government, name)) for name in dict.fromkeys(names))


def _people(found: Answer) -> Iterator[str]:
    for segment in found.segments:
        yield from segment.acting
        for cover in segment.covers:
            yield cover.holder
            yield from cover.candidates
            if cover.coordinator is not None:
                yield cover.coordinator
        yield from (one.person for one in segment.also)


def _docs(found: Answer) -> Iterator[str]:
    for segment in found.segments:
        reasons = [*segment.reasons, *(r for cover in segment.covers for r in cover.reasons)]
        yield from dict.fromkeys(reason.doc for reason in reasons if reason.doc is not None)
