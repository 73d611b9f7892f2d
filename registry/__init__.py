"""A registry of who leads, who covers and who acts, read from official notices.

The names listed in ``__all__`` are what programs may rely on: docs/reference/library.md describes
them. They are brought in when they are first asked for, so that a command pays for nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from registry.errors import RegistryError
    from registry.library import Registry
    from registry.library import read_text as read
    from registry.parsing.notice import parse

__all__ = ["Registry", "RegistryError", "parse", "read"]

_PLACES = {
    "Registry": ("registry.library", "Registry"),
    "RegistryError": ("registry.errors", "RegistryError"),
    "parse": ("registry.parsing.notice", "parse"),
    "read": ("registry.library", "read_text"),
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _PLACES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
