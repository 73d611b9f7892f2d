"""Kinds that add to an answer what goes with acting: how far, told whom, who answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from registry.model.answers import Cover, Reason
from registry.model.records import HandoverStep
from registry.resolve import reasons as why
from registry.resolve.case import Case
from registry.resolve.kinds.sentences import SENTENCES
from registry.resolve.kinds.turns import Mark
from registry.tables.rule_kinds import (
    ActingScope,
    Authority,
    HandOver,
    Liability,
    Reachable,
    ReportBack,
    Tell,
)
from registry.tables.rules import AnyRule

_REACH = {"urgent": ("urgent_only",), "activities": ("activities_only",)}
_TOLD = {
    "backup": ("B角", "B"),
    "office": ("办公室", "the office"),
    "coordinator": ("协调人", "the coordinator"),
    "head": ("主要领导", "the head"),
}


def acting_scope(case: Case, rule: ActingScope, _: Cover) -> Mark:
    """Say how far B's acting reaches."""
    return Mark(_REACH.get(rule.reach, ()), _as_it_says(case, rule))


def reachable(case: Case, rule: Reachable, _: Cover) -> Mark:
    """Say who is to be reached meanwhile."""
    return Mark((), _as_it_says(case, rule))


def authority(case: Case, rule: Authority, _: Cover) -> Mark:
    """Say how B decides."""
    return Mark((), _as_it_says(case, rule))


def liability(case: Case, rule: Liability, _: Cover) -> Mark:
    """Say who answers for what B does."""
    return Mark((), _as_it_says(case, rule))


def report_back(case: Case, rule: ReportBack, _: Cover) -> Mark:
    """Say that the one who acts reports when A is back."""
    return Mark((), _as_it_says(case, rule))


def tell(case: Case, rule: Tell, _: Cover) -> Mark:
    """Flag that somebody was not told of the absence, or not early enough."""
    start = case.at.absent_since(case.holder)
    latest = start - timedelta(days=rule.days_ahead)
    flags: dict[str, None] = {}
    missing: list[tuple[str, str]] = []
    for whom in rule.whom:
        done = [s for s in case.at.steps_of(case.holder) if s.step == f"told_{whom}"]
        if not done:
            flags["not_told"] = None
            zh, en = _TOLD[whom]
            missing.append((f"没有告知{zh}的记录", f"no record that {en} was told"))
        elif min(s.on for s in done) > latest:
            flags["no_lead_time"] = None
            zh, en = _TOLD[whom]
            first = min(s.on for s in done)
            missing.append(
                (f"{first}才告知{zh}，应不迟于{latest}", f"{en} was told {first}, not by {latest}")
            )
    return Mark(tuple(flags), _with(case, rule, missing))


def hand_over(case: Case, rule: HandOver, _: Cover) -> Mark:
    """Flag that no hand-over is recorded, or that B has not accepted it where he is to."""
    steps = case.at.steps_of(case.holder)
    flags: list[str] = []
    missing: list[tuple[str, str]] = []
    if not _done(steps, "handed_over"):
        flags.append("handover_missing")
        zh = "没有交接的记录" + ("，B角仍应主动顶岗" if rule.unasked else "")
        en = "no hand-over is recorded" + ("; B acts all the same" if rule.unasked else "")
        missing.append((zh, en))
    if rule.accepted and not _done(steps, "accepted"):
        flags.append("handover_not_accepted")
        missing.append(("没有B角接受的记录", "no record that B accepted"))
    return Mark(tuple(flags), _with(case, rule, missing))


def _done(steps: Sequence[HandoverStep], wanted: str) -> bool:
    return any(step.step == wanted for step in steps)


def _as_it_says(case: Case, rule: AnyRule) -> tuple[Reason, ...]:
    says = SENTENCES[type(rule)](rule)
    return why.cited(rule, says.zh, says.en, case.at.rules.file_of(rule))


def _with(case: Case, rule: AnyRule, missing: Sequence[tuple[str, str]]) -> tuple[Reason, ...]:
    says = SENTENCES[type(rule)](rule)
    zh = "；".join((says.zh, *(zh for zh, _ in missing)))
    en = "; ".join((says.en, *(en for _, en in missing)))
    return why.cited(rule, zh, en, case.at.rules.file_of(rule))
