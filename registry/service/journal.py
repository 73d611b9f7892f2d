"""Use case: write the journal out as JSON Lines, take it in again, and check it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from registry.errors import JournalError, SeveralFit, UnknownName
from registry.service.files import new_file
from registry.store.lines import NO_CHAIN, chained, read_line
from registry.store.port import Journal

FORMAT = "leadership-registry journal"
_MAX_HEADER = 1000


class Header(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first line of an export: how many entries follow, and the digest of all of them."""

    format: str
    version: int
    entries: int
    chain: str


def header_of(journal: Journal) -> Header:
    """Return the header for the journal as it is now."""
    last = journal.last()
    return Header(format=FORMAT, version=1, entries=last, chain=journal.chain(last))


def exported(journal: Journal) -> Iterator[bytes]:
    """Yield the header and the entries as they are now, each a line with its end.

    The same journal gives the same bytes, wherever it is kept.
    """
    header = header_of(journal)
    yield msgspec.json.encode(header) + b"\n"
    for line in islice(journal.lines(), header.entries):
        yield line + b"\n"


def export(journal: Journal, path: Path) -> Header:
    """Write the journal to a new file; return what it holds, read back from the disk.

    Raises:
        JournalError: the file is there already or cannot be written; nothing is left of it.
    """
    with new_file(path) as file:
        file.writelines(exported(journal))
        file.flush()
        file.seek(0)
        return verify_export(file, path)


def take_in(journal: Journal, path: Path) -> tuple[Header, int]:
    """Take in an export; return its header, and how many entries were new here.

    What is here must be the beginning of the file. All of it is taken in or nothing.

    Raises:
        Conflict: the journal here is another.
        JournalError: the file is not there, no export, cut short or altered.
    """
    try:
        with path.open("rb") as file:
            header = _read_header(file, path)
            return header, journal.extend(_lines(file, header, path), header.chain)
    except OSError as error:
        raise JournalError(f"{path}: cannot be read ({error.strerror})") from None


def government_named(journal: Journal, name: str) -> str:
    """Return the government with entries of that name, or the one with it in its name.

    Raises:
        UnknownName: there is none.
        SeveralFit: there are several.
    """
    known = journal.governments()
    fitting = [g for g in known if g == name] or [g for g in known if name and name in g]
    if not fitting:
        raise UnknownName(f"nothing is recorded of {name!r}; `registry journal` shows what is")
    if len(fitting) > 1:
        raise SeveralFit(f"{name!r} may be any of: {', '.join(fitting[:9])}", tuple(fitting))
    return fitting[0]


def verify(journal: Journal) -> Header:
    """Read the whole journal, and return its header if every line is as it was written.

    Raises:
        JournalError: an entry is missing, altered or out of its order.
    """
    header = header_of(journal)
    if _checked(islice(journal.lines(), header.entries)) != (header.entries, header.chain):
        raise JournalError("the journal is not as it was written; restore a backup")
    return header


def check_export(path: Path) -> Header:
    """As ``verify_export``, of the file at ``path``.

    Raises:
        JournalError: it cannot be read, is no export, cut short or altered.
    """
    try:
        with path.open("rb") as file:
            return verify_export(file, path)
    except OSError as error:
        raise JournalError(f"{path}: cannot be read ({error.strerror})") from None


def verify_export(file: BinaryIO, path: Path) -> Header:
    """Read a whole export, and return its header if all is there.

    Raises:
        JournalError: it is no export, cut short or altered.
    """
    header = _read_header(file, path)
    if _checked(_lines(file, header, path)) != (header.entries, header.chain):
        raise JournalError(f"{path}: the entries are not those of its first line")
    return header


def _checked(lines: Iterator[bytes]) -> tuple[int, str]:
    number, chain = 0, NO_CHAIN
    for number, text in enumerate(lines, 1):
        line = read_line(text)
        if line.number != number:
            raise JournalError(f"entry {number} is missing; take another copy")
        chain = chained(chain, line)
    return number, chain


def _read_header(file: BinaryIO, path: Path) -> Header:
    try:
        header = msgspec.json.decode(file.readline(_MAX_HEADER), type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise JournalError(
            f"{path}: is no export of a journal; `registry journal export` writes one"
        ) from None
    if header.format != FORMAT or header.version != 1:
        raise JournalError(f"{path}: is of another version; upgrade the registry")
    return header


def _lines(file: BinaryIO, header: Header, path: Path) -> Iterator[bytes]:
    count = 0
    for count, line in enumerate(file, 1):
        if not line.endswith(b"\n"):
            raise JournalError(f"{path}: ends within entry {count}; take another copy")
        yield line[:-1]
    if count != header.entries:
        raise JournalError(
            f"{path}: holds {count} entries and not {header.entries}, as its first line says;"
            " take another copy"
        )
