"""Sentences of the kinds that say who acts, and who does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from registry.model.answers import Relation, Words
from registry.resolve.rulebook import PORTFOLIO
from registry.resolve.words import RELATIONS, absence_words
from registry.tables.rule_kinds import (
    Acting,
    ActingLimit,
    BackupActs,
    BackupOrder,
    BothAway,
    CoordinatorAssigns,
    CoordinatorBackup,
    MattersExcluded,
    OutsideScheme,
    PairDirection,
    PortfolioSplit,
    Rule,
    StandIn,
)
from registry.tables.rule_words import TRIGGERS


def backup_acts(rule: BackupActs) -> Words:
    """B acts for A."""
    when, what, title = _absent(rule.triggers), _passing(rule), rule.coordinator
    return Words(
        f"A角{when.zh}的，由B角代行{what.zh}" + (f"，{title}协调" if title else ""),
        f"while A is {when.en}, B acts in {what.en}"
        + (f", coordinated by the {title}" if title else ""),
    )


def pair_direction(rule: PairDirection) -> Words:
    """Which way pairs count."""
    if rule.direction == "mutual":
        return Words(
            "AB角是相互的：各为本人工作的A角、对方工作的B角",
            "pairs are mutual: each is A for his own work and B for the other's",
        )
    return Words(
        "AB角是单向的：B角不在时，A角不因此代他",
        "pairs go one way: while B is absent, A does not act for him",
    )


def backup_order(rule: BackupOrder) -> Words:
    """Which backup acts."""
    if rule.then == "next_listed":
        return Words(
            "有几名B角或另有C角的，按通知所列次序，由在岗的第一人代行",
            "of several backups, or B and C, the first who is there acts, in the notice's order",
        )
    return Words(
        "B角也不在的，由B角的B角代行，依次类推",
        "while B is absent too, B's own backup acts, and so on",
    )


def coordinator_assigns(rule: CoordinatorAssigns) -> Words:
    """What the coordinator does."""
    when, what = _absent(rule.triggers), _passing(rule)
    himself = rule.candidates == "coordinator_too"
    zh, en = ("或者本人", ", or himself,") if himself else ("", "")
    return Words(
        f"A角、B角都{when.zh}的，由{rule.coordinator}协调其他领导{zh}代行{what.zh}",
        f"while A and B are both {when.en}, the {rule.coordinator} has another leader{en} act in"
        f" {what.en}",
    )


def coordinator_backup(rule: CoordinatorBackup) -> Words:
    """Who else coordinates."""
    if rule.when == "always":
        return Words(
            f"除{rule.coordinator}外，{rule.by_post}也可以协调",
            f"the {rule.by_post} may coordinate as well as the {rule.coordinator}",
        )
    return Words(
        f"{rule.coordinator}不在岗的，由{rule.by_post}协调",
        f"while the {rule.coordinator} is absent, the {rule.by_post} coordinates",
    )


def stand_in(rule: StandIn) -> Words:
    """Who stands in for a post."""
    when, what = _absent(rule.triggers), _passing(rule)
    return Words(
        f"{rule.for_post}{when.zh}的，由{rule.by_post}代行{what.zh}",
        f"while the {rule.for_post} is {when.en}, the {rule.by_post} acts in {what.en}",
    )


def portfolio_split(rule: PortfolioSplit) -> Words:
    """Who takes which part."""
    when = _absent(rule.triggers)
    zh = "；".join(f"{'、'.join(s.matters)}由{s.by_post}代管" for s in rule.shares)
    en = "; ".join(f"the {s.by_post} takes {', '.join(s.matters)}" for s in rule.shares)
    rest = rule.rest == "backup"
    return Words(
        f"{rule.for_post}{when.zh}的，{zh}；其余{'由另一B角代管' if rest else '没有写明由谁代管'}",
        f"while the {rule.for_post} is {when.en}, {en};"
        f" {'the other backup takes the rest' if rest else 'who takes the rest is open'}",
    )


def both_away(rule: BothAway) -> Words:
    """Whether A and B may be absent at once."""
    by = "、".join(rule.approved_by)
    return {
        "forbidden": Words("A角、B角不得同时不在岗", "A and B may not be absent at the same time"),
        "in_principle": Words(
            "A角、B角原则上不同时不在岗" + (f"，确需同时外出的须经{by}批准" if by else ""),
            "A and B are in principle not absent at the same time"
            + (f", unless the {by} approves" if by else ""),
        ),
        "allowed": Words("A角、B角可以同时不在岗", "A and B may be absent at the same time"),
    }[rule.stance]


def matters_excluded(rule: MattersExcluded) -> Words:
    """What does not pass to B."""
    what = "、".join(rule.matters)
    return Words(
        f"{what}不由B角代行" + (f"，转由{rule.goes_to}办理" if rule.goes_to else ""),
        f"{what} does not pass to B" + (f" and goes to the {rule.goes_to}" if rule.goes_to else ""),
    )


def outside_scheme(rule: OutsideScheme) -> Words:
    """Whom the scheme does not concern."""
    who = "、".join((*rule.posts, *rule.agencies))
    return Words(f"{who}不在AB角安排之内", f"{who}: outside the AB scheme")


def acting_limit(rule: ActingLimit) -> Words:
    """How long B acts."""
    days, by = rule.max_days, rule.then_by
    return Words(
        f"B角代行一次至多{days}天" + (f"，此后由{by}决定" if by else ""),
        f"B acts for at most {days} calendar days at a time"
        + (f"; then the {by} decides" if by else ""),
    )


ACTING_SENTENCES: dict[type[Rule], Callable[[Any], Words]] = {
    BackupActs: backup_acts,
    PairDirection: pair_direction,
    BackupOrder: backup_order,
    CoordinatorAssigns: coordinator_assigns,
    CoordinatorBackup: coordinator_backup,
    StandIn: stand_in,
    PortfolioSplit: portfolio_split,
    BothAway: both_away,
    MattersExcluded: matters_excluded,
    OutsideScheme: outside_scheme,
    ActingLimit: acting_limit,
}


def _absent(triggers: tuple[str, ...]) -> Words:
    """Return the absences that a rule speaks of; all of them are just being absent."""
    if set(triggers) == set(TRIGGERS):
        return Words("不在岗", "absent")
    return absence_words(triggers)


def _passing(rule: Acting) -> Words:
    """Return what passes: the portfolio where all its shares do, else share by share."""
    named = dict.fromkeys(rule.passes)
    shares: list[Words] = []
    if named.keys() >= PORTFOLIO:
        shares.append(Words("分工范围内的工作", "A's whole portfolio"))
        named = {word: None for word in named if word not in PORTFOLIO}
    shares += [_PASSING.get(word) or _of(word) for word in named]
    return Words(_join(s.zh for s in shares), ", ".join(s.en for s in shares))


_PASSING = {
    "heads": Words("议事协调机构的牵头职务", "seats as head of leading groups"),
    "post": Words("职务本身", "the post itself"),
}


def _of(word: str) -> Words:
    words = RELATIONS[Relation(word)]
    return Words(f"{words.zh}的工作", f"what A {words.en}")


def _join(names: Iterable[str]) -> str:
    return "、".join(names)
