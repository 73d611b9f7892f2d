"""In which province a place is: no notice of its own says so."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from registry.errors import BadRules
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
