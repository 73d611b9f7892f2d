"""``/v1/coverage``: who covers one thing in every government."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import LONGEST, PROBLEMS, KnownAt, On, Place
from api.security.access import needs
from registry.model.access import Scope
from registry.model.coverage import Across
from registry.service.answers.across import across
from registry.service.periods import read_period
from registry.service.registry import Registry
from registry.service.state import read_moment

Covered = Annotated[
    str,
    QueryParameter(
        name="subject",
        min_length=1,
        max_length=LONGEST,
        description="An area, or an agency by its full or short name.",
    ),
]


class Coverages(Controller):
    """Answers from the index of all governments."""

    path = "/coverage"
    tags = ("coverage",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listCoverage",
        summary="Who covers one thing in every government",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def listing(
        self,
        *,
        registry: NamedDependency[Registry],
        subject: Covered,
        on: On = None,
        place: Place = None,
        known_at: KnownAt = None,
    ) -> Across:
        """List who covers it on a day, with the clauses, and the governments that are silent."""
        day = read_period(registry.today(), on=on).start
        return across(registry.known(read_moment(known_at)), subject, day, place=place)
