"""A journal in a database: SQLite or PostgreSQL, through the same statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from datetime import datetime
from random import uniform
from time import sleep
from typing import TypeVar

from sqlalchemy import CompoundSelect, Connection, Engine, func, select, union
from sqlalchemy.exc import DBAPIError

from registry.errors import Conflict
from registry.model.journal import AnyRecord, Entry
from registry.store.engine import sqlite_file, writing
from registry.store.failures import is_race, told
from registry.store.lines import NO_CHAIN, moment, ticks
from registry.store.next_lines import (
    End,
    digests_of,
    entries_after,
    known,
    lines_after,
    lines_beyond,
    moved_on,
)
from registry.store.places import UNKNOWN_BODY
from registry.store.schema import GOVERNMENT, JOURNAL, POST
from registry.store.sql_places import Writer, line_of_row, page_of_lines, post_key
from registry.store.watch import Watch

_TRIES = 100
"""Turns to wait for: whenever one is lost, another writer has got on."""
_PAGE = 200
"""Entries read at once."""

_T = TypeVar("_T")

Beside = Callable[[Connection, tuple[Entry, ...]], None]
"""What is to be done in the transaction in which entries are appended."""


class SqlJournal:
    """A journal in a database; threads and processes may share it.

    An entry takes the number behind the last that it sees. Where two writers take the same
    one, the database lets the first stand, and the other looks again: no locks of our own,
    no sequences, no triggers.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self.engine = engine
        self.where = where
        self._writing = writing(engine)
        self._beside: Beside | None = None
        path = sqlite_file(engine.url)
        self._watch = Watch(path, self._last) if path is not None else None

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
        """As ``Journal.append``."""
        digests = digests_of(records)

        def write(connection: Connection) -> tuple[Entry, ...]:
            for start in range(0, len(digests), _PAGE):
                part = JOURNAL.c.digest.in_(digests[start : start + _PAGE])
                there = connection.scalar(select(JOURNAL.c.digest).where(part).limit(1))
                if there is not None:
                    raise known(there)
            end = _end(connection)
            entries = entries_after(end, records, by=by, because=because, source=source, at=at)
            writer = Writer(connection)
            for entry, (line, chain) in zip(entries, lines_after(end, entries), strict=True):
                places = writer.add(line, entry, chain)
                if seen is not None:
                    _nothing_since(connection, places.governments, seen, end.number)
            writer.flush()
            if self._beside is not None:
                self._beside(connection, entries)
            return entries

        return self.written(write) if records else ()

    def beside(self, work: Beside) -> SqlJournal:
        """Return the same journal, in which ``work`` is done too when entries are appended.

        It is given the entries and is part of their transaction: both stand, or neither.
        """
        other = copy(self)
        other._beside = work  # noqa: SLF001 - it is one of ours
        return other

    def extend(self, lines: Iterable[bytes], chain: str) -> int:
        """As ``Journal.extend``; ``lines`` is gone through once, so there is one try."""

        def write(connection: Connection) -> int:
            writer, count = Writer(connection), 0
            for line, so_far in lines_beyond(_end(connection), lines, chain):
                writer.add(line, line.entry(), so_far)
                count += 1
            writer.flush()
            return count

        return self.written(write, tries=1)

    def entries(
        self, after: int = 0, until_at: datetime | None = None, government: str | None = None
    ) -> Iterator[Entry]:
        """As ``Journal.entries``; a page at a time, so that nothing is held between pages."""
        wanted = select(JOURNAL).order_by(JOURNAL.c.number).limit(_PAGE)
        if until_at is not None:
            wanted = wanted.where(JOURNAL.c.at <= ticks(until_at))
        while True:
            page = wanted.where(JOURNAL.c.number > after)
            if government is not None:
                page = page.where(JOURNAL.c.number.in_(_bearing_on(government, after)))
            with self.reading() as connection:
                rows = connection.execute(page).all()
            for row in rows:
                yield line_of_row(row).entry()
            if len(rows) < _PAGE:
                return
            after = rows[-1].number

    def last(self, government: str | None = None) -> int:
        """As ``Journal.last``."""
        if government is None:
            at_once = self.glance()
            return self._last() if at_once is None else at_once
        highest = select(func.max(_bearing_on(government).subquery().c.number))
        with self.reading() as connection:
            return connection.scalar(highest) or 0

    def glance(self) -> int | None:
        """As ``Journal.glance``; a file tells, a server has to be asked."""
        if self._watch is None:
            return None
        try:
            return self._watch()
        except Exception:
            with told(self.where):  # entered only now: it takes as long as the look itself
                raise

    def _last(self) -> int:
        with self.reading() as connection:
            return connection.scalar(select(func.max(JOURNAL.c.number))) or 0

    def governments(self, after: int = 0) -> tuple[str, ...]:
        """As ``Journal.governments``."""
        wanted = select(GOVERNMENT.c.government).distinct()
        if after:
            wanted = wanted.where(GOVERNMENT.c.number > after)
        with self.reading() as connection:
            names = connection.scalars(wanted)
            return tuple(sorted(name for name in names if name != UNKNOWN_BODY))

    def has_digest(self, digest: str) -> bool:
        """As ``Journal.has_digest``."""
        one = select(JOURNAL.c.number).where(JOURNAL.c.digest == digest)
        with self.reading() as connection:
            return connection.scalar(one) is not None

    def chain(self, number: int | None = None) -> str:
        """As ``Journal.chain``."""
        with self.reading() as connection:
            if number is None:
                return _end(connection).chain
            of_it = select(JOURNAL.c.chain).where(JOURNAL.c.number == number)
            return connection.scalar(of_it) or NO_CHAIN

    def lines(self, after: int = 0) -> Iterator[bytes]:
        """As ``Journal.lines``; a page at a time."""
        while True:
            with self.reading() as connection:
                page = page_of_lines(connection, after)
            if not page:
                return
            for line in page:
                yield line.encoded()
            after = page[-1].number

    def close(self) -> None:
        """As ``Journal.close``."""
        if self._watch is not None:
            self._watch.close()
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection to read by."""
        with told(self.where), self.engine.connect() as connection:
            yield connection

    def written(self, work: Callable[[Connection], _T], tries: int = _TRIES) -> _T:
        """Run ``work`` in one transaction, again where another writer came first."""
        with told(self.where):
            for turn in range(tries):
                try:
                    with self._writing.begin() as connection:
                        return work(connection)
                except DBAPIError as error:
                    if not is_race(error):
                        raise
                sleep(uniform(0, 0.002 * min(turn + 1, 20)))
        raise Conflict(
            f"others write to the database {self.where} at the same time; nothing was written:"
            " try again"
        )


def _bearing_on(government: str, after: int = 0) -> CompoundSelect[int]:
    """Select the numbers of entries that bear on a government, from its look-ups alone."""
    own = select(GOVERNMENT.c.number).where(
        GOVERNMENT.c.government == government, GOVERNMENT.c.number > after
    )
    first = post_key(government)
    if government == UNKNOWN_BODY:
        return union(own)
    by_others = select(POST.c.number).where(
        POST.c.post >= first, POST.c.post < first + "g", POST.c.number > after
    )
    return union(own, by_others)


def _nothing_since(
    connection: Connection, governments: Iterable[str], seen: int, last: int
) -> None:
    """Refuse where entries behind ``seen``, up to ``last``, bear on one of the governments."""
    for government in sorted(governments) if seen < last else ():
        number = _bearing_on(government, seen).subquery().c.number
        later = connection.scalar(select(func.max(number)).where(number <= last))
        if later is not None:
            raise moved_on(government, later)


def _end(connection: Connection) -> End:
    last = select(JOURNAL.c.number, JOURNAL.c.at, JOURNAL.c.chain)
    row = connection.execute(last.order_by(JOURNAL.c.number.desc()).limit(1)).first()
    return End(number=row.number, at=moment(row.at), chain=row.chain) if row else End()
