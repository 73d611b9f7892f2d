"""Posts opened and closed: 任, 兼任, 免去, 退休, and posts that lapse of themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from registry.graph.dates import first_day
from registry.graph.governments import without_place
from registry.graph.terms import Opening, terms_of, without_terms
from registry.model.facts import (
    AnyFact,
    Appointed,
    ConcurrentlyAppointed,
    Document,
    Fact,
    Post,
    PostAbolished,
    Removed,
    Retired,
)

Dated = tuple[date, Document, AnyFact]
"""A fact with its document and the day from which it counts."""

Closing = Removed | Retired | PostAbolished

_PARTY = re.compile(r"党组|[省市县区州旗盟]委(?:常委|委员|副?书记)|^常委$")

_Moved = Closing | Appointed | ConcurrentlyAppointed
_Move = tuple[date, Document, _Moved]


@lru_cache(maxsize=16384)
def same_post(post: str, government: str) -> str:
    """Return the form in which two spellings of one post meet.

    >>> same_post("景德镇市人民政府副市长", "景德镇市人民政府")
    '副市长'
    >>> same_post("市政府副市长", "景德镇市人民政府")
    '副市长'
    >>> same_post("代理市长", "景德镇市人民政府"), same_post("副局长（主持工作）", "")
    ('代市长', '副局长')
    >>> same_post("县政府挂职副县长", "云湖县人民政府")
    '副县长'
    """
    whole = without_terms(post.removeprefix("原")).replace("代理", "代").replace("挂职", "")
    bare = without_place(whole, government)
    for office in ("人民政府", "政府"):
        if bare.startswith(office) and bare != office:
            return bare.removeprefix(office)
    return bare


def one_seat(post: str, government: str) -> str:
    """Return the form in which all names of one person's seat meet.

    常务 describes a deputy (副) and is no other seat; of two persons it tells them apart.

    >>> one_seat("云湖市人民政府常务副市长", "云湖市人民政府")
    '副市长'
    """
    return same_post(post, government).replace("常务副", "副")


def is_party_seat(title: str) -> bool:
    """Say whether ``title`` is a seat in the party, which is no office of the government.

    >>> is_party_seat("市政府党组成员"), is_party_seat("市委常委"), is_party_seat("市政府副市长")
    (True, True, False)
    """
    return _PARTY.search(title) is not None


def closes(fact: Closing, person: str, title: str, government: str) -> bool:
    """Say whether ``fact`` ends the holding of ``title`` by ``person``.

    A removal from a post of a deputy ends it whether or not he is called 常务.
    """
    if not isinstance(fact, PostAbolished) and fact.person != person:
        return False
    if isinstance(fact, Retired):
        return True
    same = one_seat if isinstance(fact, Removed) else same_post
    return same(fact.post, government) == same(title, government)


def renamed(fact: AnyFact, title: str, government: str) -> bool:
    """Say whether ``fact`` takes the seat of ``title`` by its other name, with 常务 or without.

    A notice that gives the one and takes the other leaves a deputy in his seat.
    """
    return isinstance(fact, Removed) and (
        same_post(fact.post, government) != same_post(title, government)
    )


def _stays(fact: AnyFact, given: Collection[str], government: str) -> bool:
    """Say whether the notice that takes the seat gives it by its other name."""
    if not isinstance(fact, Removed):
        return False
    seats = {
        post.replace("常务副", "副") for post in given if post != same_post(fact.post, government)
    }
    return one_seat(fact.post, government) in seats


def ends_by_itself(fact: Opening, document: Document) -> date | None:
    """Return the day on which a secondment of a stated length is over."""
    return first_day(terms_of(fact, document).ends)


def open_posts(dated: Iterable[Dated], government: str, on: date) -> tuple[Opening, ...]:
    """Return the appointments in being ``on`` a day, in the order they opened.

    ``dated`` is in time order and ends on that day. A person appointed anew to the same post
    holds it once; a secondment ends when its length is over.
    """
    opened: dict[tuple[str, str], Appointed | ConcurrentlyAppointed] = {}
    keys: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for _, document, fact in dated:
        if isinstance(fact, Appointed | ConcurrentlyAppointed):
            end = ends_by_itself(fact, document)
            if end is None or end > on:
                key = fact.person, same_post(fact.post, government)
                opened[key] = fact
                keys[fact.person].add(key)
        elif isinstance(fact, Removed):
            for key in keys[fact.person]:
                held = opened.get(key)
                if (
                    held is not None
                    and closes(fact, fact.person, held.post, government)
                    and not (held.doc == fact.doc and renamed(fact, held.post, government))
                ):
                    del opened[key]
        elif isinstance(fact, Retired):
            opened = {key: held for key, held in opened.items() if key[0] != fact.person}
        elif isinstance(fact, PostAbolished):
            post = same_post(fact.post, government)
            opened = {key: held for key, held in opened.items() if key[1] != post}
    return tuple(opened.values())


def closed_titles(
    titles: Sequence[tuple[date, Post]], dated: Sequence[Dated], government: str, on: date
) -> tuple[frozenset[Post], dict[str, tuple[Fact, Document]]]:
    """Return the division's titles closed after their day, and who left office by that.

    One leaves by retiring, or when no title is left that is an office of the government
    (a seat in the party alone, 党组成员 or 市委常委, is none).
    """
    closed: set[Post] = set()
    left: dict[str, tuple[Fact, Document]] = {}
    titled = {title.person for _, title in titles}
    moves = [
        (day, document, fact)
        for day, document, fact in dated
        if isinstance(fact, _Moved) and (isinstance(fact, PostAbolished) or fact.person in titled)
    ]
    given: dict[tuple[str, str], set[str]] = {}
    for _, _, fact in moves:
        if isinstance(fact, Appointed | ConcurrentlyAppointed):
            posts = given.setdefault((fact.doc, fact.person), set())
            posts.add(same_post(fact.post, government))
    for day, document, fact in (*moves, *_over(moves, government, on)):
        lost = {
            title
            for since, title in titles
            if since < day
            and _ends(fact, document, day, title, government)
            and not (
                renamed(fact, title.title, government)
                and same_post(title.title, government) in given.get((fact.doc, title.person), ())
            )
        }
        closed |= lost
        for person in {title.person for title in lost}:
            if _stays(fact, given.get((fact.doc, person), ()), government):
                continue
            own = [title for _, title in titles if title.person == person]
            if not [t for t in own if t not in closed and not is_party_seat(t.title)]:
                left[person] = (fact, document)
    return frozenset(closed), left


def _over(moves: Iterable[_Move], government: str, on: date) -> Iterator[_Move]:
    """Yield the secondments whose length is over by ``on`` and was not begun anew."""
    last: dict[tuple[str, str], tuple[Document, Appointed | ConcurrentlyAppointed]] = {}
    for _, document, fact in moves:
        if isinstance(fact, Appointed | ConcurrentlyAppointed):
            last[fact.person, same_post(fact.post, government)] = document, fact
    for document, given in last.values():
        end = ends_by_itself(given, document)
        if end is not None and end <= on:
            yield end, document, given


def _ends(
    fact: _Moved,
    document: Document,
    day: date,
    title: Post,
    government: str,
) -> bool:
    if isinstance(fact, Closing):
        return closes(fact, title.person, title.title, government)
    return (
        fact.person == title.person
        and ends_by_itself(fact, document) == day
        and same_post(fact.post, government) == same_post(title.title, government)
    )
