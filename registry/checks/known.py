"""The agencies that a division of labour knows, and what other notices' names come to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from registry.graph.agencies import match_agency, readings
from registry.graph.governments import place_of, without_place
from registry.graph.mentions import agencies_named
from registry.graph.nodes import Edge
from registry.graph.organisation import HELD, Organisation
from registry.graph.spellings import spellings

_ZONE_COMMITTEE = re.compile(r"(?:管理委员会|管委会|管委)$")
_NOT_ONE_AGENCY = re.compile(
    r"^(?:各|有关|相关|其他|其它|属地|辖区|所在)|[（(].*[、，].*[）)]|等$|领导小组|指挥部|工作专班"
)
_LOCAL_GOVERNMENT = re.compile(r"(?:人民政府|政府|街道办事处|[县镇乡])$")
_NOT_UNDER_GOVERNMENT = re.compile(
    r"(?:(?:中共)?委(?!员|托)\S{1,}|纪委|监委|监察委员会|纪检\S*|人大\S*|政协\S*|法院|检察院|军分区|警备区|武装部|"
    r"总?工会|团\S?委|\S{1,5}联|科协|党校)$"
)
"""Organs of the party, the congress, the courts, and mass organisations, level dropped."""


class KnownAgencies:
    """Resolves names of agencies to those in the portfolios of ``organisation``."""

    def __init__(self, organisation: Organisation, aliases: Mapping[str, str]) -> None:
        self.government = organisation.government
        self.aliases = aliases
        self.edges: tuple[Edge, ...] = tuple(
            e for e in organisation.edges(HELD) if e.target.kind == "agency"
        )
        self._resolved: dict[str, tuple[str, ...]] = {}

    @cached_property
    def full_of(self) -> Mapping[str, str]:
        """Return every name and bracketed alias of a portfolio, with the name it stands for.

        Two leaders' lists may write one agency in two ways.
        """
        mentions = agencies_named((edge.fact for edge in self.edges), self.government)
        agencies, ambiguous = spellings(mentions, self.aliases, self.government)
        own = {name.name: name.name for name in ambiguous}
        return own | {form.form: agency.name for agency in agencies for form in agency.forms}

    def resolve(self, name: str) -> tuple[str, ...]:
        """Return the agencies that ``name`` may mean: none, one, or several where it is open.

        The committee of a zone stands for the zone, a unit of an agency for the agency.
        """
        if name not in self._resolved:
            self._resolved[name] = self._resolve(name)
        return self._resolved[name]

    def _resolve(self, name: str) -> tuple[str, ...]:
        zone = _ZONE_COMMITTEE.sub("", name)
        for asked in dict.fromkeys((name, zone)):
            names = match_agency(asked, self.full_of, self.aliases, self.government).names
            if names:
                return tuple(dict.fromkeys(self.full_of[n] for n in names))
        parents = [k for k in self.full_of if name.startswith(k) and name != k]
        return (self.full_of[max(parents, key=len)],) if parents else ()

    def same(self, one: str, other: str) -> bool:
        """Say whether two names mean one agency, as far as their forms tell."""
        return same_agency(one, other, self.aliases, self.government)

    def kind(self, name: str) -> Literal["agency", "organ", ""]:
        """Say what ``name`` is of: an agency that a leader should have, or another organ.

        Organs of the party, the congress and the courts and mass organisations are not the
        government's to divide. Empty: a county, words for several agencies at once, or
        anything without an agency's ending.
        """
        bare = without_place(name, self.government)
        if _NOT_ONE_AGENCY.search(name):
            return ""
        if _LOCAL_GOVERNMENT.search(name) or _other_place(name, self.government):
            return ""
        if _NOT_UNDER_GOVERNMENT.match(bare):
            return "organ"
        return "agency" if readings(name, self.government) else ""


def same_agency(one: str, other: str, aliases: Mapping[str, str], government: str) -> bool:
    """Say whether two names mean one agency, as far as their forms tell."""
    if without_place(one, government) == without_place(other, government):
        return True
    return bool(match_agency(one, (other,), aliases, government).names)


def _other_place(name: str, government: str) -> bool:
    """Say whether ``name`` is of an agency of a county or of the state: 昌江区教育局, 省商务厅."""
    if name[:1] in {"省", "国"}:
        return True
    level = place_of(government)[-1:]
    below = {"市": "县区市", "县": "镇乡", "区": "镇乡", "省": "市州县区", "州": "县市"}.get(
        level, ""
    )
    place = place_of(government)
    found = (
        re.match(rf"(?P<place>[\u4e00-\u9fff]{{2,3}}[{below}])(?=.{{2,}}[局委办部处会]$)", name)
        if below
        else None
    )
    return (
        found is not None and not name.startswith((place, level)) and "新区" not in found["place"]
    )
