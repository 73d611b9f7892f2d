"""``/v1/people``: whom the notices in force name, and what each holds."""

from __future__ import annotations

from litestar import Controller, get
from litestar.di import NamedDependency

from api.controllers.parameters import PROBLEMS, Government, KnownAt, On
from api.security.access import needs
from api.wire import Holding, Person, PersonList
from registry.graph.organisation import Organisation
from registry.model.access import Scope
from registry.model.answers import Relation
from registry.service.question import read_period
from registry.service.registry import Registry
from registry.service.state import read_moment


class People(Controller):
    """Persons of one government on one day, leaders first."""

    path = "/people"
    tags = ("people",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listPeople",
        summary="The people of a government on a day",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def listing(
        self,
        registry: NamedDependency[Registry],
        on: On = None,
        government: Government = None,
        known_at: KnownAt = None,
    ) -> PersonList:
        """List everybody whom the notices in force name, with titles and portfolio."""
        day = read_period(registry.today(), on=on).start
        organisation = registry.known(read_moment(known_at)).organisation(day, government)
        return PersonList(
            items=tuple(_person(organisation, name) for name in organisation.people())
        )


def _person(organisation: Organisation, name: str) -> Person:
    return Person(
        name=name,
        leader=name in organisation.leaders(),
        titles=organisation.titles(name),
        holds=tuple(
            Holding(
                relation=Relation(edge.relation),
                name=edge.target.name,
                clause=edge.fact.clause,
                doc=edge.fact.doc,
            )
            for edge in organisation.held(name)
        ),
    )
