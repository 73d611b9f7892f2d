"""What the question is about: the area, agency, person, post, group or work that the words name.

Exactly first; then as a whole part of a joined area; then an agency by its short name;
then an area by what an agency is about; then a group by part of its name; then work given
to agencies by part of its text. What fits only in part, or fits several, is ambiguous with
its choices: nothing is picked.
"""

from __future__ import annotations

import re

from msgspec import structs

from registry.graph.governments import place_of
from registry.graph.organisation import Organisation
from registry.model.answers import Relation
from registry.resolve.found import Choices, Finder, Found, Glossary, bare
from registry.resolve.reasons import said
from registry.resolve.subjects.agencies import about, elsewhere, named
from registry.resolve.subjects.groups import group, group_part
from registry.resolve.subjects.people import person, post
from registry.resolve.subjects.shares import exact, joined_part, partial, related_areas
from registry.resolve.subjects.works import work, work_part

__all__ = ["Choices", "Found", "Glossary", "bare", "find", "related_areas"]

_FINDERS: tuple[Finder, ...] = (
    person,
    post,
    exact,
    group,
    work,
    joined_part,
    named,
    about,
    partial,
    group_part,
    elsewhere,
    work_part,
)


def find(
    org: Organisation, asked: str, glossary: Glossary, *, in_texts: bool = True
) -> Found | Choices | None:
    """Return what ``asked`` names in ``org``: found, several choices, or nothing.

    ``in_texts`` says whether a part of the text of a task, duty or indicator is enough.
    """
    # The glossary is kept with what it led to, so that no other takes its place in memory.
    _, found = org.memory.once(
        (asked, in_texts, id(glossary)),
        lambda: (glossary, _in_words(org, asked, glossary, in_texts)),
    )
    if isinstance(found, Found) and found.kind == "post":
        return _in_words(org, asked, glossary, in_texts)  # a term's end lies ahead until its day
    return found


def _in_words(
    org: Organisation, asked: str, glossary: Glossary, in_texts: bool
) -> Found | Choices | None:
    finders = _FINDERS if in_texts else tuple(f for f in _FINDERS if f is not work_part)
    chinese = glossary.english.get(asked.strip().casefold())
    words = bare(chinese or asked)
    for short in dict.fromkeys((words, re.sub(r"(?:等?方面)?工作$", "", words))):
        found = _find(org, short, glossary, finders)
        if isinstance(found, Found) and chinese is not None:
            note = said("english_name", f"“{asked}”即“{chinese}”", f"{asked} is read as {chinese}")
            return structs.replace(found, read_as=(note, *found.read_as))
        if found is not None:
            return found
    return None


def _find(
    org: Organisation, words: str, glossary: Glossary, finders: tuple[Finder, ...]
) -> Found | Choices | None:
    if _is_the_government(org, words):
        return None  # neither its office nor a college that bears the city's name is meant
    first: Found | Choices | None = None
    for finder in finders:
        found = finder(org, words, glossary)
        if first is None:
            first = found
        elif isinstance(first, Found) and isinstance(found, Found) and _in_charge(found):
            return Found(
                kind=found.kind,
                edges=tuple(dict.fromkeys((*found.edges, *first.edges))),
                read_as=found.read_as,
            )
        if first is not None and not _only_assists(first):
            return first
    return first


def _is_the_government(org: Organisation, words: str) -> bool:
    place = place_of(org.government)
    name = re.sub("(?:人民)?政府$", "", words)
    return name in {"", place, place[:-1], place[-1:]}


def _in_charge(found: Found) -> bool:
    return any(Relation(e.relation).strength for e in found.edges)


def _only_assists(found: Found | Choices) -> bool:
    """Say whether an area was found with nobody but assistants: a joined area may say more."""
    return isinstance(found, Found) and found.kind == "area" and not _in_charge(found)
