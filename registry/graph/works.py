"""Work that notices give to agencies: tasks, duties, and indicators of a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, cast

from msgspec import Struct

from registry.graph.nodes import Edge
from registry.model.facts import Document

GIVEN = ("leads", "has_duty", "answers_for")
"""The relations by which an agency is answerable for a piece of work."""

SUPPORTS = "supports"

WorkKind = Literal["task", "duty", "indicator"]


class Work(Struct, frozen=True, kw_only=True):
    """One piece of work of one notice, and the agencies tied to it, in the clause's order.

    A text that stands twice in a notice is one piece of work, with the agencies of both.
    """

    kind: WorkKind
    text: str
    document: Document
    edges: tuple[Edge, ...]

    @property
    def given(self) -> tuple[Edge, ...]:
        """Return the ties of the agencies that are answerable for it."""
        return tuple(edge for edge in self.edges if edge.relation in GIVEN)

    @property
    def supporting(self) -> tuple[Edge, ...]:
        """Return the ties of the agencies that support it; they are not answerable."""
        return tuple(edge for edge in self.edges if edge.relation == SUPPORTS)


def works(edges: Iterable[Edge]) -> tuple[Work, ...]:
    """Put the ``edges`` of agencies to work together, a notice and a text at a time."""
    found: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in edges:
        key = (edge.target.kind, edge.target.name, edge.document.doc)
        found.setdefault(key, []).append(edge)
    return tuple(
        Work(
            kind=cast("WorkKind", kind),
            text=text,
            document=own[0].document,
            edges=tuple(own),
        )
        for (kind, text, _), own in found.items()
    )
