"""What pairs and rules say of an absence that is asked for or about to be recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from registry.graph.history import History
from registry.model.answers import Reason, Words
from registry.model.records import Absence
from registry.model.time import Period
from registry.model.week import GapKind, WeekGap
from registry.resolve.presence import Given, Moment
from registry.resolve.rulebook import in_force
from registry.service.recording.clashes import clashes
from registry.service.registry import Registry
from registry.service.supposed.leave_answer import Objection, Verdict
from registry.tables.rule_kinds import (
    ActingLimit,
    BackupActs,
    BothAway,
    CoordinatorAssigns,
    Tell,
)
from registry.tables.rules import AnyRule


class Weighed(Struct, frozen=True):
    """An objection, and the rules behind it: the one that decides its verdict first."""

    objection: Objection
    rules: tuple[AnyRule, ...]


def approvers_of(rule: AnyRule) -> tuple[str, ...]:
    """Return the posts that may allow what a rule is against; none where it names none."""
    if isinstance(rule, BothAway):
        return rule.approved_by
    return (rule.then_by,) if isinstance(rule, ActingLimit) and rule.then_by else ()


class Objections:
    """What is to be said of ``wanted`` beside the absences recorded and ``given``."""

    def __init__(
        self, registry: Registry, history: History, wanted: Absence, given: Sequence[Absence] = ()
    ) -> None:
        self._registry = registry
        self._history = history
        self._wanted = wanted
        self._given = tuple(given)
        self._book = registry.rules(history.government)

    def __iter__(self) -> Iterator[Weighed]:
        yield from self._clashes()
        yield from self._too_long()
        yield from self._late()

    def approvers(self, rule: AnyRule, day: date) -> tuple[str, ...]:
        """Return who may allow what ``rule`` is against, by the notices of the day."""
        at = self._at(day)
        found = (at.by_title(title) for title in approvers_of(rule))
        return tuple(person for person in found if person is not None)

    def _clashes(self) -> Iterator[Weighed]:
        wanted = self._wanted
        recorded = self._registry.on_record(self._history.government).absences
        every = (*recorded, *self._given, wanted)
        period = Period(wanted.start, wanted.end)
        for clash in clashes(self._registry, self._history, period, every):
            if wanted.person not in clash.persons:
                continue
            together = clash.kind is GapKind.BOTH_AWAY
            rules = tuple(self._on_both_away(clash) if together else self._coordinating(clash))
            verdict, by = self._stance(rules, clash)
            decisive = rules[:1] if together else ()
            yield Weighed(
                Objection(
                    start=clash.start,
                    start_time=clash.start_time,
                    end=clash.end,
                    end_time=clash.end_time,
                    kind=clash.kind.value,
                    persons=clash.persons,
                    verdict=verdict,
                    approved_by=by,
                    text=clash.text,
                    reasons=(*clash.reasons, *map(_quoted, decisive)),
                ),
                rules,
            )

    def _on_both_away(self, clash: WeekGap) -> Iterator[BothAway]:
        """Yield the rules on both away of the clash's days, the strictest first."""
        book = self._book.rules if self._book is not None else ()
        later = {r.start for r in book if clash.start < r.start <= clash.end}
        days = [clash.start, *sorted(later)]
        found = [r for day in days for r in self._at(day).rules.rules if isinstance(r, BothAway)]
        strictness = ("forbidden", "in_principle", "allowed")
        yield from sorted(dict.fromkeys(found), key=lambda rule: strictness.index(rule.stance))

    def _coordinating(self, clash: WeekGap) -> Iterator[AnyRule]:
        """Yield the rules by which the one who is away coordinates."""
        at = self._at(clash.start)
        for rule in at.rules.rules:
            named = rule.coordinator if isinstance(rule, BackupActs | CoordinatorAssigns) else None
            if named and at.by_title(named) in clash.persons:
                yield rule

    def _stance(self, rules: tuple[AnyRule, ...], clash: WeekGap) -> tuple[Verdict, str | None]:
        """Return what two away at once come to; without a rule they are only warned of."""
        rule = rules[0] if rules else None
        if not isinstance(rule, BothAway) or rule.stance == "allowed":
            return Verdict.FITS_WITH_WARNINGS, None
        if rule.stance == "forbidden":
            return Verdict.AGAINST_RULE, None
        by = self._earlier(rule, clash.persons, clash.start, clash.end)
        return (Verdict.FITS_WITH_WARNINGS, by) if by else (Verdict.NEEDS_APPROVAL, None)

    def _too_long(self) -> Iterator[Weighed]:
        """Yield that B may not act for so long: who decides then has to allow it, if it is said."""
        wanted = self._wanted
        length = (wanted.end - wanted.start).days + 1
        for rule in self._at(wanted.start).rules.rules:
            if not isinstance(rule, ActingLimit) or length <= rule.max_days:
                continue
            over = wanted.start + timedelta(days=rule.max_days)
            by = self._earlier(rule, (wanted.person,), over, wanted.end) if rule.then_by else None
            text = Words(
                f"{length}天，超过代行期限{rule.max_days}天",
                f"{length} days, and a backup acts for {rule.max_days} at most",
            )
            asks = rule.then_by is not None and by is None
            yield Weighed(
                Objection(
                    start=over,
                    end=wanted.end,
                    kind="acting_limit",
                    persons=(wanted.person,),
                    verdict=Verdict.NEEDS_APPROVAL if asks else Verdict.FITS_WITH_WARNINGS,
                    approved_by=by,
                    text=text,
                    reasons=(_quoted(rule),),
                ),
                (rule,),
            )

    def _late(self) -> Iterator[Weighed]:
        """Yield that a rule has others told of the absence earlier than today."""
        wanted, today = self._wanted, self._registry.today()
        at = self._at(wanted.start)
        if wanted.end < today or wanted.person not in at.org.leaders():
            return
        for rule in at.rules.rules:
            if not isinstance(rule, Tell) or not rule.days_ahead:
                continue
            latest = wanted.start - timedelta(days=rule.days_ahead)
            if today <= latest:
                continue
            text = Words(
                f"{wanted.person}不在，应不迟于{latest}告知，今天是{today}",
                f"{wanted.person} is away; to be told by {latest}, and today is {today}",
            )
            yield Weighed(
                Objection(
                    start=wanted.start,
                    end=wanted.start,
                    kind="lead_time",
                    persons=(wanted.person,),
                    verdict=Verdict.FITS_WITH_WARNINGS,
                    text=text,
                    reasons=(_quoted(rule),),
                ),
                (rule,),
            )

    def _earlier(self, rule: AnyRule, persons: Sequence[str], start: date, end: date) -> str | None:
        """Return who has allowed that one of ``persons`` is away on all of the days."""
        may = self.approvers(rule, start)
        for approval in self._registry.on_record(self._history.government).approvals:
            whole = approval.start <= start and end <= approval.end
            valid = not approvers_of(rule) or approval.by in may
            if whole and valid and approval.person in persons:
                return approval.by
        return None

    def _at(self, day: date) -> Moment:
        org = self._history.at(day)
        rules = in_force(self._book, org, day)
        return Moment(org, rules, Given(day))


def _quoted(rule: AnyRule) -> Reason:
    return Reason(
        code="rule",
        text=Words(f"规则 {rule.id}", f"rule {rule.id}"),
        clause=rule.source.clause,
        doc=rule.source.document,
        date=rule.source.dated(),
    )
