"""In which province a place is: no notice of its own says so."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from registry.errors import BadRules
from registry.graph.governments import place_of
from registry.tables.forms import read_form


class _Provinces(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    provinces: dict[str, str]


def load_provinces(file: str, content: bytes) -> Mapping[str, str]:
    """Return each place of the prefecture level, and each province itself, with its province.

    Args:
        file: the file's name, for messages.
        content: the bytes of a ``provinces.toml``.

    Raises:
        BadRules: the file does not follow its form, or a place stands in it twice.
    """
    form = read_form(file, content, _Provinces)
    found: dict[str, str] = {}
    for province, places in form.provinces.items():
        for place in (province, *places.split()):
            if place in found:
                raise BadRules(f"{file}: {place} stands under {found[place]} and under {province}")
            found[place] = province
    return found


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
