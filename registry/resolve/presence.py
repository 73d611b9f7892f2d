"""Who is there at a moment."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct, field, structs

from registry.graph.organisation import Organisation
from registry.graph.posts import same_post
from registry.model.answers import Segment
from registry.model.records import Absence, Approval, Decision, HandoverStep, OnRecord
from registry.resolve.rulebook import InForce


class Given(NamedTuple):
    """What differs from question to question: the day, and of what people entered all that holds.

    ``away`` are the absences at the moment, by person; it holds nobody without one.
    """

    day: date
    away: Mapping[str, Sequence[Absence]] = {}
    decisions: tuple[Decision, ...] = ()
    handovers: tuple[HandoverStep, ...] = ()
    approvals: tuple[Approval, ...] = ()

    @classmethod
    def at(cls, day: date, recorded: OnRecord) -> Given:
        """Return what is given on a day on which all that is ``recorded`` holds."""
        away: dict[str, list[Absence]] = {}
        for absence in recorded.absences:
            away.setdefault(absence.person, []).append(absence)
        return cls(day, away, *recorded[1:])

    def kinds_of(self, person: str) -> tuple[tuple[str, type], ...]:
        """Return the kind of each absence of ``person``, and the type of that.

        A kind that nobody is told is equal to the same kind that may be told, and is said in
        other words.
        """
        own = self.away.get(person)
        return tuple((absence.kind, type(absence.kind)) for absence in own) if own else ()

    def absent_since(self, person: str) -> date:
        """Return the first day of the first absence of ``person``, without one the day itself."""
        return min((absence.start for absence in self.away.get(person, ())), default=self.day)

    def those_there(self, people: Sequence[str]) -> tuple[str, ...]:
        """Return those of ``people`` of whom no absence is recorded, in the same order."""
        return tuple(person for person in people if person not in self.away)

    def any_there(self, people: Sequence[str]) -> bool:
        """Say whether of any of ``people`` no absence is recorded."""
        return any(person not in self.away for person in people)

    def among_candidates(self, said: Segment) -> Segment:
        """Return what is said with those of its candidates who are there."""
        if not any(cover.candidates for cover in said.covers):
            return said
        covers = (
            structs.replace(cover, candidates=self.those_there(cover.candidates))
            for cover in said.covers
        )
        return structs.replace(said, covers=tuple(covers))

    def steps_of(self, person: str) -> tuple[HandoverStep, ...]:
        """Return what is recorded of the hand-over for the absence of ``person``."""
        return tuple(step for step in self.handovers if step.holder == person)


Look = tuple[Callable[[Given, Any], Hashable], str | tuple[str, ...]]
"""How something given is looked at, and of which person or persons."""


def _day(given: Given, _: str) -> date:
    return given.day


def _decisions(given: Given, _: str) -> tuple[Decision, ...]:
    return given.decisions


def _approvals(given: Given, _: str) -> tuple[Approval, ...]:
    return given.approvals


class Moment(Struct, frozen=True):
    """What the resolver sees at one time of one day.

    That is the organisation and the rules of the day, who is away, and what was decided. All
    that is ``given`` is looked at by the methods here, which keep every look in ``looks``.
    """

    org: Organisation
    rules: InForce
    given: Given
    looks: dict[Look, None] = field(default_factory=dict)

    @property
    def day(self) -> date:
        """Return the day."""
        self.looks[_day, ""] = None
        return self.given.day

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions that hold on the day, oldest first."""
        self.looks[_decisions, ""] = None
        return self.given.decisions

    @property
    def approvals(self) -> tuple[Approval, ...]:
        """Return the approvals that hold on the day."""
        self.looks[_approvals, ""] = None
        return self.given.approvals

    def kinds(self, person: str) -> tuple[str, ...]:
        """Return the kinds of the absences of ``person`` at the moment, none if he is there."""
        self.looks[Given.kinds_of, person] = None
        return tuple(dict.fromkeys(absence.kind for absence in self.given.away.get(person, ())))

    def absent_since(self, person: str) -> date:
        """Return the first day of the recorded absence of ``person`` that holds at the moment.

        Of several, the earliest; the day itself where there is none. Absences that follow
        each other stay apart: each is counted by itself.
        """
        self.looks[Given.absent_since, person] = None
        return self.given.absent_since(person)

    def steps_of(self, person: str) -> tuple[HandoverStep, ...]:
        """Return what is recorded of the hand-over for the absence of ``person`` on the day."""
        self.looks[Given.steps_of, person] = None
        return self.given.steps_of(person)

    def there(self, person: str) -> bool:
        """Say whether ``person`` can act: in office, and no absence of any kind recorded."""
        return person not in self.org.left and not self.kinds(person)

    def among_those_there(self, people: Iterable[str]) -> tuple[str, ...]:
        """Return those of ``people`` who are there, in the same order."""
        in_office = self._in_office(people)
        self.looks[Given.those_there, in_office] = None
        return self.given.those_there(in_office)

    def candidates(self, people: Iterable[str]) -> tuple[str, ...]:
        """Return whom of ``people`` one may name: all in office, none where nobody is there.

        Who of them is there is looked at by ``Given.among_candidates``, once the answer is known.
        """
        in_office = self._in_office(people)
        self.looks[Given.any_there, in_office] = None
        return in_office if self.given.any_there(in_office) else ()

    def _in_office(self, people: Iterable[str]) -> tuple[str, ...]:
        return tuple(person for person in people if person not in self.org.left)

    def by_title(self, title: str) -> str | None:
        """Return the one leader with the post ``title``; ``None`` where it is nobody or several."""
        wanted = same_post(title, self.org.government)
        return self.org.memory.once(("by title", wanted), lambda: self._by_title(wanted))

    def _by_title(self, wanted: str) -> str | None:
        found = [
            person
            for person in self.org.leaders()
            if any(same_post(t, self.org.government) == wanted for t in self.org.titles(person))
        ]
        return found[0] if len(found) == 1 else None
