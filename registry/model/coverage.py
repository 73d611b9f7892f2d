"""Who covers an area or an agency, and from when to when: one line of the index of them all."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from registry.model.answers import Relation


class Coverage(Struct, frozen=True, kw_only=True):
    """A person holds an area or an agency of a government, by one clause.

    ``since`` and ``until`` are both included; without ``until`` it holds on.
    """

    government: str
    kind: Literal["area", "agency"]
    name: str
    person: str
    relation: Relation
    since: date
    until: date | None
    doc: str
    clause: str


class Across(Struct, frozen=True, kw_only=True):
    """Who covers ``subject`` on a day in every government asked about.

    ``silent`` are the governments whose notices give it to nobody on that day. ``unplaced``
    counts governments left out because nothing says in which province they are.
    """

    subject: str
    on: date
    place: str | None
    covers: tuple[Coverage, ...]
    silent: tuple[str, ...]
    unplaced: int = 0
