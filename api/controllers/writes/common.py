"""What the collections of entered things have in common: parameters, problems, and withdrawal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from litestar import Response
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import PathParameter, QueryParameter
from msgspec import Meta, Struct

from api.controllers.parameters import LONGEST, PROBLEMS, problem
from api.ids import address
from api.listing import Listing, Shape
from api.security.access import needs, writes
from api.security.caller import Caller
from api.wire.entered import Done, Withdrawal, entered, shown
from api.wire.links import Links
from api.writing import Writing, tag
from registry.errors import UnknownName
from registry.model.access import Scope
from registry.model.answers import Words
from registry.model.journal import (
    AbsenceRecorded,
    AnyRecord,
    ApprovalRecorded,
    DecisionRecorded,
    Entry,
    HandoverRecorded,
    Record,
)
from registry.service.periods import read_last
from registry.service.recording.record import said, withdrawal
from registry.service.recording.standing import about, listed
from registry.service.registry import Registry

_PLAIN = r"^[^\x00-\x08\x0b-\x1f\x7f]*$"
"""No signs that a terminal or a database would take for orders."""
LAST = 2**53 - 1

Name = Annotated[str, Meta(min_length=1, max_length=LONGEST, pattern=_PLAIN)]
Text = Annotated[str, Meta(max_length=2000, pattern=_PLAIN)]
When = Annotated[
    str,
    Meta(
        max_length=40,
        description="A day; DAY/am or DAY/pm is a half of it, DAYTHH:MM a time on it.",
    ),
]
Day = Annotated[str, Meta(max_length=10, description="YYYY-MM-DD")]

Number = Annotated[
    int, PathParameter(ge=1, le=LAST, description="The number of the entry in the journal.")
]
Because = Annotated[
    str,
    QueryParameter(
        name="because", min_length=1, max_length=2000, pattern=_PLAIN, description="Why."
    ),
]

WhyAtAll = Annotated[
    str | None,
    QueryParameter(name="because", max_length=2000, pattern=_PLAIN, description="Why."),
]

LISTS = needs(Scope.ABSENCES, Scope.RECORD)
"""What people enter is listed for those who enter, and for those who may know of absences."""
WRITES = writes(Scope.RECORD)

_REFUSED = {
    401: problem("No key came with the request, or one that does not hold."),
    403: problem("The key lacks the scope, or another site's page asks."),
    409: problem("There is no journal."),
}
LISTED: dict[int, ResponseSpec] = {**PROBLEMS, **_REFUSED}
"""What a listing may be met with."""
REFUSED: dict[int, ResponseSpec] = {
    **PROBLEMS,
    **_REFUSED,
    409: problem(
        "A rule is against it (`rules`), it is recorded already (`entry`), others write at the"
        " same time, or there is no journal."
    ),
    412: problem("More has been recorded since the ETag that `If-Match` names."),
    413: problem("The body is too long."),
    422: problem(
        "It cannot be entered: it contradicts itself or what is known, or the"
        " `Idempotency-Key` was sent with another request."
    ),
}
"""What a write may be met with."""


NUMBERED: Mapping[str, Callable[[Entry], Any]] = {"number": lambda entry: entry.number}
"""By what a collection is sorted."""


def _begins(entry: Entry) -> datetime:
    match entry.record:
        case (
            AbsenceRecorded(absence=what)
            | DecisionRecorded(decision=what)
            | HandoverRecorded(handover=what)
            | ApprovalRecorded(approval=what)
        ):
            return what.begins
        case other:
            raise TypeError(f"{other.__struct_config__.tag} has no days")


DATED = {**NUMBERED, "from": _begins}
"""By what one is sorted whose records have days."""


@dataclass(frozen=True)
class Collection:
    """One collection: its path, and the kinds of record in it."""

    path: str
    kinds: tuple[type[Record], ...]
    called: str

    def page(
        self,
        shape: Shape[Entry, Any],
        registry: Registry,
        caller: Caller,
        asked: Listing,
        *,
        government: str | None,
        on: str | None,
        known_at: str | None,
        sort: str | None,
        fields: str | None,
    ) -> Response[Any]:
        """Return a page of what stands, under the names that are known now."""
        view = asked.view(registry, known_at)
        name = view.registry.history(government).government if government is not None else None
        tells_why = caller.may(Scope.ABSENCES)
        rows = listed(
            view.registry.entries(government=name),
            self.kinds,
            government=name,
            on=read_last(on) if on is not None else None,
            tells_why=tells_why,
        )
        answer = shape.page(
            asked,
            view,
            rows,
            lambda row: shown(row, self.path),
            sort=sort,
            fields=fields,
            government=name,
        )
        answer.headers["etag"] = tag(view.position, tells_why=tells_why)
        return answer

    def one(self, registry: Registry, caller: Caller, number: int) -> Any:  # noqa: ANN401 - its kind
        """Return one that stands.

        Raises:
            UnknownName: no such one stands.
        """
        tells_why = caller.may(Scope.ABSENCES)
        meant = self._meant(registry.entries(number - 1), number)
        body = getattr(meant.record, "government", None)
        entries = registry.entries(government=body)
        for entry in listed(entries, self.kinds, tells_why=tells_why):
            if entry.number == number:
                return shown(entry, self.path)
        raise UnknownName(f"entry {number} was withdrawn and counts no more")

    def withdraw(self, writing: Writing, number: int, because: str) -> Response[Any]:
        """Record that one counts no more.

        Raises:
            UnknownName: there is no such one.
            AlreadyRecorded: it was withdrawn before.
        """
        journal = writing.desk.journal
        self._meant(journal.entries(number - 1), number)
        return withdrawn(writing, number, because)

    def done(self, entries: Sequence[Entry], warnings: tuple[Words, ...] = ()) -> Done:
        """Return the answer to a write."""
        numbers = tuple(entry.number for entry in entries)
        own = Links(own=address(self.path, str(numbers[0])))
        return Done(entries=numbers, links=own, warnings=warnings)

    def _meant(self, entries: Any, number: int) -> Entry:  # noqa: ANN401 - an iterator
        entry: Entry | None = next(entries, None)
        if entry is None or entry.number != number or not isinstance(entry.record, self.kinds):
            raise UnknownName(f"entry {number} of the journal is no {self.called}")
        return entry


def withdrawn(writing: Writing, number: int, because: str) -> Response[Any]:
    """Record that an entry counts no more."""
    journal, why = writing.desk.journal, said(because)

    def check() -> tuple[Sequence[AnyRecord], Entry]:
        made, meant = withdrawal(journal, number)
        return [made], meant

    def show(entries: Sequence[Entry], meant: Entry) -> Struct:
        return Withdrawal(
            **entered(entries[0], "withdrawals"), entry=number, about_it=about(journal, meant)
        )

    return writing.record(None, check, show, because=why, status=200)
