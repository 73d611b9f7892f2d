"""Stop between two steps when asked to, so that what was done can be told exactly."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Give a function that says whether the user asked to stop (Ctrl-C).

    Asking a second time ends the process at once, with status 130: what was written is safe
    however a process ends, and no library on the way has an exception to tell of.
    """
    asked = False

    def note(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            os.write(2, b"\nerror: stopped; what was loaded is safe\n")
            os._exit(130)
        asked = True

    try:
        before = signal.signal(signal.SIGINT, note)
    except ValueError:  # not the main thread: nobody can ask
        yield lambda: False
        return
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)
