"""What a source may cost: every bound on bytes, pages, depth, characters and seconds, in one place.

docs/reference/formats.md states them for users; a test holds the two together.
"""

from __future__ import annotations

from registry.errors import UnreadableSource

MIB = 1024 * 1024

TEXT_BYTES = 64 * MIB
"""Bytes of a plain text."""

FILE_BYTES = 32 * MIB
"""Bytes of an HTML page, a DOCX or a PDF."""

CHARACTERS = 10_000_000
"""Characters of text taken from one source: over two hundred issues of a city's gazette."""

PAGES = 2_000
"""Pages of a PDF."""

PAGE_CHARACTERS = 100_000
"""Characters of one page of a PDF; a page of small print has some five thousand."""

PDF_CHARACTERS = 2_000_000
"""Characters of a PDF, each of which is held with its place: 2,000 pages of a thousand."""

DEPTH = 2_000
"""Elements inside one another in an HTML page; the XML of a DOCX may nest 256 deep."""

TABLES = 60
"""Tables inside one another in an HTML page or a DOCX."""

UNPACKED_BYTES = 256 * MIB
"""Bytes of a DOCX when unpacked, all its parts together."""

PART_BYTES = 32 * MIB
"""Bytes of one XML part of a DOCX when unpacked."""

PARTS = 10_000
"""Parts of a DOCX."""

RATIO = 200
"""How many times a part of a DOCX above 1 MiB may grow when unpacked; a document grows some tenfold."""

REPEATED_CHARACTERS = 200
"""Characters of a merged cell that are repeated in each row it spans; longer ones stand once."""

SECONDS = 60
"""Seconds for reading one HTML page, DOCX or PDF, in a process of its own."""

MEMORY_BYTES = 2048 * MIB
"""Memory of that process, where the system can hold it to that."""


def at_most(count: int, limit: int, unit: str, name: str) -> None:
    """Raise ``UnreadableSource`` if ``count`` is above ``limit``; ``unit`` is for the message."""
    if count > limit:
        shown = f"{limit // MIB} MiB" if unit == "bytes" else f"{limit:,} {unit}"
        raise UnreadableSource(
            f"{name}: is over the limit of {shown}; give the notice alone, or in parts"
        )
