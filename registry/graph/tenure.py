"""Who held which post from when to when, how, and since when a post is vacant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from registry.graph.division import changes_part
from registry.graph.posts import Closing, Dated, same_post
from registry.graph.quotes import Quote, quote
from registry.graph.tenures import Tenure, Walk
from registry.graph.terms import Opening, Tenancy
from registry.model.facts import AnyFact, Document, Post, PostAbolished

__all__ = ["PostState", "Tenure", "post_state", "post_states", "tenures"]


class PostState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A post on a day: who holds it, who acts in it by statute, who has temporary charge.

    Where nobody holds it, ``vacant_since`` is the day on which the last holder left, as written,
    and ``vacated`` says so; both are missing where no holder was ever known. ``lapsed`` is
    the clause by which the post itself ended.
    """

    post: str
    holders: tuple[Tenure, ...] = ()
    acting: tuple[Tenure, ...] = ()
    in_charge: tuple[Tenure, ...] = ()
    vacant_since: str | None = None
    vacated: Quote | None = None
    lapsed: Quote | None = None


def tenures(dated: Iterable[Dated], government: str, on: date) -> tuple[Tenure, ...]:
    """Return all tenures known to have begun or ended by ``on``, in the order they began.

    ``dated`` holds the facts of ``government`` in time order.
    """
    walk = Walk(government)
    for day, document, facts in _by_document(dated):
        if day > on:
            break
        walk.expire(day)
        if document.kind == "division" and not changes_part(document):
            walk.replace(document, [fact for fact in facts if isinstance(fact, Post)])
        for fact in facts:
            if isinstance(fact, Opening):
                walk.open(fact, document)
            elif isinstance(fact, Closing):
                walk.close(fact, document)
    walk.expire(on)
    return tuple(walk.found)


def _by_document(dated: Iterable[Dated]) -> Iterable[tuple[date, Document, list[AnyFact]]]:
    found: dict[str, tuple[date, Document, list[AnyFact]]] = {}
    for day, document, fact in dated:
        if not isinstance(fact, Post) or document.kind == "division":
            found.setdefault(document.doc, (day, document, []))[2].append(fact)
    return found.values()


def post_state(dated: Iterable[Dated], government: str, post: str, on: date) -> PostState:
    """Return how ``post``, in any of its spellings, stands ``on`` a day."""
    wanted = same_post(post, government)
    tenures_of, lapsed = _by_post(tuple(dated), government, on)
    _, by = lapsed.get(wanted, (post, None))
    return _state(post, tenures_of.get(wanted, []), by)


def post_states(dated: Iterable[Dated], government: str, on: date) -> tuple[PostState, ...]:
    """Return how every post known by ``on`` stands on that day, in the order of their notices.

    Spellings of one post are one, under the first of them.
    """
    tenures_of, lapsed = _by_post(tuple(dated), government, on)
    found: list[PostState] = []
    for key in dict.fromkeys((*tenures_of, *lapsed)):
        own = tenures_of.get(key, [])
        name, by = lapsed.get(key, ("", None))
        found.append(_state(own[0].post if own else name, own, by))
    return tuple(found)


def _by_post(
    known: tuple[Dated, ...], government: str, on: date
) -> tuple[dict[str, list[Tenure]], dict[str, tuple[str, Quote]]]:
    """Return the tenures of each post, by its one form; its name where it lapsed, and the clause."""
    tenures_of: dict[str, list[Tenure]] = {}
    for tenure in tenures(known, government, on):
        tenures_of.setdefault(same_post(tenure.post, government), []).append(tenure)
    lapsed = {
        same_post(fact.post, government): (fact.post, quote(fact, document))
        for day, document, fact in known
        if day <= on and isinstance(fact, PostAbolished)
    }
    return tenures_of, lapsed


def _state(post: str, own: list[Tenure], lapsed: Quote | None) -> PostState:
    now = [t for t in own if t.end is None]
    by = {kind: tuple(t for t in now if t.tenancy is kind) for kind in Tenancy}
    ever = [t for t in own if t.tenancy is Tenancy.HOLDS]
    last = max(ever, key=lambda t: t.end or "", default=None)
    held = by[Tenancy.HOLDS]
    vacant = last if not held and lapsed is None else None
    return PostState(
        post=post,
        holders=held,
        acting=by[Tenancy.ACTING],
        in_charge=by[Tenancy.CHARGE],
        vacant_since=vacant.end if vacant else None,
        vacated=vacant.closed if vacant else None,
        lapsed=lapsed if not held else None,
    )
