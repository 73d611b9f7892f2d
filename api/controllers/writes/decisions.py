"""``/v1/decisions``: whom the coordinator assigned while A and B are absent."""

from __future__ import annotations

from typing import Annotated, Any, cast

from litestar import Controller, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct, field

from api.controllers.parameters import Government, KnownAt, On, answered
from api.controllers.writes.common import (
    DATED,
    LISTED,
    LISTS,
    REFUSED,
    WRITES,
    Because,
    Collection,
    Name,
    Number,
    Text,
    When,
)
from api.listing import LINK, Listing, Page, Shape
from api.security.caller import Caller
from api.wire.entered import DecisionEntry, Done, Withdrawal
from api.writing import WRITTEN, Writing
from registry.model.answers import Words
from registry.model.journal import AnyRecord, DecisionRecorded, Entry
from registry.model.records import Decision
from registry.service.periods import read_span
from registry.service.recording.decision import decision
from registry.service.registry import Registry

ALL = Collection("decisions", (DecisionRecorded,), "decision")
SHAPE: Shape[Entry, DecisionEntry] = Shape(DecisionEntry, DATED)


class NewDecision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``coordinator`` names ``assignee`` to act for ``holder`` on those days, or parts of them.

    With ``subject``, an area, an agency or a group of his, it is for that alone; with
    ``replace`` it takes the place of one that stands for the same days and the same work.
    """

    holder: Name
    assignee: Name
    coordinator: Name
    start: When = field(name="from")
    end: When | None = field(name="to", default=None)
    subject: Name | None = None
    because: Annotated[Text, Meta(min_length=1)]
    replace: bool = False
    government: Name | None = None


class Decisions(Controller):
    """Decisions of coordinators; answers quote them."""

    path = "/decisions"
    tags = ("decisions",)

    @post(
        operation_id="recordDecision",
        summary="Record whom the coordinator assigned",
        opt=WRITES,
        responses={**REFUSED, 201: answered(Done, "It is in the journal.")},
        response_headers=WRITTEN,
        sync_to_thread=True,
    )
    def record(
        self, *, writing: NamedDependency[Writing], data: JSONBody[NewDecision]
    ) -> Response[Any]:
        """Record the decision: answers for those days turn `assigned` and quote it.

        Where the rules have another act or decide, it is refused.
        """
        when = read_span(data.start if data.end is None else f"{data.start}/{data.end}")
        made = Decision(
            coordinator=data.coordinator,
            holder=data.holder,
            assignee=data.assignee,
            start=when.start,
            end=when.end,
            start_time=when.start_time,
            end_time=when.end_time,
            subject=data.subject,
            because=data.because,
        )

        def check() -> tuple[list[AnyRecord], tuple[Words, ...]]:
            known = writing.desk.known(data.government)
            found = decision(known, made, government=data.government, replace=data.replace)
            return [found.record], found.remarks

        return writing.record(data, check, ALL.done, because=data.because)

    @get(
        operation_id="listDecisions",
        summary="Who was assigned",
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
    ) -> Response[Page[DecisionEntry]]:
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
        operation_id="readDecision",
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
    ) -> DecisionEntry:
        """Tell one that stands."""
        return cast(DecisionEntry, ALL.one(registry, caller, number))

    @delete(
        "/{number:int}",
        operation_id="withdrawDecision",
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
