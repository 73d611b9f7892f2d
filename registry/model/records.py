"""What people enter, each as a small record."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Absence(Struct, frozen=True, kw_only=True):
    """A person is not there from ``start`` to ``end``, both days included.

    ``kind`` is why in the rules' sense: ``away`` (not in the city) is the trigger of
    most AB rules; other kinds (``ill`` in town, …) count only where a rule names them.
    """

    person: str
    start: date
    end: date
    kind: str = "away"

    def covers(self, day: date) -> bool:
        """Say whether the absence holds on ``day``."""
        return self.start <= day <= self.end


class Decision(Struct, frozen=True, kw_only=True):
    """The coordinator names who acts for ``holder`` from ``start`` to ``end``, both included."""

    coordinator: str
    holder: str
    assignee: str
    start: date
    end: date
    because: str

    def covers(self, day: date) -> bool:
        """Say whether the decision holds on ``day``."""
        return self.start <= day <= self.end
