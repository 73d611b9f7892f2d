"""Short names of agencies, resolved by rule and by an alias table; never by choosing.

The rule: the short form's characters stand in the full name in their order, both names
end in the same class of suffix, and where both say a level of government (市, 县, …) or
a place, it is the same one. Two full names that fit make the short one ambiguous.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from registry.graph.governments import place_of

SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("委", ("委员会", "委")),
    ("管委", ("管理委员会", "管委会", "管委")),
    ("办", ("办公室", "办公厅", "办")),
    ("局", ("局",)),
    ("厅", ("厅",)),
    ("部", ("部",)),
    ("处", ("处",)),
    ("院", ("法院", "检察院", "院")),
    ("校", ("大学", "学院")),
    ("所", ("研究所", "所")),
    ("会", ("协会", "联合会", "会", "联")),
    ("区", ("开发区", "产业园区", "园区", "名胜区", "区")),
    ("社", ("合作社", "报社", "社")),
    ("台", ("广播电视台", "电视台", "台")),
    ("队", ("支队", "总队", "大队")),
    ("中心", ("管理中心", "服务中心", "中心")),
    ("集团", ("集团有限责任公司", "集团有限公司", "集团公司", "集团")),
    ("公司", ("有限责任公司", "股份有限公司", "有限公司", "公司")),
)
"""Classes of suffix, each with the ways in which it is written."""

_FULL_ENDINGS = ("有限责任公司", "股份有限公司", "有限公司", "办公室", "办公厅")
"""Endings that only a name in full has, of classes that are often cut short."""

_ORGANS = frozenset(("政府", "人民政府", "委"))
"""What a government or a party committee is called: no core of an agency's name."""

LEVELS = "国省市县区州旗镇乡"
"""Characters that say a level of government before a name."""


class Reading(NamedTuple):
    """One way to take a name apart: level of government, core, class of suffix."""

    level: str | None
    core: str
    suffix: str


class Match(NamedTuple):
    """What a name of an agency comes to: the full names that fit, and by which way."""

    names: tuple[str, ...]
    by: str
    """``exact``, ``alias``, ``rule`` or ``none``."""


@lru_cache(maxsize=8192)
def readings(name: str, government: str = "") -> tuple[Reading, ...]:
    """Return the ways in which ``name`` can be read, its suffix dropped.

    A name without a known suffix has no reading: it can only be matched exactly.

    >>> readings("市卫健委")
    (Reading(level=None, core='市卫健', suffix='委'), Reading(level='市', core='卫健', suffix='委'))
    """
    found: dict[Reading, None] = {}
    for kind, endings in SUFFIXES:
        for ending in endings:
            if name.endswith(ending) and name != ending:
                for level, core in _levels(name.removesuffix(ending), government):
                    found[Reading(level, core, kind)] = None
    return tuple(found)


def cores(name: str, government: str = "") -> frozenset[str]:
    """Return what ``name`` is about, level and suffix dropped: 商务 for 市商务局."""
    return frozenset(reading.core for reading in readings(name, government))


def _levels(stem: str, government: str) -> list[tuple[str | None, str]]:
    """Return (level, core) pairs: ``stem`` as it is, and with what names a government off."""
    place = place_of(government)
    found: list[tuple[str | None, str]] = [(None, stem)]
    if place and stem.startswith(place):
        found.append((place[-1], stem.removeprefix(place)))
    elif len(place) > 2 and place[-1] in LEVELS and stem.startswith(place[:-1]):
        found.append((None, stem.removeprefix(place[:-1])))
    elif stem[:1] in LEVELS:
        found.append((stem[0], stem[1:]))
    for level, core in tuple(found):
        found.extend((level, core.removeprefix(office)) for office in ("人民政府", "政府"))
    bare = {place, place[:-1]}  # a college of the city's name is about nothing else by it
    return [
        (level, core) for level, core in found if core and core not in LEVELS and core not in bare
    ]


def fits(short: str, full: str, government: str = "") -> bool:
    """Say whether one of the two names can be the other's short form.

    >>> fits("市卫健委", "市卫生健康委员会"), fits("市卫健委", "市体育局")
    (True, False)
    >>> fits("省文旅局", "市文化广电新闻出版旅游局")
    False

    A name written out to its ending is no short form of one that is not, and the office of
    the government or of the party committee is none of their other offices.

    >>> fits("甲瓷业集团有限公司", "甲瓷业文化集团"), fits("市政府办公室", "市政府外事办公室")
    (False, False)
    """
    ours, theirs = readings(short, government), readings(full, government)
    fuller = short.endswith(_FULL_ENDINGS) and not full.endswith(_FULL_ENDINGS)
    return any(
        (_reads_as(a, b) and (a.core == b.core or not fuller)) or _spelled_out(a, b)
        for a in ours
        for b in theirs
    )


def _reads_as(short: Reading, full: Reading) -> bool:
    if short.suffix != full.suffix or (short.level and full.level and short.level != full.level):
        return False
    begins_alike = short.core[0] == full.core[0]
    if full.level is None and full.core[0] in LEVELS and not (short.level and begins_alike):
        return False  # 市 of 市卫生健康 is its level here: the reading that drops it tells
    if short.core in _ORGANS and short.core != full.core:
        return False
    if len(short.core) == 1 and not begins_alike:
        return False  # one character anywhere in a name says too little
    rest = iter(full.core)
    return all(character in rest for character in short.core)


def _spelled_out(asked: Reading, known: Reading) -> bool:
    """Say whether ``asked`` spells out the short form ``known`` that a notice uses.

    Both begin alike, so that 昌江区教育局 is not taken for the city's 教育局.
    """
    return asked.core[0] == known.core[0] and _reads_as(known, asked)


def match_agency(
    name: str,
    agencies: Iterable[str],
    aliases: Mapping[str, str] | None = None,
    government: str = "",
) -> Match:
    """Find which of ``agencies`` is meant by ``name``.

    ``aliases`` maps a short name to its full one and goes before the rule. More than one
    name in the result means that the short form is ambiguous.
    """
    known, aliases = tuple(dict.fromkeys(agencies)), aliases or {}
    if name in known:
        return Match((name,), "exact")
    full = aliases.get(name)
    if full is not None:
        named = [k for k in known if k == full or aliases.get(k) == full]
        if named:
            return Match(tuple(named), "alias")
        name = full
    found = tuple(k for k in known if fits(name, k, government))
    same = tuple(k for k in found if cores(name, government) & cores(k, government))
    return Match(same or found, "rule" if found else "none")
