"""``/v1/posts``: who holds which post, since when, and which are vacant."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.controllers.parameters import (
    LONGEST,
    PROBLEMS,
    Government,
    KnownAt,
    NamePart,
    On,
    PathId,
)
from api.ids import read
from api.listing import LINK, Listing, Page, Shape, View
from api.lookup import exactly, one_of
from api.security.access import needs
from api.wire.posts import Post, PostWhole, post, whole_post
from registry.graph.posts import same_post
from registry.graph.tenure import PostState, Tenure, post_states, tenures
from registry.model.access import Scope
from registry.service.registry import Registry

SHAPE: Shape[PostState, Post] = Shape(
    Post, {"name": lambda state: state.post, "vacant_since": lambda state: state.vacant_since or ""}
)

Person = Annotated[
    str | None,
    QueryParameter(
        name="person", max_length=LONGEST, description="Only those that this person has."
    ),
]
Vacant = Annotated[
    bool | None, QueryParameter(description="Only posts whose last holder left, or the others.")
]


class Posts(Controller):
    """Posts of one government on one day."""

    path = "/posts"
    tags = ("posts",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listPosts",
        summary="The posts of a government on a day",
        responses=PROBLEMS,
        response_headers=[LINK],
        sync_to_thread=True,
    )
    def listing(
        self,
        *,
        registry: NamedDependency[Registry],
        listing: NamedDependency[Listing],
        on: On = None,
        government: Government = None,
        known_at: KnownAt = None,
        name: NamePart = None,
        person: Person = None,
        vacant: Vacant = None,
        sort: Annotated[str | None, SHAPE.sort()] = None,
        fields: Annotated[str | None, SHAPE.fields()] = None,
    ) -> Response[Page[Post]]:
        """List every post that a notice gave or took by then, each once, with who has it."""
        view = listing.view(registry, known_at, on)
        history = view.registry.history(government)
        rows = [
            state
            for state in post_states(history.dated, history.government, view.day)
            if (name is None or name in state.post)
            and (person is None or any(t.person == person for t in _now(state)))
            and (vacant is None or vacant == (state.vacant_since is not None))
        ]
        return SHAPE.page(
            listing,
            view,
            rows,
            lambda state: post(history, state),
            sort=sort,
            fields=fields,
            government=history.government,
        )

    @get(
        "/{post_id:str}",
        operation_id="readPost",
        summary="One post, and all who had it",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def one(self, *, view: NamedDependency[View], post_id: PathId) -> PostWhole:
        """Tell who has it on a day, and every tenure known up to then."""
        government, name = read(post_id, 2, "景德镇市人民政府~市政府副市长")
        history = exactly(view.registry, government)
        form = same_post(name, government)
        rows = post_states(history.dated, government, view.day)
        named = (row.post for row in rows if same_post(row.post, government) == form)
        found = one_of(rows, lambda row: row.post, next(named, name), government, "post")
        every = tenures(history.dated, government, view.day)
        own = [tenure for tenure in every if same_post(tenure.post, government) == form]
        return whole_post(history, found, own)


def _now(state: PostState) -> tuple[Tenure, ...]:
    return (*state.holders, *state.acting, *state.in_charge)
