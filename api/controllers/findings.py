"""``/v1/findings``: what the notices leave open or contradict, as ``registry check``."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import LONGEST, PROBLEMS, Away, Government, KnownAt, On
from api.listing import LINK, Listing, Page, Shape
from api.security.access import needs
from api.wire.findings import FindingItem, finding_item
from registry.model.access import Scope
from registry.model.findings import Finding, FindingKind, Severity
from registry.model.time import Period
from registry.service.answers.check import check
from registry.service.question import read_absences
from registry.service.registry import Registry

SHAPE: Shape[Finding, FindingItem] = Shape(
    FindingItem,
    {
        "kind": lambda found: found.kind.value,
        "severity": lambda found: list(Severity).index(found.severity),
    },
)

Kind = Annotated[
    FindingKind | None, QueryParameter(name="kind", description="Only findings of this kind.")
]
Grave = Annotated[
    Severity | None, QueryParameter(name="severity", description="Only findings as grave as this.")
]
Named = Annotated[
    str | None,
    QueryParameter(
        name="name", max_length=LONGEST, description="Only those that concern this name."
    ),
]


class Findings(Controller):
    """Findings of the checks."""

    path = "/findings"
    tags = ("findings",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listFindings",
        summary="What the notices leave open or contradict",
        responses=PROBLEMS,
        response_headers=[LINK],
        sync_to_thread=True,
    )
    def listing(
        self,
        *,
        registry: NamedDependency[Registry],
        listing: NamedDependency[Listing],
        on: On = None,
        away: Away = None,
        government: Government = None,
        known_at: KnownAt = None,
        kind: Kind = None,
        severity: Grave = None,
        name: Named = None,
        sort: Annotated[str | None, SHAPE.sort()] = None,
        fields: Annotated[str | None, SHAPE.fields()] = None,
    ) -> Response[Page[FindingItem]]:
        """List what the checks find on a day, each with the places that show it."""
        view = listing.view(registry, known_at, on)
        history = view.registry.history(government)
        found = check(
            view.registry,
            view.day,
            read_absences(away or (), Period(view.day, view.day)),
            kinds=[kind] if kind is not None else [],
            government=history.government,
        )
        rows = [
            one
            for one in found
            if (severity is None or one.severity is severity)
            and (name is None or name in one.names)
        ]
        return SHAPE.page(
            listing,
            view,
            rows,
            lambda one: finding_item(one, history, view.day),
            sort=sort,
            fields=fields,
            government=history.government,
        )
