"""Where two values of JSON differ, each place by its path."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

import msgspec

from registry.model.certificates import Difference


def plain(value: Any) -> Any:  # noqa: ANN401 - anything that JSON can hold
    """Return ``value`` as JSON has it: objects, lists, texts and numbers."""
    return msgspec.json.decode(msgspec.json.encode(value))


def differences(certified: Any, found: Any, path: str) -> Iterator[Difference]:  # noqa: ANN401
    """Yield every place, in order, where ``found`` is not as certified.

    >>> [d.path for d in differences({"a": [1, 2]}, {"a": [1, 3], "b": 4}, "answer")]
    ['answer.a[1]', 'answer.b']
    """
    if isinstance(certified, dict) and isinstance(found, dict):
        for key in dict.fromkeys((*certified, *found)):
            yield from differences(certified.get(key), found.get(key), f"{path}.{key}")
    elif isinstance(certified, list) and isinstance(found, list):
        for place, (one, other) in enumerate(zip_longest(certified, found)):
            yield from differences(one, other, f"{path}[{place}]")
    elif certified != found or isinstance(certified, bool) is not isinstance(found, bool):
        yield Difference(path=path, certified=certified, found=found)
