"""``/v1/approvals``: who allowed absences that rules are in principle against."""

from __future__ import annotations

from typing import Annotated, Any, cast

from litestar import Controller, Response, delete, get
from litestar.di import NamedDependency

from api.controllers.parameters import Government, KnownAt, On, answered
from api.controllers.writes.common import (
    DATED,
    LISTED,
    LISTS,
    REFUSED,
    WRITES,
    Because,
    Collection,
    Number,
)
from api.listing import LINK, Listing, Page, Shape
from api.security.caller import Caller
from api.wire.entered import ApprovalEntry, Withdrawal
from api.writing import WRITTEN, Writing
from registry.model.journal import ApprovalRecorded, Entry
from registry.service.registry import Registry

ALL = Collection("approvals", (ApprovalRecorded,), "approval")
SHAPE: Shape[Entry, ApprovalEntry] = Shape(ApprovalEntry, DATED)


class Approvals(Controller):
    """Approvals; one is recorded together with its absence, by `approve_by` there."""

    path = "/approvals"
    tags = ("absences",)

    @get(
        operation_id="listApprovals",
        summary="What was allowed, and by whom",
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
    ) -> Response[Page[ApprovalEntry]]:
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
        operation_id="readApproval",
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
    ) -> ApprovalEntry:
        """Tell one that stands."""
        return cast(ApprovalEntry, ALL.one(registry, caller, number))

    @delete(
        "/{number:int}",
        operation_id="withdrawApproval",
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
