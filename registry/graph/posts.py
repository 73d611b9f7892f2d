"""Posts opened and closed: 任, 兼任, 免去, 退休, and posts that lapse of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from registry.graph.governments import without_place
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

Opening = Post | Appointed | ConcurrentlyAppointed


def title_of(fact: Opening) -> str:
    """Return the title or post that ``fact`` gives."""
    return fact.title if isinstance(fact, Post) else fact.post


def same_post(post: str, government: str) -> str:
    """Return the form in which two spellings of one post meet.

    >>> same_post("景德镇市人民政府副市长", "景德镇市人民政府")
    '副市长'
    >>> same_post("市政府副市长", "景德镇市人民政府")
    '副市长'
    """
    bare = without_place(post.removeprefix("原"), government)
    for office in ("人民政府", "政府"):
        if bare.startswith(office) and bare != office:
            return bare.removeprefix(office)
    return bare


def open_posts(dated: Iterable[Dated], government: str) -> tuple[Opening, ...]:
    """Return the appointments that no later fact closed, in the order they opened.

    ``dated`` is in time order. A person appointed anew to the same post holds it once.
    """
    opened: dict[tuple[str, str], Opening] = {}
    for _, _, fact in dated:
        if isinstance(fact, Appointed | ConcurrentlyAppointed):
            opened[fact.person, same_post(fact.post, government)] = fact
        elif isinstance(fact, Removed):
            opened.pop((fact.person, same_post(fact.post, government)), None)
        elif isinstance(fact, Retired):
            opened = {key: held for key, held in opened.items() if key[0] != fact.person}
        elif isinstance(fact, PostAbolished):
            post = same_post(fact.post, government)
            opened = {key: held for key, held in opened.items() if key[1] != post}
    return tuple(opened.values())


def closed_titles(
    titles: Iterable[Post], dated: Iterable[Dated], since: date, government: str
) -> tuple[frozenset[Post], dict[str, tuple[Fact, Document]]]:
    """Return the division's titles closed after ``since``, and who left office by that.

    One leaves by retiring, or when no title is left that is an office of the government
    (a seat in the party group, 党组, alone is none).
    """
    every = tuple(titles)
    closed: set[Post] = set()
    left: dict[str, tuple[Fact, Document]] = {}
    for day, document, fact in dated:
        if day <= since or not isinstance(fact, Removed | Retired):
            continue
        own = [t for t in every if t.person == fact.person]
        lost = [t for t in own if _closes(fact, t, government)]
        closed.update(lost)
        if lost and not [t for t in own if t not in closed and "党组" not in t.title]:
            left[fact.person] = (fact, document)
    return frozenset(closed), left


def _closes(fact: Removed | Retired, title: Post, government: str) -> bool:
    if isinstance(fact, Retired):
        return True
    return same_post(fact.post, government) == same_post(title.title, government)
