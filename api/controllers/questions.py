"""Questions that are no list of things: asked in words, of leave, of absences, of two days."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import LONGEST, PROBLEMS, Away, From, Government, KnownAt, To
from api.listing import View
from api.security.access import needs
from registry.errors import BadPeriod
from registry.graph.changes.redline import Redline
from registry.model.access import Scope
from registry.model.names import Names
from registry.service.answers.ask import Asked, ask
from registry.service.answers.diff import between_notices, diff
from registry.service.answers.names import names
from registry.service.answers.resilience import Resilience, resilience
from registry.service.periods import read_day, read_first, read_last, read_span
from registry.service.question import absence_over, asked_kind, read_absences
from registry.service.registry import Registry
from registry.service.state import read_moment
from registry.service.supposed.leave import leave
from registry.service.supposed.leave_answer import Leave

MOST_DAYS = 366
"""Days of a leave; working days are counted one by one."""

Words = Annotated[
    str,
    QueryParameter(
        name="q",
        min_length=1,
        max_length=500,
        description="The question, in Chinese or English: who, why, since when, what one holds.",
    ),
]
Today = Annotated[
    str | None,
    QueryParameter(
        name="today", max_length=10, description="The day that its words count from; today."
    ),
]
Person = Annotated[
    str,
    QueryParameter(
        name="person", min_length=1, max_length=LONGEST, description="Who would be away."
    ),
]
First = Annotated[
    str,
    QueryParameter(
        name="from",
        max_length=20,
        description="First day, a half of it (`2019-09-04/pm`) or a time on it (`2019-09-04T14:00`).",
    ),
]
Last = Annotated[
    str | None,
    QueryParameter(
        name="to",
        max_length=20,
        description="Last day, or a half or time of it; what `from` names, without it.",
    ),
]
AbsenceKind = Annotated[
    str,
    QueryParameter(
        name="kind", max_length=20, description="Why, in the rules' sense: away, leave, ill, …."
    ),
]
Notice = Annotated[
    str | None,
    QueryParameter(
        max_length=LONGEST, description="A notice by number, title, or a part that one title has."
    ),
]


class Questions(Controller):
    """Questions of one government."""

    opt = needs(Scope.READ)

    @get(
        "/asks",
        operation_id="ask",
        summary="A question in words",
        tags=("answers",),
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def words(
        self,
        *,
        registry: NamedDependency[Registry],
        words: Words,
        today: Today = None,
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Asked:
        """Tell what was understood, and the answer: as `registry ask`."""
        known = registry.known(read_moment(known_at))
        day = read_day(today) if today is not None else None
        return ask(known, words, government=government, today=day)

    @get(
        "/leaves",
        operation_id="tryLeave",
        summary="Whether a leave may be granted",
        tags=("foresight",),
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def leave(
        self,
        *,
        registry: NamedDependency[Registry],
        person: Person,
        start: First,
        end: Last = None,
        kind: AbsenceKind = "away",
        away: Away = None,
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Leave:
        """Tell what rules say, what breaks, and the smallest change that fits; nothing is recorded."""
        period = read_span(start if end is None else f"{start}/{end}")
        days = (period.end - period.start).days + 1
        if days > MOST_DAYS:
            raise BadPeriod(
                f"a leave of {days} days is too long to try; ask for {MOST_DAYS} at most"
            )
        return leave(
            registry.known(read_moment(known_at)),
            absence_over(person, period, asked_kind(kind)),
            read_absences(away or (), period),
            government=government,
        )

    @get(
        "/resilience",
        operation_id="readResilience",
        summary="What nobody would cover with any one or two leaders away",
        tags=("foresight",),
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def resilience(
        self, *, view: NamedDependency[View], government: Government = None
    ) -> Resilience:
        """Try every single absence and every pair of absences on a day: as `registry resilience`."""
        return resilience(view.registry, view.day, government=government)

    @get(
        "/diffs",
        operation_id="readDiff",
        summary="What changed between two days or two notices",
        tags=("diffs",),
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def diff(
        self,
        *,
        registry: NamedDependency[Registry],
        start: From = None,
        end: To = None,
        first: Notice = None,
        second: Notice = None,
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Redline:
        """Tell per agency, area, pair and group who gained, lost or gave it over, with both clauses."""
        known = registry.known(read_moment(known_at))
        if first and second and not (start or end):
            return between_notices(known, first, second, government=government)
        if not start or not end or first or second:
            raise BadPeriod("say between what: from and to, or first and second, two notices")
        return diff(known, read_first(start), read_last(end), government=government)

    @get(
        "/names",
        operation_id="listNames",
        summary="Every agency and person that the notices name",
        tags=("names",),
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def names(
        self,
        *,
        registry: NamedDependency[Registry],
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Names:
        """Tell their forms, where they were equated and why: as `registry names`."""
        known = registry.known(read_moment(known_at))
        name = known.history(government).government
        return names(known.facts_of(name), known.glossary.aliases)
