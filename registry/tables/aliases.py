"""Other names: short names of agencies that no rule reaches, and English names of areas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from msgspec import Meta, Struct

from registry.errors import BadRules
from registry.tables.forms import Text, read_form

LEVEL_MARK = "~"
"""Stands for the level of government (省, 市, 县, …) in a name that every level uses."""

_Names = Annotated[tuple[Text, ...], Meta(min_length=1)]


class _Agency(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    full: Text
    short: _Names


class _Agencies(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    levels: tuple[Text, ...]
    agency: tuple[_Agency, ...]


class _Area(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    zh: Text
    en: _Names


class _Areas(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    area: tuple[_Area, ...]


def load_agency_aliases(file: str, content: bytes) -> Mapping[str, str]:
    """Return short name to full name, the full name itself among the short ones.

    A full name maps to itself so that a notice's short form is found by it, too.

    Args:
        file: the file's name, for messages.
        content: the bytes of an ``agencies.toml``.

    Raises:
        BadRules: the file does not follow its form, or a short name stands in it twice.
    """
    form = read_form(file, content, _Agencies)
    return _mapping(
        file,
        (
            (short.replace(LEVEL_MARK, level), entry.full.replace(LEVEL_MARK, level))
            for entry in form.agency
            for level in (form.levels if LEVEL_MARK in entry.full else ("",))
            for short in (entry.full, *entry.short)
        ),
    )


def load_english_areas(file: str, content: bytes) -> Mapping[str, str]:
    """Return the English names of areas, case-folded, each with its Chinese name.

    Args:
        file: the file's name, for messages.
        content: the bytes of an ``areas-en.toml``.

    Raises:
        BadRules: the file does not follow its form, or an English name stands in it twice.
    """
    form = read_form(file, content, _Areas)
    return _mapping(
        file, ((english.casefold(), entry.zh) for entry in form.area for english in entry.en)
    )


def _mapping(file: str, pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for other, name in pairs:
        if other in found:
            where = f"under {found[other]} and under {name}"
            if found[other] == name:
                where = f"twice under {name}"
            raise BadRules(f"{file}: {other} stands {where}; keep one, a name means one thing")
        found[other] = name
    return found
