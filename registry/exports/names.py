"""Which names of organisations mean one, and which IRI an organisation has."""

from __future__ import annotations

from registry.exports.extract import Extract
from registry.exports.iris import Iris
from registry.graph.nodes import Node
from registry.graph.tenure import Tenure
from registry.graph.titles import offices


class Names:
    """The organisations of one extract by all their names."""

    def __init__(self, extract: Extract, iris: Iris) -> None:
        self.iris = iris
        self._government = extract.government
        self._full = {
            form.form: agency.name for agency in extract.agencies for form in agency.forms
        }

    def agency(self, name: str) -> str:
        """Return the fullest name of an agency."""
        return self._full.get(name, name)

    def node(self, node: Node) -> Node:
        """Return ``node`` under its fullest name."""
        return Node("agency", self.agency(node.name)) if node.kind == "agency" else node

    def organization(self, node: Node) -> str:
        """Return the IRI of an agency or a group."""
        return self.iris.thing(self.node(node))

    def agency_of(self, held: Tenure) -> str | None:
        """Return the agency of a post; ``None`` where its title does not tell, or it is none's."""
        return self._of_post(held) or None

    def body_of(self, held: Tenure) -> str | None:
        """Return the IRI of the organisation of a post, ``None`` where its title does not tell."""
        name = self._of_post(held)
        if name is None:
            return None
        return self.iris.of("agency", name) if name else self.iris.government

    def _of_post(self, held: Tenure) -> str | None:
        """Return the agency of a post, empty for the government's own; ``None`` if not told."""
        found = {self.agency(o.org) if o.org else "" for o in offices(held.post, self._government)}
        return found.pop() if len(found) == 1 else None
