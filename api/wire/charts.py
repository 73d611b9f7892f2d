"""A chart that can be drawn."""

from __future__ import annotations

from typing import Literal

from api.ids import address, made
from api.listing import Item
from api.wire.links import Links
from registry.graph.organisation import Organisation

ChartKind = Literal["government", "pairs", "week", "leader", "group"]


class ChartItem(Item, frozen=True, kw_only=True):
    """A chart of a government, or of one of its leaders or leading groups.

    ``links.self`` draws it as SVG; another ending of its path is another format.
    """

    links: Links
    kind: ChartKind
    name: str
    government: str


def charts_of(org: Organisation) -> list[ChartItem]:
    """Return the charts that show what is in force on the day of ``org``."""
    own, day = org.government, org.on.isoformat()
    found = []
    if org.has_division:
        found.append(_chart(own, "government", own, on=day))
        found.append(_chart(own, "pairs", own, on=day))
        found.append(_chart(own, "week", own, week=day))
    found += [_chart(own, "leader", who, leader=who, on=day) for who in org.leaders()]
    found += [_chart(own, "group", g.name, group=g.name, on=day) for g in org.groups()]
    return found


def _chart(government: str, kind: ChartKind, shown: str, **query: str) -> ChartItem:
    return ChartItem(
        id=made(government, kind, shown),
        links=Links(
            own=address("charts", f"{kind}.svg", government=government, **query),
            government=address("governments", made(government)),
        ),
        kind=kind,
        name=shown,
        government=government,
    )
