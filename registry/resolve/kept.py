"""What was said once is said again where all that was looked at is the same.

To say who acts, the resolver looks at one thing after another: is A there, is B, what was
decided. What it looks at next follows from what it has seen, so that its looks make a tree:
at each fork a look, for each sight a branch, at the end of the branches what it said. A tree
holds for every day between two changes of notices or rules. It grows with the questions asked.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from registry.model.answers import Segment
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

    def once(self, question: Hashable, at: Moment, say: Callable[[], Segment]) -> Segment:
        """Return what ``say`` returned before, where all is the same that it looked at then.

        Args:
            question: what is asked; what is said depends on it and on ``at``.
            at: the moment, at which ``say`` looks and nobody has looked yet.
            say: says who acts.
        """
        place = self._trees.get(question)
        while isinstance(place, Fork):
            (see, person), ways = place
            place = ways.get(see(at.given, person))
        if place is not None:
            return place
        said = say()
        self._grow(question, at.given, at.looks, said)
        return said

    def _grow(self, question: Hashable, given: Given, looks: Iterable[Look], said: Segment) -> None:
        if self._ends >= _MOST:
            self._trees.clear()
            self._ends = 0
        ways, sight = self._trees, question
        for look in looks:
            fork = ways.get(sight)
            if not isinstance(fork, Fork):
                fork = ways[sight] = Fork(look, {})
            see, person = look
            ways, sight = fork.ways, see(given, person)
        ways[sight] = said
        self._ends += 1
