"""The organisation of one government on any day, each state worked out once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from registry.graph.memory import Memory
from registry.graph.organisation import Organisation
from registry.graph.timeline import dated, days_of, once, organisation_at
from registry.model.facts import AnyFact


class History:
    """All facts of one government, each once, ready to be asked for any day.

    States are kept, since between two notices the organisation does not change;
    what is kept is a function of the facts alone.
    """

    def __init__(self, facts: Sequence[AnyFact], government: str) -> None:
        self.facts = once(facts)
        self.government = government
        self.dated = dated(self.facts, government)
        self.days = days_of(self.dated)
        self.memory = Memory()
        self._states: dict[date, Organisation] = {}

    def at(self, day: date) -> Organisation:
        """Return the organisation in force on ``day``."""
        place = bisect_right(self.days, day)
        since = self.days[place - 1] if place else date.min
        if since not in self._states:
            self._states[since] = organisation_at(self.dated, self.government, since)
        return replace(self._states[since], on=day)

    def states(self) -> tuple[Organisation, ...]:
        """Return the organisation after each change, in time order."""
        return tuple(self.at(day) for day in self.days)
