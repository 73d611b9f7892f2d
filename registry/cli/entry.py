"""What an entry of the journal records, on one line; private reasons stay in the journal."""

from __future__ import annotations

import msgspec

from registry.model import journal as records
from registry.model.facts import AnyFact, Document

_CARRIED = frozenset(("fact", "doc", "clause", "span"))
_LONGEST = 80


def what(record: records.AnyRecord) -> str:
    """Return in a few words what ``record`` says."""
    match record:
        case records.NoticeIngested(name=name, facts=facts):
            heads = [
                f"{f.doc} {f.title}" if f.number else f.title
                for f in facts
                if isinstance(f, Document)
            ]
            return f"{'；'.join(heads) or name} ({len(facts)})"
        case records.FactCorrected(wrong=wrong, right=right):
            quoted = right or wrong
            source = f" 「{_short(quoted.clause)}」 {quoted.doc}" if quoted else ""
            return f"{_said(wrong)} → {_said(right)}{source}"
        case records.AbsenceRecorded(government=government, absence=absence):
            return f"{government}: {absence.person} {absence.notation} {absence.kind}"
        case records.DecisionRecorded(government=government, decision=decision):
            matter = f" {decision.subject}" if decision.subject else ""
            acts = f"{decision.holder} → {decision.assignee}{matter} {decision.notation}"
            return f"{government}: {acts} ({decision.coordinator})"
        case records.HandoverRecorded(government=government, handover=step):
            note = f" 「{_short(step.note)}」" if step.note else ""
            return f"{government}: {step.holder} {step.notation} {step.step} {step.on}{note}"
        case records.ApprovalRecorded(government=government, approval=given):
            return f"{government}: {given.person} {given.notation} ← {given.by}"
        case records.Merged(government=government, name=name, into=into):
            return f"{government}: {name} = {into}"
        case records.Split(government=government, name=name, called=called, docs=docs):
            return f"{government}: {name} → {called} ({'、'.join(docs)})"
        case records.Withdrawn(entry=number):
            return f"#{number}"


def _said(fact: AnyFact | None) -> str:
    if fact is None:
        return "—"
    values = msgspec.to_builtins(fact)
    own = [str(v) for k, v in values.items() if k not in _CARRIED and v is not None]
    return " ".join((str(values["fact"]), _short(" · ".join(own))))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
