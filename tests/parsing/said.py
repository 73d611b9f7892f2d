"""Passages of made-up text, for tests of the parser's parts."""

from __future__ import annotations

from registry.parsing.text import Passage, Source, passage


def said(text: str) -> Passage:
    """Return a text as a passage of itself."""
    source = Source.of(text)
    return passage(source, 0, len(text))
