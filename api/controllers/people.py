"""``/v1/people``: whom the notices in force name, and what each holds."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import PROBLEMS, Government, KnownAt, NamePart, On, PathId
from api.ids import read
from api.listing import LINK, Listing, Page, Shape, View
from api.lookup import exactly
from api.security.access import needs
from api.wire.people import Person, PersonWhole, person, whole_person
from registry.model.access import Scope
from registry.service.answers.person import person as career_of
from registry.service.registry import Registry

SHAPE: Shape[str, Person] = Shape(Person, {"name": lambda name: name})

Leader = Annotated[
    bool | None,
    QueryParameter(description="Only those whom the division of labour names, or does not."),
]


class People(Controller):
    """Persons of one government on one day, leaders first."""

    path = "/people"
    tags = ("people",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listPeople",
        summary="The people of a government on a day",
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
        government: Government = None,
        known_at: KnownAt = None,
        name: NamePart = None,
        leader: Leader = None,
        sort: Annotated[str | None, SHAPE.sort()] = None,
        fields: Annotated[str | None, SHAPE.fields()] = None,
    ) -> Response[Page[Person]]:
        """List everybody whom the notices in force name, with titles and portfolio."""
        view = listing.view(registry, known_at, on)
        org = view.registry.organisation(view.day, government)
        leaders = frozenset(org.leaders())
        rows = [
            who
            for who in org.people()
            if (name is None or name in who) and (leader is None or leader == (who in leaders))
        ]
        return SHAPE.page(
            listing,
            view,
            rows,
            lambda who: person(org, who),
            sort=sort,
            fields=fields,
            government=org.government,
        )

    @get(
        "/{person_id:str}",
        operation_id="readPerson",
        summary="One person, and his career",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(
        self,
        *,
        view: NamedDependency[View],
        person_id: PathId,
    ) -> PersonWhole:
        """Tell titles and portfolio on a day, and posts, portfolios, groups and pairs up to it."""
        government, name = read(person_id, 2, "景德镇市人民政府~张良华")
        history = exactly(view.registry, government)
        career = career_of(view.registry, name, view.day, government=history.government)
        return whole_person(history.at(view.day), career)
