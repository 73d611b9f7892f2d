"""Kinds about the pairs themselves: which way they count, and in which order backups act."""

from __future__ import annotations

from registry.graph.dates import counts_from
from registry.model.answers import Cover, Status
from registry.model.facts import Document
from registry.resolve import reasons as why
from registry.resolve.case import Case
from registry.resolve.kinds.coordinators import coordinator_of
from registry.resolve.kinds.turns import Backups, Mark
from registry.resolve.presence import Moment
from registry.tables.rule_kinds import BackupActs, BackupOrder, PairDirection, RePair


def pair_direction(at: Moment, rule: PairDirection, person: str, backups: Backups) -> Backups:
    """Read one-way pairs both ways, where the rule says that pairs are mutual."""
    if rule.direction == "one_way":
        return backups
    found = dict(backups)
    for edge in at.org.pairs():
        if edge.target.name == person and edge.source.name != person:
            found.setdefault(edge.source.name, edge)
    return tuple(found.items())


def backup_order(at: Moment, rule: BackupOrder, holder: str, backups: Backups) -> str | None:
    """Return the first backup who is there: as listed, or along the backups' own backups.

    Nobody is looked at twice, so that a ring of backups ends.
    """
    queue, seen = [b for b, _ in backups], {holder}
    for person in queue:
        if person in seen:
            continue
        seen.add(person)
        if at.there(person):
            return person
        if rule.then == "backups_backup":
            queue += [b for b, _ in at.org.backups_of(person)]
    return None


def backup_acts(case: Case, rule: BackupActs, backup: str) -> Cover:
    """Have B act, with the coordinator that the rule names; his absence is flagged."""
    title = rule.coordinator
    if title is None:
        return case.cite(rule, f"B角{backup}代行", f"{backup}, the B, acts").cover(
            Status.ACTING, backup
        )
    coordinator, by = coordinator_of(case.at, title)
    case = case.cite(
        rule,
        f"B角{backup}代行，由{title}{coordinator or ''}协调" if by is None else f"B角{backup}代行",
        f"{backup}, the B, acts"
        + (f", coordinated by the {title} {coordinator or ''}".rstrip() if by is None else ""),
    )
    if coordinator is None:
        return case.cover(Status.ACTING, backup, flags=("coordinator_unknown",))
    if by is not None:
        case = case.then(*by)
    elif not case.at.there(coordinator):
        step = why.said(
            "coordinator_away",
            f"协调人{coordinator}也不在；B角在，仍由B角代行",
            f"the coordinator {coordinator} is away too; B is there and still acts",
        )
        return case.then(step).cover(
            Status.ACTING, backup, coordinator=coordinator, flags=("coordinator_away",)
        )
    return case.cover(Status.ACTING, backup, coordinator=coordinator)


def re_pair(case: Case, rule: RePair, cover: Cover) -> Mark | None:
    """Flag a pair that is older than the division of labour in force."""
    division = case.at.org.division
    pair = next((e for b, e in case.at.org.backups_of(case.holder) if b == cover.acting), None)
    if division is None or pair is None or not _older(pair.document, division):
        return None
    days = f"{rule.within_days}天内" if rule.within_days else ""
    return Mark(
        ("pair_outdated",),
        why.cited(
            rule,
            f"{pair.document.doc}的AB角早于现行分工，分工调整后应{days}重新安排",
            f"the pair of {pair.document.doc} is older than the division of labour in force and"
            f" is to be drawn up anew{f' in {rule.within_days} days' if days else ''}",
            case.at.rules.file_of(rule),
        ),
    )


def _older(one: Document, other: Document) -> bool:
    """Say whether ``one`` counts from an earlier day; a document without a usable date is not."""
    first, second = counts_from(one), counts_from(other)
    return first is not None and second is not None and first < second
