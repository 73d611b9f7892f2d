"""What was known about the days of a feed, one state of knowledge after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from msgspec import Struct

from registry.errors import SeveralFit
from registry.graph.history import History
from registry.graph.state import Replay
from registry.model.answers import Segment, Status
from registry.model.records import Absence, Decision, OnRecord
from registry.model.time import Period
from registry.resolve.answer import answer
from registry.service.feeds.versions import noted, touching
from registry.service.registry import Registry
from registry.service.wanted import still_wanted


class Known(Struct, frozen=True):
    """One state of knowledge: the notices, and who is away and what was decided about the days."""

    history: History
    absences: tuple[Absence, ...]
    decisions: tuple[Decision, ...]


_Key = tuple[History, str, Period, tuple[Absence, ...], tuple[Decision, ...]]

_Recorded = TypeVar("_Recorded", Absence, Decision)


class Asking:
    """What a feed asks of each state of knowledge: of which government and days.

    An answer is kept as long as nothing that bears on it changes, so that a long journal does
    not have the same days worked out for each of its entries.

    Args:
        registry: where the notices and the records are.
        government: its full name.
        days: the days of the feed.
        absences: who is away besides those recorded.
    """

    def __init__(
        self, registry: Registry, government: str, days: Period, absences: Sequence[Absence] = ()
    ) -> None:
        self.government = government
        self.days = days
        self._registry = registry
        self._rules = registry.rules(government)
        self._given = tuple(absences)
        self._answers: dict[_Key, tuple[Segment, ...]] = {}

    def known(self) -> Iterator[tuple[datetime, Known]]:
        """Yield what was known from each moment on, in time order; the last is what is known."""
        name, registry = self.government, self._registry
        own = registry.facts_of(name), registry.history_of(name)
        entries = tuple(registry.entries(government=name))
        numbers = {entry.number for entry in touching(entries, self.days)}
        if not numbers:
            yield noted(own[1]), self._known(own[1], registry.on_record(name))
            return
        replay, now = Replay(), own
        for entry in entries:
            replay.apply(entry)
            if entry.number not in numbers:
                continue
            state = replay.state()
            if state.facts == own[0]:
                now = own
            elif state.facts != now[0]:
                now = state.facts, History(state.facts, name)
            yield entry.at, self._known(now[1], state.on_record(name))

    def _known(self, history: History, recorded: OnRecord) -> Known:
        """Return the state of knowledge, as far as it is about the days of the feed."""
        return Known(
            history,
            tuple(a for a in (*recorded.absences, *self._given) if a.within(self.days)),
            tuple(made for made in recorded.decisions if made.within(self.days)),
        )

    def ask(self, known: Known, subject: str, days: Period) -> tuple[Segment, ...]:
        """Return the answer about ``days``.

        Raises:
            UnknownName: no notice known names the subject.
            SlowAnswer: nobody waits for it any more.
        """
        still_wanted()
        absences, decisions = _about(known.absences, days), _about(known.decisions, days)
        key = (known.history, subject, days, absences, decisions)
        if key not in self._answers:
            self._answers[key] = answer(
                known.history,
                self._rules,
                subject,
                days.start,
                days.end,
                absences=absences,
                decisions=decisions,
                glossary=self._registry.glossary,
            ).segments
        return self._answers[key]

    def standing(self, known: Known, subject: str) -> tuple[Segment, ...]:
        """Return who is in charge with nobody away, from the first notice to the last day.

        Raises:
            UnknownName: no notice known names the subject.
        """
        first = next(iter(known.history.days), None)
        if first is None or first > self.days.end:
            return ()
        nobody = Known(known.history, (), ())
        return self.ask(nobody, subject, Period(first, self.days.end))

    def check(self, subject: str) -> None:
        """Return if the words name one subject.

        Raises:
            SeveralFit: on the last day they may mean several.
            UnknownName: no notice names the subject.
        """
        known = Known(self._registry.history_of(self.government), (), ())
        segments = self.standing(known, subject)
        if segments and segments[-1].status is Status.AMBIGUOUS:
            choices = segments[-1].choices
            raise SeveralFit(
                f"{subject!r} may mean several; ask for one of: {'; '.join(choices)}", choices
            )


def _about(every: Sequence[_Recorded], days: Period) -> tuple[_Recorded, ...]:
    return tuple(one for one in every if one.start <= days.end and days.start <= one.end)
