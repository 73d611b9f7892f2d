"""``/v1/events``: what each entry of the journal changed, as a list or as it happens."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, cast, get_args

import msgspec
from anyio import current_time, move_on_after, sleep
from anyio.to_thread import run_sync
from litestar import Controller, MediaType, Request, Response, get
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import (
    Example,
    OpenAPIMediaType,
    OpenAPIResponse,
    OpenAPIType,
    Operation,
    Schema,
)
from litestar.params import HeaderParameter, QueryParameter
from litestar.response import Stream as Streamed
from msgspec import Struct

from api.controllers.parameters import PROBLEMS, Government, problem
from api.security.access import needs
from api.security.caller import Caller
from api.security.door import UNPACKED
from api.security.patience import LONG
from registry.errors import NoJournal
from registry.model.access import Scope
from registry.model.events import AnyEvent, EventKind
from registry.model.hooks import Place
from registry.service.events.stream import Stream, id_of, read_place
from registry.store.desk.events import Kept

_PRIVATE: EventKind = "both_away"
"""It says of two persons that they are recorded as absent."""
_EVENTS = "text/event-stream"
_PATIENCE = 5.0
"""Seconds that a list waits for the events of the last entries; the next one has the rest."""
_AT_ONCE = 100


class Pace(Struct, frozen=True, kw_only=True):
    """How a stream goes, in seconds: its rest between two looks, its signs of life, its end.

    Behind its end a browser comes back by itself, with the id of the last event.
    """

    rest: float = 1.0
    heartbeat: float = 15.0
    longest: float = 900.0


_PACE = Pace()

Behind = Annotated[
    str | None,
    QueryParameter(
        name="after",
        max_length=30,
        pattern=r"^\d{1,18}(-\d{1,9})?$",
        description=(
            "Only events behind that one, by its id; an entry's number alone is behind all of its"
            " events. A list begins at the first event without it, a stream at the present."
        ),
        examples=[Example(summary="behind an event", value="12-1")],
    ),
]
LastEvent = Annotated[
    str | None,
    HeaderParameter(
        name="Last-Event-ID",
        max_length=30,
        description="As `after`, for a stream: browsers send it when they come back.",
    ),
]
Kinds = Annotated[
    str | None,
    QueryParameter(
        name="type",
        max_length=100,
        pattern=f"^(?:{'|'.join(get_args(EventKind))})(?:,(?:{'|'.join(get_args(EventKind))}))*$",
        description=f"Only these, with commas between: {', '.join(get_args(EventKind))}.",
        examples=[Example(summary="two types", value="gap_found,cover_changed")],
    ),
]
Many = Annotated[
    int, QueryParameter(name="limit", ge=1, le=500, description="How many in a list at most.")
]


class Events(Struct, frozen=True, kw_only=True):
    """Events in their order. ``after`` is where to go on, now or later."""

    items: tuple[AnyEvent, ...]
    after: str


@dataclass
class _ListOrStream(Operation):
    def __post_init__(self) -> None:
        done = (self.responses or {})["200"]
        if isinstance(done, OpenAPIResponse) and done.content is not None:
            done.content[_EVENTS] = OpenAPIMediaType(schema=Schema(type=OpenAPIType.STRING))


class EventStream(Controller):
    """Events of the journal."""

    path = "/events"
    tags = ("events",)
    opt = {**needs(Scope.READ), **UNPACKED, **LONG}  # noqa: RUF012 - Litestar's

    @get(
        operation_id="listEvents",
        operation_class=_ListOrStream,
        summary="Events, as a list or as a stream",
        responses={
            200: ResponseSpec(
                data_container=Events,
                description=(
                    "A list; with `Accept: text/event-stream` server-sent events instead, each with"
                    " its id, its type and the same JSON."
                ),
                generate_examples=False,
            ),
            **PROBLEMS,
            409: problem("This service keeps no journal."),
        },
    )
    async def read(
        self,
        *,
        request: Request[Caller, None, Any],
        events: NamedDependency[Stream | None],
        caller: NamedDependency[Caller],
        after: Behind = None,
        kinds: Kinds = None,
        limit: Many = 100,
        government: Government = None,
        last_event: LastEvent = None,
    ) -> Response[bytes] | Streamed:
        """List what followed from each entry, or go on telling it as it happens.

        `both_away` is told to those who hold the scope `absences`.
        """
        if events is None:
            raise NoJournal(
                "this service answers from plain notices and keeps no journal, so nothing happens"
                " in it; start it with --database"
            )
        named = tuple(kinds.split(",")) if kinds else get_args(EventKind)
        wanted = cast("tuple[EventKind, ...]", named)
        if not caller.may(Scope.ABSENCES):
            wanted = tuple(kind for kind in wanted if kind != _PRIVATE)
        if government is not None:
            government = await run_sync(events.government, government)
        look = partial(_look, events, wanted, government)
        if _EVENTS in request.headers.get("accept", ""):
            start = last_event or after
            place = read_place(start) if start else await run_sync(events.end)
            return Streamed(told(events, look, place), media_type=_EVENTS, headers=_UNKEPT)
        place = read_place(after or "0")
        with move_on_after(_PATIENCE):
            # Another process may be at it: then its work is waited for.
            while await run_sync(events.is_behind):
                if not await run_sync(events.fill, _AT_ONCE):
                    await sleep(_PACE.rest / 20)
        found = await run_sync(look, place, limit)
        last = found[-1].place if found else place
        body = {"items": [event.event for event in found], "after": id_of(last)}
        return Response(msgspec.json.encode(body), media_type=MediaType.JSON, headers=dict(_UNKEPT))


_UNKEPT = {"cache-control": "no-store"}
Look = Callable[[Place, int], tuple[Kept, ...]]


def _look(
    events: Stream,
    kinds: tuple[EventKind, ...],
    government: str | None,
    place: Place,
    limit: int,
) -> tuple[Kept, ...]:
    if not kinds:
        return ()
    return events.after(place, limit, kinds=kinds, government=government)


def in_stream(place: str, kind: str, event: bytes) -> bytes:
    """Return an event as it stands in a stream: its id, its type and its JSON."""
    return f"id: {place}\nevent: {kind}\ndata: ".encode() + event + b"\n\n"


async def told(
    events: Stream, look: Look, place: Place, pace: Pace = _PACE
) -> AsyncGenerator[bytes]:
    """Yield the events behind a place, and then each as it happens; a sign of life in between.

    Args:
        events: has them worked out.
        look: finds those wanted behind a place, so many at most.
        place: where to begin.
        pace: how often.
    """
    end = current_time() + pace.longest
    spoken = current_time()
    yield b"retry: 2000\n\n"
    while current_time() < end:
        found = await run_sync(look, place, _AT_ONCE)
        for event in found:
            place = event.place
            yield in_stream(id_of(place), event.kind, bytes(event.event))
            spoken = current_time()
        if len(found) == _AT_ONCE or await run_sync(events.fill, _AT_ONCE) > 0:
            continue
        if current_time() - spoken >= pace.heartbeat:
            yield b": still here\n\n"
            spoken = current_time()
        await sleep(pace.rest)
