"""Use case: who covers one thing in every government, or in every government of a place."""

from __future__ import annotations

import re
from datetime import date

from registry.errors import UnknownName
from registry.model.coverage import Across
from registry.resolve.coverage import key_of
from registry.resolve.places import is_place, place_within
from registry.service.registry import Registry


def across(
    registry: Registry, subject: str, on: date | None = None, *, place: str | None = None
) -> Across:
    """Return who covers ``subject`` on a day, government by government.

    The subject is an area, a whole part of a joined area, an agency by its full or short name,
    or what an agency is for. It is looked up in the index: who acts while one is away, and what
    fits a name in part, is asked of one government alone.

    Raises:
        UnknownName: the subject is empty, or no such place is known.

    Args:
        registry: where the notices are.
        subject: an area or an agency, in Chinese or, for an area, in English.
        on: the day; today without it.
        place: a province, or a city with its counties; everywhere without it.
    """
    day = on or registry.today()
    words = registry.glossary.english.get(subject.strip().casefold(), subject)
    key = key_of(re.sub(r"(?:等?方面)?工作$", "", words.strip()))
    if not key:
        raise UnknownName("the subject is empty; name an area or an agency")
    known, covers = registry.covering(key, day)
    provinces = registry.glossary.provinces
    if place is not None and not is_place(place, known, provinces):
        raise UnknownName(f"no province, city or government known is called {place!r}")
    within = {name: place is None or place_within(name, place, provinces) for name in known}
    covered = {line.government for line in covers}
    return Across(
        subject=subject.strip(),
        on=day,
        place=place,
        covers=tuple(line for line in covers if within.get(line.government)),
        silent=tuple(sorted(n for n, here in within.items() if here and n not in covered)),
        unplaced=sum(here is None for here in within.values()),
    )
