"""A question with its days and its names set aside, so that grammar is a matter of few words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from registry.ask.days import Span, find_days

DAYS = "[\ue000-\ue0ff]"
"""Stands for some days."""
NAME = "[\ue100-\ue1ff]"
"""Stands for a person."""
_FIRST_DAYS, _FIRST_NAME = 0xE000, 0xE100
_MOST = 0x100
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Tokens(Struct, frozen=True):
    """The text with one character for each span of days and each name, and what they stand for."""

    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    people: tuple[str, ...]

    def days(self, token: str) -> Span:
        """Return the days that a character stands for."""
        return self.spans[ord(token) - _FIRST_DAYS]

    def person(self, token: str) -> str:
        """Return the person that a character stands for."""
        return self.people[ord(token) - _FIRST_NAME]

    def spelled(self, text: str) -> str:
        """Return a part of the text with its own words back."""
        return re.sub(
            f"{DAYS}|{NAME}",
            lambda m: (
                self.people[ord(m[0]) - _FIRST_NAME]
                if ord(m[0]) >= _FIRST_NAME
                else self.words[ord(m[0]) - _FIRST_DAYS]
            ),
            text,
        ).strip()


def tokens(question: str, people: Sequence[str]) -> Tokens:
    """Set days and names aside; full and half width become one, runs of spaces one space."""
    text = _PRIVATE.sub("", unicodedata.normalize("NFKC", question))
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", text)  # 刘 锋
    spans: list[Span] = []
    words: list[str] = []
    parts: list[str] = []
    place = 0
    for span in list(find_days(text))[:_MOST]:
        parts += [text[place : span.at], chr(_FIRST_DAYS + len(spans))]
        spans.append(span)
        words.append(text[span.at : span.to])
        place = span.to
    text = "".join((*parts, text[place:]))
    found: dict[str, str] = {}
    if people:
        known = "|".join(map(re.escape, sorted(people, key=len, reverse=True)))

        def aside(name: re.Match[str]) -> str:
            if len(found) >= _MOST and name[0] not in found:
                return name[0]
            return found.setdefault(name[0], chr(_FIRST_NAME + len(found)))

        text = re.sub(known, aside, text)
    return Tokens(text, tuple(spans), tuple(words), tuple(found))
