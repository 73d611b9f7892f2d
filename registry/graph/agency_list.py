"""Every agency that the notices in force name, under one name each, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from registry.graph.mentions import agencies_named
from registry.graph.nodes import Edge
from registry.graph.organisation import HELD, Organisation
from registry.graph.spellings import spellings
from registry.graph.works import GIVEN, SUPPORTS
from registry.model.names import AgencyForm

SEATS = frozenset(("member_org", "office"))
"""The relations of an agency to a leading group."""
_WORK = frozenset((*GIVEN, SUPPORTS))


class Agency(Struct, frozen=True, kw_only=True):
    """One agency on a day, with all that is said of it under any of its ``names``.

    ``forms`` are its spellings and why they are one; none for a name that may mean several
    agencies, which ``choices`` lists, or that means no single one (各金融机构).
    """

    name: str
    forms: tuple[AgencyForm, ...] = ()
    choices: tuple[str, ...] = ()
    holders: tuple[Edge, ...] = ()
    work: tuple[Edge, ...] = ()
    seats: tuple[Edge, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return all its names, the fullest first."""
        return tuple(form.form for form in self.forms) or (self.name,)


def agencies_at(org: Organisation, aliases: Mapping[str, str]) -> tuple[Agency, ...]:
    """Return the agencies of ``org``, in the order in which its notices name them.

    ``aliases`` are short names that no rule reaches, each with its full one.
    """
    facts = {id(edge.fact): edge.fact for edge in _edges(org)}
    known, unclear = spellings(
        agencies_named(facts.values(), org.government), aliases, org.government
    )
    found = {agency.name: Agency(name=agency.name, forms=agency.forms) for agency in known}
    found |= {name.name: Agency(name=name.name, choices=name.choices) for name in unclear}
    one_name = {name: agency.name for agency in found.values() for name in agency.names}
    ties: dict[str, list[Edge]] = {}
    for edge in org.edges(HELD | SEATS | _WORK):
        for node in (edge.source, edge.target):
            if node.kind == "agency":
                ties.setdefault(one_name.get(node.name, node.name), []).append(edge)
    return tuple(
        _with_ties(found.get(name) or Agency(name=name), ties.get(name, ()))
        for name in dict.fromkeys((*found, *ties))
    )


def _edges(org: Organisation) -> Iterable[Edge]:
    return (data["edge"] for _, _, data in org.graph.edges(data=True))


def _with_ties(agency: Agency, ties: Iterable[Edge]) -> Agency:
    own = tuple(ties)
    return Agency(
        name=agency.name,
        forms=agency.forms,
        choices=agency.choices,
        holders=tuple(edge for edge in own if edge.relation in HELD),
        work=tuple(edge for edge in own if edge.relation in _WORK),
        seats=tuple(edge for edge in own if edge.relation in SEATS),
    )
