"""``/v1/answers``: who acts for a subject, the same JSON as ``registry who --format json``."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import (
    LONGEST,
    PROBLEMS,
    Away,
    From,
    Government,
    KnownAt,
    On,
    To,
    Week,
)
from api.security.access import needs
from registry.model.access import Scope
from registry.model.answers import Answer
from registry.service.answers.answer import answer
from registry.service.periods import read_period
from registry.service.question import read_absences
from registry.service.registry import Registry
from registry.service.state import read_moment

Subject = Annotated[
    str,
    QueryParameter(
        min_length=1,
        max_length=LONGEST,
        description="An area, an agency by its full or short name, a person, a post or a group.",
    ),
]


class Answers(Controller):
    """Answers of the resolver."""

    path = "/answers"
    tags = ("answers",)
    opt = needs(Scope.READ)

    @get(
        operation_id="readAnswer",
        summary="Who acts for a subject",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def read(
        self,
        *,
        registry: NamedDependency[Registry],
        subject: Subject,
        on: On = None,
        week: Week = None,
        start: From = None,
        end: To = None,
        away: Away = None,
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Answer:
        """Answer in segments of days, each with its status, who acts, and the reasons."""
        period = read_period(registry.today(), on=on, week=week, start=start, end=end)
        absences = read_absences(away or (), period)
        known = registry.known(read_moment(known_at))
        return answer(known, subject, period, absences, government=government)
