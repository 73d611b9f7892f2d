"""Use case: what a government's rules say of absences about to be recorded; see ``record``.

What is refused is what a rule forbids, or allows only where somebody approves and nobody has.
All else is said and not refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from registry.errors import AgainstRule, BadRecord
from registry.graph.history import History
from registry.model.answers import Words
from registry.model.journal import AbsenceRecorded, ApprovalRecorded
from registry.model.records import Absence, Approval
from registry.model.week import GapKind
from registry.resolve.presence import Moment
from registry.resolve.rulebook import in_force
from registry.resolve.words import when_words
from registry.service.leave_answer import Objection
from registry.service.leave_trial import Trial
from registry.service.record import Known, said
from registry.service.rule_cited import cited
from registry.tables.rule_kinds import (
    ActingLimit,
    BackupActs,
    BothAway,
    CoordinatorAssigns,
    Tell,
)
from registry.tables.rules import AnyRule


class Judged(Struct, frozen=True, kw_only=True):
    """What is to be said of new absences, and what was approved with them."""

    remarks: tuple[Words, ...]
    approvals: tuple[ApprovalRecorded, ...] = ()


def judged(
    so_far: Known,
    made: Sequence[AbsenceRecorded],
    *,
    places: Sequence[str] = (),
    approved_by: str | None = None,
    because: str | None = None,
) -> Judged:
    """Hold new absences against the rules, each beside those recorded and those before it.

    Args:
        so_far: what is known without them.
        made: the new absences.
        places: where each was read, for messages.
        approved_by: who allows what a rule is in principle against.
        because: why he does.

    Raises:
        AgainstRule: a rule forbids one, or nobody who may has approved it where a rule asks
            for that.
        BadRecord: there is an approval that no rule asks for, or by the one who is absent.
        UnknownName: no notice names the one who approves.
    """
    remarks: list[Words] = []
    approvals: list[ApprovalRecorded] = []
    for number, record in enumerate(made):
        before = [one.absence for one in made[:number] if one.government == record.government]
        trial = _Judge(so_far, record, before, approved_by, because)
        try:
            remarks += trial.remarks()
        except BadRecord as error:
            where = places[number] if places else ""
            message = f"{where}{error}; nothing is recorded"
            if isinstance(error, AgainstRule):
                raise AgainstRule(message, error.rules) from None
            raise BadRecord(message) from None
        approvals += trial.approvals()
    if approved_by is not None and not approvals:
        raise BadRecord("no rule asks for approval of this absence; leave --approve-by off")
    return Judged(remarks=tuple(dict.fromkeys(remarks)), approvals=tuple(approvals))


class _Judge:
    """One new absence before the rules of its government."""

    def __init__(
        self,
        so_far: Known,
        record: AbsenceRecorded,
        before: Sequence[Absence],
        approved_by: str | None,
        because: str | None,
    ) -> None:
        self._so_far = so_far
        self._government = record.government
        self._absence = record.absence
        self._history: History = so_far.history(record.government, record.absence.person)
        self._book = so_far.registry.rules(record.government)
        self._trial = Trial(so_far.registry, self._history, record.absence, tuple(before), ())
        self._approved_by = approved_by
        self._because = because
        self._approval: Approval | None = None

    def remarks(self) -> Iterator[Words]:
        """Yield what is to be said; refuse what may not be."""
        seen: set[tuple[str, frozenset[str], datetime]] = set()
        for objection in self._trial.objections():
            key = (objection.kind, frozenset(objection.persons), objection.begins)
            if key not in seen:
                seen.add(key)
                yield self._said_of(objection)
        yield from self._late()

    def approvals(self) -> Iterator[ApprovalRecorded]:
        """Yield the approval that a rule asked for."""
        if self._approval is not None:
            yield ApprovalRecorded(government=self._government, approval=self._approval)

    def _said_of(self, objection: Objection) -> Words:
        when = when_words(objection)
        rules = tuple(self._rules_on(objection))
        both = [r for r in rules if isinstance(r, BothAway)]
        never = next((r for r in both if r.stance == "forbidden"), None)
        if never is not None:
            raise AgainstRule(
                f"{self._clash(objection)}: {self._cited(never)[1]} forbids it", (never.id,)
            )
        rule = next((r for r in both if r.stance == "in_principle"), None)
        if rule is not None:
            by = self._earlier(objection, rule) or self._approved(objection, rule)
            return Words(
                f"{when.zh}，{objection.text.zh}，{by}已批准（{self._cited(rule)[0]}）",
                f"{when.en}: {objection.text.en}; {by} allows it ({self._cited(rule)[1]})",
            )
        stands = [self._cited(rule) for rule in rules or self._coordinating(objection)]
        zh = f"（{'；'.join(zh for zh, _ in stands)}）" if stands else ""
        en = f" ({'; '.join(en for _, en in stands)})" if stands else ""
        return Words(
            f"{when.zh}，{objection.text.zh}{zh}",
            f"{when.en}: {objection.text.en}{en}",
        )

    def _rules_on(self, objection: Objection) -> Iterator[AnyRule]:
        """Yield the rules in force from which an objection was made."""
        kind: type[BothAway | ActingLimit]
        if objection.kind == GapKind.BOTH_AWAY.value:
            kind, days = BothAway, self._days_of_rules(objection)
        elif objection.kind == "acting_limit":
            kind, days = ActingLimit, [self._absence.start]
        else:
            return
        found = (r for day in days for r in self._at(day).rules.rules if isinstance(r, kind))
        yield from dict.fromkeys(found)

    def _days_of_rules(self, objection: Objection) -> list[date]:
        """Return the first day of an objection, and those in it on which a rule comes in."""
        book = self._book.rules if self._book is not None else ()
        later = {r.start for r in book if objection.start < r.start <= objection.end}
        return [objection.start, *sorted(later)]

    def _coordinating(self, objection: Objection) -> Iterator[AnyRule]:
        """Yield the rules by which the one who is away coordinates."""
        if objection.kind != GapKind.COORDINATOR_AWAY.value:
            return
        at = self._at(objection.start)
        for rule in at.rules.rules:
            named = rule.coordinator if isinstance(rule, BackupActs | CoordinatorAssigns) else None
            if named and at.by_title(named) in objection.persons:
                yield rule

    def _earlier(self, objection: Objection, rule: BothAway) -> str | None:
        """Return who has approved that one of the two is away, on all days of the clash."""
        may = self._approvers(rule, objection.start)
        for approval in self._so_far.registry.approvals_of(self._government):
            whole = approval.start <= objection.start and objection.end <= approval.end
            valid = not rule.approved_by or approval.by in may
            if whole and valid and approval.person in objection.persons:
                return approval.by
        return None

    def _approved(self, objection: Objection, rule: BothAway) -> str:
        by_rule = self._cited(rule)[1]
        titles = "、".join(rule.approved_by)
        if self._approved_by is None:
            who = f"the {titles}" if titles else "whoever may"
            raise AgainstRule(
                f"{self._clash(objection)}: {by_rule} is in principle against it;"
                f" if {who} allows it: registry record absence … --approve-by NAME --because TEXT",
                (rule.id,),
            )
        by = self._so_far.person(self._history, self._approved_by)
        may = self._approvers(rule, objection.start)
        if rule.approved_by and by not in may:
            named = f", now {'、'.join(may)}" if may else ", whom no notice names"
            raise AgainstRule(
                f"by {by_rule} the {titles}{named}, approves and not {by}", (rule.id,)
            )
        if not rule.approved_by and by == self._absence.person:
            raise BadRecord(f"{by} cannot approve his own absence; name who does")
        self._approval = Approval(
            by=by,
            person=self._absence.person,
            start=self._absence.start,
            end=self._absence.end,
            because=said(self._because or ""),
        )
        return by

    def _approvers(self, rule: BothAway, day: date) -> tuple[str, ...]:
        found = (self._at(day).by_title(title) for title in rule.approved_by)
        return tuple(person for person in found if person is not None)

    def _late(self) -> Iterator[Words]:
        """Yield that a rule has others told of an absence earlier than it is recorded."""
        start, today = self._absence.start, self._so_far.registry.today()
        at = self._at(start)
        if self._absence.end < today or self._absence.person not in at.org.leaders():
            return
        for rule in at.rules.rules:
            if isinstance(rule, Tell) and rule.days_ahead:
                latest = start - timedelta(days=rule.days_ahead)
                if today > latest:
                    zh, en = self._cited(rule)
                    yield Words(
                        f"{self._absence.person}{start}起不在，应不迟于{latest}告知，今天是{today}（{zh}）",
                        f"{self._absence.person} is away from {start}; to be told by {latest},"
                        f" and today is {today} ({en})",
                    )

    def _at(self, day: date) -> Moment:
        org = self._history.at(day)
        rules = in_force(self._book, org, day)
        return Moment(day=day, org=org, rules=rules, absences=(), decisions=())

    def _cited(self, rule: AnyRule) -> tuple[str, str]:
        return cited(rule, self._book)

    def _clash(self, objection: Objection) -> str:
        when = when_words(objection)
        return f"{when.zh}，{objection.text.zh} · {when.en}: {objection.text.en}"
