"""The checker: holds the exported journal against what the service said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from registry.model.journal import AbsenceRecorded, Entry, NoticeIngested, Withdrawn
from registry.service.journal import verify_export
from registry.store.lines import read_line
from soak.ledger import Fate, Ledger, Write


def entries_of(path: Path) -> tuple[Entry, ...]:
    """Return the entries of an export.

    Raises:
        JournalError: it is not whole, or not as it was written.
    """
    with path.open("rb") as file:
        verify_export(file, path)
    return tuple(read_line(line).entry() for line in path.read_bytes().splitlines()[1:])


def chain_flaws(export: bytes, earlier: bytes) -> Iterator[str]:
    """Yield what is wrong with the chain, or with what an ``earlier`` export had already.

    The chain is worked out here from the bytes alone.
    """
    header, *lines = export.splitlines()
    chain = ""
    for line in lines:
        chain = sha256(chain.encode() + line).hexdigest()
    said = msgspec.json.decode(header)
    if (said["entries"], said["chain"]) != (len(lines), chain):
        yield "the export's first line does not fit its entries"
    before = earlier.splitlines()[1:]
    if lines[: len(before)] != before:
        yield "an entry that was exported earlier is not there as it was"


def write_flaws(entries: Sequence[Entry], writes: Sequence[Write]) -> Iterator[str]:
    """Yield what was accepted and is not there, refused and is, there twice, or nobody's."""
    by_marker: dict[str | None, list[Entry]] = defaultdict(list)
    digests: dict[str, int] = defaultdict(int)
    for entry in entries:
        by_marker[entry.because].append(entry)
        if isinstance(entry.record, NoticeIngested):
            digests[entry.record.digest] += 1
    for digest, times in digests.items():
        if times > 1:
            yield f"a notice is there {times} times: {digest}"
    known = {write.marker for write in writes}
    for marker in by_marker.keys() - known:
        yield f"an entry is there that nobody wrote: {marker}"
    for write in writes:
        found = [entry.number for entry in by_marker[write.marker]]
        yield from _flaws_of(write, found, set(digests))


def _flaws_of(write: Write, found: list[int], digests: set[str]) -> Iterator[str]:
    where = f"{write.what} {write.marker}"
    whole = not found or found[-1] - found[0] + 1 == len(found)
    if write.fate is Fate.REFUSED and found:
        yield f"{where} was refused and is there: {found}"
    if write.fate is Fate.ACCEPTED:
        if not set(write.entries) <= set(found):
            yield f"{where} was accepted as {write.entries} and is not there: {found}"
        if not write.digests and tuple(found) != write.entries and write.entries:
            yield f"{where} was accepted as {write.entries} and is there as {found}"
        if not write.digests and not write.entries and write.what != "table" and len(found) != 1:
            yield f"{where} was accepted and is there as {found}"
        lost = set(write.digests) - digests
        if lost:
            yield f"{where} was accepted, and {len(lost)} of its notices are not there"
    if not write.digests and not whole:
        yield f"{where} is there twice: {found}"


def standing_absences(entries: Sequence[Entry], government: str) -> list[int]:
    """Return the absences of a government that stand, worked out here from the entries alone."""
    gone: set[int] = set()
    for entry in entries:
        if isinstance(entry.record, Withdrawn):
            # A withdrawal that is withdrawn itself brings back what it withdrew; the writers
            # of a soak never do that.
            gone.add(entry.record.entry)
    return [
        entry.number
        for entry in entries
        if isinstance(entry.record, AbsenceRecorded)
        and entry.record.government == government
        and entry.number not in gone
    ]


def seen_high(ledger: Ledger, last: int) -> None:
    """Give the answers whose end is not known yet the end of the journal: it is later."""
    for read in ledger.reads:
        if read.high is None:
            read.high = last
