"""One holder on one day: the steps so far, and the ends that every line of questions shares."""

from __future__ import annotations

from msgspec import Struct

from registry.model.answers import Cover, Reason, Status, Words
from registry.resolve import reasons as why
from registry.resolve.holding import Holding
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
    """Return what a recorded decision says; the last one recorded counts.

    Where a rule names ``coordinators``, only their decision does. One who is himself absent
    cannot act, whatever was decided.
    """
    at = case.at
    for made in reversed(at.decisions):
        if made.holder != case.holder or not made.covers(at.day):
            continue
        if coordinators and made.coordinator not in coordinators:
            continue
        if at.there(made.assignee):
            return case.then(why.decision(made)).cover(
                Status.ASSIGNED, made.assignee, coordinator=made.coordinator
            )
    return None


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
