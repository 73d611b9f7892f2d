"""A person as a listing shows him, and by himself."""

from __future__ import annotations

from msgspec import Struct, structs

from api.ids import made
from api.listing import Item, Whole
from api.wire.links import Links, links
from registry.graph.career import Career
from registry.graph.organisation import TITLES, Organisation
from registry.model.answers import Relation


class Holding(Struct, frozen=True, kw_only=True):
    """Something that a person holds, and the clause and notice that say so."""

    relation: Relation
    name: str
    clause: str
    doc: str


class Person(Item, frozen=True, kw_only=True):
    """A person on a day. ``leader`` says whether the division of labour in force names him."""

    links: Links
    name: str
    government: str
    leader: bool
    titles: tuple[str, ...]
    holds: tuple[Holding, ...]


class PersonWhole(Person, Whole, frozen=True, kw_only=True):
    """A person on a day, and his career up to it: the JSON of ``registry person``."""

    career: Career


def person_id(government: str, name: str) -> str:
    """Return a person's id: the same name in another government is another person."""
    return made(government, name)


def person(org: Organisation, name: str) -> Person:
    """Return how a person stands in a government on its day."""
    return Person(
        id=person_id(org.government, name),
        links=_links(org, name),
        name=name,
        government=org.government,
        leader=name in org.leaders(),
        titles=org.titles(name),
        holds=_holds(org, name),
    )


def whole_person(org: Organisation, career: Career) -> PersonWhole:
    """Return a person with his career."""
    return PersonWhole(**structs.asdict(person(org, career.person)), career=career)


def _holds(org: Organisation, name: str) -> tuple[Holding, ...]:
    return tuple(
        Holding(
            relation=Relation(edge.relation),
            name=edge.target.name,
            clause=edge.fact.clause,
            doc=edge.fact.doc,
        )
        for edge in org.held(name)
    )


def _links(org: Organisation, name: str) -> Links:
    titles = (edge for edge in org.edges(TITLES) if edge.source.name == name)
    documents = (edge.document for edge in (*titles, *org.held(name)))
    thing = person_id(org.government, name)
    return links("people", thing, org.government, documents, subject=name)
