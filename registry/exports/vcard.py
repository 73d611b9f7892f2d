"""vCard 4.0 (RFC 6350): a card for each person in office, without telephone or mail."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from icalendar import Component, vN, vOrg, vText
from msgspec import Struct, field

from registry.exports.extract import Extract
from registry.exports.iris import Iris
from registry.exports.names import Names
from registry.exports.text import fit, named
from registry.exports.ties import Tie
from registry.exports.words import TIES
from registry.graph.organisation import HELD
from registry.graph.tenure import Tenure


class _Card(Component):
    name = "VCARD"


class _Own(Struct):
    """What one person has on the day."""

    posts: list[Tenure] = field(default_factory=list)
    shares: list[Tie] = field(default_factory=list)
    seats: list[Tie] = field(default_factory=list)

    @property
    def titles(self) -> tuple[str, ...]:
        """Return the titles of posts; where there is none, those beside the name in groups."""
        posts = (held.title for held in self.posts)
        seats = (tie.bond.title for tie in self.seats if tie.bond.title)
        return tuple(dict.fromkeys(posts if self.posts else seats))


def vcards(extract: Extract) -> bytes:
    """Return the cards, one behind the other, of all who have a title or a share of the work.

    Notices do not tell where a family name ends, so ``N`` has the whole name as its first
    part. A ``ROLE`` is the person's whole share by one relation; each ``NOTE`` cites a notice.
    """
    names = Names(extract, Iris(extract.government))
    owned = _owned(extract)
    return b"".join(
        _card(extract, names, person, owned[person]).to_ical(sorted=False)
        for person in extract.people
        if person in owned and (owned[person].titles or owned[person].shares)
    )


def _owned(extract: Extract) -> dict[str, _Own]:
    found: dict[str, _Own] = {}
    for held in extract.in_post():
        found.setdefault(held.person, _Own()).posts.append(held)
    for tie in extract.holding():
        if tie.bond.source.kind == "person":
            own = found.setdefault(tie.bond.source.name, _Own())
            (own.shares if tie.bond.relation in HELD else own.seats).append(tie)
    return found


def _card(extract: Extract, names: Names, person: str, own: _Own) -> _Card:
    name = fit(person).replace("\n", " ")
    card = _Card()
    _put(card, "version", "4.0")  # first, as the RFC has it
    _put(card, "kind", "individual")
    _put(card, "uid", uuid5(NAMESPACE_URL, names.iris.of("person", person)).urn)
    _put(card, "fn", name)
    card.add("n", vN((name, "", "", "", "")))
    for org in dict.fromkeys(_organizations(extract, names, own)):
        card.add("org", vOrg((fit(org),)))
    for title in own.titles:
        _put(card, "title", title)
    for role in _roles(own):
        _put(card, "role", role)
    said = [held.opened for held in own.posts if held.opened is not None]
    said += [quote for tie in (*own.shares, *own.seats) for quote in tie.quotes]
    for notice in extract.notices_cited(said):
        _put(card, "note", named(notice.doc, notice))
    return card


def _put(card: _Card, key: str, text: str) -> None:
    card.add(key, vText(fit(text)))


def _organizations(extract: Extract, names: Names, own: _Own) -> Iterator[str]:
    for held in own.posts:
        if names.body_of(held) is not None:
            yield names.agency_of(held) or extract.government


def _roles(own: _Own) -> Iterator[str]:
    shares: dict[str, list[str]] = {}
    for tie in own.shares:
        shares.setdefault(TIES[tie.bond.relation].zh, []).append(tie.bond.target.name)
    for relation, what in shares.items():
        yield f"{relation}{'、'.join(what)}"
