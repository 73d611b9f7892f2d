"""An entry as one line of JSON, and the digest that chains the lines.

A record's JSON is kept as it was first written and never encoded anew: the line and the
chain stay the same, byte for byte, however the structs grow.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256

import msgspec
from msgspec import Raw, Struct, structs

from registry.errors import JournalError
from registry.model.journal import AnyRecord, Entry

NO_CHAIN = ""
"""The chain of an empty journal."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_RECORD = msgspec.json.Decoder(AnyRecord)


class Line(Struct, frozen=True, kw_only=True):
    """An entry whose record is still JSON."""

    number: int
    at: datetime
    by: str
    because: str | None
    source: str | None
    record: Raw

    def encoded(self) -> bytes:
        """Return the one line of JSON, without its end."""
        return msgspec.json.encode(self)

    def entry(self) -> Entry:
        """Return the entry.

        Raises:
            JournalError: the record is of no known form.
        """
        try:
            record = _RECORD.decode(self.record)
        except msgspec.DecodeError as error:
            raise JournalError(
                f"entry {self.number} cannot be read ({error}); it was written by a newer registry,"
                " or is broken: upgrade, or restore a backup"
            ) from None
        return Entry(
            number=self.number,
            at=self.at,
            by=self.by,
            record=record,
            because=self.because,
            source=self.source,
        )


_LINE = msgspec.json.Decoder(Line)


def line_of(entry: Entry) -> Line:
    """Return the line of a new entry.

    Raises:
        JournalError: a text in it is no Unicode, or holds what a database cannot.
    """
    try:
        line = Line(
            number=entry.number,
            at=entry.at,
            by=entry.by,
            because=entry.because,
            source=entry.source,
            record=Raw(msgspec.json.encode(entry.record)),
        )
        line.encoded()
    except UnicodeEncodeError:
        raise JournalError(
            "a text to be recorded holds half a character (a lone surrogate); correct it"
        ) from None
    _check_texts(line)
    return line


def read_line(text: bytes) -> Line:
    """Read one line as ``encoded`` writes it.

    Raises:
        JournalError: it is not such a line, to the byte.
    """
    try:
        line = _LINE.decode(text)
        line = structs.replace(line, at=line.at.astimezone(UTC), record=Raw(bytes(line.record)))
    except (ValueError, OverflowError) as error:
        raise JournalError(f"not an entry of a journal: {error}") from None
    line.entry()
    _check_texts(line)
    if line.encoded() != text:
        raise JournalError(f"entry {line.number} is not written as an export writes it")
    return line


def _check_texts(line: Line) -> None:
    for text in (line.by, line.because or "", line.source or ""):
        if "\0" in text:
            raise JournalError(f"{text!r} holds a NUL character; leave it out")


def chained(before: str, line: Line) -> str:
    """Return the chain after ``line``: SHA-256 of the chain before it and of its bytes."""
    return sha256(before.encode() + line.encoded()).hexdigest()


def ticks(at: datetime) -> int:
    """Return a moment as whole microseconds since 1970 in UTC.

    >>> ticks(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000

    Raises:
        ValueError: ``at`` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    return (at - _EPOCH) // _TICK


def moment(microseconds: int) -> datetime:
    """Return the moment of ``ticks``, in UTC."""
    return _EPOCH + _TICK * microseconds
