"""Agencies and areas, and who holds them."""

from __future__ import annotations

from msgspec import Struct, structs

from api.ids import made
from api.listing import Item, Whole
from api.wire.links import Held, Links, held, links
from registry.graph.agency_list import Agency as AgencyOfDay
from registry.graph.nodes import Edge
from registry.graph.organisation import Organisation
from registry.model.names import AgencyForm


class Area(Item, frozen=True, kw_only=True):
    """A field of work, in the notices' words, and who holds it on a day."""

    links: Links
    name: str
    government: str
    holders: tuple[Held, ...]


class AreaWhole(Area, Whole, frozen=True, kw_only=True):
    """A field of work by itself."""


class Agency(Item, frozen=True, kw_only=True):
    """An agency by its fullest name, and who holds it on a day.

    ``names`` are all its spellings. ``choices`` are the agencies that it may be, where the
    name alone does not tell: none is picked.
    """

    links: Links
    name: str
    government: str
    names: tuple[str, ...]
    choices: tuple[str, ...]
    holders: tuple[Held, ...]


class AgencyTie(Struct, frozen=True, kw_only=True):
    """A piece of work or a leading group that an agency has to do with, and the clause."""

    relation: str
    name: str
    clause: str
    doc: str


class AgencyWhole(Agency, Whole, frozen=True, kw_only=True):
    """An agency with why its spellings are one, its work, and its part in leading groups."""

    forms: tuple[AgencyForm, ...]
    work: tuple[AgencyTie, ...]
    groups: tuple[AgencyTie, ...]


def area(org: Organisation, name: str) -> Area:
    """Return a field of work on the day of ``org``."""
    edges = org.holders("area", name)
    thing = made(org.government, name)
    return Area(
        id=thing,
        links=links("areas", thing, org.government, (e.document for e in edges), name),
        name=name,
        government=org.government,
        holders=tuple(map(held, edges)),
    )


def whole_area(org: Organisation, name: str) -> AreaWhole:
    """Return a field of work by itself."""
    return AreaWhole(**structs.asdict(area(org, name)))


def agency(government: str, found: AgencyOfDay) -> Agency:
    """Return an agency of a government."""
    thing = made(government, found.name)
    documents = (e.document for e in (*found.holders, *found.work, *found.seats))
    return Agency(
        id=thing,
        links=links("agencies", thing, government, documents, found.name),
        name=found.name,
        government=government,
        names=found.names,
        choices=found.choices,
        holders=tuple(map(held, found.holders)),
    )


def whole_agency(government: str, found: AgencyOfDay) -> AgencyWhole:
    """Return an agency with all that is said of it."""
    return AgencyWhole(
        **structs.asdict(agency(government, found)),
        forms=found.forms,
        work=tuple(map(_tie, found.work)),
        groups=tuple(map(_tie, found.seats)),
    )


def _tie(edge: Edge) -> AgencyTie:
    return AgencyTie(
        relation=edge.relation,
        name=edge.target.name,
        clause=edge.fact.clause,
        doc=edge.fact.doc,
    )
