"""``/v1/identities``: two names that are one, and one name that is two people's."""

from __future__ import annotations

from typing import Annotated, Any, cast

from litestar import Controller, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct

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
from api.wire.entered import Done, IdentityEntry, Withdrawal
from api.writing import WRITTEN, Writing
from registry.model.journal import AnyRecord, Entry, Merged, Split
from registry.service.recording.names import Kind, merge, split
from registry.service.recording.record import said
from registry.service.registry import Registry

ALL = Collection("identities", (Merged, Split), "merge or split")
SHAPE: Shape[Entry, IdentityEntry] = Shape(IdentityEntry, NUMBERED)


class NewMerge(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``name`` is the person or agency called ``into``, which is the name that is kept."""

    kind: Kind
    name: Name
    into: Name
    because: Annotated[Text, Meta(min_length=1)]
    government: Name | None = None


class NewSplit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The ``name`` in the notices ``docs`` is another person's, to be told apart as ``called``."""

    name: Name
    docs: Annotated[tuple[Name, ...], Meta(min_length=1, max_length=1000)]
    called: Name
    because: Annotated[Text, Meta(min_length=1)]
    government: Name | None = None


class Identities(Controller):
    """Who is who, as people decided it: recorded, and reversible."""

    path = "/identities"
    tags = ("names",)

    @post(
        "/merges",
        operation_id="recordMerge",
        summary="Record that two names are one",
        opt=WRITES,
        responses={**REFUSED, 201: answered(Done, "It is in the journal.")},
        response_headers=WRITTEN,
        sync_to_thread=True,
    )
    def merge(
        self, *, writing: NamedDependency[Writing], data: JSONBody[NewMerge]
    ) -> Response[Any]:
        """Record that two names are one person's or one agency's."""
        why = said(data.because)

        def check() -> tuple[list[AnyRecord], tuple[()]]:
            known = writing.desk.known(data.government)
            made = merge(known, data.name, data.into, data.kind, government=data.government)
            return [made], ()

        return writing.record(data, check, ALL.done, because=why)

    @post(
        "/splits",
        operation_id="recordSplit",
        summary="Record that one name is two people's",
        opt=WRITES,
        responses={**REFUSED, 201: answered(Done, "It is in the journal.")},
        response_headers=WRITTEN,
        sync_to_thread=True,
    )
    def split(
        self, *, writing: NamedDependency[Writing], data: JSONBody[NewSplit]
    ) -> Response[Any]:
        """Record that the name in some notices is another person's."""
        why = said(data.because)

        def check() -> tuple[list[AnyRecord], tuple[()]]:
            known = writing.desk.known(data.government)
            made = split(known, data.name, data.docs, data.called, government=data.government)
            return [made], ()

        return writing.record(data, check, ALL.done, because=why)

    @get(
        operation_id="listIdentities",
        summary="What was merged and split",
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
    ) -> Response[Page[IdentityEntry]]:
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
        operation_id="readIdentity",
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
    ) -> IdentityEntry:
        """Tell one that stands."""
        return cast(IdentityEntry, ALL.one(registry, caller, number))

    @delete(
        "/{number:int}",
        operation_id="withdrawIdentity",
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
