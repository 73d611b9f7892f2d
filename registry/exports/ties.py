"""The ties of a government's graph through time: who has what from when to when, by which clauses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from registry.exports.text import iso
from registry.graph.dates import first_day
from registry.graph.history import History
from registry.graph.nodes import Edge, Node
from registry.graph.organisation import Organisation
from registry.graph.quotes import Quote, begins, quote
from registry.graph.spans import Span, spans
from registry.model.facts import Document, Member, MemberOrg, Office


class Bond(Struct, frozen=True, kw_only=True):
    """What is tied to what, and how; in a group also the role, the sub-group and the title there."""

    source: Node
    relation: str
    target: Node
    role: str | None = None
    subgroup: str | None = None
    title: str | None = None


class Tie(Struct, frozen=True, kw_only=True):
    """A bond that holds from ``start`` up to and without ``end``; ``None`` where it still holds.

    ``since`` and ``until`` are the same days as the notices write them, missing parts left off.
    ``quotes`` are the clauses that state it; ``ended`` is the notice that ended it, where one
    notice alone counts from that day.
    """

    bond: Bond
    start: date
    end: date | None
    since: str
    until: str | None
    quotes: tuple[Quote, ...]
    ended: Quote | None = None

    def holds(self, on: date) -> bool:
        """Say whether the bond holds on a day."""
        return self.start <= on and (self.end is None or on < self.end)


def ties(history: History) -> tuple[Tie, ...]:
    """Return all ties that the notices of ``history`` ever made, in time order."""
    counting: dict[date, list[Document]] = {}
    for day, document, fact in history.dated:
        if isinstance(fact, Document):
            counting.setdefault(day, []).append(document)
    return tuple(_tie(span, counting) for span in spans(history, _bonds, date.max))


def _bonds(org: Organisation) -> Iterator[tuple[Bond, Quote]]:
    for _, _, data in org.graph.edges(data=True):
        edge: Edge = data["edge"]
        fact = edge.fact
        bond = Bond(
            source=edge.source,
            relation=edge.relation,
            target=edge.target,
            role=fact.role if isinstance(fact, Member | MemberOrg) else None,
            subgroup=fact.subgroup if isinstance(fact, Member | MemberOrg | Office) else None,
            title=fact.title if isinstance(fact, Member) else None,
        )
        yield bond, quote(fact, edge.document)


def _tie(span: Span[Bond], counting: dict[date, list[Document]]) -> Tie:
    ending = counting.get(span.end, []) if span.end is not None else []
    return Tie(
        bond=span.what,
        start=span.start,
        end=span.end,
        since=_written(span.start, counting),
        until=_written(span.end, counting) if span.end is not None else None,
        quotes=span.quotes,
        ended=quote(ending[0], ending[0]) if len(ending) == 1 else None,
    )


def _written(day: date, counting: dict[date, list[Document]]) -> str:
    """Return the day with no more parts than every notice writes that counts from it."""
    said = (iso(begins(document)) for document in counting.get(day, ()))
    return min((s for s in said if s and first_day(s) == day), key=len, default=day.isoformat())
