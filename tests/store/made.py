"""Records made up for the tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from registry.model.facts import Document, Supervises
from registry.model.journal import (
    AbsenceRecorded,
    AnyRecord,
    ApprovalRecorded,
    DecisionRecorded,
    FactCorrected,
    HandoverRecorded,
    Merged,
    NoticeIngested,
    Split,
    Withdrawn,
)
from registry.model.records import Absence, Approval, Decision, HandoverStep

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


def moment(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def document(doc: str, issuer: str | None) -> Document:
    return Document(
        doc=doc,
        clause=doc,
        span=(0, len(doc)),
        number=doc,
        title="关于领导分工的通知",
        date="2026-01-02",
        issuer=issuer,
        kind="division",
    )


def supervises(doc: str, person: str, org: str) -> Supervises:
    return Supervises(doc=doc, clause=f"分管{org}。", span=(9, 12), person=person, org=org)


def notice(number: int, city: str | None = "甲市") -> NoticeIngested:
    """A notice of a city's government; other numbers have other texts and document numbers."""
    doc = f"{city or '无'}府字〔2026〕{number}号"
    text = f"{doc}\n关于领导分工的通知\n王一{number}同志分管市商务局。\n"
    return NoticeIngested(
        digest=sha256(text.encode()).hexdigest(),
        name=f"{number}.txt",
        text=text,
        facts=(
            document(doc, f"{city}人民政府" if city else None),
            supervises(doc, f"王一{number}", "市商务局"),
        ),
    )


def absence(person: str = "王一1", city: str = "甲市") -> AbsenceRecorded:
    days = Absence(person=person, start=date(2026, 3, 2), end=date(2026, 3, 3))
    return AbsenceRecorded(government=f"{city}人民政府", absence=days, reason="外出\n学习")


def decision(city: str = "甲市") -> DecisionRecorded:
    return DecisionRecorded(
        government=f"{city}人民政府",
        decision=Decision(
            coordinator="丁",
            holder="甲",
            assignee="丙",
            start=date(2026, 3, 2),
            end=date(2026, 3, 2),
            because="“口头”安排",
        ),
    )


def handover(city: str = "甲市") -> HandoverRecorded:
    return HandoverRecorded(
        government=f"{city}人民政府",
        handover=HandoverStep(
            holder="王一1",
            step="handed_over",
            on=date(2026, 3, 1),
            start=date(2026, 3, 2),
            end=date(2026, 3, 3),
            note="两件急件",
        ),
    )


def approval(city: str = "甲市") -> ApprovalRecorded:
    return ApprovalRecorded(
        government=f"{city}人民政府",
        approval=Approval(
            by="甲", person="王一1", start=date(2026, 3, 2), end=date(2026, 3, 3), because="急事"
        ),
    )


def every_kind(last: int) -> tuple[AnyRecord, ...]:
    """One record of each kind, to stand behind ``last`` entries."""
    given = notice(1)
    document_of_it, line = given.facts
    return (
        given,
        FactCorrected(wrong=line, right=supervises(document_of_it.doc, "李二", "市商务局")),
        absence(),
        decision(),
        handover(),
        approval(),
        Merged(government="甲市人民政府", kind="agency", name="市商务局", into="商务局"),
        Split(
            government="甲市人民政府", name="李二", docs=(document_of_it.doc,), called="李二（乙）"
        ),
        Withdrawn(entry=last + 3),
    )
