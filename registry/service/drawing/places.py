"""Use cases: draw one leader, one agency, the AB pairs, or a whole city, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rapidfuzz import process

from registry.charts.agency import agency_account, agency_drawing, agency_table, place_of_agency
from registry.charts.chart import Chart
from registry.charts.city import city_account, city_drawing, city_table
from registry.charts.leader import leader_account, leader_drawing, leader_table
from registry.charts.look import LOOK, Look
from registry.charts.ring import ring_account, ring_drawing, ring_table
from registry.errors import SeveralFit, UnknownName
from registry.graph.agencies import match_agency
from registry.graph.agency_list import agencies_at
from registry.graph.governments import place_of
from registry.graph.organisation import Organisation
from registry.model.records import Absence
from registry.resolve.found import bare
from registry.resolve.places import place_within
from registry.service.drawing.states import standing
from registry.service.registry import Registry


def leader_chart(
    registry: Registry,
    name: str,
    on: date,
    absences: Sequence[Absence] = (),
    *,
    government: str | None = None,
    look: Look = LOOK,
) -> Chart:
    """Draw what one leader holds on a day, by the tie, with his partners and his groups.

    Raises:
        UnknownName: the division of labour in force names no such leader.
    """
    history = registry.history(government, name)
    organisation = history.at(on)
    leaders, wanted = organisation.leaders(), bare(name)
    if wanted not in leaders:
        near = tuple(found for found, _, _ in process.extract(wanted, leaders, limit=5))
        raise UnknownName(
            f"{wanted}: no leader of {history.government} on {on}; name one of: {'; '.join(near)}"
            if near
            else f"{on}: no notice of {history.government} in force divides the work;"
            " ask for a later day with --on",
            near,
        )
    states = standing(registry, history, on, absences)
    return Chart(
        kind="leader",
        drawing=leader_drawing(organisation, wanted, states, look),
        account=leader_account(organisation, wanted, states, look.lang),
        table=leader_table(organisation, wanted, look.lang),
        look=look,
    )


def agency_chart(
    registry: Registry,
    name: str,
    on: date,
    absences: Sequence[Absence] = (),
    *,
    government: str | None = None,
    look: Look = LOOK,
) -> Chart:
    """Draw who holds an agency on a day, its officers, its groups and its work.

    Raises:
        UnknownName: no notice in force names such an agency, or the short name fits several.
    """
    history = registry.history(government, name)
    organisation = history.at(on)
    names = _agency(registry, organisation, bare(name))
    states = standing(registry, history, on, absences)
    place = place_of_agency(organisation, names)
    return Chart(
        kind="agency",
        drawing=agency_drawing(organisation, place, states, look),
        account=agency_account(organisation, place, look.lang),
        table=agency_table(place, look.lang),
        look=look,
    )


def _agency(registry: Registry, organisation: Organisation, name: str) -> tuple[str, ...]:
    """Return every spelling of the agency in the notices in force, the full one first."""
    known, aliases = organisation.names("agency"), registry.glossary.aliases
    found = match_agency(name, known, aliases, organisation.government).names
    if len(found) > 1:
        raise SeveralFit(f"{name}: several agencies fit; name one of: {'; '.join(found)}", found)
    if not found:
        near = tuple(near for near, _, _ in process.extract(name, known, limit=5))
        raise UnknownName(f"{name}: no such agency; near: {'; '.join(near) or 'none'}", near)
    every = agencies_at(organisation, aliases)
    return next((agency.names for agency in every if found[0] in agency.names), found)


def pairs_chart(
    registry: Registry,
    on: date,
    absences: Sequence[Absence] = (),
    *,
    government: str | None = None,
    look: Look = LOOK,
) -> Chart:
    """Draw the AB pairs of a day as a ring; errors as ``government_chart``."""
    history = registry.history(government)
    organisation = history.at(on)
    states = standing(registry, history, on, absences)
    return Chart(
        kind="pairs",
        drawing=ring_drawing(organisation, states, look),
        account=ring_account(organisation, states, look.lang),
        table=ring_table(organisation, look.lang),
        look=look,
    )


def city_chart(
    registry: Registry,
    city: str,
    on: date,
    counties: Sequence[str] = (),
    *,
    look: Look = LOOK,
) -> Chart:
    """Draw a city's government with those of its counties on a day.

    Args:
        registry: where the notices are.
        city: the city's name or its government's.
        on: the day.
        counties: governments that belong to it besides those whose name begins with the city's:
            a county's own notices do not say where it is.
        look: language, style, paper and links.

    Raises:
        UnknownName: no such government is known.
    """
    own = registry.history(city).government
    provinces, place = registry.glossary.provinces, place_of(own)
    within = [
        name
        for name in registry.governments()
        if name != own
        and name == f"{place_of(name)}人民政府"
        and place_within(name, place, provinces)
    ]
    named = [registry.history(county).government for county in counties]
    organisations = [
        registry.history_of(name).at(on) for name in dict.fromkeys((*sorted(within), *named))
    ]
    head = registry.history_of(own).at(on)
    return Chart(
        kind="city",
        drawing=city_drawing(head, organisations, look),
        account=city_account(head, organisations, look.lang),
        table=city_table(head, organisations, look.lang),
        look=look,
    )
