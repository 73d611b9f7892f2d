"""What an id names: the thing of exactly those names, or the nearest ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from registry.errors import UnknownName
from registry.graph.history import History
from registry.resolve.names import unknown
from registry.service.registry import Registry

_Row = TypeVar("_Row")


def exactly(registry: Registry, government: str) -> History:
    """Return the history of the government of exactly that name.

    Raises:
        UnknownName: there is none.
    """
    found = registry.history(government)
    if found.government != government:
        raise UnknownName(
            f"no notice of {government!r} is known; nearest: {found.government}",
            (found.government,),
        )
    return found


def one_of(
    rows: Sequence[_Row], name_of: Callable[[_Row], str], wanted: str, government: str, what: str
) -> _Row:
    """Return the row of exactly that name.

    Raises:
        UnknownName: there is none; the nearest names are told.
    """
    for row in rows:
        if name_of(row) == wanted:
            return row
    raise unknown(wanted, map(name_of, rows), government, what)
