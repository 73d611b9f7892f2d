"""What every journal can do, wherever it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from registry.model.journal import AnyRecord, Entry


class Journal(Protocol):
    """An append-only list of entries, numbered from 1 without gaps.

    Every method raises ``JournalError`` where the database fails, with nothing half done.
    """

    def append(
        self,
        records: Sequence[AnyRecord],
        *,
        by: str,
        because: str | None = None,
        source: str | None = None,
        at: datetime,
        seen: int | None = None,
    ) -> tuple[Entry, ...]:
        """Write all ``records`` or none, and return them as entries.

        Args:
            records: what was learnt or decided, in its order.
            by: who enters it.
            because: why.
            source: where it came from.
            at: when, with its time zone. Where another machine's clock is ahead, the entry
                gets the time of the entry before it, never an earlier one.
            seen: the last number when the records were checked. If given, they are written
                only where no later entry bears on a government that they bear on.

        Raises:
            Conflict: a notice of that text is there already, an entry to be withdrawn is not
                there, others wrote at the same time for so long that there was no turn, or
                more than what was ``seen`` is known of the government.
        """

    def entries(
        self, after: int = 0, until_at: datetime | None = None, government: str | None = None
    ) -> Iterator[Entry]:
        """Yield the entries in order.

        Args:
            after: only those with a higher number.
            until_at: only those learnt by then, that moment included.
            government: only those that can bear on this government: its own notices and
                records, those of other bodies that fill its posts, corrections and
                withdrawals of these, and notices that a correction gave to it or took from
                it. The empty name stands for notices whose issuer is not known.
        """

    def last(self, government: str | None = None) -> int:
        """Return the highest number, of those that bear on ``government`` if given; 0 if none.

        What was worked out for a government holds as long as this number stays.
        """

    def glance(self) -> int | None:
        """Return ``last()`` where no other machine has to be waited for, else ``None``."""

    def governments(self, after: int = 0) -> tuple[str, ...]:
        """Return every body that has notices or records of its own, sorted.

        Args:
            after: only those with an entry of a higher number.
        """

    def has_digest(self, digest: str) -> bool:
        """Say whether a notice of that digest was ever ingested."""

    def chain(self, number: int | None = None) -> str:
        """Return the digest of the journal up to an entry, or of the whole journal.

        It is the SHA-256 of the digest up to the entry before and of the entry's line; that
        of no entries is empty.
        """

    def lines(self, after: int = 0) -> Iterator[bytes]:
        """Yield the entries as lines of JSON, byte for byte as they were written."""

    def extend(self, lines: Iterable[bytes], chain: str) -> int:
        """Take in lines of another journal, numbers, times and all; all of them or none.

        Args:
            lines: the other journal from its first line; those that are here too must be
                the same.
            chain: the digest that the whole must have.

        Returns:
            How many were new here.

        Raises:
            Conflict: this journal holds something else, or grew meanwhile.
            JournalError: a line is broken or missing, or the digest is another.
        """

    def close(self) -> None:
        """Let go of the database."""
