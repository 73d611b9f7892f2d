"""What is in force on a day: which notice replaces which, and the organisation that results.

A division-of-labour notice replaces the earlier one of the same government whole, its
pairs included; a separate AB notice is replaced by the next notice that states pairs;
a group stays until a later notice sets the same group up again; work given to agencies
stays, and of an indicator the latest report that has it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import networkx as nx
from msgspec import structs

from registry.graph.build import add_fact
from registry.graph.dates import first_day
from registry.graph.governments import bodies_of, without_place
from registry.graph.groups import LeadingGroup
from registry.graph.nodes import Node
from registry.graph.organisation import Organisation
from registry.graph.posts import Dated, closed_titles, open_posts
from registry.model.facts import (
    AbPair,
    AgencyFact,
    AnyFact,
    Appointed,
    AreaFact,
    Backup,
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


def change_days(facts: Iterable[AnyFact], government: str) -> tuple[date, ...]:
    """Return the days on which a notice of ``government`` begins to count, in time order."""
    return tuple(sorted({day for day, _, _ in _dated(tuple(facts), government)}))


def undated(facts: Iterable[AnyFact], government: str) -> tuple[Document, ...]:
    """Return the notices of ``government`` whose date has no year: they count on no day."""
    return tuple(
        fact
        for fact in facts
        if isinstance(fact, Document)
        and government in bodies_of(fact)
        and first_day(fact.date) is None
    )


def organisation(facts: Sequence[AnyFact], government: str, on: date) -> Organisation:
    """Return ``government`` as the notices in force ``on`` that day describe it."""
    dated = [item for item in _dated(facts, government) if item[0] <= on]
    since, divisions, replaced = _divisions(dated)
    ours = frozenset(doc.doc for doc in divisions)
    titles = [fact for _, doc, fact in dated if isinstance(fact, Post) and doc.doc in ours]
    closed, left = closed_titles(titles, dated, since, government)
    groups = _groups(dated, government)
    keep = {id(part) for group in groups for part in _parts(group)}
    keep |= {id(fact) for fact in open_posts(dated, government)}
    keep |= {id(fact) for fact in titles if fact not in closed}
    keep |= {id(fact) for fact in _pairs(dated, replaced)}
    keep |= {id(fact) for fact in _works(dated)}
    graph: nx.MultiDiGraph[Node] = nx.MultiDiGraph()
    place = {id(fact): number for number, fact in enumerate(facts)}
    for _, doc, fact in dated:
        if id(fact) in keep or (doc.doc in ours and isinstance(fact, AreaFact | AgencyFact)):
            add_fact(graph, fact, doc, place[id(fact)])
    return Organisation(government, on, graph, divisions, replaced, groups, left)


def _dated(facts: Sequence[AnyFact], government: str) -> list[Dated]:
    """Return the facts that concern ``government`` and can be placed in time, in time order.

    A post of the government itself may be filled by another body (the people's congress).
    """
    documents: dict[str, Document] = {}
    for fact in facts:
        if isinstance(fact, Document):
            documents.setdefault(fact.doc, fact)
    found: list[Dated] = []
    for fact in facts:
        document = documents.get(fact.doc)
        day = first_day(document.date) if document else None
        if document is None or day is None:
            continue
        own = government in bodies_of(document)
        if own or (isinstance(fact, _POST_MOVES) and fact.post.startswith(government)):
            found.append((day, document, document if isinstance(fact, Document) else fact))
    return sorted(found, key=lambda item: item[0])


def _divisions(dated: Iterable[Dated]) -> tuple[date, tuple[Document, ...], frozenset[str]]:
    """Return from when the division in force counts, its notices, and those replaced.

    A supplement (补充) adds to the notice before it and replaces nothing.
    """
    since, divisions, replaced = date.min, list[Document](), set[str]()
    for day, doc, fact in dated:
        if fact is not doc or doc.kind != "division":
            continue
        if divisions and "补充" in doc.title:
            divisions.append(doc)
            continue
        replaced |= {earlier.doc for earlier in divisions}
        since, divisions = day, [doc]
    return since, tuple(divisions), frozenset(replaced) - {doc.doc for doc in divisions}


def _pairs(dated: Iterable[Dated], replaced: frozenset[str]) -> tuple[AnyFact, ...]:
    """Return the pairs of the latest notice that states any and is not replaced."""
    by_doc: dict[str, list[AnyFact]] = {}
    for _, doc, fact in dated:
        if isinstance(fact, AbPair | Backup) and doc.doc not in replaced:
            by_doc.setdefault(doc.doc, []).append(fact)
    return tuple(list(by_doc.values())[-1]) if by_doc else ()


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
    """Return each group as the latest notice that sets it up, else as it is mentioned."""
    parts: dict[tuple[str, str], list[AnyFact]] = {}
    found: dict[str, tuple[Group, Document]] = {}
    for _, doc, fact in dated:
        if isinstance(fact, Group):
            key = without_place(fact.group, government)
            if fact.status is None or key not in found or found[key][0].status is not None:
                found[key] = (fact, doc)
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
    return (
        group.fact,
        *group.subgroups,
        *group.members,
        *group.orgs,
        *group.roles,
        *group.offices,
        *group.directors,
    )
