"""A finding with an id by which it is known again on another day."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from api.ids import made
from api.listing import Item
from registry.model.answers import Words
from registry.model.findings import Finding, FindingKind, Place, Severity


class FindingItem(Item, frozen=True, kw_only=True):
    """One thing to look at, as ``registry check`` tells it.

    ``names`` are the persons, agencies, areas or groups concerned, ``places`` quotes what does
    not go together.
    """

    government: str
    kind: FindingKind
    severity: Severity
    message: Words
    names: tuple[str, ...]
    places: tuple[Place, ...]


def finding_item(found: Finding) -> FindingItem:
    """Return a finding with its id: the kind, and a digest of whose it is, names and places."""
    told = (found.government, found.names, [(place.doc, place.clause) for place in found.places])
    digest = sha256(msgspec.json.encode(told)).hexdigest()[:16]
    return FindingItem(
        id=made(found.kind.value, digest),
        government=found.government,
        kind=found.kind,
        severity=found.severity,
        message=found.message,
        names=found.names,
        places=found.places,
    )
