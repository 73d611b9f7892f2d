"""``/v1/weeks``: the week of a government, each leader on each day, and what is open."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import PathParameter

from api.controllers.parameters import PROBLEMS, Away, Government, KnownAt
from api.security.access import needs
from registry.errors import BadPeriod
from registry.model.access import Scope
from registry.model.week import Sheet
from registry.service.answers.week import week as week_of
from registry.service.periods import read_period
from registry.service.question import read_absences
from registry.service.registry import Registry
from registry.service.state import read_moment

_ISO_WEEK = re.compile(r"\d{4}-W\d{2}", re.ASCII)

Week = Annotated[
    str,
    PathParameter(
        max_length=10,
        description="Any day of the week, YYYY-MM-DD, or the week itself, YYYY-Www, or `current`.",
    ),
]


class Weeks(Controller):
    """Sheets of a week, Monday to Sunday."""

    path = "/weeks"
    tags = ("weeks",)
    opt = needs(Scope.READ)

    @get(
        "/{week:str}",
        operation_id="readWeek",
        summary="A week of a government",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(
        self,
        *,
        registry: NamedDependency[Registry],
        week: Week,
        away: Away = None,
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Sheet:
        """Tell who is there on each day, who acts, and what is open: as `registry week`."""
        period = read_period(registry.today(), week=_day(week, registry.today()))
        known = registry.known(read_moment(known_at))
        return week_of(known, period, read_absences(away or (), period), government=government)


def _day(week: str, today: date) -> str:
    """Return a day of the week that is named."""
    if week == "current":
        return today.isoformat()
    if not _ISO_WEEK.fullmatch(week):
        return week
    try:
        return date.fromisoformat(week).isoformat()
    except ValueError:
        raise BadPeriod(f"{week!r} is no week of the calendar; write it as 2019-W36") from None
