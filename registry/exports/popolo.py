"""Popolo JSON (popoloproject.com): persons, organisations, posts, memberships and areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from registry.exports.extract import Extract
from registry.exports.iris import BASE, Iris
from registry.exports.membership import Membership
from registry.exports.names import Names
from registry.exports.structure import Organization, Post, Structure, structure
from registry.exports.text import cited, fit, named
from registry.exports.words import CLASSES
from registry.graph.governments import place_of
from registry.graph.quotes import Quote

_Json = dict[str, Any]


def popolo(extract: Extract, base: str = BASE) -> bytes:
    """Return the extract as one JSON object with a list for each class of Popolo.

    ``sources`` cite the notices by number, title and date, those of posts and memberships with
    the clause. There are no ``contact_details``: none leave the registry. An
    ``end_date`` is the first day without, as a notice tells it.
    """
    iris = Iris(extract.government, base)
    return msgspec.json.format(msgspec.json.encode(_Writer(extract, iris).whole()), indent=2)


class _Writer:
    def __init__(self, extract: Extract, iris: Iris) -> None:
        self._extract = extract
        self._iris = iris
        self._names = Names(extract, iris)
        self._made: Structure = structure(extract, iris)

    def whole(self) -> _Json:
        place = place_of(self._extract.government)
        cited_docs = dict.fromkeys(q.doc for m in self._made.memberships for q in m.said)
        area = self._iris.of("area", place)
        return {
            "meta": {
                "government": fit(self._extract.government),
                "on": self._extract.on.isoformat(),
                "sources": [self._notice(doc) for doc in cited_docs],
            },
            "persons": list(self._persons()),
            "organizations": [self._organization(o, area) for o in self._made.organizations],
            "posts": [self._post(post) for post in self._made.posts],
            "memberships": [self._membership(m) for m in self._made.memberships],
            "areas": [{"id": area, "name": fit(place)}],
        }

    def _persons(self) -> Iterator[_Json]:
        docs: dict[str, dict[str, None]] = {}
        for membership in self._made.memberships:
            own = docs.setdefault(membership.member.name, {})
            own.update(dict.fromkeys(said.doc for said in membership.said))
        for person in self._extract.people:
            yield {
                "id": self._iris.of("person", person),
                "name": fit(person),
                "sources": [self._notice(doc) for doc in docs.get(person, ())],
            }

    def _organization(self, org: Organization, area: str) -> _Json:
        made: _Json = {
            "id": org.iri,
            "name": fit(org.name),
            "classification": CLASSES[org.kind].en,
            "sources": [self._notice(doc) for doc in org.docs],
        }
        if org.others:
            made["other_names"] = [{"name": fit(name)} for name in org.others]
        if org.parent is not None:
            made["parent_id"] = org.parent
        if org.kind == "government":
            made["area_id"] = area
        return made

    def _post(self, post: Post) -> _Json:
        made: _Json = {
            "id": post.iri,
            "label": fit(post.label),
            "role": fit(post.role or post.label),
            "sources": self._sources(post.quotes),
        }
        if post.organization is not None:
            made["organization_id"] = post.organization
        return made

    def _membership(self, membership: Membership) -> _Json:
        made: _Json = {
            "id": membership.iri,
            "label": fit(membership.label),
            "role": fit(membership.role.zh),
        }
        member = self._names.node(membership.member)
        if member.kind == "person":
            made["person_id"] = self._iris.thing(member)
        else:
            made["member"] = {"id": self._iris.thing(member), "name": fit(member.name)}
        optional = {
            "organization_id": membership.organization,
            "post_id": membership.post,
            "start_date": membership.since,
            "end_date": membership.until,
        }
        made |= {key: value for key, value in optional.items() if value is not None}
        made["sources"] = self._sources(membership.said)
        return made

    def _sources(self, quotes: Iterable[Quote]) -> list[_Json]:
        return [
            {
                "url": self._iris.clause(said),
                "note": cited(said, self._extract.notices.get(said.doc)),
            }
            for said in dict.fromkeys(quotes)
        ]

    def _notice(self, doc: str) -> _Json:
        notice = self._extract.notices.get(doc)
        return {"url": self._iris.notice(doc), "note": named(doc, notice)}
