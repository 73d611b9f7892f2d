"""Use case: what a government's rules say of absences about to be recorded; see ``record``.

What is refused is what a rule forbids, or allows only where somebody approves and nobody has.
All else is said and not refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from registry.errors import AgainstRule, BadRecord
from registry.graph.history import History
from registry.model.answers import Words
from registry.model.journal import AbsenceRecorded, ApprovalRecorded
from registry.model.records import Absence, Approval
from registry.resolve.words import when_words
from registry.service.recording.objections import Objections, approvers_of
from registry.service.recording.record import Known, said
from registry.service.recording.rule_cited import cited
from registry.service.supposed.leave_answer import Objection, Verdict
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
    if approved_by is not None and made and not approvals:
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
        self._objections = Objections(so_far.registry, self._history, record.absence, before)
        self._approved_by = approved_by
        self._because = because
        self._approval: Approval | None = None

    def remarks(self) -> Iterator[Words]:
        """Yield what is to be said; refuse what may not be."""
        seen: set[tuple[str, frozenset[str], datetime]] = set()
        for weighed in self._objections:
            objection = weighed.objection
            key = (objection.kind, frozenset(objection.persons), objection.begins)
            if key not in seen:
                seen.add(key)
                yield self._said_of(objection, weighed.rules)

    def approvals(self) -> Iterator[ApprovalRecorded]:
        """Yield the approval that a rule asked for."""
        if self._approval is not None:
            yield ApprovalRecorded(government=self._government, approval=self._approval)

    def _said_of(self, objection: Objection, rules: Sequence[AnyRule]) -> Words:
        when = when_words(objection)
        by = objection.approved_by
        if objection.verdict is Verdict.AGAINST_RULE:
            never = rules[0]
            raise AgainstRule(
                f"{_clash(objection)}: {self._cited(never)[1]} forbids it", (never.id,)
            )
        if objection.verdict is Verdict.NEEDS_APPROVAL:
            by = self._approved(objection, rules[0])
        if by is not None:
            zh, en = self._cited(rules[0])
            return Words(
                f"{when.zh}，{objection.text.zh}，{by}已批准（{zh}）",
                f"{when.en}: {objection.text.en}; {by} allows it ({en})",
            )
        stands = [self._cited(rule) for rule in rules]
        zh = f"（{'；'.join(zh for zh, _ in stands)}）" if stands else ""
        en = f" ({'; '.join(en for _, en in stands)})" if stands else ""
        return Words(
            f"{when.zh}，{objection.text.zh}{zh}",
            f"{when.en}: {objection.text.en}{en}",
        )

    def _approved(self, objection: Objection, rule: AnyRule) -> str:
        by_rule = self._cited(rule)[1]
        titles = "、".join(approvers_of(rule))
        if self._approved_by is None:
            who = f"the {titles}" if titles else "whoever may"
            raise AgainstRule(
                f"{_clash(objection)}: {by_rule} is in principle against it;"
                f" if {who} allows it: registry record absence … --approve-by NAME --because TEXT",
                (rule.id,),
            )
        by = self._so_far.person(self._history, self._approved_by)
        may = self._objections.approvers(rule, objection.start)
        if titles and by not in may:
            named = f", now {'、'.join(may)}" if may else ", whom no notice names"
            raise AgainstRule(
                f"by {by_rule} the {titles}{named}, approves and not {by}", (rule.id,)
            )
        if not titles and by == self._absence.person:
            raise BadRecord(f"{by} cannot approve his own absence; name who does")
        self._approval = Approval(
            by=by,
            person=self._absence.person,
            start=self._absence.start,
            end=self._absence.end,
            because=said(self._because or ""),
        )
        return by

    def _cited(self, rule: AnyRule) -> tuple[str, str]:
        return cited(rule, self._so_far.registry.rules(self._government))


def _clash(objection: Objection) -> str:
    when = when_words(objection)
    return f"{when.zh}，{objection.text.zh} · {when.en}: {objection.text.en}"
