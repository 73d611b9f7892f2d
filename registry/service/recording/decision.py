"""Use case: the coordinator's assignment, held against the rules before it is recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from registry.errors import AlreadyRecorded, BadRecord
from registry.graph.history import History
from registry.graph.identity import decision_of, rename_of
from registry.graph.state import standing
from registry.model.answers import Words
from registry.model.journal import DecisionRecorded
from registry.model.records import Decision
from registry.resolve.kinds.law import COMMITTEE
from registry.resolve.words import when_words
from registry.service.bounds import sensible
from registry.service.recording.decision_judge import DecisionJudge
from registry.service.recording.record import Known, said


class Decided(Struct, frozen=True, kw_only=True):
    """The decision as it is recorded, and what is to be said of it."""

    record: DecisionRecorded
    remarks: tuple[Words, ...] = ()


def decision(
    so_far: Known, made: Decision, *, government: str | None = None, replace: bool = False
) -> Decided:
    """Return the record of the coordinator's assignment, and where it does not count.

    Args:
        so_far: what is known.
        made: the decision as typed.
        government: as elsewhere.
        replace: it takes the place of one that stands for the same days and the same work.

    Raises:
        BadPeriod: it ends before it begins.
        BadRecord: the holder is assigned to himself, the coordinator to himself with no rule
            that lets him; the same is recorded already, or another for the same days; the
            rules have others act or decide, or name others who may be assigned.
        UnknownName: no notice of the government names one of the three, or the work.
    """
    sensible(made.start, made.end)
    history = so_far.history(government, made.holder)
    own = Decision(
        coordinator=_who_decides(so_far, history, made.coordinator),
        holder=so_far.person(history, made.holder),
        assignee=so_far.person(history, made.assignee),
        start=made.start,
        end=made.end,
        start_time=made.start_time,
        end_time=made.end_time,
        because=said(made.because),
        subject=(made.subject or "").strip() or None,
    )
    if own.assignee == own.holder:
        raise BadRecord(f"{own.holder} cannot act for himself; name another with --assignee")
    others = tuple(_standing(so_far, history, own))
    same = next((number for number, other in others if other == own), None)
    if same is not None:
        raise AlreadyRecorded(f"that decision is recorded already, as entry {same}", same)
    remarks = tuple(_replaced(own, others, replace=replace))
    judge = DecisionJudge(so_far, history, own)
    judge.may_take_it()
    record = DecisionRecorded(government=history.government, decision=own)
    return Decided(record=record, remarks=(*remarks, *judge.remarks()))


def _who_decides(so_far: Known, history: History, typed: str) -> str:
    """Return a person by his name; the standing committee, which by law decides too, as typed."""
    name = typed.strip()
    return name if name.endswith(COMMITTEE) else so_far.person(history, name)


def _standing(so_far: Known, history: History, own: Decision) -> Iterator[tuple[int, Decision]]:
    """Yield the decisions that stand for the same work at a time of the same days, by entry."""
    renames = [rename_of(one) for one in so_far.state.identities]
    for entry in standing(so_far.entries):
        record = entry.record
        if isinstance(record, DecisionRecorded) and record.government == history.government:
            other = decision_of(record.decision, record.government, renames)
            same = other.holder == own.holder and other.subject == own.subject
            if same and other.within(own):
                yield entry.number, other


def _replaced(
    own: Decision, others: Sequence[tuple[int, Decision]], *, replace: bool
) -> Iterator[Words]:
    for number, other in others:
        both = other.within(own)
        if both is None or (other.assignee, other.coordinator) == (own.assignee, own.coordinator):
            continue
        when = when_words(both)
        if not replace:
            raise AlreadyRecorded(
                f"on {when.en}, by entry {number}, {other.coordinator} has assigned"
                f" {other.assignee} to act for {own.holder}, and not {own.assignee}; if the new"
                " decision takes its place, add --replace",
                number,
            )
        yield Words(
            f"{when.zh}，代替第{number}条：{other.coordinator}指定{other.assignee}代{other.holder}",
            f"{when.en}: takes the place of entry {number}, by which {other.coordinator} assigned"
            f" {other.assignee} for {other.holder}",
        )
