"""The words of a redline: one change with both clauses, and pairs due to be made anew."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct, field

from registry.graph.quotes import Quote
from registry.model.answers import Words
from registry.model.findings import Finding

Subject = Literal["agency", "area", "pair", "group"]

Turn = Literal["gained", "lost", "moved", "orphaned", "changed"]
"""``gained``: somebody has what nobody had, or one more has it; ``lost``: one has it no more,
and others still do; ``moved``: from some in charge to others; ``orphaned``: it was in somebody's
charge and is in nobody's; ``changed``: those in charge stay, and something else is otherwise."""


class Tie(Struct, frozen=True):
    """Who is tied to the subject, and how: by a relation, or a role in a group.

    In a group it may be an organisation, whose head has the seat.
    """

    who: str
    relation: str
    quote: Quote


class Change(Struct, frozen=True, kw_only=True):
    """What became of one agency, area, pair or group.

    ``before`` and ``after`` are all ties of the two days; ``who_from`` and ``who_to`` are those
    who gave it up and those who have it now. Where one side has no tie, ``silent`` quotes
    the notice in force that gives none.
    """

    subject: Subject
    name: str
    turn: Turn
    who_from: tuple[str, ...] = field(default=(), name="from")
    who_to: tuple[str, ...] = field(default=(), name="to")
    before: tuple[Tie, ...] = ()
    after: tuple[Tie, ...] = ()
    silent: Quote | None = None


class DuePair(Struct, frozen=True, kw_only=True):
    """A pair that was not made anew although a member's work changed, or a member left."""

    a: str
    b: str
    because: Words
    pair: Quote
    change: tuple[Quote, ...]


class Redline(Struct, frozen=True, kw_only=True):
    """The changes of one government between two days.

    ``stale_seats`` are seats in groups that are due for replacement on the second day: nobody
    is moved out of a group by leaving a post. Where no division of labour is known on the first
    day, ``known_from`` is the first day of which one is: what is gained was perhaps had before.
    """

    government: str
    start: date = field(name="from")
    end: date = field(name="to")
    changes: tuple[Change, ...]
    due_pairs: tuple[DuePair, ...]
    stale_seats: tuple[Finding, ...] = ()
    known_from: date | None = None

    @property
    def unknown(self) -> Words | None:
        """Say what cannot be told of the first day, if so."""
        if self.known_from is None:
            return None
        return Words(
            f"没有{self.known_from}以前的分工通知：此前由谁负责无从得知，“新增”只是通知中首次写明",
            f"no division of labour from before {self.known_from} is known: who had what then cannot"
            " be told, and what is gained is only first named",
        )
