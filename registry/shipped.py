"""Where the rules and the data lie: inside an installed wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return the folder of shipped files called ``name``, such as ``rules`` or ``data``.

    A wheel carries them as ``registry/_shipped/NAME``; a checkout has them beside the package.

    >>> shipped("rules").name
    'rules'
    """
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.exists() else _PACKAGE.parent / name
