"""``/v1/answers``: who acts for a subject, the same JSON as ``registry who --format json``."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import (
    LONGEST,
    PROBLEMS,
    Away,
    From,
    Government,
    KnownAt,
    OnPart,
    To,
    Week,
)
from api.security.access import needs
from api.wire.answers import LinkedAnswer, linked
from registry.model.access import Scope
from registry.service.answers.answer import answer
from registry.service.periods import read_asked
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
        request: Request[Any, Any, Any],
        registry: NamedDependency[Registry],
        subject: Subject,
        on: OnPart = None,
        week: Week = None,
        start: From = None,
        end: To = None,
        away: Away = None,
        government: Government = None,
        known_at: KnownAt = None,
    ) -> LinkedAnswer:
        """Answer in segments of days, each with its status, who acts, and the reasons."""
        period = read_asked(registry.today(), on=on, week=week, start=start, end=end)
        absences = read_absences(away or (), period)
        known = registry.known(read_moment(known_at))
        found = answer(known, subject, period, absences, government=government)
        own = f"{request.url.path}?{request.url.query}"
        return linked(found, known.history_of(found.government), known.glossary, own)
