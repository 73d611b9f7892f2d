"""The look-ups of a journal in a database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Raw
from sqlalchemy import Connection, Row, delete, insert, select

from registry.model.journal import Entry, FactCorrected, NoticeIngested, Withdrawn
from registry.store.lines import Line, moment, ticks
from registry.store.places import Places, places_of
from registry.store.schema import DOCUMENT, GOVERNMENT, JOURNAL

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
        held = sorted(numbers)
        found: set[str] = set()
        for start in range(0, len(held), _MANY):
            part = GOVERNMENT.c.number.in_(held[start : start + _MANY])
            found.update(self._connection.scalars(select(GOVERNMENT.c.government).where(part)))
        return frozenset(found)

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


class Writer:
    """Writes lines and their places within one transaction, many at a time."""

    def __init__(self, connection: Connection, *, places_only: bool = False) -> None:
        self._connection = connection
        self._places_only = places_only
        self._found = SqlFound(connection)
        self._journal: list[dict[str, Any]] = []
        self._governments: list[dict[str, Any]] = []
        self._documents: list[dict[str, Any]] = []

    def add(self, line: Line, entry: Entry, chain: str) -> None:
        """Write one line; ``flush`` makes sure of the last ones.

        Raises:
            Conflict: it withdraws an entry that is not there.
        """
        if isinstance(entry.record, FactCorrected | Withdrawn):
            self.flush()  # these look up what was written before them
        places = places_of(entry.record, self._found)
        if not self._places_only:
            self._journal.append(_row_of(line, entry, chain))
        for government in sorted(places.governments):
            numbers = {entry.number, *(places.moved - self._bearing_on(government, places))}
            self._governments += ({"government": government, "number": n} for n in sorted(numbers))
        self._documents += ({"doc": doc, "number": entry.number} for doc in sorted(places.docs))
        if len(self._journal) >= _MANY or len(self._documents) >= _MANY:
            self.flush()

    def flush(self) -> None:
        """Send what is waiting to the database."""
        for table, rows in (
            (JOURNAL, self._journal),
            (GOVERNMENT, self._governments),
            (DOCUMENT, self._documents),
        ):
            if rows:
                self._connection.execute(insert(table), rows)
                rows.clear()

    def _bearing_on(self, government: str, places: Places) -> frozenset[int]:
        if not places.moved:
            return frozenset()
        there = select(GOVERNMENT.c.number).where(GOVERNMENT.c.government == government)
        return frozenset(self._connection.scalars(there))


def fill_places(connection: Connection) -> None:
    """Write the places of every entry anew: they follow from the entries."""
    for table in (GOVERNMENT, DOCUMENT):
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
