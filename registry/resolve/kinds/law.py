"""What national law keeps from AB pairs: acting in the vacant post of a head."""

from __future__ import annotations

import re

from msgspec import structs

from registry.graph.posts import same_post
from registry.model.answers import Cover, Segment, Status
from registry.model.facts import Removed
from registry.resolve import reasons as why
from registry.resolve.case import Case
from registry.resolve.kinds.turns import Decides, rules_for
from registry.resolve.presence import Moment
from registry.tables.rule_kinds import Rule, StatutoryActing

COMMITTEE = ("人大常委会", "人民代表大会常务委员会")
"""How the name of a people's congress standing committee ends."""
_HEAD_OF_ALL = "全面工作"


def statutory_acting(case: Case, rule: StatutoryActing) -> Cover | None:
    """End the case of a head who has left office: only the standing committee decides.

    A coordinator's decision counts for nothing here; one recorded of the standing committee
    does.
    """
    at = case.at
    post = next((p for p in rule.posts if _held(at, case.holder, p)), None)
    if post is None:
        return None
    case = case.cite(rule, *_words(rule, post))
    for made in reversed(at.decisions):
        by_committee = made.coordinator.endswith(COMMITTEE)
        counts = made.holder == case.holder and by_committee
        if counts and at.there(made.assignee):
            return case.then(why.decision(made)).cover(
                Status.ASSIGNED, made.assignee, coordinator=made.coordinator
            )
    return case.cover(Status.UNSPECIFIED, flags=("left_office", "statutory_acting"))


VACANT: dict[type[Rule], Decides] = {StatutoryActing: statutory_acting}
"""Kinds that speak when the holder has left office."""


def on_vacancy(at: Moment, subject: str, made: Segment) -> Segment:
    """Add to the answer about a vacant post that only the standing committee can fill it."""
    if not any(reason.code == "vacant" for reason in made.reasons):
        return made
    for rule, _ in rules_for(at, VACANT):
        post = next((p for p in rule.posts if _same(at, p, subject)), None)
        if post is not None:
            words = _words(rule, post)
            steps = why.cited(rule, *words, at.rules.file_of(rule))
            return structs.replace(made, reasons=(*made.reasons, *steps))
    return made


def _held(at: Moment, person: str, post: str) -> bool:
    """Say whether ``person`` was the head: by the post he was removed from, or all he led."""
    fact, _ = at.org.left[person]
    if isinstance(fact, Removed):
        return _same(at, fact.post, post)
    heads = any(edge.target.name.endswith(_HEAD_OF_ALL) for edge in at.org.held(person))
    level = re.sub("(?:长|主席)$", "", post)
    return heads and at.org.government.removesuffix("人民政府").endswith(level)


def _same(at: Moment, one: str, other: str) -> bool:
    return same_post(one, at.org.government) == same_post(other, at.org.government)


def _words(rule: StatutoryActing, post: str) -> tuple[str, str]:
    return (
        f"{post}空缺，代理人选由{rule.by}依{rule.article}决定，不由AB角补位",
        f"{post} is vacant: {rule.by} decides who acts ({rule.article}), not an AB pair",
    )
