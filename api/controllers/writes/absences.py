"""``/v1/absences``: who is absent when; why is told to those alone who may know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, cast

from litestar import Controller, Request, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import JSONBody, QueryParameter, RawBody
from msgspec import Struct, field

from api.controllers.parameters import LONGEST, Government, KnownAt, On, answered, problem
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
    WhyAtAll,
)
from api.listing import LINK, Listing, Page, Shape
from api.security.caller import Caller
from api.wire.entered import AbsenceEntry, Done, Imported, Withdrawal
from api.writing import WRITTEN, Writing
from registry.model.answers import Words
from registry.model.journal import AbsenceRecorded, AnyRecord, Entry
from registry.service.periods import read_span
from registry.service.recording.absences import Rows, absences, rows_in
from registry.service.recording.record import absence
from registry.service.recording.rules import judged
from registry.service.registry import Registry

ALL = Collection("absences", (AbsenceRecorded,), "absence")
SHAPE: Shape[Entry, AbsenceEntry] = Shape(AbsenceEntry, DATED)


FILES = {"text/csv": Path("absences.csv"), "text/calendar": Path("absences.ics")}
"""By its content type, what a file is called in messages."""

Approver = Annotated[
    str | None,
    QueryParameter(
        name="approve_by",
        max_length=LONGEST,
        description="Who allows what a rule is in principle against; goes with `because`.",
    ),
]

Strict = Annotated[
    bool, QueryParameter(description="Refuse a calendar with events that are nobody's absence.")
]


@dataclass
class _ImportOperation(Operation):
    def __post_init__(self) -> None:
        content = OpenAPIMediaType(schema=Schema(type=OpenAPIType.STRING))
        self.request_body = RequestBody(
            content=dict.fromkeys(FILES, content), description="The file.", required=True
        )


class NewAbsence(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person is absent from a day to a day, both included.

    ``kind`` is what the rules go by: away, ill, leave, training, travel, meeting, reception,
    overload or clash. ``reason`` is private. ``approve_by`` is who allows what a rule is in
    principle against, and ``because`` why.
    """

    person: Name
    start: When = field(name="from")
    end: When | None = field(name="to", default=None)
    kind: Name
    reason: Text | None = None
    approve_by: Name | None = None
    because: Text | None = None
    government: Name | None = None


class Absences(Controller):
    """Absences recorded beside the notices."""

    path = "/absences"
    tags = ("absences",)

    @post(
        operation_id="recordAbsence",
        summary="Record that a person is absent",
        opt=WRITES,
        responses={**REFUSED, 201: answered(Done, "It is in the journal.")},
        response_headers=WRITTEN,
        sync_to_thread=True,
    )
    def record(
        self, *, writing: NamedDependency[Writing], data: JSONBody[NewAbsence]
    ) -> Response[Any]:
        """Hold it against the government's rules, and record it.

        What a rule forbids is refused, what one is in principle against needs `approve_by`;
        what else the rules have to say comes as `warnings`.
        """
        when = read_span(data.start if data.end is None else f"{data.start}/{data.end}")

        def check() -> tuple[list[AnyRecord], tuple[Words, ...]]:
            known = writing.desk.known(data.government)
            made = absence(
                known,
                data.person,
                when,
                data.kind,
                government=data.government,
                reason=data.reason,
            )
            found = judged(known, [made], approved_by=data.approve_by, because=data.because)
            return [made, *found.approvals], found.remarks

        return writing.record(data, check, ALL.done, because=data.because)

    @post(
        "/import",
        operation_id="importAbsences",
        summary="Record the absences of a table or a calendar",
        opt=WRITES,
        operation_class=_ImportOperation,
        status_code=200,
        responses={
            **REFUSED,
            200: answered(Imported, "What became of the file."),
            415: problem("The body is neither text/csv nor text/calendar."),
        },
        response_headers=WRITTEN,
        sync_to_thread=True,
    )
    def take_in(
        self,
        *,
        request: Request[Caller, Any, Any],
        writing: NamedDependency[Writing],
        body: RawBody,
        government: Government = None,
        because: WhyAtAll = None,
        approve_by: Approver = None,
        strict: Strict = False,
    ) -> Response[Any]:
        """Record every absence of the file, or none where a line is at fault.

        CSV has the columns person, start, end, kind and, if wanted, start_time, end_time and
        government, or their Chinese names. Of iCalendar, SUMMARY begins with the name, and the
        kind is in CATEGORIES or follows the name; events that are nobody's absence are passed
        over and listed. What was recorded before is not recorded again; what the calendar
        cancelled or changed since is taken back.
        """
        file = FILES.get(request.content_type[0])
        if file is None:
            raise ClientException(
                f"send {' or '.join(FILES)}, and say so in content-type", status_code=415
            )
        contents = rows_in(body, file)

        def check() -> tuple[tuple[AnyRecord, ...], tuple[Rows, tuple[Words, ...]]]:
            known = writing.desk.known(government)
            found = absences(known, contents, file, government=government, strict=strict)
            places = [f"{file}, line {line}: " for line in found.lines]
            told = judged(
                known.without(found.gone),
                found.new,
                places=places,
                approved_by=approve_by,
                because=because,
            )
            return (*found.withdrawals, *found.new, *told.approvals), (found, told.remarks)

        return writing.record(
            sha256(body).hexdigest(),  # what is in the query is known by the address
            check,
            _imported,
            because=because,
            source=file.name,
            status=200,
        )

    @get(
        operation_id="listAbsences",
        summary="Who is recorded as absent",
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
    ) -> Response[Page[AbsenceEntry]]:
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
        operation_id="readAbsence",
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
    ) -> AbsenceEntry:
        """Tell one that stands."""
        return cast(AbsenceEntry, ALL.one(registry, caller, number))

    @delete(
        "/{number:int}",
        operation_id="withdrawAbsence",
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


def _imported(entries: Sequence[Entry], found: tuple[Rows, tuple[Words, ...]]) -> Imported:
    rows, warnings = found
    return Imported(
        entries=tuple(entry.number for entry in entries),
        taken_back=rows.gone,
        known=rows.known,
        withdrawn=rows.withdrawn,
        passed_over=rows.passed_over,
        warnings=warnings,
    )
