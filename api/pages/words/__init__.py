"""Every word of the interface, in Chinese and English, a file a page."""

from __future__ import annotations

from collections.abc import Mapping

from api.pages.words import (
    absences,
    answer,
    findings,
    frame,
    government,
    notices,
    people,
    start,
    week,
    whatif,
)
from registry.charts.words import Lang, say
from registry.model.answers import Words

WORDS: Mapping[str, Words] = {
    **frame.WORDS,
    **start.WORDS,
    **week.WORDS,
    **answer.WORDS,
    **people.WORDS,
    **findings.WORDS,
    **government.WORDS,
    **absences.WORDS,
    **notices.WORDS,
    **whatif.WORDS,
}
"""By the name under which templates and views ask for them."""


class Phrases:
    """The words of the interface in one language, each an attribute.

    >>> Phrases("en").week_nav
    'This week'
    """

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def __getattr__(self, name: str) -> str:
        try:
            return say(WORDS[name], self._lang)
        except KeyError:
            raise AttributeError(f"no phrase is called {name!r}") from None

    def __getitem__(self, name: str) -> str:
        return say(WORDS[name], self._lang)
