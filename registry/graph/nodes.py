"""Nodes and edges of the organisation's graph."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

from registry.model.facts import AnyFact, Document, Fact

Kind = Literal[
    "person",
    "post",
    "agency",
    "area",
    "group",
    "subgroup",
    "task",
    "duty",
    "indicator",
    "meeting",
]


class Node(NamedTuple):
    """One thing of the organisation: what it is, and its name as the notice writes it."""

    kind: Kind
    name: str


class Edge(Struct, frozen=True, kw_only=True):
    """One relation in force, with the fact that states it and the notice it stands in.

    ``relation`` is the fact's kind (``supervises``, ``ab_pair``, ``member`` …), but for work
    given to agencies: an agency ``leads`` or ``supports`` a task, ``has_duty`` and
    ``answers_for`` an indicator; and for a meeting, which a person ``chairs``.
    """

    source: Node
    relation: str
    target: Node
    fact: AnyFact
    document: Document

    @property
    def date(self) -> str | None:
        """Return the notice's date as written, missing parts left off."""
        return self.document.date


def relation_of(fact: Fact) -> str:
    """Return the kind of ``fact``: the relation of its edge, where no other word is set."""
    tag = fact.__struct_config__.tag
    assert isinstance(tag, str)  # every fact is a tagged struct
    return tag
