"""The names in a clause on AB pairs: of one person, or of a short list."""

from __future__ import annotations

import re

from registry.parsing.persons import could_be_name, is_name, name_at_end, name_at_start, people
from registry.parsing.text import Passage

_COUNTED = re.compile(r"(?:[两二三四]\s*(?:人|位|名)(?:同志|领导)?|担任|兼任|兼)$")


def names_in(who: Passage, *, loose: bool = False) -> list[Passage]:
    """Return the people of a short list, in order; ``loose`` takes rare names as well."""
    who = who.strip("，。；、：— /→↔“”由")
    counted = _COUNTED.search(who.text)
    who = who[: counted.start()] if counted else who
    listed = people(who)
    if listed is not None:
        return [name for name, _ in listed]
    found: list[Passage] = []
    for part in who.split(re.compile(r"[、，；—/]+|以及|和|及|与|同(?!志)|跟")):
        person = person_in(part, loose=loose)
        if person is None:
            return found
        found.append(person)
    return found


def person_in(text: Passage, *, loose: bool = False) -> Passage | None:
    """Return the name in a short phrase that may hold titles or 同志 as well."""
    text = text.strip("，。；、：— /→↔“”由")
    text = text[text.text.rfind("由") + 1 :]
    enum = re.match(
        r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．])",
        text.text,
    )
    text = text[enum.end() :] if enum else text
    bare = re.sub(r"（[^（）]*）$", "", text.text)
    text = text[: len(bare)]
    marked = text.text.endswith("同志") or loose
    text = text[:-2] if text.text.endswith("同志") else text
    if is_name(text.text) or (marked and could_be_name(text.text)):
        return text
    split = name_at_end(text)
    if split is not None:
        return split[1]
    split = name_at_start(text)
    return split[0] if split is not None else None
