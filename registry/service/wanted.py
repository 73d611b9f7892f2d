"""Whether anybody still waits for what is being worked out.

A thread cannot be stopped from without; so whatever may take long looks here in between, and
stops by itself. Where nobody ever gives up, as in a command, nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event

from registry.errors import SlowAnswer

_GIVEN_UP: ContextVar[Event | None] = ContextVar("given_up", default=None)


@contextmanager
def waiting() -> Iterator[None]:
    """Have work begun within, in threads too, waited for until this ends."""
    given_up = Event()
    token = _GIVEN_UP.set(given_up)
    try:
        yield
    finally:
        given_up.set()
        _GIVEN_UP.reset(token)


def still_wanted() -> None:
    """Return if the work is still waited for.

    Raises:
        SlowAnswer: it is not.
    """
    given_up = _GIVEN_UP.get()
    if given_up is not None and given_up.is_set():
        raise SlowAnswer("nobody waits for this answer any more; ask for less")
