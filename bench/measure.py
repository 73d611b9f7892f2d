"""Time several ways of one piece of work in turn, so that a busy machine slows all alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """Return how long one run takes."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def medians(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Run all ways in turn, round after round; return each one's median time in seconds.

    A first round, which fills caches and reads dictionaries, is not counted.
    """
    times: dict[str, list[float]] = {name: [] for name in ways}
    for counted in (False, *[True] * rounds):
        for name, work in ways.items():
            took = seconds(work)
            if counted:
                times[name].append(took)
    return {name: median(taken) for name, taken in times.items()}
