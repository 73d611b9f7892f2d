"""Who is there at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from msgspec import Struct

from registry.graph.organisation import Organisation
from registry.graph.posts import same_post
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.resolve.rulebook import InForce


class Moment(Struct, frozen=True, kw_only=True):
    """What the resolver sees at one time of one day.

    That is the organisation and the rules of the day, who is away, and what was decided.
    """

    day: date
    time: time = time.min
    org: Organisation
    rules: InForce
    absences: tuple[Absence, ...]
    decisions: tuple[Decision, ...]
    handovers: tuple[HandoverStep, ...] = ()
    approvals: tuple[Approval, ...] = ()

    @property
    def moment(self) -> datetime:
        """Return the moment."""
        return datetime.combine(self.day, self.time)

    def kinds(self, person: str) -> tuple[str, ...]:
        """Return the kinds of the absences of ``person`` at the moment, none if he is there."""
        own = (a.kind for a in self.absences if a.person == person and a.holds(self.moment))
        return tuple(dict.fromkeys(own))

    def absent_since(self, person: str) -> date:
        """Return the first day of the recorded absence of ``person`` that holds at the moment.

        Of several, the earliest; the day itself where there is none. Absences that follow
        each other stay apart: each is counted by itself.
        """
        own = [a.start for a in self.absences if a.person == person and a.holds(self.moment)]
        return min(own, default=self.day)

    def steps_of(self, person: str) -> tuple[HandoverStep, ...]:
        """Return what is recorded of the hand-over for the absence of ``person`` on the day."""
        return tuple(s for s in self.handovers if s.holder == person and s.covers(self.day))

    def there(self, person: str) -> bool:
        """Say whether ``person`` can act: in office, and no absence of any kind recorded."""
        return person not in self.org.left and not self.kinds(person)

    def among_those_there(self, people: Sequence[str]) -> tuple[str, ...]:
        """Return those of ``people`` who are there, in the same order."""
        return tuple(person for person in people if self.there(person))

    def by_title(self, title: str) -> str | None:
        """Return the one leader with the post ``title``; ``None`` where it is nobody or several."""
        wanted = same_post(title, self.org.government)
        found = [
            person
            for person in self.org.leaders()
            if any(same_post(t, self.org.government) == wanted for t in self.org.titles(person))
        ]
        return found[0] if len(found) == 1 else None
