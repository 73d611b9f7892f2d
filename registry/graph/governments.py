"""Which government a notice belongs to, read from its issuer."""

from __future__ import annotations

import re

from registry.model.facts import Document

_OFFICES = ("办公厅", "办公室", "辦公廳", "辦公室")
_JOINED = re.compile(
    "(?<=办公室)(?=.)|(?<=办公厅)(?=.)|(?<=政府)(?=中共)|(?<=委员会)(?=.+(?:政府|委员会)$)"
)
_OWN_DIVISION = re.compile(r"秘书长[^领]*分工|办公[室厅](?:领导|班子)[^的]*分工")
_PLACE = re.compile(r"^(?P<place>.+?)(?:人民政府|政府)$")


def governments_of(issuer: str | None) -> tuple[str, ...]:
    """Return the bodies in whose name ``issuer`` speaks; none where there is no issuer.

    The general office of a government issues in the government's name.

    >>> governments_of("景德镇市人民政府办公室"), governments_of(None)
    (('景德镇市人民政府',), ())
    >>> governments_of("中共甲市委办公室甲市人民政府办公室")
    ('中共甲市委', '甲市人民政府')
    """
    parts = re.split(r"[\s、，,]+", _JOINED.sub(" ", issuer or ""))
    return tuple(dict.fromkeys(_without_office(part) for part in parts if part))


def bodies_of(document: Document) -> tuple[str, ...]:
    """Return the bodies that ``document`` belongs to.

    A general office that divides the work of its own secretaries-general speaks for itself:
    its notice does not replace the government's.
    """
    if document.kind == "division" and document.issuer and _OWN_DIVISION.search(document.title):
        return (document.issuer,)
    return governments_of(document.issuer)


def _without_office(issuer: str) -> str:
    for office in _OFFICES:
        if issuer.endswith(office) and issuer != office:
            return issuer.removesuffix(office)
    return issuer


def place_of(government: str) -> str:
    """Return the place that ``government`` governs: 景德镇市 for 景德镇市人民政府.

    A body that is no government is its own place.
    """
    found = _PLACE.match(government)
    return found["place"] if found else government


def without_place(name: str, government: str) -> str:
    """Drop the place, or its level alone, before ``name``, so that both spellings meet.

    >>> without_place("景德镇市商务局", "景德镇市人民政府")
    '商务局'
    >>> without_place("市商务局", "景德镇市人民政府")
    '商务局'
    >>> without_place("景德镇市市长", "景德镇市人民政府"), without_place("市长", "景德镇市人民政府")
    ('市长', '市长')
    """
    place = place_of(government)
    for prefix in (place, place[-1:]):
        if prefix and name.startswith(prefix) and name != prefix:
            rest = name.removeprefix(prefix)
            return prefix[-1] + rest if rest.startswith("长") else rest  # the head: 市长, 县长
    return name
