"""What held from when to when, followed from one state of the organisation to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct, field, structs

from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.graph.quotes import Quote

Key = TypeVar("Key", bound=Hashable)


class Span(Struct, Generic[Key], frozen=True):
    """``what`` holds from ``start`` up to and without ``end``; ``None`` where it still holds.

    ``quotes`` are the clauses that say so, a new notice that says it again included.
    """

    what: Key
    start: date = field(name="from")
    end: date | None = field(name="until")
    quotes: tuple[Quote, ...]


def spans(
    history: History,
    holding: Callable[[Organisation], Iterable[tuple[Key, Quote]]],
    on: date,
) -> tuple[Span[Key], ...]:
    """Return what ``holding`` finds in the states of ``history`` up to ``on``, in time order.

    The spans of one key do not touch: what goes on without a break is one span.
    """
    done: list[Span[Key]] = []
    now: dict[Key, Span[Key]] = {}
    for state in history.states():
        if state.on > on:
            break
        found: dict[Key, list[Quote]] = {}
        for key, said in holding(state):
            found.setdefault(key, []).append(said)
        over = [key for key in now if key not in found]
        done += [structs.replace(now.pop(key), end=state.on) for key in over]
        for key, quotes in found.items():
            before = now.get(key) or Span(key, state.on, None, ())
            every = tuple(dict.fromkeys((*before.quotes, *quotes)))
            now[key] = structs.replace(before, quotes=every)
    return tuple(sorted((*done, *now.values()), key=lambda span: span.start))
