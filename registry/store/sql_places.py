"""The look-ups of a journal in a database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Raw
from sqlalchemy import Column, Connection, Row, Table, delete, insert, select

from registry.model.journal import Entry, FactCorrected, NoticeIngested, Withdrawn
from registry.store.lines import Line, moment, ticks
from registry.store.places import Places, places_of
from registry.store.schema import DOCUMENT, GOVERNMENT, JOURNAL, POST

_MANY = 500
"""Numbers in one question: databases bound how many values it may carry."""

_PAGE = 200
"""Entries read at once; a notice may hold a hundred thousand characters."""


class SqlFound:
    """The look-ups as one transaction sees them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def governments_of(self, numbers: Iterable[int]) -> frozenset[str]:
        """As ``Found.governments_of``."""
        return self._of(GOVERNMENT.c.government, GOVERNMENT.c.number, numbers)

    def posts_of(self, numbers: Iterable[int]) -> frozenset[str]:
        """As ``Found.posts_of``."""
        keys = self._of(POST.c.post, POST.c.number, numbers)
        return frozenset(bytes.fromhex(key).decode() for key in keys)

    def docs_of(self, number: int) -> frozenset[str]:
        """As ``Found.docs_of``."""
        of_it = select(DOCUMENT.c.doc).where(DOCUMENT.c.number == number)
        return frozenset(self._connection.scalars(of_it))

    def about(self, docs: Iterable[str]) -> tuple[Entry, ...]:
        """As ``Found.about``."""
        numbers = select(DOCUMENT.c.number).where(DOCUMENT.c.doc.in_(sorted(docs)))
        rows = select(JOURNAL).where(JOURNAL.c.number.in_(numbers)).order_by(JOURNAL.c.number)
        return tuple(line_of_row(row).entry() for row in self._connection.execute(rows))

    def holds(self, number: int) -> bool:
        """As ``Found.holds``."""
        one = select(JOURNAL.c.number).where(JOURNAL.c.number == number)
        return self._connection.scalar(one) is not None

    def _of(self, key: Column[str], number: Column[int], numbers: Iterable[int]) -> frozenset[str]:
        held = sorted(numbers)
        found: set[str] = set()
        for start in range(0, len(held), _MANY):
            part = select(key).where(number.in_(held[start : start + _MANY]))
            found.update(self._connection.scalars(part))
        return frozenset(found)


class Writer:
    """Writes lines and their places within one transaction, many at a time."""

    def __init__(self, connection: Connection, *, places_only: bool = False) -> None:
        self._connection = connection
        self._places_only = places_only
        self._found = SqlFound(connection)
        self._rows: dict[Table, list[dict[str, Any]]] = {
            table: [] for table in (JOURNAL, GOVERNMENT, DOCUMENT, POST)
        }

    def add(self, line: Line, entry: Entry, chain: str) -> Places:
        """Write one line, and return its places; ``flush`` makes sure of the last ones.

        Raises:
            Conflict: it withdraws an entry that is not there.
        """
        if isinstance(entry.record, FactCorrected | Withdrawn):
            self.flush()  # these look up what was written before them
        places = places_of(entry.record, self._found)
        if not self._places_only:
            self._rows[JOURNAL].append(_row_of(line, entry, chain))
        for government in sorted(places.governments):
            self._add(GOVERNMENT, GOVERNMENT.c.government, government, entry.number, places.moved)
        for post in sorted(places.posts):
            self._add(POST, POST.c.post, post_key(post), entry.number, places.moved)
        for doc in sorted(places.docs):
            self._add(DOCUMENT, DOCUMENT.c.doc, doc, entry.number)
        if any(len(rows) >= _MANY for rows in self._rows.values()):
            self.flush()
        return places

    def flush(self) -> None:
        """Send what is waiting to the database."""
        for table, rows in self._rows.items():
            if rows:
                self._connection.execute(insert(table), rows)
                rows.clear()

    def _add(
        self,
        table: Table,
        key: Column[str],
        value: str,
        number: int,
        moved: frozenset[int] = frozenset(),
    ) -> None:
        if moved:
            there = select(table.c.number).where(key == value)
            moved -= frozenset(self._connection.scalars(there))
        rows = ({key.name: value, "number": n} for n in sorted({number, *moved}))
        self._rows[table].extend(rows)


def post_key(post: str) -> str:
    """Return how a post stands in its look-up; how one begins is how the other does.

    >>> post_key("甲a"), post_key("甲")
    ('e794b261', 'e794b2')
    """
    return post.encode().hex()


def fill_places(connection: Connection) -> None:
    """Write the places of every entry anew: they follow from the entries."""
    for table in (GOVERNMENT, DOCUMENT, POST):
        connection.execute(delete(table))
    writer, after = Writer(connection, places_only=True), 0
    while lines := page_of_lines(connection, after):
        for line in lines:
            writer.add(line, line.entry(), "")
        after = lines[-1].number
    writer.flush()


def page_of_lines(connection: Connection, after: int, size: int = _PAGE) -> list[Line]:
    """Return the next ``size`` lines after a number: never more in memory at once."""
    rows = select(JOURNAL).where(JOURNAL.c.number > after).order_by(JOURNAL.c.number).limit(size)
    return [line_of_row(row) for row in connection.execute(rows)]


def line_of_row(row: Row[Any]) -> Line:
    """Return the line that a row of the journal holds."""
    return Line(
        number=row.number,
        at=moment(row.at),
        by=row.by_whom,
        because=row.because,
        source=row.source,
        record=Raw(row.record.encode()),
    )


def _row_of(line: Line, entry: Entry, chain: str) -> dict[str, Any]:
    record = entry.record
    return {
        "number": line.number,
        "at": ticks(line.at),
        "by_whom": line.by,
        "because": line.because,
        "source": line.source,
        "kind": record.__struct_config__.tag,
        "digest": record.digest if isinstance(record, NoticeIngested) else None,
        "record": bytes(line.record).decode(),
        "chain": chain,
    }
