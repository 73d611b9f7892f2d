"""The lines that an append or an import adds, worked out the same way for every journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from msgspec import Struct

from registry.errors import Conflict, JournalError
from registry.model.journal import AnyRecord, Entry, NoticeIngested
from registry.store.lines import NO_CHAIN, Line, chained, line_of, moment, read_line, ticks


class End(Struct, frozen=True, kw_only=True):
    """The end of a journal: its last number, when that was, and the chain so far."""

    number: int = 0
    at: datetime = datetime.min.replace(tzinfo=UTC)
    chain: str = NO_CHAIN


def entries_after(
    end: End,
    records: Sequence[AnyRecord],
    *,
    by: str,
    because: str | None,
    source: str | None,
    at: datetime,
) -> tuple[Entry, ...]:
    """Return ``records`` as the entries behind ``end``; no time is before that of ``end``."""
    when = max(end.at, moment(ticks(at)))
    return tuple(
        Entry(number=number, at=when, by=by, record=record, because=because, source=source)
        for number, record in enumerate(records, end.number + 1)
    )


def lines_after(end: End, entries: Iterable[Entry]) -> Iterator[tuple[Line, str]]:
    """Yield the line of each entry, with the chain up to it."""
    chain = end.chain
    for entry in entries:
        line = line_of(entry)
        chain = chained(chain, line)
        yield line, chain


def lines_beyond(end: End, texts: Iterable[bytes], chain: str) -> Iterator[tuple[Line, str]]:
    """Yield those of another journal's lines that come after ``end``, with the chain.

    Raises:
        Conflict: up to ``end`` the other journal is another.
        JournalError: a line is broken or out of its order, or at the end the chain is not
            ``chain``.
    """
    so_far, before = NO_CHAIN, End().at
    number = 0
    for number, text in enumerate(texts, 1):
        line = read_line(text)
        if line.number != number or line.at < before:
            raise JournalError(
                f"entry {line.number} stands where {number} belongs, or is earlier than the one"
                " before it; lines are missing or mixed up: take another copy"
            )
        so_far, before = chained(so_far, line), line.at
        if number == end.number and so_far != end.chain:
            raise Conflict(
                f"the journal here is not the beginning of the other (they differ before"
                f" entry {number + 1}); use an empty database"
            )
        if number > end.number:
            yield line, so_far
    if number < end.number:
        raise Conflict(
            f"the journal here has {end.number} entries, the other only {number}; nothing to take in"
        )
    if so_far != chain:
        raise JournalError(
            "the digest of the lines is not the one stated; lines are missing or changed:"
            " take another copy"
        )


def digests_of(records: Iterable[AnyRecord]) -> tuple[str, ...]:
    """Return the digests of the notices among ``records``.

    Raises:
        Conflict: one is there twice.
    """
    found = [record.digest for record in records if isinstance(record, NoticeIngested)]
    if len(set(found)) < len(found):
        raise Conflict("one notice is there twice; give each once")
    return tuple(found)


def moved_on(government: str, number: int) -> Conflict:
    """Return the error that an entry came in after what is to be written was checked."""
    of = f" about {government}" if government else ""
    return Conflict(f"entry {number}{of} was recorded meanwhile; look again, then record")


def known(digest: str) -> Conflict:
    """Return the error that a notice is there already."""
    return Conflict(f"a notice of digest {digest[:12]}… is in the journal already")
