"""``/v1/handovers``: who was told of an absence, and what was handed over and back."""

from __future__ import annotations

from typing import Annotated, Any, cast

from litestar import Controller, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct

from api.controllers.parameters import Government, KnownAt, On, answered
from api.controllers.writes.common import (
    DATED,
    LISTED,
    LISTS,
    REFUSED,
    WRITES,
    Because,
    Collection,
    Day,
    Name,
    Number,
    Text,
    When,
)
from api.listing import LINK, Listing, Page, Shape
from api.security.caller import Caller
from api.wire.entered import Done, HandoverEntry, Withdrawal
from api.writing import WRITTEN, Writing
from registry.model.journal import AnyRecord, Entry, HandoverRecorded
from registry.model.records import Step
from registry.service.periods import read_day, read_span
from registry.service.recording.handover import handover
from registry.service.registry import Registry

ALL = Collection("handovers", (HandoverRecorded,), "step of handing over")
SHAPE: Shape[Entry, HandoverEntry] = Shape(HandoverEntry, DATED)

Steps = Annotated[tuple[Step, ...], Meta(min_length=1, max_length=7)]


class NewHandover(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was done about a recorded absence of ``person``, ``on`` a day; today without it.

    ``during`` is a day of the absence meant, or a part of one, where several are recorded.
    """

    person: Name
    steps: Steps
    on: Day | None = None
    during: When | None = None
    note: Text | None = None
    because: Text | None = None
    government: Name | None = None


class Handovers(Controller):
    """Steps of handing over recorded for absences."""

    path = "/handovers"
    tags = ("absences",)

    @post(
        operation_id="recordHandover",
        summary="Record a step of handing over",
        opt=WRITES,
        responses={**REFUSED, 201: answered(Done, "It is in the journal.")},
        response_headers=WRITTEN,
        sync_to_thread=True,
    )
    def record(
        self, *, writing: NamedDependency[Writing], data: JSONBody[NewHandover]
    ) -> Response[Any]:
        """Record who was told, or that the work was handed over, accepted or handed back."""
        desk = writing.desk
        day = read_day(data.on) if data.on is not None else desk.today()
        meant = read_span(data.during) if data.during is not None else None

        def check() -> tuple[tuple[AnyRecord, ...], tuple[()]]:
            known = desk.known(data.government)
            return handover(
                known,
                data.person,
                data.steps,
                day,
                during=meant,
                note=data.note,
                government=data.government,
            ), ()

        return writing.record(data, check, ALL.done, because=data.because)

    @get(
        operation_id="listHandovers",
        summary="What was handed over",
        opt=LISTS,
        responses=LISTED,
        response_headers=[LINK],
        sync_to_thread=True,
    )
    def listing(
        self,
        *,
        registry: NamedDependency[Registry],
        caller: NamedDependency[Caller],
        listing: NamedDependency[Listing],
        government: Government = None,
        on: On = None,
        known_at: KnownAt = None,
        sort: Annotated[str | None, SHAPE.sort()] = None,
        fields: Annotated[str | None, SHAPE.fields()] = None,
    ) -> Response[Page[HandoverEntry]]:
        """List what stands, oldest first, under the names that are known now."""
        return ALL.page(
            SHAPE,
            registry,
            caller,
            listing,
            government=government,
            on=on,
            known_at=known_at,
            sort=sort,
            fields=fields,
        )

    @get(
        "/{number:int}",
        operation_id="readHandover",
        summary="One of them, by its entry's number",
        opt=LISTS,
        responses=LISTED,
        sync_to_thread=True,
    )
    def one(
        self,
        *,
        registry: NamedDependency[Registry],
        caller: NamedDependency[Caller],
        number: Number,
    ) -> HandoverEntry:
        """Tell one that stands."""
        return cast(HandoverEntry, ALL.one(registry, caller, number))

    @delete(
        "/{number:int}",
        operation_id="withdrawHandover",
        summary="Withdraw one",
        status_code=200,
        opt=WRITES,
        responses={**REFUSED, 200: answered(Withdrawal, "It counts no more.")},
        response_headers=WRITTEN,
        sync_to_thread=True,
    )
    def withdraw(
        self, *, writing: NamedDependency[Writing], number: Number, because: Because
    ) -> Response[Any]:
        """Record that it counts no more from now on; what was known before stays known then."""
        return ALL.withdraw(writing, number, because)
