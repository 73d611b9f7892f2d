"""One holder on one day: the steps so far, and the ends that every line of questions shares."""

from __future__ import annotations

from msgspec import Struct

from registry.model.answers import Cover, Reason, Relation, Status, Words
from registry.model.records import Decision
from registry.resolve import reasons as why
from registry.resolve.holding import Holding
from registry.resolve.matters import concerned
from registry.resolve.presence import Moment
from registry.resolve.rulebook import triggers
from registry.resolve.words import absence_words
from registry.tables.rule_kinds import AnyActing
from registry.tables.rules import AnyRule


class Case(Struct, frozen=True):
    """One holder on one day, with the steps so far."""

    at: Moment
    holding: Holding
    steps: tuple[Reason, ...]
    matters: tuple[str, ...] = ()
    """What the question is about: the areas and agencies by which the holder is asked for."""

    @property
    def holder(self) -> str:
        """Return the holder's name."""
        return self.holding.person

    def then(self, *steps: Reason) -> Case:
        """Return the case with ``steps`` after those so far."""
        return Case(self.at, self.holding, (*self.steps, *steps), self.matters)

    def cite(self, rule: AnyRule, zh: str, en: str) -> Case:
        """Return the case with what ``rule`` says, and what its source leaves open."""
        return self.then(*why.cited(rule, zh, en, self.at.rules.file_of(rule)))

    def cover(
        self,
        status: Status,
        acting: str | None = None,
        *,
        coordinator: str | None = None,
        candidates: tuple[str, ...] = (),
        flags: tuple[str, ...] = (),
    ) -> Cover:
        """Return the cover in which the case ends, with all its steps as reasons."""
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


def unless_decided(case: Case, flag: str, *, candidates: tuple[str, ...] = ()) -> Cover:
    """Return the recorded decision where there is one, else that nothing is specified."""
    return decided(case) or case.cover(Status.UNSPECIFIED, flags=(flag,), candidates=candidates)


def decided(case: Case, coordinators: tuple[str, ...] = ()) -> Cover | None:
    """Return what a recorded decision says: one for the matter before one for all that he holds.

    Of several the last one recorded counts, and those before it count no more. Where a rule
    names ``coordinators``, only their decision does. One who is himself absent cannot act,
    whatever was decided. A coordinator who is absent on the day is flagged: he decided before.
    """
    at = case.at
    counting = [
        made
        for made in at.decisions
        if made.holder == case.holder
        and (not coordinators or made.coordinator in coordinators)
        and _is_about(case, made)
    ]
    if not counting:
        return None
    made = max(enumerate(counting), key=lambda one: (one[1].subject is not None, one[0]))[1]
    if not at.there(made.assignee):
        return None
    case = case.then(why.decision(made))
    gone = at.kinds(made.coordinator)
    if gone:
        case = case.then(why.absent(made.coordinator, gone))
    return case.cover(
        Status.ASSIGNED,
        made.assignee,
        coordinator=made.coordinator,
        flags=("coordinator_away",) if gone else (),
    )


def _is_about(case: Case, made: Decision) -> bool:
    """Say whether a decision is about what is asked: all that the holder has, or that matter."""
    if made.subject is None:
        return True
    if case.holding.relation is Relation.PORTFOLIO:
        return False
    return bool(concerned((made.subject,), case.matters, case.at.org.government))


def without_rule(case: Case) -> Words:
    """Return that no rule on the acting of B is known: no file, or none of its rules in force."""
    if not case.at.rules.file:
        return Words("没有规则文件", "there is no rule file")
    return Words(
        f"规则文件（{case.at.rules.file}）没有现行的AB角代行规则",
        f"the rule file ({case.at.rules.file}) has no rule in force on the acting of B",
    )


def other_trigger(case: Case, who: str, rule: AnyActing | None) -> Cover:
    """Return that ``rule`` speaks of other absences than that of ``who``, or the decision.

    Without a rule it is said that none is known and how the pair clause is taken by itself.
    """
    spoken = absence_words(triggers(rule))
    if rule is None:
        none = without_rule(case)
        step = why.said(
            "silent",
            f"{none.zh}，AB角条款只按{spoken.zh}的情形理解；{who}不属此类，不知由谁代行",
            f"{none.en}, and the pair clause by itself is taken to mean being {spoken.en}, which"
            f" {who} is not; who acts is not known",
        )
        return unless_decided(case.then(step), "trigger_not_covered")
    step = why.silent(
        f"规则只说{spoken.zh}的情形，{who}不属此类，未说由谁代行",
        f"the rule speaks of being {spoken.en}, which {who} is not, and does not say who acts",
        rule,
        case.at.rules.file,
    )
    return unless_decided(case.then(step), "trigger_not_covered")
