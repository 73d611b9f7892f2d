"""What is in force on a day: which notice replaces which, and the organisation that results.

A division-of-labour notice replaces the earlier one of the same government whole, its
pairs included, unless it changes a part only; a separate AB notice is replaced by the next
notice that states pairs; a group stays until a later notice sets the same group up again;
work given to agencies stays, and of an indicator the latest report that has it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import networkx as nx
from msgspec import structs

from registry.graph.build import add_fact
from registry.graph.dates import counts_from
from registry.graph.division import division_at
from registry.graph.governments import bodies_of, without_place
from registry.graph.groups import LeadingGroup
from registry.graph.nodes import Node
from registry.graph.organisation import Organisation
from registry.graph.pairs import pairs_at
from registry.graph.posts import Dated, closed_titles, ends_by_itself, open_posts
from registry.model.facts import (
    AnyFact,
    Appointed,
    ConcurrentlyAppointed,
    Document,
    Duty,
    Group,
    Indicator,
    Meeting,
    Member,
    MemberOrg,
    MemberRole,
    Office,
    OfficeDirector,
    Post,
    Removed,
    Subgroup,
    Task,
)

_GROUP_PARTS = (Subgroup, Member, MemberOrg, MemberRole, Office, OfficeDirector)
_SETTLED = (None, "dissolved")
"""Statuses of a notice that sets a group up or ends it; what only mentions it changes nothing."""

_POST_MOVES = (Appointed, ConcurrentlyAppointed, Removed)


def governments(facts: Iterable[AnyFact]) -> tuple[str, ...]:
    """Return the bodies that issue the notices among ``facts``, in order of appearance."""
    documents = (f for f in facts if isinstance(f, Document))
    return tuple(dict.fromkeys(name for document in documents for name in bodies_of(document)))


def once(facts: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    """Drop what a notice says a second time: read from two files, or in its body and its annex.

    Two facts of one document with the same values are one statement, whatever words and
    place they were read from; the first is kept.
    """
    found: dict[object, AnyFact] = {}
    for fact in facts:
        document = isinstance(fact, Document)
        key = fact.doc if document else structs.replace(fact, clause="", span=(0, 0))
        found.setdefault(key, fact)
    return tuple(found.values())


def change_days(facts: Sequence[AnyFact], government: str) -> tuple[date, ...]:
    """Return the days on which something changes in ``government``, in time order.

    A notice begins to count, or a secondment of a stated length is over.
    """
    return days_of(dated(facts, government))


def days_of(known: Iterable[Dated]) -> tuple[date, ...]:
    """Return the days of change of facts placed in time; see ``change_days``."""
    days: set[date] = set()
    for day, document, fact in known:
        days.add(day)
        if isinstance(fact, Appointed | ConcurrentlyAppointed):
            end = ends_by_itself(fact, document)
            if end is not None and end > day:
                days.add(end)
    return tuple(sorted(days))


def undated(facts: Iterable[AnyFact], government: str) -> tuple[Document, ...]:
    """Return the notices of ``government`` whose date has no year: they count on no day."""
    return tuple(
        fact
        for fact in facts
        if isinstance(fact, Document)
        and government in bodies_of(fact)
        and counts_from(fact) is None
    )


def organisation(facts: Sequence[AnyFact], government: str, on: date) -> Organisation:
    """Return ``government`` as the notices in force ``on`` that day describe it."""
    return organisation_at(dated(facts, government), government, on)


def organisation_at(known: Sequence[Dated], government: str, on: date) -> Organisation:
    """Return ``government`` on a day, from its facts in time order as ``dated`` gives them."""
    so_far = [item for item in known if item[0] <= on]
    division = division_at(so_far, government)
    counting = [item for item in so_far if item[1].doc not in division.repealed]
    titles = [(s.day, s.fact) for s in division.shares if isinstance(s.fact, Post)]
    closed, left = closed_titles(titles, counting, government, on)
    groups = _groups(counting, government)
    keep = {id(part) for group in groups for part in _parts(group)}
    keep |= {id(fact) for fact in open_posts(counting, government, on)}
    keep |= {id(share.fact) for share in division.shares if share.fact not in closed}
    keep |= {id(fact) for fact in pairs_at(counting, division.replaced)}
    keep |= {id(fact) for fact in _works(counting)}
    graph: nx.MultiDiGraph[Node] = nx.MultiDiGraph()
    for order, (_, document, fact) in enumerate(so_far):
        if id(fact) in keep:
            add_fact(graph, fact, document, order)
    return Organisation(
        government=government,
        on=on,
        graph=graph,
        divisions=division.notices,
        replaced=division.replaced,
        leading_groups=groups,
        left=left,
        repealed_by=division.repealed_by,
        unclear_repeals=division.unclear,
    )


def dated(facts: Sequence[AnyFact], government: str) -> tuple[Dated, ...]:
    """Return the facts that concern ``government`` and can be placed in time, in time order.

    A post of the government itself may be filled by another body (the people's congress).
    """
    documents: dict[str, tuple[Document, date | None, bool]] = {}
    for fact in facts:
        if isinstance(fact, Document) and fact.doc not in documents:
            documents[fact.doc] = (fact, counts_from(fact), government in bodies_of(fact))
    found: list[Dated] = []
    for fact in facts:
        document, day, own = documents.get(fact.doc, (None, None, False))
        if document is None or day is None:
            continue
        if own or (isinstance(fact, _POST_MOVES) and fact.post.startswith(government)):
            found.append((day, document, document if isinstance(fact, Document) else fact))
    return tuple(sorted(found, key=lambda item: item[0]))


def concerning(facts: Iterable[AnyFact], government: str) -> tuple[AnyFact, ...]:
    """Return the facts that can bear on ``government``, in their order.

    They are all those of its own notices, dated or not, and what ``dated`` takes of others.
    """
    every = tuple(facts)
    documents: dict[str, Document] = {}
    for fact in every:
        if isinstance(fact, Document):
            documents.setdefault(fact.doc, fact)
    own = {doc for doc, document in documents.items() if government in bodies_of(document)}
    filling = {id(f) for f in every if isinstance(f, _POST_MOVES) and f.post.startswith(government)}
    cited = own | {fact.doc for fact in every if id(fact) in filling}
    return tuple(
        fact
        for fact in every
        if fact.doc in own
        or id(fact) in filling
        or (isinstance(fact, Document) and fact.doc in cited)
    )


def _works(dated: Iterable[Dated]) -> tuple[AnyFact, ...]:
    """Return the work given to agencies and the meetings held; figures of the latest report."""
    latest: dict[str, str] = {}
    found: list[AnyFact] = []
    for _, doc, fact in dated:
        if isinstance(fact, Indicator):
            latest[fact.indicator] = doc.doc
        if isinstance(fact, Task | Duty | Indicator | Meeting):
            found.append(fact)
    return tuple(f for f in found if not isinstance(f, Indicator) or latest[f.indicator] == f.doc)


def _groups(dated: Iterable[Dated], government: str) -> tuple[LeadingGroup, ...]:
    """Return each group as the latest notice sets it up or dissolves it, else as mentioned."""
    parts: dict[tuple[str, str], list[AnyFact]] = {}
    found: dict[str, tuple[Group, Document]] = {}
    short: dict[str, str] = {}
    for _, doc, fact in dated:
        if isinstance(fact, Group):
            key = short.get(fact.group) or without_place(fact.group, government)
            known = found.get(key)
            if known is None or fact.status in _SETTLED or known[0].status not in _SETTLED:
                found[key] = (fact, doc)
                if fact.alias:
                    short[fact.alias] = key
                    if (old := without_place(fact.alias, government)) != key:
                        found.pop(old, None)  # renamed: there are not two
        elif isinstance(fact, _GROUP_PARTS):
            parts.setdefault((doc.doc, fact.group), []).append(fact)
    return tuple(
        _leading_group(fact, doc, parts.get((doc.doc, fact.group), []))
        for fact, doc in found.values()
    )


def _leading_group(fact: Group, document: Document, parts: list[AnyFact]) -> LeadingGroup:
    return LeadingGroup(
        fact=fact,
        document=document,
        members=_once(p for p in parts if isinstance(p, Member)),
        orgs=tuple(p for p in parts if isinstance(p, MemberOrg)),
        roles=tuple(p for p in parts if isinstance(p, MemberRole)),
        subgroups=tuple(p for p in parts if isinstance(p, Subgroup)),
        offices=tuple(p for p in parts if isinstance(p, Office)),
        directors=tuple(p for p in parts if isinstance(p, OfficeDirector)),
    )


def _once(members: Iterable[Member]) -> tuple[Member, ...]:
    """Drop a seat told a second time: the notice's body and its annex both name the heads."""
    seats: dict[tuple[str, str, str | None], Member] = {}
    for member in members:
        seats.setdefault((member.person, member.role, member.subgroup), member)
    return tuple(seats.values())


def _parts(group: LeadingGroup) -> tuple[AnyFact, ...]:
    """Return the facts that tie the group to others; a role without a name ties nobody."""
    return (
        *group.subgroups,
        *group.members,
        *group.orgs,
        *group.offices,
        *group.directors,
    )
