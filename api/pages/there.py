"""Which agencies and groups have a page: those that a notice in force on any day names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.resolve.found import bare


def agencies(history: History) -> frozenset[str]:
    """Return every name of an agency that has a page."""
    return history.memory.once(
        "agencies with a page",
        lambda: frozenset(name for state in history.states() for name in state.names("agency")),
    )


def groups(history: History) -> frozenset[str]:
    """Return every name of a leading group that has a page."""
    return history.memory.once(
        "groups with a page",
        lambda: frozenset(
            name for state in history.states() for group in state.groups() for name in group.names
        ),
    )


def last_with(history: History, name: str, on: date | None, today: date) -> Iterator[Organisation]:
    """Yield the organisation to look for ``name`` in: of the day asked for, else the latest.

    Where no day is asked for it is today's, and after that each earlier or later one that
    still names it, the newest first: what a link leads to is there, though it is no more.
    """
    yield history.at(on or today)
    if on is None:
        words = bare(name)
        for state in reversed(history.states()):
            if words in state.names("agency") or state.group(name) is not None:
                yield state
