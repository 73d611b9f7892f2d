"""``/v1/feeds``: calendars to subscribe to, as ``registry export ical``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import QueryParameter

from api.controllers.answers import Subject
from api.controllers.exports import FILE_NAME, send
from api.controllers.parameters import LONGEST, PROBLEMS, Government, KnownAt, On
from api.security.access import needs
from registry.exports.feeds.words import Lang
from registry.model.access import Scope
from registry.service.export import Exported
from registry.service.feeds.feed import acting_feed, cover_feed, week_feed
from registry.service.periods import read_period
from registry.service.registry import Registry
from registry.service.state import read_moment

CALENDAR = "text/calendar"

Person = Annotated[
    str,
    QueryParameter(
        name="person", min_length=1, max_length=LONGEST, description="The one who acts, by name."
    ),
]
Language = Annotated[
    Lang,
    QueryParameter(name="lang", description="The language; names stay as the notices write them."),
]


def _feed(path: str, operation_id: str, summary: str) -> Callable[..., Any]:
    return get(
        path,
        operation_id=operation_id,
        summary=summary,
        media_type=CALENDAR,
        response_headers=[FILE_NAME],
        responses={
            200: ResponseSpec(
                data_container=str,
                media_type=CALENDAR,
                description="The calendar",
                generate_examples=False,
            ),
            **PROBLEMS,
        },
        sync_to_thread=True,
    )


class Feeds(Controller):
    """Feeds; none of them says why somebody is away."""

    path = "/feeds"
    tags = ("feeds",)
    opt = needs(Scope.READ)

    @_feed("/acting.ics", "feedActing", "The days on which a person acts for another")
    def acting(
        self,
        *,
        registry: NamedDependency[Registry],
        person: Person,
        on: On = None,
        lang: Language = "zh",
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Response[bytes]:
        """Tell them from the month before the day to twelve months later."""
        day = read_period(registry.today(), on=on).start
        known = registry.known(read_moment(known_at))
        made = acting_feed(known, person, day, government=government, lang=lang)
        return send(Exported(made, CALENDAR, "acting.ics"))

    @_feed("/cover.ics", "feedCover", "Who covers a subject")
    def cover(
        self,
        *,
        registry: NamedDependency[Registry],
        subject: Subject,
        on: On = None,
        lang: Language = "zh",
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Response[bytes]:
        """Tell who is in charge, who acts, and when nobody does; days as for acting days."""
        day = read_period(registry.today(), on=on).start
        known = registry.known(read_moment(known_at))
        made = cover_feed(known, subject, day, government=government, lang=lang)
        return send(Exported(made, CALENDAR, "cover.ics"))

    @_feed("/week.ics", "feedWeek", "A week of a government")
    def week(
        self,
        *,
        registry: NamedDependency[Registry],
        on: On = None,
        lang: Language = "zh",
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Response[bytes]:
        """Tell the week of the day, Monday to Sunday; without a day it is this week."""
        day = read_period(registry.today(), on=on).start
        period = read_period(day, week=day.isoformat())
        known = registry.known(read_moment(known_at))
        made = week_feed(known, period, government=government, lang=lang)
        return send(Exported(made, CALENDAR, "week.ics"))
