"""Memberships: posts, shares of the work, pairs and seats in groups, each with its time."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from registry.exports.extract import Extract
from registry.exports.names import Names
from registry.exports.text import iso
from registry.exports.ties import Bond, Tie
from registry.exports.words import BACKUP, TENANCIES, TIES
from registry.graph.nodes import Node
from registry.graph.organisation import HELD, PAIRS
from registry.graph.quotes import Quote
from registry.graph.tenure import Tenure
from registry.graph.terms import Tenancy
from registry.model.answers import Words

_SEATS = frozenset(("member", "member_org", "office", "office_director"))
MEMBER = HELD | PAIRS | _SEATS
"""The relations that are memberships."""


class Membership(Struct, frozen=True, kw_only=True):
    """A person, or an agency, in an organisation: in a post, a share of the work, or a seat.

    ``about`` is the field of work, or the one whose backup the member is. ``role`` is the word
    for the kind of tie, or the role in a group as written; ``label`` says it whole.
    """

    iri: str
    member: Node
    organization: str | None
    role: Words
    role_iri: str
    label: str
    post: str | None = None
    about: Node | None = None
    since: str | None
    until: str | None
    quotes: tuple[Quote, ...]
    ended: Quote | None = None

    @property
    def said(self) -> tuple[Quote, ...]:
        """Return the clauses that it rests on, that of its end among them."""
        return (*self.quotes, *((self.ended,) if self.ended is not None else ()))


def memberships(extract: Extract, names: Names) -> Iterator[Membership]:
    """Yield every membership of the extract, posts first."""
    for held in extract.tenures:
        yield _in_post(held, names)
    for tie in extract.ties:
        relation = tie.bond.relation
        if relation in HELD:
            yield _share(tie, names)
        elif relation in PAIRS:
            yield from _backups(tie, names)
        elif relation in _SEATS:
            yield _seat(tie, names)


def _in_post(held: Tenure, names: Names) -> Membership:
    simply = held.tenancy is Tenancy.HOLDS
    return Membership(
        iri=names.iris.tenure(held),
        member=Node("person", held.person),
        organization=names.body_of(held),
        role=Words(held.post, held.post) if simply else TENANCIES[held.tenancy],
        role_iri=names.iris.role(held.post)
        if simply
        else names.iris.word("role", held.tenancy.value),
        label=held.title if simply else f"{held.title}（{TENANCIES[held.tenancy].zh}）",
        post=names.iris.post(held.post),
        since=iso(held.start),
        until=iso(held.end),
        quotes=(held.opened,) if held.opened is not None else (),
        ended=held.closed,
    )


def _share(tie: Tie, names: Names) -> Membership:
    bond, words = tie.bond, TIES[tie.bond.relation]
    area = bond.target.kind == "area"
    return _tied(
        tie,
        iri=names.iris.bond(bond, tie.since),
        member=bond.source,
        organization=names.iris.government if area else names.organization(bond.target),
        role=words,
        role_iri=names.iris.word("role", bond.relation),
        label=f"{words.zh}{bond.target.name}",
        about=bond.target if area else None,
    )


def _backups(tie: Tie, names: Names) -> Iterator[Membership]:
    """Yield who backs whom up: a mutual pair is two memberships."""
    a, b = tie.bond.source, tie.bond.target
    for held, backup in ((a, b), (b, a)) if tie.bond.relation == "ab_pair" else ((a, b),):
        bond = Bond(source=backup, relation="backup", target=held)
        yield _tied(
            tie,
            iri=names.iris.bond(bond, tie.since),
            member=backup,
            organization=names.iris.government,
            role=BACKUP,
            role_iri=names.iris.word("role", "backup"),
            label=f"{held.name}的B角",
            about=held,
        )


def _seat(tie: Tie, names: Names) -> Membership:
    bond = tie.bond
    role = Words(bond.role, bond.role) if bond.role else TIES[bond.relation]
    parts = [bond.target.name, *([bond.subgroup] if bond.subgroup else [])]
    return _tied(
        tie,
        iri=names.iris.bond(bond, tie.since),
        member=bond.source,
        organization=names.iris.of("group", *parts),
        role=role,
        role_iri=names.iris.word("role", bond.relation, *([bond.role] if bond.role else [])),
        label=f"{''.join(parts)}{role.zh}",
    )


def _tied(
    tie: Tie,
    *,
    iri: str,
    member: Node,
    organization: str,
    role: Words,
    role_iri: str,
    label: str,
    about: Node | None = None,
) -> Membership:
    return Membership(
        iri=iri,
        member=member,
        organization=organization,
        role=role,
        role_iri=role_iri,
        label=label,
        about=about,
        since=tie.since,
        until=tie.until,
        quotes=tie.quotes,
        ended=tie.ended,
    )
