"""AB pairs: leaders without one, pairs that contradict each other, members who have left."""

from __future__ import annotations

from collections.abc import Iterator

from registry.checks.case import Case
from registry.graph.nodes import Edge
from registry.graph.posts import is_party_seat, one_seat, same_post
from registry.model.facts import AbPair, Fact, Removed
from registry.model.findings import Finding, FindingKind, Severity
from registry.resolve.rulebook import in_force


def leader_without_pair(case: Case) -> Iterator[Finding]:
    """Find leaders for whom no pair and no rule names a stand-in.

    A government that has no pairs at all has no such system: one note, not one a leader.
    """
    org = case.organisation
    if org.division is None:
        return
    leaders = org.leaders()
    pairs = [edge for edge in org.pairs() if {edge.source.name, edge.target.name} & set(leaders)]
    if not pairs:
        yield case.finding(
            FindingKind.LEADER_WITHOUT_PAIR,
            Severity.NOTE,
            (
                "在册公文没有AB角安排，任何一位领导不在时由谁代行都没有写",
                "no notice known pairs the leaders: who acts for any of them is not written",
            ),
            leaders,
            org.divisions,
        )
        return
    for person in leaders:
        if org.backups_of(person) or person in org.left or _has_stand_in(case, person):
            continue
        own = [e.fact for e in org.edges(("post",)) if e.source.name == person]
        held = [e.fact for e in org.held(person)]
        yield case.finding(
            FindingKind.LEADER_WITHOUT_PAIR,
            Severity.WARNING,
            (
                f"{person}没有B角：AB角安排未提及，不在时由谁代行没有写",
                f"{person} has no backup: the pairs do not name one, so who acts is not written",
            ),
            (person,),
            (*(own or held)[:1], pairs[0].fact),
        )


def _has_stand_in(case: Case, person: str) -> bool:
    org = case.organisation
    titles = {same_post(title, org.government) for title in org.titles(person)}
    rules = in_force(case.rulebook, org, case.on)
    return any(same_post(rule.for_post, org.government) in titles for rule in rules.stand_ins)


def pair_conflict(case: Case) -> Iterator[Finding]:
    """Find persons in two mutual pairs, or paired with themselves: who is B is then open."""
    partners: dict[str, dict[str, Edge]] = {}
    for edge in case.organisation.pairs():
        a, b = edge.source.name, edge.target.name
        if a == b:
            yield case.finding(
                FindingKind.PAIR_CONFLICT,
                Severity.ERROR,
                (f"{a}与本人配成AB角", f"{a} is paired with himself"),
                (a,),
                (edge.fact,),
            )
        elif edge.relation == "ab_pair":
            partners.setdefault(a, {}).setdefault(b, edge)
            partners.setdefault(b, {}).setdefault(a, edge)
    for person, found in partners.items():
        if len(found) > 1:
            others = tuple(found)
            yield case.finding(
                FindingKind.PAIR_CONFLICT,
                Severity.ERROR,
                (
                    f"{person}同时与{'、'.join(others)}互为AB角",
                    f"{person} is in pairs with {', '.join(others)} at once",
                ),
                (person, *others),
                (edge.fact for edge in found.values()),
            )


def pair_not_mutual(case: Case) -> Iterator[Finding]:
    """Find one-way pairs among mutual ones; where all are one-way, that is the system.

    One finding for all of them.
    """
    edges = case.organisation.pairs()
    ways: dict[tuple[str, str], Edge] = {}
    for edge in edges:
        a, b = edge.source.name, edge.target.name
        ways.setdefault((a, b), edge)
        if edge.relation == "ab_pair":
            ways.setdefault((b, a), edge)
    mutual = [edge for (a, b), edge in ways.items() if (b, a) in ways and a != b]
    if not mutual:
        return
    one_way = {pair: edge for pair, edge in ways.items() if pair[::-1] not in ways}
    if one_way:
        zh = "，".join(f"{b}是{a}的B角" for a, b in one_way)
        en = ", ".join(f"{b} backs {a} up" for a, b in one_way)
        yield case.finding(
            FindingKind.PAIR_NOT_MUTUAL,
            Severity.NOTE,
            (
                f"有的AB角互为，有的只是单向：{zh}",
                f"some pairs are mutual and some go one way only: {en}",
            ),
            (name for pair in one_way for name in pair),
            (*(edge.fact for edge in one_way.values()), mutual[0].fact),
        )


def _removed(case: Case, person: str) -> Fact | None:
    """Return the removal of ``person`` from his last office, by whatever body it was.

    A seat in the party alone (党组成员, 市委常委) is no office.
    """
    org = case.organisation
    own = [e.fact for e in org.edges(("post",)) if e.source.name == person]
    since = next((day for fact in own if (day := case.day_of(fact))), None)
    titles = [one_seat(title, org.government) for title in org.titles(person)]
    open_ = {title for title in titles if not is_party_seat(title)}
    for day, move in case.moves:
        if since is None or day <= since or move.person != person:
            continue
        if isinstance(move, Removed) and one_seat(move.post, org.government) in open_:
            open_.discard(one_seat(move.post, org.government))
            if not open_:
                return move
    return None


def pair_member_left(case: Case) -> Iterator[Finding]:
    """Find pairs with one who has retired, was removed, or is no longer among the leaders."""
    org = case.organisation
    leaders = set(org.leaders())
    ever = {name for state in case.history.states() for name in state.leaders()}
    for edge in org.pairs():
        pair = (edge.source.name, edge.target.name)
        for person, partner in (pair, pair[::-1]):
            removed = _removed(case, person)
            if person in org.left:
                why: Fact = org.left[person][0]
            elif removed is not None:
                why = removed
            elif org.division and person not in leaders and (person in ever or partner in leaders):
                why = org.division
            else:
                continue
            words = "互为AB角" if isinstance(edge.fact, AbPair) else "的AB角"
            yield case.finding(
                FindingKind.PAIR_MEMBER_LEFT,
                Severity.ERROR,
                (
                    f"{person}已不在领导之列，仍与{partner}{words}",
                    f"{person} is no longer among the leaders and still paired with {partner}",
                ),
                (person, partner),
                (edge.fact, why),
            )
