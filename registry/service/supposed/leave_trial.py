"""One leave tried: what it would break, what rules say of it, and the changes that make it fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from msgspec import structs

from registry.graph.history import History
from registry.graph.organisation import HELD
from registry.model.records import Absence
from registry.model.time import Period
from registry.service.question import absence_over
from registry.service.recording.objections import Objections
from registry.service.registry import Registry
from registry.service.supposed.leave_answer import Objection, Verdict, WayOut
from registry.service.supposed.whatif import (
    Change,
    Standing,
    Subject,
    Supposed,
    asked,
    changes,
    mentions,
    subjects_of,
)

_REACH = 14
"""Days before and after the leave asked for in which another place for it is sought."""
PORTFOLIO = frozenset(("area", "agency"))
"""The kinds of subject that must not be left without anyone acting."""
_SHARES = PORTFOLIO | {"group"}


class Trial:
    """One leave tried in one registry; ``subjects`` are those that it may concern, if known."""

    def __init__(
        self,
        registry: Registry,
        history: History,
        wanted: Absence,
        given: tuple[Absence, ...],
        subjects: tuple[Subject, ...] | None = None,
    ) -> None:
        self._registry = registry
        self._history = history
        self._wanted = wanted
        self._given = given
        self._subjects = self._concerned() if subjects is None else subjects

    @property
    def _around(self) -> Period:
        """Return the days of the leave, and those around in which it may find another place."""
        reach = timedelta(days=_REACH)
        return Period(self._wanted.start - reach, self._wanted.end + reach)

    def _concerned(self) -> tuple[Subject, ...]:
        """Return the subjects whose answers around the leave have to do with the person.

        They are his own, and those of others who are away: nobody acts for one who is there.
        """
        name, period = self._history.government, self._around
        away = (*self._registry.on_record(name).absences, *self._given)
        people = {self._wanted.person, *(absence.person for absence in away)}
        held: set[str] = set()
        for day in (period.start, *self._history.days, period.end):
            org = self._history.at(day)
            of = people | set(org.left)
            held |= {edge.target.name for edge in org.edges(HELD) if edge.source.name in of}
            held |= {g.name for g in org.groups() if any(m.person in of for m in g.heads)}
        return tuple(
            subject
            for subject in subjects_of(self._history, period)
            if subject.kind in _SHARES
            and subject.name in held
            and (found := asked(self._registry, subject, period, self._given, name)) is not None
            and mentions(found, self._wanted.person)
        )

    def with_(self, wanted: Absence, given: tuple[Absence, ...]) -> Trial:
        """Return the trial of another leave of the person, or beside fewer absences."""
        return Trial(self._registry, self._history, wanted, given, self._subjects)

    @cached_property
    def lost(self) -> list[Change]:
        """Return the subjects that somebody acts for, and with the leave nobody."""
        name, gone = self._history.government, self._wanted
        period = Period(gone.start, gone.end)
        found: list[Change] = []
        for subject in self._subjects:
            before = asked(self._registry, subject, period, self._given, name)
            after = asked(self._registry, subject, period, (*self._given, gone), name)
            found += [c for c in changes(subject, before, after) if _is_lost(c)]
        return sorted(found, key=lambda change: change.begins)

    def bad_days(self) -> set[date]:
        """Return the days of the leave on which something breaks or a rule is against it."""
        broken = _days((c.start, c.end) for c in self.lost if c.subject.kind in PORTFOLIO)
        against = (o for o in self.objections() if o.verdict is not Verdict.FITS_WITH_WARNINGS)
        return broken | _days((o.start, o.end) for o in against)

    def objections(self) -> Iterator[Objection]:
        """Yield what pairs and rules say of the leave."""
        for weighed in Objections(self._registry, self._history, self._wanted, self._given):
            yield weighed.objection

    def ways_out(self) -> tuple[WayOut, ...]:
        """Return the changes after which nothing is broken and no rule is against it."""
        bad = self.bad_days()
        if not bad:
            return ()
        found = [*self._shorter(bad), *self._moved(), *self._others(bad)]
        return tuple(sorted(found, key=lambda way: way.days))

    def _shorter(self, bad: set[date]) -> Iterator[WayOut]:
        """Yield the longest run of good days of the leave."""
        wanted = self._wanted
        asked_for = _days([(wanted.start, wanted.end)])
        runs = list(_runs_of(sorted(asked_for - bad)))
        if runs:
            start, end = max(runs, key=lambda run: run[1] - run[0])
            given_up = len(asked_for) - len(_days([(start, end)]))
            yield WayOut(kind="shorten", person=wanted.person, start=start, end=end, days=given_up)

    def _moved(self) -> Iterator[WayOut]:
        """Yield the nearest place for all of the leave; of two as near, the later one."""
        wanted, around = self._wanted, self._around
        everywhere = absence_over(wanted.person, around, wanted.kind)
        bad = self.with_(everywhere, self._given).bad_days()
        bad |= {d for d in _days([(around.start, around.end)]) if not self._divided(d)}
        for step in sorted(range(-_REACH, _REACH + 1), key=lambda n: (abs(n), -n)):
            start, end = (d + timedelta(days=step) for d in (wanted.start, wanted.end))
            if not step or bad & _days([(start, end)]):
                continue
            if not self.with_(
                structs.replace(wanted, start=start, end=end), self._given
            ).bad_days():
                yield WayOut(
                    kind="move", person=wanted.person, start=start, end=end, days=abs(step)
                )
                return

    def _divided(self, day: date) -> bool:
        """Say whether the notices tell who acts on a day at all."""
        return self._wanted.person in self._history.at(day).leaders()

    def _others(self, bad: set[date]) -> Iterator[WayOut]:
        """Yield whose leave to move, each alone, where that is enough."""
        name, wanted = self._history.government, self._wanted
        away = (*self._registry.on_record(name).absences, *self._given)
        for person in dict.fromkeys(absence.person for absence in away):
            clash = sorted(_days((a.start, a.end) for a in away if a.person == person) & bad)
            if person == wanted.person or not clash:
                continue
            known = Supposed(self._registry, name, (), there=(person,))
            rest = tuple(o for o in self._given if o.person != person)
            trial = Trial(known, known.history(name), wanted, rest, self._subjects)
            if not trial.bad_days():
                yield WayOut(
                    kind="move_other", person=person, start=clash[0], end=clash[-1], days=len(clash)
                )


def _is_lost(change: Change) -> bool:
    return _covered(change.before) and not _covered(change.after)


def _covered(standing: Standing | None) -> bool:
    return standing is not None and bool(standing.acting or standing.in_part)


def _days(periods: Iterable[tuple[date, date]]) -> set[date]:
    return {
        start + timedelta(days=n) for start, end in periods for n in range((end - start).days + 1)
    }


def _runs_of(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Yield first and last day of each run of days that follow each other.

    >>> [end.day for _, end in _runs_of([date(2019, 9, n) for n in (2, 3, 5)])]
    [3, 5]
    """
    start = before = None
    for day in days:
        if start is None or before is None:
            start = day
        elif day != before + timedelta(days=1):
            yield start, before
            start = day
        before = day
    if start is not None and before is not None:
        yield start, before
