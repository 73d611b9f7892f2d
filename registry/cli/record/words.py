"""What people entered that stands, as a line for people, in Chinese or English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.model import journal as records
from registry.model.answers import Words
from registry.resolve.words import absence_words, when_words

if TYPE_CHECKING:
    from registry.cli.output import Lang
    from registry.model.journal import AnyRecord, Entry
    from registry.model.records import Step

_STEPS: dict[Step, Words] = {
    "told_backup": Words("已告知B角", "the backup was told"),
    "told_office": Words("已告知办公室", "the office was told"),
    "told_coordinator": Words("已告知协调人", "the coordinator was told"),
    "told_head": Words("已报告主要负责人", "the head was told"),
    "handed_over": Words("已交接工作", "the work was handed over"),
    "accepted": Words("B角已接受", "the backup accepted"),
    "reported_back": Words("已交回工作", "the work was handed back"),
}


def line(entry: Entry, lang: Lang) -> str:
    """Return the entry as one line: number, what it is, whose, what it says, and why."""
    kind, text = _said(entry.record)
    government = getattr(entry.record, "government", "")
    why = f" — {entry.because}" if entry.because else ""
    told = f"#{entry.number}  {_say(kind, lang)}  {government}  {_say(text, lang)}{why}"
    return " ".join(told.splitlines())


def _said(record: AnyRecord) -> tuple[Words, Words]:
    match record:
        case records.AbsenceRecorded(absence=absence):
            when, kind = when_words(absence), absence_words((absence.kind,))
            return Words("不在岗", "absence"), Words(
                f"{absence.person}  {when.zh}  {kind.zh}", f"{absence.person}  {when.en}  {kind.en}"
            )
        case records.DecisionRecorded(decision=made):
            when, of = when_words(made), f"（{made.subject}）" if made.subject else ""
            matter = f" in {made.subject}" if made.subject else ""
            return Words("代行决定", "decision"), Words(
                f"{made.holder}{of}  {when.zh}  由{made.assignee}代行，{made.coordinator}指定",
                f"{made.holder}  {when.en}  {made.assignee} acts{matter}, named by {made.coordinator}",
            )
        case records.HandoverRecorded(handover=step):
            when, done = when_words(step), _STEPS[step.step]
            note = f"「{step.note}」" if step.note else ""
            return Words("工作交接", "hand-over"), Words(
                f"{step.holder}  {when.zh}  {step.on} {done.zh}{note}",
                f"{step.holder}  {when.en}  {step.on} {done.en}{f' {note}' if note else ''}",
            )
        case records.ApprovalRecorded(approval=given):
            when = when_words(given)
            return Words("批准", "approval"), Words(
                f"{given.person}  {when.zh}  {given.by}批准",
                f"{given.person}  {when.en}  allowed by {given.by}",
            )
        case _:
            raise AssertionError("the list has no other kind")


def _say(words: Words, lang: Lang) -> str:
    return words.zh if lang == "zh" else words.en
