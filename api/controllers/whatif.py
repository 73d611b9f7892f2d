"""``/v1/whatif``: which answers would change if something came true; nothing is written."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from litestar import Controller, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct, field

from api.controllers.parameters import PROBLEMS, KnownAt
from api.security.access import asks
from registry.errors import BadPeriod
from registry.model.access import Scope
from registry.service.registry import Registry
from registry.service.state import read_moment
from registry.service.supposed.scenario import (
    Appoint,
    Away,
    Draft,
    Remove,
    Retire,
    Scenario,
    check_scenario,
)
from registry.service.supposed.whatif import Comparison, whatif
from registry.tables.forms import Text

MOST_DAYS = 366
_Few = Meta(max_length=50)


class DraftNotice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole text of a draft notice; ``from`` is when it would count."""

    text: Annotated[str, Meta(min_length=1, max_length=200_000)]
    start: date | None = field(name="from", default=None)


class Supposition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is supposed, and the days over which answers are compared.

    The keys are those of the file of `registry whatif`, with the texts of drafts in it.
    """

    start: date = field(name="from")
    end: date | None = field(name="to", default=None)
    government: Text | None = None
    absence: Annotated[tuple[Away, ...], _Few] = ()
    appoint: Annotated[tuple[Appoint, ...], _Few] = ()
    remove: Annotated[tuple[Remove, ...], _Few] = ()
    retire: Annotated[tuple[Retire, ...], _Few] = ()
    notice: Annotated[tuple[DraftNotice, ...], Meta(max_length=5)] = ()


class WhatIf(Controller):
    """Suppositions."""

    path = "/whatif"
    tags = ("foresight",)
    opt = asks(Scope.READ)

    @post(
        operation_id="suppose",
        summary="Which answers would change",
        responses=PROBLEMS,
        status_code=200,
        sync_to_thread=True,
    )
    def suppose(
        self,
        *,
        registry: NamedDependency[Registry],
        data: JSONBody[Supposition],
        known_at: KnownAt = None,
    ) -> Comparison:
        """Compare the answers for every subject with and without what is supposed."""
        drafts = tuple(
            Draft(file=f"draft {number}", start=draft.start)
            for number, draft in enumerate(data.notice, 1)
        )
        scenario = Scenario(
            start=data.start,
            end=data.end,
            government=data.government,
            absence=data.absence,
            appoint=data.appoint,
            remove=data.remove,
            retire=data.retire,
            notice=drafts,
        )
        check_scenario(scenario)
        if (scenario.last - scenario.start).days >= MOST_DAYS:
            raise BadPeriod(f"that is too long to compare; ask for {MOST_DAYS} days at most")
        known = registry.known(read_moment(known_at))
        return whatif(known, scenario, tuple(draft.text for draft in data.notice))
