"""Who acts in one holder's share: himself, his B, one named by decision, or nobody that is said.

The order of the questions follows the words of the rules: is he there; does a rule speak
of what he holds, of his kind of absence, of him at all; is B there; if not, who coordinates.
"""

from __future__ import annotations

from msgspec import Struct, structs

from registry.model.answers import Cover, Reason, Relation, Status
from registry.resolve import reasons as why
from registry.resolve.holder import Holding
from registry.resolve.presence import Moment
from registry.resolve.rulebook import passes, triggered, triggers
from registry.resolve.words import absence_words
from registry.tables.rules import AnyRule, CoordinatorAssigns

_SILENT_FLAGS = {
    Relation.HEADS: "rule_silent_on_group_seats",
    Relation.POST: "rule_silent_on_posts",
}
_SHARES = {
    Relation.HEADS: ("领导小组等议事机构的职务", "seats in leading groups"),
    Relation.POST: ("职务本身", "the post itself"),
}


class _Case(Struct, frozen=True):
    """One holder on one day, with the steps so far."""

    at: Moment
    holding: Holding
    steps: tuple[Reason, ...]

    @property
    def holder(self) -> str:
        return self.holding.person

    def then(self, *steps: Reason) -> _Case:
        return _Case(self.at, self.holding, (*self.steps, *steps))

    def cover(
        self,
        status: Status,
        acting: str | None = None,
        *,
        coordinator: str | None = None,
        candidates: tuple[str, ...] = (),
        flags: tuple[str, ...] = (),
    ) -> Cover:
        return Cover(
            holder=self.holder,
            relation=self.holding.relation,
            status=status,
            acting=acting,
            coordinator=coordinator,
            candidates=candidates,
            flags=(*self.holding.flags, *flags),
            reasons=self.steps,
        )


def cover(at: Moment, holding: Holding) -> Cover:
    """Return who acts on the day in the share that ``holding`` describes, and why."""
    case = _Case(at, holding, holding.reasons)
    holder = holding.person
    if at.there(holder):
        return case.then(why.present(holder)).cover(Status.IN_CHARGE, holder)
    if holder in at.org.left:
        fact, document = at.org.left[holder]
        return _unless_decided(case.then(why.gone(holder, fact, document)), "left_office")
    case = case.then(why.absent(holder, at.kinds(holder)))
    return _by_stand_in(case) or _by_pair(case)


def _by_stand_in(case: _Case) -> Cover | None:
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


def _by_pair(case: _Case) -> Cover:
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
        return _other_trigger(case, holder, passing[0])
    ready = at.among_those_there([b for b, _ in backups])
    if not ready:
        return _both_away(case, tuple(b for b, _ in backups))
    if len(ready) > 1:
        step = why.said(
            "several_backups",
            f"条款写明多名B角（{why.listed(ready)}），未说由谁先代行",
            f"the clause names several backups ({', '.join(ready)}) and does not say who is first",
        )
        return _unless_decided(case.then(step), "several_backups", candidates=ready)
    return _backup_acts(case, ready[0], rules[0])


def _backup_acts(case: _Case, backup: str, rule: AnyRule | None) -> Cover:
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


def _both_away(case: _Case, backups: tuple[str, ...]) -> Cover:
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
        return _unless_decided(case.then(step), "no_rule_for_both_away")
    absent = (holder, *(b for b in backups if b not in gone))
    rules = [r for r in known if all(triggered(r, at.kinds(person)) for person in absent)]
    if not rules or gone:
        who = next((p for p in absent if not triggered(known[0], at.kinds(p))), backups[0])
        return _other_trigger(case, who, known[0])
    return _coordination(case, backups, rules[0])


def _coordination(case: _Case, backups: tuple[str, ...], rule: CoordinatorAssigns) -> Cover:
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
    decided = _decided(case, coordinator)
    if decided is not None:
        return decided
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


def _silent_on_share(case: _Case, backups: tuple[str, ...], rule: AnyRule | None) -> Cover:
    relation = case.holding.relation
    zh, en = _SHARES.get(relation, ("这类分工", "shares of this kind"))
    step = why.silent(
        f"规则只说分工范围内的工作由B角代行，未说{zh}",
        f"the rule passes the portfolio to B and says nothing of {en}",
        rule,
        case.at.rules.file,
    )
    return _unless_decided(
        case.then(step),
        _SILENT_FLAGS.get(relation, f"rule_silent_on_{relation.value}"),
        candidates=case.at.among_those_there(backups),
    )


def _without_pair(case: _Case, rule: AnyRule | None) -> Cover:
    step = why.silent(
        f"AB角安排中没有{case.holder}的B角，规则未说由谁代行",
        f"the AB pairs name no backup for {case.holder}, and the rule does not say who acts",
        rule,
        case.at.rules.file,
    )
    return _unless_decided(case.then(step), "no_pair")


def _other_trigger(case: _Case, who: str, rule: AnyRule | None) -> Cover:
    spoken = absence_words(triggers(rule))
    step = why.silent(
        f"规则只说{spoken.zh}的情形，{who}不属此类，未说由谁代行",
        f"the rule speaks of being {spoken.en}, which {who} is not, and does not say who acts",
        rule,
        case.at.rules.file,
    )
    return _unless_decided(case.then(step), "trigger_not_covered")


def _unless_decided(case: _Case, flag: str, *, candidates: tuple[str, ...] = ()) -> Cover:
    """Return the recorded decision where there is one, else that nothing is specified."""
    return _decided(case, None) or case.cover(
        Status.UNSPECIFIED, flags=(flag,), candidates=candidates
    )


def _decided(case: _Case, coordinator: str | None) -> Cover | None:
    """Return what a recorded decision says; the last one recorded counts.

    Where a rule names a ``coordinator``, only his decision does. One who is himself absent
    cannot act, whatever was decided.
    """
    at = case.at
    for made in reversed(at.decisions):
        if made.holder != case.holder or not made.covers(at.day):
            continue
        if coordinator is not None and made.coordinator != coordinator:
            continue
        if at.there(made.assignee):
            return case.then(why.decision(made)).cover(
                Status.ASSIGNED, made.assignee, coordinator=made.coordinator
            )
    return None


def _coordinator_away(coordinator: str) -> Reason:
    return why.said(
        "coordinator_away",
        f"协调人{coordinator}也不在；B角在，仍由B角代行",
        f"the coordinator {coordinator} is away too; B is there and still acts",
    )


def noted(made: Cover, steps: tuple[Reason, ...]) -> Cover:
    """Return the cover with ``steps`` before its own: how the subject was read."""
    return structs.replace(made, reasons=(*steps, *made.reasons)) if steps else made
