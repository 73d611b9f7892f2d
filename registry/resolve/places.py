"""Where a government is, as far as its name and the provinces' places say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from registry.graph.governments import place_of


def place_within(government: str, wanted: str, provinces: Mapping[str, str]) -> bool | None:
    """Say whether ``government`` is in a place, or is its own; ``None`` where nothing says.

    A county whose name does not begin with its city's or its province's is nowhere.

    >>> provinces = {"江西省": "江西省", "景德镇市": "江西省"}
    >>> place_within("景德镇市人民政府", "江西", provinces)
    True
    >>> place_within("景德镇市浮梁县人民政府", "景德镇市", provinces)
    True
    >>> place_within("景德镇市人民政府", "湖南省", provinces)
    False
    >>> place_within("浮梁县人民政府", "江西省", provinces) is None
    True
    """
    place = place_of(government)
    if place.startswith(wanted):
        return True
    above = next(
        (p for p in (place[:end] for end in range(len(place), 1, -1)) if p in provinces), None
    )
    return provinces[above].startswith(wanted) if above is not None else None


def is_place(wanted: str, governments: Iterable[str], provinces: Mapping[str, str]) -> bool:
    """Say whether a province, a place in one, or a government's place begins with ``wanted``."""
    places = (*provinces, *map(place_of, governments))
    return bool(wanted) and any(place.startswith(wanted) for place in places)
