"""Addresses of the things of one government, and the ids by which they are known."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from api.ids import address, made
from registry.graph.governments import bodies_of
from registry.graph.nodes import Edge
from registry.model.answers import Relation
from registry.model.facts import Document


class Links(Struct, frozen=True, kw_only=True, omit_defaults=True, rename={"own": "self"}):
    """Addresses on this service of the thing itself and of what it goes together with.

    ``notices`` say what is told here; ``answers`` tells who acts for it.
    """

    own: str
    government: str | None = None
    notices: tuple[str, ...] = ()
    answers: str | None = None


class Held(Struct, frozen=True, kw_only=True):
    """One who holds something, and the clause and notice that say so."""

    person: str
    relation: Relation
    clause: str
    doc: str
    date: str | None


def held(edge: Edge) -> Held:
    """Return the holder that an edge of a portfolio names."""
    return Held(
        person=edge.source.name,
        relation=Relation(edge.relation),
        clause=edge.fact.clause,
        doc=edge.fact.doc,
        date=edge.date,
    )


def notice_id(document: Document) -> str:
    """Return the id of a notice: its first issuer's name, empty if not known, and its own."""
    return made(next(iter(bodies_of(document)), ""), document.doc)


def notice_addresses(documents: Iterable[Document]) -> tuple[str, ...]:
    """Return the addresses of notices, each once."""
    return tuple(dict.fromkeys(address("notices", notice_id(d)) for d in documents))


def links(
    resource: str,
    thing: str,
    government: str,
    documents: Iterable[Document] = (),
    subject: str | None = None,
) -> Links:
    """Return the links of a thing of a government.

    Args:
        resource: the path of its resource, such as ``people``.
        thing: its id.
        government: whose it is.
        documents: the notices that tell of it.
        subject: what answers are asked about for it.
    """
    asked = {"subject": subject or "", "government": government}
    return Links(
        own=address(resource, thing),
        government=address("governments", made(government)),
        notices=notice_addresses(documents),
        answers=address("answers", **asked) if subject else None,
    )
