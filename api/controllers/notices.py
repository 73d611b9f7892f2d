"""``/v1/notices``: what the registry has read."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import LONGEST, PROBLEMS, Government, KnownAt, PathId
from api.ids import read
from api.listing import LINK, Listing, Page, Shape, View
from api.lookup import one_of
from api.security.access import needs
from api.wire.notices import Notice, NoticeWhole, notice, whole_notice
from registry.graph.dates import counts_from
from registry.model.access import Scope
from registry.model.facts import DocumentKind
from registry.service.answers.notice import Read, issued_by, known_notices, with_text
from registry.service.periods import read_first, read_last
from registry.service.registry import Registry

SHAPE: Shape[Read, Notice] = Shape(
    Notice,
    {
        "date": lambda found: found.document.date or "",
        "number": lambda found: found.document.number or "",
        "title": lambda found: found.document.title,
    },
)

Kind = Annotated[DocumentKind | None, QueryParameter(description="Only notices of this kind.")]
Title = Annotated[
    str | None,
    QueryParameter(max_length=LONGEST, description="Only those with this in their title."),
]
Since = Annotated[
    str | None,
    QueryParameter(
        name="since", max_length=10, description="Only those that count from this day or later."
    ),
]
Until = Annotated[
    str | None,
    QueryParameter(
        name="until", max_length=10, description="Only those that count from this day or earlier."
    ),
]


class Notices(Controller):
    """Notices, in the order in which they were read."""

    path = "/notices"
    tags = ("notices",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listNotices",
        summary="The notices that answers rest on",
        responses=PROBLEMS,
        response_headers=[LINK],
        sync_to_thread=True,
    )
    def listing(
        self,
        *,
        registry: NamedDependency[Registry],
        listing: NamedDependency[Listing],
        government: Government = None,
        known_at: KnownAt = None,
        kind: Kind = None,
        title: Title = None,
        since: Since = None,
        until: Until = None,
        sort: Annotated[str | None, SHAPE.sort()] = None,
        fields: Annotated[str | None, SHAPE.fields()] = None,
    ) -> Response[Page[Notice]]:
        """List every notice, or those that bear on a government, with what each says of itself."""
        view = listing.view(registry, known_at)
        name = view.registry.history(government).government if government is not None else None
        first = read_first(since) if since is not None else None
        last = read_last(until) if until is not None else None
        rows = [
            found
            for found in known_notices(view.registry, name)
            if (kind is None or found.document.kind == kind)
            and (title is None or title in found.document.title)
            and (first is None or ((day := counts_from(found.document)) and first <= day))
            and (last is None or ((day := counts_from(found.document)) and day <= last))
        ]
        return SHAPE.page(listing, view, rows, notice, sort=sort, fields=fields, government=name)

    @get(
        "/{notice_id:str}",
        operation_id="readNotice",
        summary="One notice: its text, and what was read in it",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(
        self,
        *,
        view: NamedDependency[View],
        notice_id: PathId,
    ) -> NoticeWhole:
        """Tell all facts with their clauses and places, and the clauses not understood."""
        government, doc = read(notice_id, 2, "景德镇市人民政府~景府字〔2019〕33号")
        rows = issued_by(view.registry, government)
        found = one_of(rows, lambda row: row.document.doc, doc, government or "nobody", "notice")
        return whole_notice(with_text(view.registry, found))
