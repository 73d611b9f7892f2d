"""A leading group as a listing shows it, and with all its seats; and an AB pair."""

from __future__ import annotations

from msgspec import Struct, structs

from api.ids import made
from api.listing import Item, Whole
from api.wire.links import Links, links
from registry.graph.groups import LeadingGroup
from registry.graph.nodes import Edge
from registry.graph.organisation import Organisation
from registry.model.facts import (
    GroupStatus,
    Member,
    MemberOrg,
    MemberRole,
    Office,
    OfficeDirector,
    Subgroup,
)


class Seat(Struct, frozen=True, kw_only=True):
    """One who heads a group, with role and title as its notice writes them."""

    person: str
    role: str
    title: str | None


class Group(Item, frozen=True, kw_only=True):
    """A leading group, delegation or command.

    ``heads`` are those named as head, ``head_roles`` describe a head by his role alone.
    ``status`` says why the notice that names the group does not set it up. ``seats`` counts
    persons, organisations and roles.
    """

    links: Links
    name: str
    alias: str | None
    government: str
    status: GroupStatus | None
    doc: str
    date: str | None
    heads: tuple[Seat, ...]
    head_roles: tuple[str, ...]
    seats: int


class GroupWhole(Group, Whole, frozen=True, kw_only=True):
    """A group with every seat, sub-group and office, as its notice states them."""

    members: tuple[Member, ...]
    organisations: tuple[MemberOrg, ...]
    roles: tuple[MemberRole, ...]
    subgroups: tuple[Subgroup, ...]
    offices: tuple[Office, ...]
    directors: tuple[OfficeDirector, ...]


class Pair(Item, frozen=True, kw_only=True):
    """An AB pair: ``b`` acts for ``a``, and ``a`` for ``b`` where it is mutual; and the clause."""

    links: Links
    government: str
    a: str
    b: str
    mutual: bool
    clause: str
    doc: str
    date: str | None


class PairWhole(Pair, Whole, frozen=True, kw_only=True):
    """An AB pair by itself."""


def group(org: Organisation, found: LeadingGroup) -> Group:
    """Return a group of a government."""
    thing = made(org.government, found.name)
    return Group(
        id=thing,
        links=links("groups", thing, org.government, [found.document], found.name),
        name=found.name,
        alias=found.fact.alias,
        government=org.government,
        status=found.fact.status,
        doc=found.document.doc,
        date=found.document.date,
        heads=tuple(Seat(person=m.person, role=m.role, title=m.title) for m in found.heads),
        head_roles=tuple(role.description for role in found.head_roles),
        seats=len(found.members) + len(found.orgs) + len(found.roles),
    )


def whole_group(org: Organisation, found: LeadingGroup) -> GroupWhole:
    """Return a group with its seats."""
    return GroupWhole(
        **structs.asdict(group(org, found)),
        members=found.members,
        organisations=found.orgs,
        roles=found.roles,
        subgroups=found.subgroups,
        offices=found.offices,
        directors=found.directors,
    )


def pair(org: Organisation, edge: Edge) -> Pair:
    """Return an AB pair of a government."""
    a, b = edge.source.name, edge.target.name
    thing = pair_id(org, edge)
    return Pair(
        id=thing,
        links=links("pairs", thing, org.government, [edge.document]),
        government=org.government,
        a=a,
        b=b,
        mutual=edge.relation == "ab_pair",
        clause=edge.fact.clause,
        doc=edge.fact.doc,
        date=edge.date,
    )


def pair_id(org: Organisation, edge: Edge) -> str:
    """Return the id of a pair: its government and its two members, A first."""
    return made(org.government, edge.source.name, edge.target.name)


def whole_pair(org: Organisation, edge: Edge) -> PairWhole:
    """Return an AB pair by itself."""
    return PairWhole(**structs.asdict(pair(org, edge)))
