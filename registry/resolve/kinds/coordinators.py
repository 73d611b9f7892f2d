"""Kinds about who coordinates, and what he does while A and B are both absent."""

from __future__ import annotations

from registry.model.answers import Cover, Reason, Status
from registry.resolve import reasons as why
from registry.resolve.case import Case, decided
from registry.resolve.kinds.turns import Coordinates, rules_for
from registry.resolve.presence import Moment
from registry.tables.rule_kinds import CoordinatorAssigns, CoordinatorBackup, Rule


def coordinator_backup(at: Moment, rule: CoordinatorBackup, title: str) -> str | None:
    """Return who coordinates in the coordinator's place, if he is there."""
    other = at.by_title(rule.by_post) if rule.coordinator == title else None
    return other if other is not None and at.there(other) else None


COORDINATORS: dict[type[Rule], Coordinates] = {CoordinatorBackup: coordinator_backup}


def coordinator_of(at: Moment, title: str) -> tuple[str | None, tuple[Reason, ...] | None]:
    """Return who coordinates; and the steps that say why, where it is another in his place.

    The holder of the post, where he is there or no rule names another who is.
    """
    first = at.by_title(title)
    if first is None or at.there(first):
        return first, None
    for rule, interpreter in rules_for(at, COORDINATORS):
        other = interpreter(at, rule, title)
        if other is not None:
            steps = why.cited(
                rule,
                f"{title}{first}不在岗，由{rule.by_post}{other}协调",
                f"the {title} {first} is absent; the {rule.by_post}, {other}, coordinates",
                at.rules.file_of(rule),
            )
            return other, steps
    return first, None


def all_coordinators(at: Moment, title: str, first: str | None) -> tuple[str, ...]:
    """Return all whose decision counts: ``first``, the post's holder, those who always may too."""
    if first is None:
        return ()
    holder = at.by_title(title)
    beside = [
        other
        for rule, interpreter in rules_for(at, COORDINATORS)
        if rule.when == "always" and (other := interpreter(at, rule, title)) is not None
    ]
    return tuple(dict.fromkeys((first, *((holder,) if holder else ()), *beside)))


def coordinator_assigns(case: Case, rule: CoordinatorAssigns, backups: tuple[str, ...]) -> Cover:
    """Have the coordinator choose among those there; nobody is chosen before he has."""
    at = case.at
    coordinator, instead = coordinator_of(at, rule.coordinator)
    named = at.by_title(rule.coordinator)
    case = case.cite(
        rule,
        f"A角、B角都不在，由{rule.coordinator}{named or ''}协调其他领导代行",
        f"A and B are both absent: the {rule.coordinator} {named or ''} has another leader act",
    ).then(*(instead or ()))
    coordinators = all_coordinators(at, rule.coordinator, coordinator)
    made = decided(case, coordinators)
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
        return _nobody_can(case, coordinator, backups)
    case = _others_may_too(case, rule, coordinators)
    himself = rule.candidates == "coordinator_too"
    out = {case.holder, *backups, *(() if himself else (coordinator,))}
    candidates = at.candidates(p for p in at.org.leaders() if p not in out)
    if not candidates:
        step = why.said(
            "no_candidate", "其他领导都不在，无人可以指定", "no other leader is there to be named"
        )
        return case.then(step).cover(
            Status.UNSPECIFIED, coordinator=coordinator, flags=("no_candidate",)
        )
    return case.cover(Status.COORDINATION_REQUIRED, coordinator=coordinator, candidates=candidates)


def _others_may_too(case: Case, rule: CoordinatorAssigns, coordinators: tuple[str, ...]) -> Case:
    for other, interpreter in rules_for(case.at, COORDINATORS):
        person = interpreter(case.at, other, rule.coordinator)
        if other.when == "always" and person in coordinators[1:]:
            case = case.cite(
                other,
                f"{other.by_post}{person}也可以协调",
                f"the {other.by_post}, {person}, may coordinate as well",
            )
    return case


def _nobody_can(case: Case, coordinator: str, backups: tuple[str, ...]) -> Cover:
    step = why.said(
        "nobody_can_assign",
        f"{case.holder}、B角{why.listed(backups)}和协调人{coordinator}都不在，无人可以指定",
        f"{case.holder}, the B {', '.join(backups)} and the coordinator {coordinator} are all"
        " absent: nobody can assign",
    )
    return case.then(step).cover(
        Status.UNSPECIFIED, coordinator=coordinator, flags=("coordinator_away",)
    )
