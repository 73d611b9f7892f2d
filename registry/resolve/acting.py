"""Who acts in one holder's share: himself, his B, one named by decision, or nobody that is said.

The order of the questions follows the words of the rules: is he there; does a rule send
this elsewhere than to B; does a rule speak of what he holds, of his kind of absence, of him
at all; is B there; if not, who coordinates; and what goes with acting.
"""

from __future__ import annotations

from msgspec import structs

from registry.model.answers import Cover, Reason, Relation, Status
from registry.resolve import reasons as why
from registry.resolve.both_away import both_away
from registry.resolve.case import Case, other_trigger, unless_decided, without_rule
from registry.resolve.holding import Holding
from registry.resolve.kinds import ACTS, INSTEAD, LIMITS, MARKS, ORDERS, PAIRS, TOGETHER
from registry.resolve.kinds.law import VACANT
from registry.resolve.kinds.turns import Acts, Backups, decide, rules_for
from registry.resolve.matters import concerned, narrowed
from registry.resolve.presence import Moment
from registry.resolve.rulebook import passes, triggered
from registry.tables.rules import AnyRule, BackupActs

_SILENT_FLAGS = {
    Relation.HEADS: "rule_silent_on_group_seats",
    Relation.POST: "rule_silent_on_posts",
}
_SHARES = {
    Relation.HEADS: ("领导小组等议事机构的职务", "seats in leading groups"),
    Relation.POST: ("职务本身", "the post itself"),
}


def cover(at: Moment, holding: Holding, subject: str = "") -> Cover:
    """Return who acts on the day in the share that ``holding`` describes, and why.

    ``subject`` is what was asked, where it may be a part of a joined area.
    """
    case = Case(at, holding, holding.reasons, narrowed(subject, holding.matters))
    holder = holding.person
    if at.there(holder):
        return case.then(why.present(holder)).cover(Status.IN_CHARGE, holder)
    if holder in at.org.left:
        fact, document = at.org.left[holder]
        case = case.then(why.gone(holder, fact, document))
        return decide(case, VACANT) or unless_decided(case, "left_office")
    case = case.then(why.absent(holder, at.kinds(holder)))
    made = decide(case, INSTEAD)
    if made is not None and made.acting not in dict(at.org.backups_of(holder)):
        return made  # what goes with B's acting does not concern others
    return _in_part(case, _marked(case, _limited(case, made or _by_pair(case))))


def _by_pair(case: Case) -> Cover:
    at, holder, relation = case.at, case.holder, case.holding.relation
    case, backups = _backups(case)
    names = tuple(b for b, _ in backups)
    spoken: list[tuple[BackupActs | None, Acts]] = list(rules_for(at, ACTS)) or [(None, _plain)]
    passing = [(rule, acts) for rule, acts in spoken if passes(rule, relation)]
    if not passing:
        return _silent_on_share(case, names, spoken[0][0])
    if not backups:
        return _without_pair(case, passing[0][0])
    fitting = [(rule, acts) for rule, acts in passing if triggered(rule, at.kinds(holder))]
    if not fitting:
        return other_trigger(case, holder, passing[0][0])
    ready = at.among_those_there(names)
    chosen = ready[0] if len(names) == 1 and ready else None
    if chosen is None:
        case, chosen = _in_order(case, backups)
    if chosen is None and not ready:
        return both_away(case, names)
    if chosen is None and len(ready) > 1:
        step = why.said(
            "several_backups",
            f"条款写明多名B角（{why.listed(ready)}），未说由谁先代行",
            f"the clause names several backups ({', '.join(ready)}) and does not say who is first",
        )
        return unless_decided(case.then(step), "several_backups", candidates=ready)
    rule, acts = fitting[0]
    return acts(case, rule, chosen or ready[0])


def _backups(case: Case) -> tuple[Case, Backups]:
    """Return who backs the holder up by the clauses, as the rules have them read."""
    at, holder = case.at, case.holder
    written = at.org.backups_of(holder)
    backups = written
    for rule, interpreter in rules_for(at, PAIRS):
        read = interpreter(at, rule, holder, backups)
        if read != backups or not read:
            if rule.direction == "mutual" and read:
                words = ("AB角是相互的", "pairs are mutual")
            elif rule.direction == "one_way" and any(
                e.target.name == holder for e in at.org.pairs()
            ):
                words = ("AB角是单向的，A角不代B角", "pairs go one way: A does not act for B")
            else:
                continue
            case = case.cite(rule, *words)
        backups = read
    return case.then(*(why.pair(holder, b, edge) for b, edge in backups)), backups


def _in_order(case: Case, backups: Backups) -> tuple[Case, str | None]:
    """Return whose turn it is by a rule of order, where one speaks."""
    for rule, interpreter in rules_for(case.at, ORDERS):
        chosen = interpreter(case.at, rule, case.holder, backups)
        if chosen is not None:
            absent = [b for b, _ in backups if case.at.kinds(b)]
            case = case.then(*(why.absent(b, case.at.kinds(b)) for b in absent))
            case = case.cite(
                rule,
                f"按次序由{chosen}代行",
                f"in the order of backups it is {chosen}'s turn",
            )
            return case, chosen
    return case, None


def _plain(case: Case, _: None, backup: str) -> Cover:
    """Have B act by the plain meaning of the pair clause, where no rule is known."""
    step = why.said(
        "plain_pair",
        f"{case.holder}不在，B角{backup}代行；未见其他规则",
        f"{case.holder} is away and {backup}, the B, acts; no other rule is known",
    )
    return case.then(step).cover(Status.ACTING, backup)


def _silent_on_share(case: Case, backups: tuple[str, ...], rule: AnyRule | None) -> Cover:
    relation = case.holding.relation
    zh, en = _SHARES.get(relation, ("这类分工", "shares of this kind"))
    if rule is None:
        none = without_rule(case)
        step = why.said(
            "silent",
            f"{none.zh}，AB角条款只按分工范围内的工作理解，不及于{zh}",
            f"{none.en}, and the pair clause by itself is taken to pass the portfolio to B and"
            f" nothing of {en}",
        )
    else:
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


def _limited(case: Case, made: Cover) -> Cover:
    """Return what bounds leave of the cover."""
    for rule, interpreter in rules_for(case.at, LIMITS):
        made = interpreter(_going_on(case, made), rule, made)
    return made


def _marked(case: Case, made: Cover) -> Cover:
    """Return the cover with what goes with acting: flags, and the clauses that say so."""
    turns = {**TOGETHER, **MARKS} if made.acting is not None else TOGETHER
    for rule, interpreter in rules_for(case.at, turns):
        mark = interpreter(_going_on(case, made), rule, made)
        if mark is not None:
            made = structs.replace(
                made,
                flags=tuple(dict.fromkeys((*made.flags, *mark.flags))),
                reasons=(*made.reasons, *mark.reasons),
            )
    return made


def _in_part(case: Case, made: Cover) -> Cover:
    """Return the cover of a whole portfolio with what was decided for some of its matters."""
    if case.holding.relation is not Relation.PORTFOLIO:
        return made
    at = case.at
    steps = tuple(
        why.decision(one)
        for one in at.decisions
        if one.subject is not None
        and one.holder == case.holder
        and at.there(one.assignee)
        and concerned((one.subject,), case.matters, at.org.government)
    )
    if not steps:
        return made
    flags = tuple(dict.fromkeys((*made.flags, "assigned_in_part")))
    return structs.replace(made, flags=flags, reasons=(*made.reasons, *steps))


def _going_on(case: Case, made: Cover) -> Case:
    return Case(case.at, case.holding, made.reasons, case.matters)


def noted(made: Cover, steps: tuple[Reason, ...]) -> Cover:
    """Return the cover with ``steps`` before its own: how the subject was read."""
    return structs.replace(made, reasons=(*steps, *made.reasons)) if steps else made
