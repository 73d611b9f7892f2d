"""The triples of the W3C Organization Ontology (w3.org/TR/vocab-org) for an extract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import DC, DCTERMS, FOAF, ORG, PROV, RDF, SKOS, TIME, XSD, Literal, URIRef
from rdflib.term import Node

from registry.exports.extract import Extract
from registry.exports.iris import Iris
from registry.exports.membership import Membership
from registry.exports.names import Names
from registry.exports.structure import Organization, structure
from registry.exports.text import fit
from registry.exports.words import CLASSES
from registry.graph.dates import counts_from
from registry.graph.quotes import Quote, begins
from registry.model.answers import Words

Triple = tuple[URIRef, URIRef, Node]

_KINDS = {
    "government": ORG.FormalOrganization,
    "agency": ORG.Organization,
    "group": ORG.OrganizationalUnit,
    "subgroup": ORG.OrganizationalUnit,
}
_SET_UP = ("group", "subgroup")
_DATED = {4: (TIME.inXSDgYear, XSD.gYear), 7: (TIME.inXSDgYearMonth, XSD.gYearMonth)}
"""How a date is written that has no day: by its length."""


class Triples:
    """All triples of an extract; some come more than once."""

    def __init__(self, extract: Extract, iris: Iris) -> None:
        self._extract = extract
        self._iris = iris
        self._names = Names(extract, iris)
        self._made = structure(extract, iris)

    def __iter__(self) -> Iterator[Triple]:
        for person in self._extract.people:
            one = URIRef(self._iris.of("person", person))
            yield one, RDF.type, FOAF.Person
            yield one, FOAF.name, _zh(person)
            yield one, SKOS.prefLabel, _zh(person)
        for org in self._made.organizations:
            yield from self._organization(org)
        yield from self._posts()
        for membership in self._made.memberships:
            yield from self._membership(membership)
        yield from self._roles()
        yield from self._changes()

    def _organization(self, org: Organization) -> Iterator[Triple]:
        one, kind = URIRef(org.iri), URIRef(self._iris.word("class", org.kind))
        yield one, RDF.type, _KINDS[org.kind]
        yield one, RDF.type, ORG.Organization
        yield one, SKOS.prefLabel, _zh(org.name)
        for name in org.others:
            yield one, SKOS.altLabel, _zh(name)
        yield one, ORG.classification, kind
        yield from _concept(kind, CLASSES[org.kind])
        if org.parent is not None:
            yield one, ORG.unitOf, URIRef(org.parent)
            yield URIRef(org.parent), ORG.hasUnit, one
        for doc in org.docs:
            yield one, DCTERMS.source, URIRef(self._iris.notice(doc))
            yield from self._notice(doc)

    def _posts(self) -> Iterator[Triple]:
        now = {(held.person, self._iris.post(held.post)) for held in self._extract.in_post()}
        for post in self._made.posts:
            one = URIRef(post.iri)
            yield one, RDF.type, ORG.Post
            yield one, SKOS.prefLabel, _zh(post.label)
            if post.organization is not None:
                yield one, ORG.postIn, URIRef(post.organization)
                yield URIRef(post.organization), ORG.hasPost, one
            if post.role is not None:
                role = URIRef(self._iris.word("role", "member", post.role))
                yield one, ORG.role, role
                yield from _role(role, Words(post.role, post.role))
            else:
                yield one, ORG.role, URIRef(self._iris.role(post.label))
            for person in (who for who, held in sorted(now) if held == post.iri):
                yield one, ORG.heldBy, URIRef(self._iris.of("person", person))
            yield from self._cited(one, post.quotes)

    def _membership(self, membership: Membership) -> Iterator[Triple]:
        one = URIRef(membership.iri)
        yield one, RDF.type, ORG.Membership
        yield one, SKOS.prefLabel, _zh(membership.label)
        yield one, ORG.member, URIRef(self._iris.thing(self._names.node(membership.member)))
        yield one, ORG.role, URIRef(membership.role_iri)
        if membership.organization is not None:
            yield one, ORG.organization, URIRef(membership.organization)
        if membership.post is not None:
            yield one, DCTERMS.subject, URIRef(membership.post)
        if membership.about is not None:
            about = URIRef(self._iris.thing(membership.about))
            yield one, DCTERMS.subject, about
            if membership.about.kind == "area":
                name = membership.about.name
                yield from _concept(about, Words(name, self._extract.english.get(name, "")))
        yield from _during(one, membership.since, membership.until)
        yield from self._cited(one, membership.said)

    def _roles(self) -> Iterator[Triple]:
        """Yield every role once, under one name: a post is written in several ways."""
        words = {m.role_iri: m.role for m in reversed(self._made.memberships)}
        for iri, role in words.items():
            yield from _role(URIRef(iri), role)

    def _changes(self) -> Iterator[Triple]:
        """Yield an event for each notice up to the day, and what it began, ended and set up."""
        did: dict[str, list[tuple[URIRef, str]]] = {}
        for membership in self._made.memberships:
            if membership.quotes and membership.since is not None:
                did.setdefault(membership.quotes[0].doc, []).append(
                    (PROV.generated, membership.iri)
                )
            if membership.ended is not None:
                did.setdefault(membership.ended.doc, []).append((PROV.invalidated, membership.iri))
        for org in self._made.organizations:
            if org.kind in _SET_UP and org.docs:
                did.setdefault(org.docs[0], []).append((ORG.resultingOrganization, org.iri))
        for doc, what in did.items():
            notice = self._extract.notices.get(doc)
            day = counts_from(notice) if notice is not None else None
            if notice is None or day is None or day > self._extract.on:
                continue
            event, government = URIRef(self._iris.of("change", doc)), URIRef(self._iris.government)
            yield event, RDF.type, ORG.ChangeEvent
            yield event, SKOS.prefLabel, _zh(notice.title)
            yield event, DCTERMS.date, _date(begins(notice))[1]
            yield event, ORG.originalOrganization, government
            yield event, ORG.resultingOrganization, government
            yield event, DCTERMS.source, URIRef(self._iris.notice(doc))
            yield from self._notice(doc)
            for how, iri in what:
                yield event, how, URIRef(iri)

    def _cited(self, one: URIRef, quotes: Iterable[Quote]) -> Iterator[Triple]:
        for said in quotes:
            clause, notice = URIRef(self._iris.clause(said)), URIRef(self._iris.notice(said.doc))
            yield one, PROV.wasDerivedFrom, clause
            yield one, DCTERMS.source, notice
            yield clause, RDF.type, PROV.Entity
            yield clause, PROV.value, _zh(said.clause)
            yield clause, PROV.wasQuotedFrom, notice
            yield from self._notice(said.doc)

    def _notice(self, doc: str) -> Iterator[Triple]:
        one, notice = URIRef(self._iris.notice(doc)), self._extract.notices.get(doc)
        if notice is None:
            return
        yield one, RDF.type, FOAF.Document
        yield one, RDF.type, PROV.Entity
        yield one, DCTERMS.title, _zh(notice.title)
        if notice.number:
            yield one, DCTERMS.identifier, Literal(fit(notice.number))
        if notice.date:
            yield one, DCTERMS.issued, _date(notice.date)[1]
        if notice.issuer:
            yield one, DC.publisher, _zh(notice.issuer)


def _during(one: URIRef, since: str | None, until: str | None) -> Iterator[Triple]:
    interval = URIRef(f"{one}#during")
    yield one, ORG.memberDuring, interval
    yield interval, RDF.type, TIME.Interval
    for edge, end, written in (
        (TIME.hasBeginning, "from", since),
        (TIME.hasEnd, "until", until),
    ):
        if written is not None:
            instant = URIRef(f"{one}#{end}")
            yield interval, edge, instant
            yield instant, RDF.type, TIME.Instant
            yield instant, *_date(written)


def _date(written: str) -> tuple[URIRef, Literal]:
    """Return how a date is tied to an instant, and the date: with no more parts than are written."""
    by, kind = _DATED.get(len(written), (TIME.inXSDDate, XSD.date))
    return by, Literal(written, datatype=kind)


def _concept(one: URIRef, words: Words) -> Iterator[Triple]:
    yield one, RDF.type, SKOS.Concept
    yield from _labels(one, words)


def _role(one: URIRef, words: Words) -> Iterator[Triple]:
    yield one, RDF.type, ORG.Role
    yield from _concept(one, words)


def _labels(one: URIRef, words: Words) -> Iterator[Triple]:
    yield one, SKOS.prefLabel, _zh(words.zh)
    if words.en and words.en != words.zh:
        yield one, SKOS.prefLabel, Literal(fit(words.en), lang="en")


def _zh(text: str) -> Literal:
    return Literal(fit(text), lang="zh")
