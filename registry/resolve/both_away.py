"""A and B both absent: the coordinator has another leader act, or nobody can say who does."""

from __future__ import annotations

from registry.model.answers import Cover
from registry.resolve import reasons as why
from registry.resolve.case import Case, other_trigger, unless_decided
from registry.resolve.kinds import BOTH_ABSENT
from registry.resolve.kinds.turns import rules_for
from registry.resolve.rulebook import passes, triggered


def both_away(case: Case, backups: tuple[str, ...]) -> Cover:
    """Return who acts while the holder and all his ``backups`` are absent, or whom to ask."""
    at, holder = case.at, case.holder
    gone = [b for b in backups if b in at.org.left]
    case = case.then(
        *(why.gone(b, *at.org.left[b]) for b in gone),
        *(why.absent(b, at.kinds(b)) for b in backups if b not in gone),
    )
    known = [
        (rule, interpreter)
        for rule, interpreter in rules_for(at, BOTH_ABSENT)
        if passes(rule, case.holding.relation)
    ]
    if not known:
        step = why.said(
            "silent",
            "A角、B角都不在：未见有规则规定由谁代行",
            "A and B are both absent: no rule is known that says who acts then",
        )
        return unless_decided(case.then(step), "no_rule_for_both_away")
    absent = (holder, *backups)
    fitting = [
        (rule, interpreter)
        for rule, interpreter in known
        if not gone and all(triggered(rule, at.kinds(person)) for person in absent)
    ]
    if not fitting:
        first, _ = known[0]
        who = next(p for p in absent if p in gone or not triggered(first, at.kinds(p)))
        return other_trigger(case, who, first)
    rule, interpreter = fitting[0]
    return interpreter(case, rule, backups)
