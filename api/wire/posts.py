"""A post as it stands on a day, and all who are known to have held it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from api.ids import made
from api.listing import Item, Whole
from api.wire.links import Links, links
from registry.graph.history import History
from registry.graph.quotes import Quote
from registry.graph.tenure import PostState, Tenure


class Post(Item, frozen=True, kw_only=True):
    """A post on a day: who holds it, who acts in it by statute, who has temporary charge.

    ``vacant_since`` is the day on which the last holder left, ``vacated`` says so; ``lapsed``
    is the clause by which the post itself ended.
    """

    links: Links
    name: str
    government: str
    holders: tuple[Tenure, ...]
    acting: tuple[Tenure, ...]
    in_charge: tuple[Tenure, ...]
    vacant_since: str | None
    vacated: Quote | None
    lapsed: Quote | None


class PostWhole(Post, Whole, frozen=True, kw_only=True):
    """A post with all its tenures known up to the day, in the order in which they began."""

    tenures: tuple[Tenure, ...]


def post(history: History, state: PostState) -> Post:
    """Return a post of a government."""
    thing = made(history.government, state.post)
    told = {tenure.opened for tenure in (*state.holders, *state.acting, *state.in_charge)}
    docs = {quote.doc for quote in (*told, state.vacated, state.lapsed) if quote is not None}
    documents = [document for _, document, _ in history.dated if document.doc in docs]
    return Post(
        id=thing,
        links=links("posts", thing, history.government, documents, state.post),
        name=state.post,
        government=history.government,
        holders=state.holders,
        acting=state.acting,
        in_charge=state.in_charge,
        vacant_since=state.vacant_since,
        vacated=state.vacated,
        lapsed=state.lapsed,
    )


def whole_post(history: History, state: PostState, tenures: Sequence[Tenure]) -> PostWhole:
    """Return a post with its tenures."""
    return PostWhole(**structs.asdict(post(history, state)), tenures=tuple(tenures))
