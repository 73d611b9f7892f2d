"""``/v1/journal``: what the registry learnt, when and from whom."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import PathParameter, QueryParameter

from api.controllers.parameters import PROBLEMS, Government, KnownAt
from api.listing import LINK, Listing, Page, Shape
from api.security.access import needs
from api.wire.journal import JournalEntry, JournalEntryWhole, journal_entry, whole_journal_entry
from registry.errors import UnknownName
from registry.model.access import Scope
from registry.model.journal import Entry
from registry.service.registry import Registry

SHAPE: Shape[Entry, JournalEntry] = Shape(JournalEntry, {})
LAST = 2**53 - 1

After = Annotated[
    int,
    QueryParameter(name="after", ge=0, le=LAST, description="Only entries of a higher number."),
]
Kind = Annotated[
    str | None,
    QueryParameter(
        name="record", max_length=40, description="Only entries that record this kind of thing."
    ),
]
Number = Annotated[int, PathParameter(ge=1, le=LAST, description="The number of the entry.")]


class JournalEntries(Controller):
    """The journal, in its order; nothing in it is ever edited."""

    path = "/journal"
    tags = ("journal",)
    opt = needs(Scope.ABSENCES, Scope.ADMINISTER)

    @get(
        operation_id="listJournal",
        summary="The entries of the journal",
        responses=PROBLEMS,
        response_headers=[LINK],
        sync_to_thread=True,
    )
    def listing(
        self,
        *,
        registry: NamedDependency[Registry],
        listing: NamedDependency[Listing],
        after: After = 0,
        government: Government = None,
        known_at: KnownAt = None,
        record: Kind = None,
        fields: Annotated[str | None, SHAPE.fields()] = None,
    ) -> Response[Page[JournalEntry]]:
        """List who entered what and when, without what may say why somebody is away."""
        view = listing.view(registry, known_at)
        name = view.registry.history(government).government if government is not None else None
        start = max(after, listing.cursor.after if listing.cursor is not None else 0)
        rows = (
            entry
            for entry in view.registry.entries(start, name)
            if record is None or entry.record.__struct_config__.tag == record
        )
        return SHAPE.page_of_run(
            listing,
            view,
            rows,
            journal_entry,
            lambda entry: entry.number,
            fields=fields,
            government=name,
        )

    @get(
        "/{number:int}",
        operation_id="readJournalEntry",
        summary="One entry of the journal",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(self, *, registry: NamedDependency[Registry], number: Number) -> JournalEntryWhole:
        """Tell one entry, without what may say why somebody is away."""
        found = next(registry.entries(number - 1), None)
        if found is None or found.number != number:
            raise UnknownName(
                f"the journal has no entry {number}; the last is {registry.position()}"
            )
        return whole_journal_entry(found)
