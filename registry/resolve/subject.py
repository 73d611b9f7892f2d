"""What the question is about: the area, agency, person, post or group that the words name.

Exactly first; then as a whole part of a joined area; then an agency by its short name;
then an area by what an agency is about; then a group by part of its name. What fits only
in part, or fits several, is ambiguous with its choices: nothing is picked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from msgspec import Struct, structs

from registry.graph.agencies import cores, match_agency
from registry.graph.governments import place_of
from registry.graph.groups import LeadingGroup
from registry.graph.nodes import Edge
from registry.graph.organisation import HELD, TITLES, Organisation
from registry.graph.posts import same_post
from registry.model.answers import Reason, Relation
from registry.model.facts import AgencyFact, AreaFact
from registry.resolve.reasons import listed, said

_JOINTS = re.compile("以及|和|及|与|、|，")
_MARKS = re.compile(r"[\s“”\"'‘’「」《》]+")


class Glossary(Struct, frozen=True):
    """Other words for what notices name.

    ``english`` maps an English name, in lower case, to the Chinese one; ``aliases`` a
    short name of an agency to its full one, where the rule for short names is not enough.
    """

    english: Mapping[str, str] = {}
    aliases: Mapping[str, str] = {}


class Found(Struct, frozen=True, kw_only=True):
    """What the words name: ``edges`` tie it to persons; a group and a person are themselves."""

    kind: Literal["person", "post", "area", "agency", "group"]
    edges: tuple[Edge, ...] = ()
    group: LeadingGroup | None = None
    person: str | None = None
    read_as: tuple[Reason, ...] = ()


class Choices(Struct, frozen=True):
    """The words fit several subjects, or one only in part."""

    names: tuple[str, ...]


Finder = Callable[[Organisation, str, Glossary], Found | Choices | None]


def find(org: Organisation, asked: str, glossary: Glossary) -> Found | Choices | None:
    """Return what ``asked`` names in ``org``: found, several choices, or nothing."""
    chinese = glossary.english.get(asked.strip().casefold())
    words = bare(chinese or asked)
    for short in dict.fromkeys((words, re.sub(r"(?:等?方面)?工作$", "", words))):
        found = _find(org, short, glossary) if short else None
        if isinstance(found, Found) and chinese is not None:
            note = said("english_name", f"“{asked}”即“{chinese}”", f"{asked} is read as {chinese}")
            return structs.replace(found, read_as=(note, *found.read_as))
        if found is not None:
            return found
    return None


def bare(words: str) -> str:
    """Drop white space and quotation marks: they do not tell names apart."""
    return _MARKS.sub("", words)


def _find(org: Organisation, words: str, glossary: Glossary) -> Found | Choices | None:
    if _is_the_government(org, words):
        return None  # neither its office nor a college that bears the city's name is meant
    first: Found | Choices | None = None
    for finder in _FINDERS:
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
    return any(Relation(e.relation).strength for e in found.edges if e.relation in HELD)


def _only_assists(found: Found | Choices) -> bool:
    """Say whether an area was found with nobody but assistants: a joined area may say more."""
    return isinstance(found, Found) and found.kind == "area" and not _in_charge(found)


def _person(org: Organisation, words: str, _: Glossary) -> Found | None:
    if words not in org.people():
        return None
    return Found(kind="person", person=words, edges=org.held(words))


def _post(org: Organisation, words: str, _: Glossary) -> Found | Choices | None:
    wanted = same_post(words, org.government)
    edges = tuple(
        e for e in org.edges(TITLES) if same_post(e.target.name, org.government) == wanted
    )
    holders = tuple(dict.fromkeys(e.source.name for e in edges))
    if len(holders) > 1:
        return Choices(holders)
    return Found(kind="post", edges=edges[:1]) if edges else None


def _exact(org: Organisation, words: str, _: Glossary) -> Found | None:
    edges = _held(org, lambda names: words in names)
    if not edges:
        return None
    kind: Literal["area", "agency"] = "agency" if edges[0].target.kind == "agency" else "area"
    whole = listed(dict.fromkeys(e.target.name for e in edges if bare(e.target.name) != words))
    note = said("alias", f"“{words}”即“{whole}”", f"{words} is another name of {whole}")
    return Found(kind=kind, edges=edges, read_as=(note,) if whole else ())


def _group(org: Organisation, words: str, _: Glossary) -> Found | Choices | None:
    exact = [g for g in org.leading_groups if words in map(bare, g.names)]
    return _one_group(exact)


def _joined_part(org: Organisation, words: str, _: Glossary) -> Found | None:
    edges = tuple(
        edge
        for edge in org.edges(HELD)
        if edge.target.kind == "area"
        and bare(edge.target.name) != words
        and words in _JOINTS.split(bare(edge.target.name))
    )
    if not edges:
        return None
    whole = listed(dict.fromkeys(e.target.name for e in edges))
    note = said("part_of_area", f"“{words}”是“{whole}”中的一项", f"{words} is a part of {whole}")
    return Found(kind="area", edges=edges, read_as=(note,))


def _short_name(org: Organisation, words: str, glossary: Glossary) -> Found | Choices | None:
    full_of = {n: e.target.name for e in _agencies(org) for n in reversed(_names(e))}
    match = match_agency(words, full_of, glossary.aliases, org.government)
    full = tuple(dict.fromkeys(full_of[name] for name in match.names))
    if len(full) > 1:
        return Choices(full)
    if not full:
        return None
    note = said("short_name", f"“{words}”即“{full[0]}”", f"{words} is read as {full[0]}")
    edges = tuple(e for e in _agencies(org) if e.target.name == full[0])
    return Found(kind="agency", edges=edges, read_as=(note,))


def _about(org: Organisation, words: str, _: Glossary) -> Found | Choices | None:
    edges = [e for e in _agencies(org) if any(words in cores(n, org.government) for n in _names(e))]
    names = tuple(dict.fromkeys(e.target.name for e in edges))
    if len(names) > 1:
        return Choices(names)
    if not names:
        return None
    note = said(
        "agency_of_area",
        f"“{words}”按其主管单位“{names[0]}”的分工回答",
        f"{words} is answered by the agency for it, {names[0]}",
    )
    return Found(kind="agency", edges=tuple(edges), read_as=(note,))


def _group_part(org: Organisation, words: str, _: Glossary) -> Found | Choices | None:
    if len(words) < 2:
        return None
    return _one_group([g for g in org.leading_groups if any(words in bare(n) for n in g.names)])


def _partial(org: Organisation, words: str, _: Glossary) -> Choices | None:
    if len(words) < 2:
        return None
    areas = dict.fromkeys(n for n in org.names("area") if words in bare(n))
    agencies = dict.fromkeys(e.target.name for e in _agencies(org) if words in e.target.name)
    names = tuple(areas or agencies)
    return Choices(names) if names else None


def _elsewhere(org: Organisation, words: str, glossary: Glossary) -> Found | None:
    """Find an agency that only groups and other notices name: nobody holds it."""
    match = match_agency(words, org.names("agency"), glossary.aliases, org.government)
    return Found(kind="agency") if match.names else None


_FINDERS: tuple[Finder, ...] = (
    _person,
    _post,
    _exact,
    _group,
    _joined_part,
    _short_name,
    _about,
    _partial,
    _group_part,
    _elsewhere,
)


def related_areas(org: Organisation, words: str, found: Found) -> tuple[str, ...]:
    """Return areas whose name holds ``words`` and which are not what was found."""
    ours = {e.target.name for e in found.edges}
    return tuple(n for n in org.names("area") if words in bare(n) and n not in ours)


def _one_group(groups: list[LeadingGroup]) -> Found | Choices | None:
    if len(groups) > 1:
        return Choices(tuple(g.name for g in groups))
    return Found(kind="group", group=groups[0]) if groups else None


def _agencies(org: Organisation) -> tuple[Edge, ...]:
    return tuple(e for e in org.edges(HELD) if e.target.kind == "agency")


def _held(org: Organisation, test: Callable[[Iterable[str]], bool]) -> tuple[Edge, ...]:
    return tuple(e for e in org.edges(HELD) if test(_names(e)))


def _names(edge: Edge) -> tuple[str, ...]:
    """Return the name as the clause gives it, and its bracketed alias."""
    alias = edge.fact.alias if isinstance(edge.fact, AreaFact | AgencyFact) else None
    names = (edge.target.name, alias) if alias else (edge.target.name,)
    return tuple(bare(name) for name in names)
