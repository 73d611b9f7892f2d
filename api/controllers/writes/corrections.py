"""``/v1/corrections``: facts that were read or printed wrongly."""

from __future__ import annotations

from typing import Annotated, Any, cast

from litestar import Controller, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Struct, json

from api.controllers.parameters import Government, KnownAt, answered
from api.controllers.writes.common import (
    LISTED,
    LISTS,
    NUMBERED,
    REFUSED,
    WRITES,
    Because,
    Collection,
    Name,
    Number,
    Text,
)
from api.listing import LINK, Listing, Page, Shape
from api.security.caller import Caller
from api.wire.entered import CorrectionEntry, Done, Withdrawal
from api.writing import WRITTEN, Writing
from registry.model.facts import AnyFact
from registry.model.journal import AnyRecord, Entry, FactCorrected
from registry.service.recording.corrections import correction, read_fact
from registry.service.registry import Registry

ALL = Collection("corrections", (FactCorrected,), "correction")
SHAPE: Shape[Entry, CorrectionEntry] = Shape(CorrectionEntry, NUMBERED)


class NewCorrection(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``wrong`` counts no more, ``right`` in its stead; each a fact as `registry parse` prints it.

    ``wrong`` alone takes a fact back; ``right`` alone adds one that the notice states and the
    parser missed.
    """

    wrong: dict[str, Any] | None = None
    right: dict[str, Any] | None = None
    because: Text | None = None
    government: Name | None = None


class Corrections(Controller):
    """Corrections of facts; what was known before stays known then."""

    path = "/corrections"
    tags = ("corrections",)

    @post(
        operation_id="recordCorrection",
        summary="Record that a fact is wrong, and which is right",
        opt=WRITES,
        responses={**REFUSED, 201: answered(Done, "It is in the journal.")},
        response_headers=WRITTEN,
        sync_to_thread=True,
    )
    def record(
        self, *, writing: NamedDependency[Writing], data: JSONBody[NewCorrection]
    ) -> Response[Any]:
        """Record the correction; the clause of ``right`` must stand in its notice."""
        wrong, right = _fact(data.wrong, "wrong"), _fact(data.right, "right")

        def check() -> tuple[list[AnyRecord], tuple[()]]:
            return [correction(writing.desk.known(data.government), wrong, right)], ()

        return writing.record(data, check, ALL.done, because=data.because)

    @get(
        operation_id="listCorrections",
        summary="What was corrected",
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
        known_at: KnownAt = None,
        sort: Annotated[str | None, SHAPE.sort()] = None,
        fields: Annotated[str | None, SHAPE.fields()] = None,
    ) -> Response[Page[CorrectionEntry]]:
        """List what stands, oldest first, under the names that are known now."""
        return ALL.page(
            SHAPE,
            registry,
            caller,
            listing,
            government=government,
            on=None,
            known_at=known_at,
            sort=sort,
            fields=fields,
        )

    @get(
        "/{number:int}",
        operation_id="readCorrection",
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
    ) -> CorrectionEntry:
        """Tell one that stands."""
        return cast(CorrectionEntry, ALL.one(registry, caller, number))

    @delete(
        "/{number:int}",
        operation_id="withdrawCorrection",
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


def _fact(given: dict[str, Any] | None, where: str) -> AnyFact | None:
    return read_fact(json.encode(given).decode(), where) if given is not None else None
