"""Use case: what nobody would cover if any one, or any two, of the leaders were away.

A subject is asked about with those away whom its answer names; with anybody else away the
answer is the same. Subjects whose answers agree with nobody and with each one away share the
answers for two.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from msgspec import Struct

from registry.errors import UnknownName
from registry.model.answers import Answer, Status
from registry.model.records import Absence
from registry.model.time import Period
from registry.service.registry import Registry
from registry.service.supposed.whatif import Subject, asked, in_part, subjects_of

_KINDS = frozenset(("area", "agency", "group"))


class Uncovered(Struct, frozen=True, kw_only=True):
    """A subject, and with whom away nobody acts for it.

    ``singles`` are those whose absence alone is enough; ``pairs`` are two that are enough
    together, where neither is alone. ``to_coordinate`` counts, of both, the cases in which a
    coordinator could still name one. ``always`` says that nobody acts with all there.
    """

    subject: Subject
    holders: tuple[str, ...]
    singles: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    to_coordinate: int = 0
    always: bool = False


class Resilience(Struct, frozen=True, kw_only=True):
    """The subjects that somebody's absence leaves uncovered, worst first, and the counts.

    ``absences`` and ``couples`` are how many single absences and pairs of them were tried;
    ``people`` counts for each leader the subjects that his absence alone leaves uncovered.
    """

    government: str
    on: date
    asked: int
    absences: int
    couples: int
    people: dict[str, int]
    uncovered: tuple[Uncovered, ...]


def resilience(registry: Registry, on: date, *, government: str | None = None) -> Resilience:
    """Try every single and every pair of absences of leaders on a day.

    Absences recorded count besides.

    Raises:
        UnknownName: the government is not known, or no division of labour is in force.
    """
    history = registry.history(government)
    name = history.government
    leaders = history.at(on).leaders()
    if not leaders:
        raise UnknownName(f"no notice of {name} divides the work on {on}; ask for a later day")
    period = Period(on, on)
    subjects = tuple(s for s in subjects_of(history, period) if s.kind in _KINDS)
    trial = _Trial(registry, name, period, leaders)
    found = tuple(trial.uncovered(subject) for subject in subjects)
    worst = sorted(
        (f for f in found if f is not None),
        key=lambda f: (not f.always, -len(f.singles), -len(f.pairs), f.to_coordinate),
    )
    return Resilience(
        government=name,
        on=on,
        asked=len(subjects),
        absences=len(leaders),
        couples=len(leaders) * (len(leaders) - 1) // 2,
        people={who: sum(who in f.singles for f in worst) for who in leaders},
        uncovered=tuple(worst),
    )


class _Trial:
    """The answers of one day with leaders away, those for two shared between subjects alike."""

    def __init__(
        self, registry: Registry, government: str, period: Period, leaders: tuple[str, ...]
    ) -> None:
        self._registry = registry
        self._government = government
        self._period = period
        self._leaders = leaders
        self._shared: dict[object, dict[tuple[str, str], Status]] = {}

    def uncovered(self, subject: Subject) -> Uncovered | None:
        """Return with whom away nobody acts for ``subject``; ``None`` where it is never so."""
        plain = self._answer(subject)
        if plain is None:
            return None
        holders = tuple(cover.holder for cover in plain.segments[0].covers)
        if _gap(plain) is not None:
            return Uncovered(subject=subject, holders=holders, singles=(), pairs=(), always=True)
        answers = {who: self._answer(subject, who) for who in self._leaders if _names(plain, who)}
        alone = {who: status for who, found in answers.items() if (status := _gap(found))}
        key = (_signature(plain), *((who, _signature(f)) for who, f in answers.items()))
        if key not in self._shared:
            self._shared[key] = dict(self._couples(subject, answers, alone))
        couples = self._shared[key]
        if not alone and not couples:
            return None
        statuses = (*alone.values(), *couples.values())
        return Uncovered(
            subject=subject,
            holders=holders,
            singles=tuple(alone),
            pairs=tuple(couples),
            to_coordinate=statuses.count(Status.COORDINATION_REQUIRED),
        )

    def _couples(
        self, subject: Subject, answers: dict[str, Answer | None], alone: dict[str, Status]
    ) -> Iterator[tuple[tuple[str, str], Status]]:
        for one, other in combinations(self._leaders, 2):
            if one in alone or other in alone or not (one in answers or other in answers):
                continue
            named = (one, other) if one in answers else (other, one)
            first = answers[named[0]]
            if first is not None and named[1] not in answers and not _names(first, named[1]):
                continue  # who is in no way named makes no difference
            if status := _gap(self._answer(subject, one, other)):
                yield (one, other), status

    def _answer(self, subject: Subject, *away: str) -> Answer | None:
        absences = [
            Absence(person=who, start=self._period.start, end=self._period.end) for who in away
        ]
        return asked(self._registry, subject, self._period, absences, self._government)


def _gap(found: Answer | None) -> Status | None:
    """Return the status where nobody acts."""
    if found is None:
        return None
    segment = found.segments[0]
    return None if segment.acting or in_part(segment) else segment.status


def _names(found: Answer, person: str) -> bool:
    """Say whether the answer turns on ``person``, or might with somebody away."""
    segment = found.segments[0]
    return person in segment.acting or any(
        person in (cover.holder, cover.acting, cover.coordinator) or person in cover.candidates
        for cover in segment.covers
    )


def _signature(found: Answer | None) -> object:
    """Return all of an answer that tells it from another, but the words of its reasons."""
    if found is None:
        return None
    return tuple(
        (
            segment.status,
            segment.acting,
            tuple(
                (c.holder, c.relation, c.status, c.acting, c.coordinator, c.candidates, c.flags)
                for c in segment.covers
            ),
        )
        for segment in found.segments
    )
