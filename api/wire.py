"""Shapes that go over the wire and differ from the model."""

from __future__ import annotations

from msgspec import Struct

from registry.model.answers import Relation
from registry.model.facts import DocumentKind


class Notice(Struct, frozen=True, kw_only=True):
    """A notice that the registry has read. ``facts`` is how many facts it states."""

    doc: str
    number: str | None
    title: str
    date: str | None
    issuer: str | None
    kind: DocumentKind
    facts: int


class NoticeList(Struct, frozen=True):
    """Notices, in an object so that more can be said beside them."""

    items: tuple[Notice, ...]


class Holding(Struct, frozen=True, kw_only=True):
    """Something that a person holds, and the clause and notice that say so."""

    relation: Relation
    name: str
    clause: str
    doc: str


class Person(Struct, frozen=True, kw_only=True):
    """A person on a day. ``leader`` says whether the division of labour in force names him."""

    name: str
    leader: bool
    titles: tuple[str, ...]
    holds: tuple[Holding, ...]


class PersonList(Struct, frozen=True):
    """Persons, in an object so that more can be said beside them."""

    items: tuple[Person, ...]
