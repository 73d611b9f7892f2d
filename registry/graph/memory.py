"""What was worked out once, from something that never changes, is not worked out again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

_MOST = 2_000
"""Results kept; questions are in words, of which there is no end."""


class Memory:
    """Results by key. Threads may share it: at worst one thing is worked out twice."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` returned for ``key``; an error is not kept.

        >>> memory = Memory()
        >>> memory.once("sum", lambda: 1 + 1), memory.once("sum", lambda: 3)
        (2, 2)
        """
        try:
            found: T = self._kept[key]
        except KeyError:
            found = make()
            if len(self._kept) >= _MOST:
                self._kept.clear()
            self._kept[key] = found
        return found
