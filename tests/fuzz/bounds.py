"""How much is tried, and how much work a text may take, counted and not timed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from types import FrameType

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("REGISTRY_FUZZ_EXAMPLES", "0"))
"""How many examples each test tries; `make soak` sets it, and a seed for others each time."""


def bounded(few: int) -> settings:
    """Try ``few`` examples, the same each time, or as many others as are asked for."""
    return settings(
        max_examples=EXAMPLES or few,
        derandomize=not EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def calls(work: Callable[[], object]) -> int:
    """Count the functions called: the work done, however fast the machine."""
    count = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
