"""A finding with an id by which it is known again on another day."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import msgspec

from api.ids import address, made
from api.listing import Item
from api.wire.answers import documents_of
from api.wire.links import Links, notice_addresses
from registry.graph.history import History
from registry.model.answers import Words
from registry.model.findings import Finding, FindingKind, Place, Severity


class FindingItem(Item, frozen=True, kw_only=True):
    """One thing to look at, as ``registry check`` tells it.

    ``names`` are the persons, agencies, areas or groups concerned, ``places`` quotes what does
    not go together.
    """

    links: Links
    government: str
    kind: FindingKind
    severity: Severity
    message: Words
    names: tuple[str, ...]
    places: tuple[Place, ...]


def finding_item(found: Finding, history: History, on: date) -> FindingItem:
    """Return a finding with its id: the kind, and a digest of whose it is, names and places.

    It has no page of its own: ``links.self`` lists those of its kind about its first name.
    """
    told = (found.government, found.names, [(place.doc, place.clause) for place in found.places])
    about = {"kind": found.kind.value, "government": history.government, "on": on.isoformat()}
    if found.names:
        about["name"] = found.names[0]
    digest = sha256(msgspec.json.encode(told)).hexdigest()[:16]
    return FindingItem(
        id=made(found.kind.value, digest),
        links=Links(
            own=address("findings", **about),
            government=address("governments", made(history.government)),
            notices=notice_addresses(documents_of(history, (p.doc for p in found.places))),
        ),
        government=found.government,
        kind=found.kind,
        severity=found.severity,
        message=found.message,
        names=found.names,
        places=found.places,
    )
