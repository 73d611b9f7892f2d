"""Use case: write what was checked, or check it again where more has become known meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from registry.errors import Conflict
from registry.model.journal import AnyRecord, Entry
from registry.store.port import Journal

_TURNS = 50
"""Turns to wait for: whenever one is lost, somebody else has recorded of the same government."""

_T = TypeVar("_T")


def write_checked(
    journal: Journal,
    check: Callable[[], tuple[Sequence[AnyRecord], _T]],
    *,
    by: str,
    because: str | None = None,
    source: str | None = None,
    now: Callable[[], datetime],
) -> tuple[tuple[Entry, ...], _T]:
    """Append what ``check`` returns, checked against all that the journal says at that moment.

    Args:
        journal: where to.
        check: reads the journal, and returns the records and what is to be said of them, or
            refuses them; run again where somebody else recorded of the same government
            between its reading and the writing.
        by: who enters it.
        because: why.
        source: where it came from.
        now: asks the clock.

    Returns:
        The entries written, and what ``check`` had to say beside these records.

    Raises:
        Conflict: as ``Journal.append``, or others recorded all the time.
        RegistryError: what ``check`` raises.
    """
    for _ in range(_TURNS):
        seen = journal.last()
        records, rest = check()
        try:
            written = journal.append(
                records, by=by, because=because, source=source, at=now(), seen=seen
            )
        except Conflict:
            if journal.last() == seen:
                raise
        else:
            return written, rest
    raise Conflict(
        "others record of the same government all the time; nothing was written: try again"
    )
