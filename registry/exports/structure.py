"""Organisations, posts and memberships, as Popolo and the W3C Organization Ontology have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from registry.exports.extract import Extract
from registry.exports.iris import Iris
from registry.exports.membership import MEMBER, Membership, memberships
from registry.exports.names import Names
from registry.exports.ties import Tie
from registry.graph.nodes import Node
from registry.graph.posts import same_post
from registry.graph.quotes import Quote, quote


class Organization(Struct, frozen=True, kw_only=True):
    """A government, an agency, a leading group or its part; ``kind`` is the word for it.

    ``parent`` is the whole of which a notice makes it a part: a group of the government, a sub-group
    of its group. No notice says of an agency that it is a part of the government rather than
    one that its leaders are in touch with, so none has one.
    """

    iri: str
    name: str
    kind: str
    others: tuple[str, ...] = ()
    parent: str | None = None
    docs: tuple[str, ...] = ()


class Post(Struct, frozen=True, kw_only=True):
    """A post, whoever holds it; ``role`` is the seat in a group that a notice describes only.

    Without an ``organization`` the title does not tell whose post it is.
    """

    iri: str
    label: str
    organization: str | None
    role: str | None = None
    quotes: tuple[Quote, ...] = ()


class Structure(Struct, frozen=True, kw_only=True):
    """The extract as organisations, posts and memberships, each with its IRI."""

    organizations: tuple[Organization, ...]
    posts: tuple[Post, ...]
    memberships: tuple[Membership, ...]


def structure(extract: Extract, iris: Iris) -> Structure:
    """Return the extract in the terms of Popolo and of the Organization Ontology."""
    names = Names(extract, iris)
    return Structure(
        organizations=_once(_organizations(extract, names)),
        posts=_once(_posts(extract, names)),
        memberships=_once(memberships(extract, names)),
    )


def _organizations(extract: Extract, names: Names) -> Iterator[Organization]:
    iris = names.iris
    yield Organization(iri=iris.government, name=extract.government, kind="government")
    for group in extract.groups:
        if not group.in_being:
            continue
        whole = iris.thing(Node("group", group.name))
        docs: tuple[str, ...] = (group.document.doc,)
        yield Organization(
            iri=whole,
            name=group.name,
            kind="group",
            others=group.names[1:],
            parent=iris.government,
            docs=docs,
        )
        parts = [sub.subgroup for sub in group.subgroups]
        parts += [seat.subgroup for seat in group.roles if seat.subgroup]
        for part in dict.fromkeys(parts):
            iri = iris.of("group", group.name, part)
            yield Organization(iri=iri, name=part, kind="subgroup", parent=whole, docs=docs)
    yield from _tied(extract, names)
    for agency in extract.agencies:
        yield Organization(
            iri=iris.of("agency", agency.name),
            name=agency.name,
            kind="agency",
            others=tuple(form.form for form in agency.forms if form.form != agency.name),
            docs=tuple(dict.fromkeys(doc for form in agency.forms for doc in form.documents)),
        )
    for held in extract.tenures:
        if org := names.agency_of(held):
            yield Organization(iri=iris.of("agency", org), name=org, kind="agency")
    for tie in extract.ties:
        for node in (tie.bond.source, tie.bond.target) if tie.bond.relation in MEMBER else ():
            if node.kind == "agency":
                name = names.agency(node.name)
                iri = iris.of("agency", name)
                yield Organization(iri=iri, name=name, kind="agency", docs=_docs(tie))


def _tied(extract: Extract, names: Names) -> Iterator[Organization]:
    """Yield the groups and sub-groups that only ties name: those since set up anew by another name."""
    for tie in extract.ties:
        group = tie.bond.target
        if group.kind != "group":
            continue
        whole = names.iris.thing(group)
        docs = _docs(tie)
        yield Organization(
            iri=whole, name=group.name, kind="group", parent=names.iris.government, docs=docs
        )
        if part := tie.bond.subgroup:
            iri = names.iris.of("group", group.name, part)
            yield Organization(iri=iri, name=part, kind="subgroup", parent=whole, docs=docs)


def _posts(extract: Extract, names: Names) -> Iterator[Post]:
    iris = names.iris
    said: dict[str, list[Quote]] = {}
    for held in extract.tenures:
        key = same_post(held.post, extract.government)
        said.setdefault(key, []).extend(q for q in (held.opened, held.closed) if q is not None)
    for held in extract.tenures:
        yield Post(
            iri=iris.post(held.post),
            label=held.post,
            organization=names.body_of(held),
            quotes=tuple(dict.fromkeys(said[same_post(held.post, extract.government)])),
        )
    for group in extract.groups:
        for seat in group.roles if group.in_being else ():
            parts = [group.name, *([seat.subgroup] if seat.subgroup else [])]
            yield Post(
                iri=iris.of("post", *parts, seat.role, seat.description),
                label=seat.description,
                organization=iris.of("group", *parts),
                role=seat.role,
                quotes=(quote(seat, group.document),),
            )


def _docs(tie: Tie) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said.doc for said in tie.quotes))


_Thing = TypeVar("_Thing", Organization, Post, Membership)


def _once(things: Iterable[_Thing]) -> tuple[_Thing, ...]:
    found: dict[str, _Thing] = {}
    for thing in things:
        found.setdefault(thing.iri, thing)
    return tuple(found.values())
