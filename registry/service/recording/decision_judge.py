"""Whether a decision would count, with the resolver as the judge; see ``record_decision``.

A decision that would count on no day that it is for is refused, with the rule by which others
act or decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from registry.errors import AgainstRule, BadRecord
from registry.graph.history import History
from registry.model.answers import Cover, Segment, Status, Words
from registry.model.records import Absence, Decision
from registry.model.time import Period
from registry.resolve.answer import answer
from registry.resolve.reasons import listed
from registry.resolve.rulebook import in_force
from registry.resolve.words import STATUSES, when_words
from registry.service.question import absence_over
from registry.service.recording.record import Known
from registry.service.recording.rule_cited import cited
from registry.tables.rule_kinds import (
    ActingLimit,
    BackupActs,
    BackupOrder,
    CoordinatorAssigns,
    CoordinatorBackup,
    MattersExcluded,
    OutsideScheme,
    PortfolioSplit,
    StandIn,
    StatutoryActing,
)
from registry.tables.rules import AnyRule, Rulebook

_SAYS_WHO = (
    ActingLimit,
    BackupActs,
    BackupOrder,
    CoordinatorAssigns,
    CoordinatorBackup,
    MattersExcluded,
    OutsideScheme,
    PortfolioSplit,
    StandIn,
    StatutoryActing,
)
"""Kinds of rule by which somebody acts or decides."""


_Run = tuple[Segment, Cover]
"""Days, or parts of them, with one answer, and the holder's share in it."""


class DecisionJudge:
    """One decision before the resolver, with what is recorded."""

    def __init__(self, so_far: Known, history: History, own: Decision) -> None:
        self._history = history
        self._own = own
        self._glossary = so_far.registry.glossary
        self._book: Rulebook | None = so_far.registry.rules(history.government)
        recorded = so_far.registry.on_record(history.government)
        self._absences, self._decisions = recorded.absences, recorded.decisions

    def may_take_it(self) -> None:
        """Refuse one who assigns himself where no rule lets him."""
        own = self._own
        if own.coordinator != own.assignee:
            return
        rules = self._assigning(own.start)
        if any(rule.candidates == "coordinator_too" for rule in rules):
            return
        if not rules:
            raise BadRecord(
                f"{own.assignee} cannot assign himself: no rule lets him; name another with --assignee"
            )
        by = "; ".join(cited(rule, self._book)[1] for rule in rules)
        raise AgainstRule(
            f"{own.assignee} cannot assign himself: another leader is named, by {by}",
            tuple(rule.id for rule in rules),
        )

    def remarks(self) -> Iterator[Words]:
        """Yield the days on which the decision does not count; refuse one that counts on none."""
        own = self._own
        runs = list(self._covers(own.subject or own.holder, self._absences))
        if any(map(self._counts, runs)):
            self._one_of_those_allowed(self._absences)
            yield from self._idle(runs)
        elif all(cover.status is Status.IN_CHARGE for _, cover in runs):
            supposed = list(self._covers(own.subject or own.holder, self._supposed()))
            if not any(map(self._counts, supposed)):
                raise self._refused(supposed)
            self._one_of_those_allowed(self._supposed())
            yield Words(
                f"没有登记{own.holder}在{when_words(own).zh}不在岗：登记以后，决定才起作用",
                f"no absence of {own.holder} is recorded on {when_words(own).en}:"
                " the decision counts once it is",
            )
        else:
            seats = tuple(self._seats())
            if not seats:
                raise self._refused(runs)
            yield Words(
                f"决定只及于{listed(seats)}；其余工作照规则由他人代行",
                f"the decision is for {', '.join(seats)} alone; in all else others act by the rules",
            )

    def _covers(
        self, subject: str, absences: Sequence[Absence], *, without: bool = False
    ) -> Iterator[_Run]:
        """Yield what is answered of the holder over the days, in runs."""
        own = self._own
        others = [made for made in self._decisions if made.holder != own.holder]
        made = others if without else (*self._decisions, own)
        found = answer(
            self._history,
            self._book,
            subject,
            own.start,
            own.end,
            start_time=own.start_time,
            end_time=own.end_time,
            absences=absences,
            decisions=made,
            glossary=self._glossary,
        )
        covers = [
            (segment, cover)
            for segment in found.segments
            for cover in segment.covers
            if cover.holder == own.holder
        ]
        if not covers and subject == own.holder:
            raise BadRecord(
                f"no notice in force gives {own.holder} anything from {own.start} to {own.end}:"
                " there is nothing to assign"
            )
        if not covers:
            raise BadRecord(
                f"{subject} is not {own.holder}'s from {own.start} to {own.end}:"
                f" `registry who {subject}` says whose it is"
            )
        yield from covers

    def _counts(self, run: _Run) -> bool:
        _, cover = run
        decided = any(reason.code == "decision" for reason in cover.reasons)
        return cover.status is Status.ASSIGNED and decided and cover.acting == self._own.assignee

    def _supposed(self) -> tuple[Absence, ...]:
        """Return the absences with the holder away on the days, and all his other backups."""
        own = self._own
        backups = [b for b, _ in self._history.at(own.start).backups_of(own.holder)]
        when = Period(own.start, own.end, own.start_time, own.end_time)
        kind = next((r.triggers[0] for r in self._assigning(own.start)), "away")
        more = [
            absence_over(person, when, kind)
            for person in (own.holder, *backups)
            if person != own.assignee
        ]
        return (*self._absences, *more)

    def _one_of_those_allowed(self, absences: Sequence[Absence]) -> None:
        """Refuse one whom the rule does not let the coordinator name."""
        own = self._own
        for when, cover in self._covers(own.subject or own.holder, absences, without=True):
            open_ = cover.status is Status.COORDINATION_REQUIRED
            if open_ and own.assignee not in cover.candidates:
                rule = self._rule_behind(cover)
                raise AgainstRule(
                    f"{when_words(when).en}: {own.assignee} is none of those whom the coordinator"
                    f" may name ({', '.join(cover.candidates)}){self._by(cover, rule)}",
                    (rule.id,) if rule is not None else (),
                )

    def _idle(self, runs: Sequence[_Run]) -> Iterator[Words]:
        """Yield the runs of days on which others act, or nobody is named all the same."""
        for (counts, status, acting), run in groupby(
            runs, key=lambda one: (self._counts(one), one[1].status, one[1].acting)
        ):
            found = list(run)
            if counts:
                continue
            when = when_words(Period.between(found[0][0].begins, found[-1][0].ends))
            zh, en = STATUSES[status].zh, STATUSES[status].en
            who = acting or ""
            yield Words(
                f"{when.zh}，决定不起作用：{zh}{who}",
                f"{when.en}: the decision does not count: {en} {who}".rstrip(),
            )

    def _seats(self) -> Iterator[str]:
        """Yield the groups of the holder in which the decision counts."""
        own = self._own
        if own.subject is not None:
            return
        for group in self._history.at(own.start).leading_groups:
            heads = any(seat.person == own.holder for seat in group.heads)
            if heads and any(map(self._counts, self._covers(group.name, self._absences))):
                yield group.name

    def _refused(self, runs: Sequence[_Run]) -> BadRecord:
        """Return the refusal of a decision that counts on no day, by the first on which not."""
        when, cover = next((run for run in runs if run[1].status is not Status.IN_CHARGE), runs[0])
        rule = self._rule_behind(cover)
        why = f"{when_words(when).en}: {self._why_not(when.begins, cover)}{self._by(cover, rule)}"
        return AgainstRule(why, (rule.id,)) if rule is not None else BadRecord(why)

    def _why_not(self, moment: datetime, cover: Cover) -> str:
        own = self._own
        if cover.acting is not None:
            return (
                f"{cover.acting} acts for {own.holder} and nobody is to be assigned (if he is"
                " absent too, record that first)"
            )
        if cover.coordinator is not None and cover.coordinator != own.coordinator:
            return f"{cover.coordinator} decides, and not {own.coordinator}"
        if any(a.person == own.assignee and a.holds(moment) for a in self._absences):
            return f"{own.assignee} is absent himself; name another"
        return f"the decision would not count ({STATUSES[cover.status].en})"

    def _by(self, cover: Cover, rule: AnyRule | None) -> str:
        """Return the rule behind an answer, or the clause of the notice where there is none."""
        if rule is not None:
            return f", by {cited(rule, self._book)[1]}"
        quoted = next((r for r in reversed(cover.reasons) if r.clause is not None), None)
        return f": 「{quoted.clause}」 {quoted.doc}" if quoted is not None else ""

    def _rule_behind(self, cover: Cover) -> AnyRule | None:
        """Return the rule that an answer cites last, of those that say who acts or decides."""
        rules = self._book.rules if self._book is not None else ()
        found = {(r.source.document, r.source.clause): r for r in rules if isinstance(r, _SAYS_WHO)}
        for reason in reversed(cover.reasons):
            if (rule := found.get((reason.doc or "", reason.clause or ""))) is not None:
                return rule
        return None

    def _assigning(self, day: date) -> list[CoordinatorAssigns]:
        rules = in_force(self._book, self._history.at(day), day).rules
        return [rule for rule in rules if isinstance(rule, CoordinatorAssigns)]
