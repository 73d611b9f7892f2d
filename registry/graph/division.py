"""The division of labour in force: what replaces it whole, what changes a part, what repeals it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from registry.graph.agencies import match_agency
from registry.graph.governments import without_place
from registry.graph.posts import Dated
from registry.graph.repeals import Unclear, is_repeal, meant, repeals
from registry.model.facts import (
    AgencyFact,
    AreaFact,
    Document,
    Post,
    Released,
    Responsible,
    Supervises,
)

_PART = re.compile("补充|部分|个别|局部|微调")
_SUPPLEMENT = re.compile("补充")
_ADDS = re.compile(r"除[^，。；]{0,12}外|原有?(?:分工|分管|负责)|增加|新增|不再|另外|继续")


Stated = Post | AreaFact | AgencyFact | Released


class Share(Struct, frozen=True):
    """One statement in force of a division: the day from which it counts, and its notice."""

    day: date
    document: Document
    fact: Stated


_Notice = tuple[Document, list[Share]]


class Division(Struct, frozen=True):
    """What of the division of labour is in force.

    ``notices`` are the one that divides the work and those that changed a part of it since;
    ``replaced`` names the earlier ones; ``repealed_by`` is the notice that took the division
    back without another in its place. ``repealed`` names all notices repealed, of whatever
    kind; ``unclear`` holds the repeals that fit several notices in force and end none.
    """

    notices: tuple[Document, ...] = ()
    shares: tuple[Share, ...] = ()
    replaced: frozenset[str] = frozenset()
    repealed_by: Document | None = None
    repealed: frozenset[str] = frozenset()
    unclear: tuple[Unclear, ...] = ()


def changes_part(document: Document) -> bool:
    """Say whether ``document`` changes only what it names: a supplement, a partial adjustment.

    Its title says so, or its text says that the others' work stays as it is.
    """
    return document.partial or _PART.search(document.title) is not None


def division_at(dated: Iterable[Dated], government: str) -> Division:
    """Return the division in force at the end of ``dated``, facts in time order.

    The repeal of a change takes the change back; that of the division itself leaves none,
    and brings none back that it had replaced. One that fits several notices in force ends none.
    """
    by_document: dict[str, _Notice] = {}
    days: dict[str, date] = {}
    for day, document, fact in dated:
        days[document.doc] = day
        own = by_document.setdefault(document.doc, (document, []))[1]
        if isinstance(fact, Stated):
            own.append(Share(day, document, fact))
    now: list[_Notice] = []
    ever: list[str] = []
    repealed_by: Document | None = None
    repealed: set[str] = set()
    unclear: list[Unclear] = []
    for document, shares in by_document.values():
        if names := repeals(document):
            over = repealed | (set(ever) - {notice[0].doc for notice in now})
            so_far = [d for d, _ in by_document.values() if days[d.doc] <= days[document.doc]]
            standing = [d for d in so_far if d.doc not in over and d.doc != document.doc]
            for name in names:
                found = meant(name, standing)
                if len(found) > 1:
                    unclear.append(Unclear(document, name, found))
                repealed.update(d.doc for d in found[: len(found) == 1])
            left = [notice for notice in now if notice[0].doc not in repealed]
            if now and now[0] not in left:
                left, repealed_by = [], document
            now = left
        if is_repeal(document):
            continue
        if document.kind == "division" or (
            now and any(isinstance(share.fact, Released) for share in shares)
        ):
            ever.append(document.doc)
            part = document.kind != "division" or changes_part(document)
            now, repealed_by = [*(now if part else ()), (document, shares)], None
    kept: tuple[Share, ...] = ()
    for document, shares in now:
        told = tuple(share for share in shares if not isinstance(share.fact, Released))
        kept = (*_kept(kept, shares, document, government), *told)
    notices = tuple(document for document, _ in now)
    return Division(
        notices,
        kept,
        frozenset(ever) - {doc.doc for doc in notices},
        repealed_by,
        frozenset(repealed),
        tuple(unclear),
    )


def _kept(
    before: Sequence[Share], new: Sequence[Share], document: Document, government: str
) -> tuple[Share, ...]:
    """Return what stays of ``before`` when ``new`` changes a part of it.

    A leader whose work is told anew has that and no more; one who is given something besides
    keeps what he has. What a leader is given leaves whoever held it in the same way.
    """
    people = dict.fromkeys(_person(share) for share in new)
    anew = {who for who in people if _told_anew(who, new, document)}
    titled = {_person(share) for share in new if isinstance(share.fact, Post)}
    gone = {id(share) for share in _taken(before, new, government)}
    return tuple(
        share
        for share in before
        if id(share) not in gone
        and _person(share) not in (titled if isinstance(share.fact, Post) else anew)
    )


def _taken(before: Sequence[Share], new: Sequence[Share], government: str) -> Iterator[Share]:
    """Yield what is taken from somebody: by words (不再分管), or given to another alone."""
    for fact in (share.fact for share in new):
        if isinstance(fact, Released):
            pool = [s for s in before if s.fact.person == fact.person]
            yield from _named(fact.subject, pool, government)
        elif isinstance(fact, Supervises):
            pool = [s for s in before if isinstance(s.fact, Supervises)]
            yield from _named(fact.org, pool, government)
        elif isinstance(fact, Responsible):
            pool = [s for s in before if isinstance(s.fact, Responsible)]
            yield from _named(fact.area, pool, government)


def _named(name: str, pool: Sequence[Share], government: str) -> Iterator[Share]:
    """Yield the shares of the one thing that ``name`` means; none where it may mean several."""
    wanted = without_place(name, government)
    exact = [s for s in pool if wanted in (without_place(n, government) for n in _names(s.fact))]
    if exact:
        yield from exact
        return
    agencies = dict.fromkeys(s.fact.org for s in pool if isinstance(s.fact, AgencyFact))
    fitting = match_agency(name, agencies, None, government).names
    if len(fitting) == 1:
        yield from (s for s in pool if isinstance(s.fact, AgencyFact) and s.fact.org in fitting)


def _names(fact: Stated) -> tuple[str, ...]:
    if isinstance(fact, AgencyFact):
        return (fact.org, fact.alias) if fact.alias else (fact.org,)
    if isinstance(fact, AreaFact):
        return (fact.area, fact.alias) if fact.alias else (fact.area,)
    return ()


def _told_anew(person: str, new: Sequence[Share], document: Document) -> bool:
    if _SUPPLEMENT.search(document.title):
        return False
    own = [
        s.fact for s in new if _person(s) == person and isinstance(s.fact, AreaFact | AgencyFact)
    ]
    handed = re.compile(rf"由[^，。；：由]{{0,20}}?{re.escape(person)}")
    return bool(own) and not any(
        _ADDS.search(fact.clause) or handed.search(fact.clause) for fact in own
    )


def _person(share: Share) -> str:
    return share.fact.person
