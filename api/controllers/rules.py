"""``/v1/rules``: who acts when somebody is away, as the jurisdiction has it."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import PROBLEMS, Government, KnownAt, PathId
from api.ids import read
from api.listing import LINK, Listing, Page, Shape
from api.lookup import one_of
from api.security.access import needs
from api.wire.rules import InBook, Rule, RuleWhole, rule, rules_of, whole_rule
from registry.model.access import Scope
from registry.service.periods import read_last
from registry.service.registry import Registry
from registry.tables.rule_kinds import kind_of

SHAPE: Shape[InBook, Rule] = Shape(
    Rule, {"kind": lambda found: kind_of(found.rule), "from": lambda found: found.rule.start}
)

Kind = Annotated[
    str | None, QueryParameter(name="kind", max_length=40, description="Only rules of this kind.")
]
InForce = Annotated[
    str | None,
    QueryParameter(
        name="on", max_length=10, description="Only rules that hold on this day; all without it."
    ),
]


class Rules(Controller):
    """Rules of delegation, each with its source."""

    path = "/rules"
    tags = ("rules",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listRules",
        summary="The rules of a government, and the law that it is under",
        responses=PROBLEMS,
        response_headers=[LINK],
        sync_to_thread=True,
    )
    def listing(
        self,
        *,
        registry: NamedDependency[Registry],
        listing: NamedDependency[Listing],
        on: InForce = None,
        government: Government = None,
        known_at: KnownAt = None,
        kind: Kind = None,
        sort: Annotated[str | None, SHAPE.sort()] = None,
        fields: Annotated[str | None, SHAPE.fields()] = None,
    ) -> Response[Page[Rule]]:
        """List each rule as a sentence in Chinese and English, with document and clause."""
        view = listing.view(registry, known_at, on)
        name = view.registry.history(government).government
        day = read_last(on) if on is not None else None
        rows = [
            found
            for found in rules_of(view.registry.rules(name))
            if (kind is None or kind_of(found.rule) == kind)
            and (day is None or found.rule.holds(day))
        ]
        return SHAPE.page(listing, view, rows, rule, sort=sort, fields=fields, government=name)

    @get(
        "/{rule_id:str}",
        operation_id="readRule",
        summary="One rule",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(self, *, registry: NamedDependency[Registry], rule_id: PathId) -> RuleWhole:
        """Tell a rule of a government, or of the law, as a sentence with its source."""
        body, name = read(rule_id, 2, "景德镇市人民政府~jingdezhen-2019-b-acts")
        rows = rules_of(registry.rules(body))
        found = one_of(
            [row for row in rows if body in {row.book.government, row.book.country}],
            lambda row: row.rule.id,
            name,
            body,
            "rule",
        )
        return whole_rule(found)
