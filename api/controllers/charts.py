"""``/v1/charts``: pictures of the organisation, in every form of ``registry chart``."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, Router
from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter

from api.controllers.parameters import LONGEST, Away, From, Government, KnownAt, On, To, Week
from api.drawn import Wanted, draws, wanted
from api.security.access import needs
from registry.errors import BadPeriod
from registry.model.access import Scope
from registry.service.drawing.chart import government_chart, group_chart
from registry.service.drawing.places import agency_chart, city_chart, leader_chart, pairs_chart
from registry.service.drawing.times import diff_chart, person_chart, week_chart
from registry.service.periods import read_first, read_last, read_period
from registry.service.question import read_absences
from registry.service.registry import Registry
from registry.service.state import read_moment

MOST_COUNTIES = 30
"""Counties named in one question; no city has more."""


def _name(of: str, what: str) -> QueryParameter:
    return QueryParameter(name=of, min_length=1, max_length=LONGEST, description=what)


Leader = Annotated[str, _name("leader", "A leader, by name.")]
Agency = Annotated[str, _name("agency", "An agency, by its full or short name.")]
Group = Annotated[
    str, _name("group", "A group: its full or short name, or a part that no other shares.")
]
Person = Annotated[str, _name("person", "A person, by name.")]
City = Annotated[str, _name("city", "A city, or its government, by its name or a part of it.")]
Liaison = Annotated[
    bool,
    QueryParameter(description="Whether to list organisations that leaders keep contact with."),
]
Collapse = Annotated[
    bool, QueryParameter(description="Whether to draw the numbers of what each holds alone.")
]
County = Annotated[
    list[str] | None,
    QueryParameter(
        name="county",
        max_items=MOST_COUNTIES,
        description=(
            "A county of the city whose name does not begin with the city's; may be given again."
        ),
    ),
]


@draws("government", "A government on one page")
def government(
    *,
    registry: NamedDependency[Registry],
    wanted: NamedDependency[Wanted],
    on: On = None,
    away: Away = None,
    liaison: Liaison = True,
    collapse: Collapse = False,
    government: Government = None,
    known_at: KnownAt = None,
) -> Response[bytes]:
    """Draw the leaders, their agencies and AB pairs; who is away is grey, who acts marked."""
    period = read_period(registry.today(), on=on)
    made = government_chart(
        registry.known(read_moment(known_at)),
        period.start,
        read_absences(away or (), period),
        government=government,
        liaison=liaison,
        collapse=collapse,
        look=wanted.look,
    )
    return wanted.send(made)


@draws("leader", "What one leader holds")
def leader(
    *,
    registry: NamedDependency[Registry],
    wanted: NamedDependency[Wanted],
    name: Leader,
    on: On = None,
    away: Away = None,
    government: Government = None,
    known_at: KnownAt = None,
) -> Response[bytes]:
    """Draw a leader's areas, agencies and groups, and who backs him up."""
    period = read_period(registry.today(), on=on)
    made = leader_chart(
        registry.known(read_moment(known_at)),
        name,
        period.start,
        read_absences(away or (), period),
        government=government,
        look=wanted.look,
    )
    return wanted.send(made)


@draws("agency", "The place of an agency")
def agency(
    *,
    registry: NamedDependency[Registry],
    wanted: NamedDependency[Wanted],
    name: Agency,
    on: On = None,
    away: Away = None,
    government: Government = None,
    known_at: KnownAt = None,
) -> Response[bytes]:
    """Draw who holds an agency, its officers, its groups and its work."""
    period = read_period(registry.today(), on=on)
    made = agency_chart(
        registry.known(read_moment(known_at)),
        name,
        period.start,
        read_absences(away or (), period),
        government=government,
        look=wanted.look,
    )
    return wanted.send(made)


@draws("group", "A leading group")
def group(
    *,
    registry: NamedDependency[Registry],
    wanted: NamedDependency[Wanted],
    name: Group,
    on: On = None,
    government: Government = None,
    known_at: KnownAt = None,
) -> Response[bytes]:
    """Draw a group's head, deputies, members, sub-groups and office."""
    day = read_period(registry.today(), on=on).start
    known = registry.known(read_moment(known_at))
    return wanted.send(group_chart(known, name, day, government=government, look=wanted.look))


@draws("pairs", "The AB pairs as a ring")
def pairs(
    *,
    registry: NamedDependency[Registry],
    wanted: NamedDependency[Wanted],
    on: On = None,
    away: Away = None,
    government: Government = None,
    known_at: KnownAt = None,
) -> Response[bytes]:
    """Draw who pairs with whom, who has no backup, and who acts."""
    period = read_period(registry.today(), on=on)
    made = pairs_chart(
        registry.known(read_moment(known_at)),
        period.start,
        read_absences(away or (), period),
        government=government,
        look=wanted.look,
    )
    return wanted.send(made)


@draws("week", "The week's cover")
def week(
    *,
    registry: NamedDependency[Registry],
    wanted: NamedDependency[Wanted],
    week: Week = None,
    away: Away = None,
    government: Government = None,
    known_at: KnownAt = None,
) -> Response[bytes]:
    """Draw a week, Monday to Sunday: the absent grey, and who acts for them."""
    today = registry.today()
    period = read_period(today, week=week or today.isoformat())
    made = week_chart(
        registry.known(read_moment(known_at)),
        period,
        read_absences(away or (), period),
        government=government,
        look=wanted.look,
    )
    return wanted.send(made)


@draws("person", "A person's career as a timeline")
def person(
    *,
    registry: NamedDependency[Registry],
    wanted: NamedDependency[Wanted],
    name: Person,
    on: On = None,
    government: Government = None,
    known_at: KnownAt = None,
) -> Response[bytes]:
    """Draw posts, portfolio, groups and pairs, each from when to when."""
    day = read_period(registry.today(), on=on).start
    known = registry.known(read_moment(known_at))
    return wanted.send(person_chart(known, name, day, government=government, look=wanted.look))


@draws("diff", "What changed between two days")
def diff(
    *,
    registry: NamedDependency[Registry],
    wanted: NamedDependency[Wanted],
    start: From = None,
    end: To = None,
    government: Government = None,
    known_at: KnownAt = None,
) -> Response[bytes]:
    """Draw who gained, lost or gave over what, with marks and colours."""
    if start is None or end is None:
        raise BadPeriod("say between which two days: give from and to")
    known = registry.known(read_moment(known_at))
    days = (read_first(start), read_last(end))
    return wanted.send(diff_chart(known, *days, government=government, look=wanted.look))


@draws("city", "A city with its counties")
def city(
    *,
    registry: NamedDependency[Registry],
    wanted: NamedDependency[Wanted],
    name: City,
    county: County = None,
    on: On = None,
    known_at: KnownAt = None,
) -> Response[bytes]:
    """Draw the leaders of a city and of its counties, with their areas."""
    day = read_period(registry.today(), on=on).start
    known = registry.known(read_moment(known_at))
    return wanted.send(city_chart(known, name, day, county or (), look=wanted.look))


Charts = Router(
    path="/charts",
    tags=("charts",),
    opt=needs(Scope.READ),
    dependencies={"wanted": Provide(wanted, sync_to_thread=False)},
    route_handlers=[
        handler
        for kind in (government, leader, agency, group, pairs, week, person, diff, city)
        for handler in kind
    ],
)
"""Charts, drawn when they are asked for: ``/charts/KIND.FORMAT``."""
