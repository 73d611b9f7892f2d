"""A government as a listing shows it, and by itself on a day."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from api.ids import address, made
from api.listing import Item, Whole
from api.wire.links import notice_addresses
from registry.graph.governments import place_of
from registry.graph.organisation import Organisation


class GovernmentLinks(Struct, frozen=True, kw_only=True, rename={"own": "self"}):
    """Addresses of a government and of what is known of it."""

    own: str
    people: str
    posts: str
    agencies: str
    areas: str
    groups: str
    pairs: str
    notices: str
    findings: str
    rules: str
    charts: str


class Government(Item, frozen=True, kw_only=True):
    """A body whose notices are known, and the place that it governs."""

    links: GovernmentLinks
    name: str
    place: str


class Counts(Struct, frozen=True, kw_only=True):
    """How many the notices in force name."""

    leaders: int
    people: int
    areas: int
    groups: int
    pairs: int


class GovernmentWhole(Government, Whole, frozen=True, kw_only=True):
    """A government on a day.

    ``divisions`` are the addresses of the division-of-labour notice in force and of its
    supplements; ``repealed_by`` is that of the notice that took it back. ``days`` are all on
    which something changes, from the first of which anything is known.
    """

    on: date
    divisions: tuple[str, ...]
    repealed_by: str | None
    counts: Counts
    days: tuple[date, ...]


def government(name: str) -> Government:
    """Return a government by its name; nothing is read for it."""
    return Government(id=made(name), links=_links(name), name=name, place=place_of(name))


def whole_government(org: Organisation, days: tuple[date, ...]) -> GovernmentWhole:
    """Return a government on the day of ``org``; ``days`` are those of its history."""
    name = org.government
    repeal = org.repealed_by
    return GovernmentWhole(
        id=made(name),
        links=_links(name),
        name=name,
        place=place_of(name),
        on=org.on,
        divisions=notice_addresses(org.divisions),
        repealed_by=notice_addresses([repeal])[0] if repeal is not None else None,
        counts=Counts(
            leaders=len(org.leaders()),
            people=len(org.people()),
            areas=len(org.names("area")),
            groups=len(org.groups()),
            pairs=len(org.pairs()),
        ),
        days=days,
    )


def _links(name: str) -> GovernmentLinks:
    def of(resource: str) -> str:
        return address(resource, government=name)

    return GovernmentLinks(
        own=address("governments", made(name)),
        people=of("people"),
        posts=of("posts"),
        agencies=of("agencies"),
        areas=of("areas"),
        groups=of("groups"),
        pairs=of("pairs"),
        notices=of("notices"),
        findings=of("findings"),
        rules=of("rules"),
        charts=of("charts"),
    )
