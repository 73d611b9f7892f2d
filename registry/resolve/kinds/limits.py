"""Kinds that set bounds: how long B acts, and whether A and B may be absent at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from registry.model.answers import Cover, Status
from registry.model.records import Absence
from registry.resolve import reasons as why
from registry.resolve.case import Case, decided
from registry.resolve.kinds.turns import Mark
from registry.tables.rule_kinds import ActingLimit, BothAway
from registry.tables.rules import Rulebook


def acting_limit(case: Case, rule: ActingLimit, cover: Cover) -> Cover:
    """End B's acting after the rule's number of days; then another decides, or nobody is said."""
    at = case.at
    if cover.status is not Status.ACTING:
        return cover
    last = _last_day(at.absent_since(case.holder), rule)
    if at.day <= last:
        step = why.cited(
            rule,
            f"代行一次至多{rule.max_days}天，至{last}止",
            f"B acts for at most {rule.max_days} days at a time, until {last}",
            at.rules.file_of(rule),
        )
        return case.then(*step).cover(
            cover.status, cover.acting, coordinator=cover.coordinator, flags=_own_flags(case, cover)
        )
    decides = at.by_title(rule.then_by) if rule.then_by else None
    then_zh = f"此后由{rule.then_by}{decides or ''}决定" if rule.then_by else "此后由谁代行没有写明"
    then_en = (
        f"then the {rule.then_by} {decides or ''} decides"
        if rule.then_by
        else "who acts then is not said"
    )
    case = case.cite(
        rule,
        f"代行已满{rule.max_days}天（至{last}止），{then_zh}",
        f"B has acted for {rule.max_days} days, until {last}; {then_en}",
    )
    made = decided(case, (decides,) if decides else ())
    if made is not None:
        return made
    acting = (cover.acting,) if cover.acting else ()
    if decides is None or not at.there(decides):
        return case.cover(Status.UNSPECIFIED, flags=("over_maximum",), candidates=acting)
    others = (p for p in at.org.leaders() if p not in {case.holder, decides})
    return case.cover(
        Status.COORDINATION_REQUIRED,
        coordinator=decides,
        candidates=at.candidates(others),
        flags=("over_maximum",),
    )


def turning_days(book: Rulebook | None, absences: Iterable[Absence]) -> Iterator[date]:
    """Yield the days on which an acting that a rule bounds has become too long."""
    for rule in book.rules if book else ():
        if isinstance(rule, ActingLimit):
            for absence in absences:
                if absence.end > (last := _last_day(absence.start, rule)):
                    yield last + timedelta(days=1)


def _last_day(start: date, rule: ActingLimit) -> date:
    return start + timedelta(days=rule.max_days - 1)


def _own_flags(case: Case, cover: Cover) -> tuple[str, ...]:
    return tuple(flag for flag in cover.flags if flag not in case.holding.flags)


def both_away(case: Case, rule: BothAway, _: Cover) -> Mark | None:
    """Flag that A and B are absent at once, where the rule is against it and nobody allowed it."""
    at = case.at
    partner = next((b for b, _ in at.org.backups_of(case.holder)), None)
    if partner is None or not at.kinds(partner):
        return None
    pair_zh, pair_en = f"{case.holder}与B角{partner}", f"{case.holder} and the B {partner}"
    file = at.rules.file_of(rule)
    if rule.stance == "allowed":
        words = (f"规则允许{pair_zh}同时不在岗", f"{pair_en} may be absent at once")
        return Mark((), why.cited(rule, *words, file))
    if rule.stance == "forbidden":
        words = (f"规则不许{pair_zh}同时不在岗", f"{pair_en} may not be absent at once")
        return Mark(("both_away_forbidden",), why.cited(rule, *words, file))
    approvers = {person for title in rule.approved_by if (person := at.by_title(title))}
    for approval in at.approvals:
        if approval.person in {case.holder, partner} and (
            not rule.approved_by or approval.by in approvers
        ):
            by, who, because = approval.by, approval.person, approval.because
            words = (
                f"{pair_zh}原则上不同时不在岗，{by}已批准{who}外出（{because}）",
                f"{pair_en} are in principle not absent at once; {by} lets {who} go ({because})",
            )
            return Mark((), why.cited(rule, *words, file))
    title = "、".join(rule.approved_by)
    unless_zh, unless_en = (f"，须经{title}批准", f" without the {title}") if title else ("", "")
    words = (
        f"{pair_zh}原则上不得同时不在岗{unless_zh}，没有批准的记录",
        f"{pair_en} are in principle not absent at once{unless_en}; no approval is recorded",
    )
    return Mark(("both_away_unapproved",), why.cited(rule, *words, file))
