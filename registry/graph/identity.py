"""Who is who: recorded merges and splits, applied to facts and to what people enter.

People and agencies are the same within a government by name, until a record says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct, structs

from registry.graph.governments import bodies_of
from registry.model.facts import AnyFact, Document, PostFact, Task
from registry.model.journal import (
    AbsenceRecorded,
    ApprovalRecorded,
    DecisionRecorded,
    Entered,
    HandoverRecorded,
    Merged,
    Split,
)
from registry.model.records import Absence, Approval, Decision, HandoverStep

_FIELDS = {"person": ("person", "a", "b", "chair"), "agency": ("org", "subject")}


class Rename(Struct, frozen=True):
    """One name read as another within a government; in ``docs`` only, where there are any."""

    government: str
    kind: Literal["person", "agency"]
    name: str
    into: str
    docs: frozenset[str] | None = None


def rename_of(record: Merged | Split) -> Rename:
    """Return how ``record`` has a name read."""
    if isinstance(record, Merged):
        return Rename(record.government, record.kind, record.name, record.into)
    return Rename(record.government, "person", record.name, record.called, frozenset(record.docs))


def identified(fact: AnyFact, document: Document | None, renames: Iterable[Rename]) -> AnyFact:
    """Return ``fact`` with its names as ``renames`` have them read, one after the other.

    Clause and span stay as printed. ``document`` is the notice of the fact; one that is
    issued by another body concerns a government where it fills that government's posts.
    """
    bodies = bodies_of(document) if document is not None else ()
    for rename in renames:
        ours = rename.government in bodies or (
            isinstance(fact, PostFact) and fact.post.startswith(rename.government)
        )
        if ours and (rename.docs is None or fact.doc in rename.docs):
            fact = _renamed(fact, rename)
    return fact


def _renamed(fact: AnyFact, rename: Rename) -> AnyFact:
    if isinstance(fact, Document):
        return fact
    if isinstance(fact, Task) and rename.kind == "agency":
        name = _reader(rename)
        return structs.replace(
            fact, lead=tuple(map(name, fact.lead)), support=tuple(map(name, fact.support))
        )
    changed = {
        key: rename.into for key in _FIELDS[rename.kind] if getattr(fact, key, None) == rename.name
    }
    return structs.replace(fact, **changed) if changed else fact


def absence_of(absence: Absence, government: str, renames: Iterable[Rename]) -> Absence:
    """Return ``absence`` under the name by which its person is known; splits do not reach it."""
    for rename in _everywhere(government, renames):
        absence = structs.replace(absence, person=_reader(rename)(absence.person))
    return absence


def decision_of(decision: Decision, government: str, renames: Iterable[Rename]) -> Decision:
    """Return ``decision`` under the names by which its persons, and its agency, are known."""
    renames = tuple(renames)
    for rename in renames:
        if rename.kind == "agency" and rename.government == government and decision.subject:
            decision = structs.replace(decision, subject=_reader(rename)(decision.subject))
    for rename in _everywhere(government, renames):
        name = _reader(rename)
        decision = structs.replace(
            decision,
            coordinator=name(decision.coordinator),
            holder=name(decision.holder),
            assignee=name(decision.assignee),
        )
    return decision


def handover_of(step: HandoverStep, government: str, renames: Iterable[Rename]) -> HandoverStep:
    """Return ``step`` under the name by which the one who is away is known."""
    for rename in _everywhere(government, renames):
        step = structs.replace(step, holder=_reader(rename)(step.holder))
    return step


def approval_of(approval: Approval, government: str, renames: Iterable[Rename]) -> Approval:
    """Return ``approval`` under the names by which its persons are known."""
    for rename in _everywhere(government, renames):
        name = _reader(rename)
        approval = structs.replace(approval, by=name(approval.by), person=name(approval.person))
    return approval


def entered_as(record: Entered, renames: Iterable[Rename]) -> Entered:
    """Return what was entered under the names by which its persons are known."""
    body = record.government
    match record:
        case AbsenceRecorded(absence=absence):
            return structs.replace(record, absence=absence_of(absence, body, renames))
        case DecisionRecorded(decision=decision):
            return structs.replace(record, decision=decision_of(decision, body, renames))
        case HandoverRecorded(handover=step):
            return structs.replace(record, handover=handover_of(step, body, renames))
        case ApprovalRecorded(approval=approval):
            return structs.replace(record, approval=approval_of(approval, body, renames))


def _everywhere(government: str, renames: Iterable[Rename]) -> Iterable[Rename]:
    return (
        rename
        for rename in renames
        if rename.kind == "person" and rename.docs is None and rename.government == government
    )


def _reader(rename: Rename) -> Callable[[str], str]:
    return lambda name: rename.into if name == rename.name else name
