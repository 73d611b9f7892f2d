"""Who acts in one holder's share: himself, his B, one named by decision, or nobody that is said.

The order of the questions follows the words of the rules: is he there; does a rule speak
of what he holds, of his kind of absence, of him at all; is B there; if not, who coordinates.
"""

from __future__ import annotations

from msgspec import structs

from registry.model.answers import Cover, Reason, Relation, Status
from registry.resolve import reasons as why
from registry.resolve.both_away import both_away
from registry.resolve.case import Case, other_trigger, unless_decided
from registry.resolve.holding import Holding
from registry.resolve.presence import Moment
from registry.resolve.rulebook import passes, triggered
from registry.tables.rules import AnyRule

_SILENT_FLAGS = {
    Relation.HEADS: "rule_silent_on_group_seats",
    Relation.POST: "rule_silent_on_posts",
}
_SHARES = {
    Relation.HEADS: ("领导小组等议事机构的职务", "seats in leading groups"),
    Relation.POST: ("职务本身", "the post itself"),
}


def cover(at: Moment, holding: Holding) -> Cover:
    """Return who acts on the day in the share that ``holding`` describes, and why."""
    case = Case(at, holding, holding.reasons)
    holder = holding.person
    if at.there(holder):
        return case.then(why.present(holder)).cover(Status.IN_CHARGE, holder)
    if holder in at.org.left:
        fact, document = at.org.left[holder]
        return unless_decided(case.then(why.gone(holder, fact, document)), "left_office")
    case = case.then(why.absent(holder, at.kinds(holder)))
    return _by_stand_in(case) or _by_pair(case)


def _by_stand_in(case: Case) -> Cover | None:
    at = case.at
    for rule in at.rules.stand_ins:
        if not (
            at.by_title(rule.for_post) == case.holder
            and passes(rule, case.holding.relation)
            and triggered(rule, at.kinds(case.holder))
        ):
            continue
        stand_in = at.by_title(rule.by_post)
        if stand_in is not None and at.there(stand_in):
            step = why.rule(
                rule,
                f"{rule.for_post}不在岗，由{rule.by_post}{stand_in}代行",
                f"while the {rule.for_post} is absent, the {rule.by_post}, {stand_in}, acts",
                at.rules.file,
            )
            return case.then(step).cover(Status.ACTING, stand_in)
    return None


def _by_pair(case: Case) -> Cover:
    at, holder, relation = case.at, case.holder, case.holding.relation
    backups = at.org.backups_of(holder)
    case = case.then(*(why.pair(holder, b, edge) for b, edge in backups))
    spoken: tuple[AnyRule | None, ...] = at.rules.backup or (None,)
    passing = [rule for rule in spoken if passes(rule, relation)]
    if not passing:
        return _silent_on_share(case, tuple(b for b, _ in backups), spoken[0])
    if not backups:
        return _without_pair(case, passing[0])
    rules = [rule for rule in passing if triggered(rule, at.kinds(holder))]
    if not rules:
        return other_trigger(case, holder, passing[0])
    ready = at.among_those_there([b for b, _ in backups])
    if not ready:
        return both_away(case, tuple(b for b, _ in backups))
    if len(ready) > 1:
        step = why.said(
            "several_backups",
            f"条款写明多名B角（{why.listed(ready)}），未说由谁先代行",
            f"the clause names several backups ({', '.join(ready)}) and does not say who is first",
        )
        return unless_decided(case.then(step), "several_backups", candidates=ready)
    return _backup_acts(case, ready[0], rules[0])


def _backup_acts(case: Case, backup: str, rule: AnyRule | None) -> Cover:
    at = case.at
    if rule is None:
        step = why.said(
            "plain_pair",
            f"{case.holder}不在，B角{backup}代行；未见其他规则",
            f"{case.holder} is away and {backup}, the B, acts; no other rule is known",
        )
        return case.then(step).cover(Status.ACTING, backup)
    title = getattr(rule, "coordinator", None)
    coordinator = at.by_title(title) if title else None
    by_zh = f"，由{title}{coordinator or ''}协调" if title else ""
    by_en = f", coordinated by the {title} {coordinator or ''}".rstrip() if title else ""
    case = case.then(
        why.rule(rule, f"B角{backup}代行{by_zh}", f"{backup}, the B, acts{by_en}", at.rules.file)
    )
    flags: tuple[str, ...] = ()
    if title and coordinator is None:
        flags = ("coordinator_unknown",)
    elif coordinator is not None and not at.there(coordinator):
        flags = ("coordinator_away",)
        case = case.then(_coordinator_away(coordinator))
    return case.cover(Status.ACTING, backup, coordinator=coordinator, flags=flags)


def _silent_on_share(case: Case, backups: tuple[str, ...], rule: AnyRule | None) -> Cover:
    relation = case.holding.relation
    zh, en = _SHARES.get(relation, ("这类分工", "shares of this kind"))
    step = why.silent(
        f"规则只说分工范围内的工作由B角代行，未说{zh}",
        f"the rule passes the portfolio to B and says nothing of {en}",
        rule,
        case.at.rules.file,
    )
    return unless_decided(
        case.then(step),
        _SILENT_FLAGS.get(relation, f"rule_silent_on_{relation.value}"),
        candidates=case.at.among_those_there(backups),
    )


def _without_pair(case: Case, rule: AnyRule | None) -> Cover:
    step = why.silent(
        f"AB角安排中没有{case.holder}的B角，规则未说由谁代行",
        f"the AB pairs name no backup for {case.holder}, and the rule does not say who acts",
        rule,
        case.at.rules.file,
    )
    return unless_decided(case.then(step), "no_pair")


def _coordinator_away(coordinator: str) -> Reason:
    return why.said(
        "coordinator_away",
        f"协调人{coordinator}也不在；B角在，仍由B角代行",
        f"the coordinator {coordinator} is away too; B is there and still acts",
    )


def noted(made: Cover, steps: tuple[Reason, ...]) -> Cover:
    """Return the cover with ``steps`` before its own: how the subject was read."""
    return structs.replace(made, reasons=(*steps, *made.reasons)) if steps else made
