"""What was said once is said again where all that was looked at is the same.

To say who acts, the resolver looks at one thing after another: is A there, is B, what was
decided. What it looks at next follows from what it has seen, so that its looks make a tree:
at each fork a look, for each sight a branch, at the end of the branches what it said. A tree
holds for every day between two changes of notices or rules. It grows with the questions asked.

Whom a coordinator may name is kept without a look at each: there are more sets of people who
are away than anybody asks about. Those who are away are left out when it is said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from datetime import date
from typing import NamedTuple

from registry.model.answers import Segment
from registry.model.time import Period
from registry.resolve.presence import Given, Look, Moment

_MOST = 2_000
"""Ends kept; of people absent together there are more sets than anybody asks about."""


class Fork(NamedTuple):
    """A look, and where each sight leads."""

    look: Look
    ways: dict[Hashable, Fork | Segment]


class Kept:
    """What was said under one organisation and its rules, a tree for each question.

    Threads may share it: at worst one thing is worked out twice.
    """

    def __init__(self) -> None:
        self._trees: dict[Hashable, Fork | Segment] = {}
        self._ends = 0

    def said(self, question: Hashable, given: Given) -> Segment | None:
        """Return what was said before, where all is the same that was looked at then."""
        place = self._trees.get(question)
        while isinstance(place, Fork):
            (see, person), ways = place
            place = ways.get(see(given, person))
        return place

    def keep(self, question: Hashable, at: Moment, said: Segment) -> None:
        """Have ``said`` said again.

        Args:
            question: what was asked; what is said depends on it and on ``at``.
            at: the moment, at which was looked to say this and nothing else.
            said: who acts.
        """
        if self._ends >= _MOST:
            self._trees.clear()
            self._ends = 0
        ways, sight = self._trees, question
        for look in at.looks:
            fork = ways.get(sight)
            if not isinstance(fork, Fork):
                fork = ways[sight] = Fork(look, {})
            see, person = look
            ways, sight = fork.ways, see(at.given, person)
        ways[sight] = said
        self._ends += 1


class Stretches:
    """What was said of one government under one book of rules.

    Args:
        days: the days on which another organisation or other rules begin to hold, sorted;
            between two of them nothing is known to change.
    """

    def __init__(self, days: Sequence[date]) -> None:
        self._days = days
        self._kept = tuple(Kept() for _ in range(len(days) + 1))

    def changes(self, period: Period) -> Sequence[date]:
        """Return the days of ``period`` after its first on which something else begins to hold."""
        return self._days[
            bisect_right(self._days, period.start) : bisect_right(self._days, period.end)
        ]

    def at(self, day: date) -> Kept:
        """Return what was said of ``day``, and of all days on which the same holds."""
        return self._kept[bisect_right(self._days, day)]
