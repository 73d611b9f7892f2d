"""A and B both absent: the coordinator has another leader act, or nobody can say who does."""

from __future__ import annotations

from registry.model.answers import Cover, Status
from registry.resolve import reasons as why
from registry.resolve.case import Case, decided, other_trigger, unless_decided
from registry.resolve.rulebook import passes, triggered
from registry.tables.rules import CoordinatorAssigns


def both_away(case: Case, backups: tuple[str, ...]) -> Cover:
    """Return who acts while the holder and all his ``backups`` are absent, or whom to ask."""
    at, holder = case.at, case.holder
    gone = [b for b in backups if b in at.org.left]
    case = case.then(
        *(why.gone(b, *at.org.left[b]) for b in gone),
        *(why.absent(b, at.kinds(b)) for b in backups if b not in gone),
    )
    known = [r for r in at.rules.both_away if passes(r, case.holding.relation)]
    if not known:
        step = why.said(
            "silent",
            "A角、B角都不在：未见有规则规定由谁代行",
            "A and B are both absent: no rule is known that says who acts then",
        )
        return unless_decided(case.then(step), "no_rule_for_both_away")
    absent = (holder, *(b for b in backups if b not in gone))
    rules = [r for r in known if all(triggered(r, at.kinds(person)) for person in absent)]
    if not rules or gone:
        who = next((p for p in absent if not triggered(known[0], at.kinds(p))), backups[0])
        return other_trigger(case, who, known[0])
    return _coordination(case, backups, rules[0])


def _coordination(case: Case, backups: tuple[str, ...], rule: CoordinatorAssigns) -> Cover:
    at = case.at
    coordinator = at.by_title(rule.coordinator)
    case = case.then(
        why.rule(
            rule,
            f"A角、B角都不在，由{rule.coordinator}{coordinator or ''}协调其他领导代行",
            f"A and B are both absent: the {rule.coordinator} {coordinator or ''} has another"
            " leader act",
            at.rules.file,
        )
    )
    made = decided(case, coordinator)
    if made is not None:
        return made
    if coordinator is None:
        step = why.said(
            "coordinator_unknown",
            f"分工通知中没有唯一的{rule.coordinator}，无从协调",
            f"no one person is {rule.coordinator} in the notice in force, so nobody can coordinate",
        )
        return case.then(step).cover(Status.UNSPECIFIED, flags=("coordinator_unknown",))
    if not at.there(coordinator):
        step = why.said(
            "nobody_can_assign",
            f"{case.holder}、B角{why.listed(backups)}和协调人{coordinator}都不在，无人可以指定",
            f"{case.holder}, the B {', '.join(backups)} and the coordinator {coordinator} are all"
            " absent: nobody can assign",
        )
        return case.then(step).cover(
            Status.UNSPECIFIED, coordinator=coordinator, flags=("coordinator_away",)
        )
    others = [p for p in at.org.leaders() if p not in {case.holder, coordinator, *backups}]
    candidates = at.among_those_there(others)
    if not candidates:
        step = why.said(
            "no_candidate", "其他领导都不在，无人可以指定", "no other leader is there to be named"
        )
        return case.then(step).cover(
            Status.UNSPECIFIED, coordinator=coordinator, flags=("no_candidate",)
        )
    return case.cover(Status.COORDINATION_REQUIRED, coordinator=coordinator, candidates=candidates)
