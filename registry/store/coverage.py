"""The index of who covers what in every government, kept beside the journal.

It holds nothing that does not follow from the entries. A government's lines are written
anew, in one transaction, once entries that bear on it were added.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec
from sqlalchemy import Connection, and_, delete, func, insert, or_, select, update

from registry.model.coverage import Coverage
from registry.resolve.coverage import Lines
from registry.store.lines import ticks
from registry.store.places import UNKNOWN_BODY
from registry.store.schema import COVERAGE, COVERAGE_READ, COVERAGE_WORD, GOVERNMENT, JOURNAL, POST
from registry.store.sql import SqlJournal

_ALL = UNKNOWN_BODY
"""Stands, among governments, for the entry up to which nothing is left to be done."""
_MANY = 500


class CoverageIndex:
    """The index in the database of a journal; processes may share it."""

    def __init__(self, journal: SqlJournal) -> None:
        self._journal = journal

    def due(self) -> tuple[str, ...]:
        """Return the governments on which entries bear that the index does not know, sorted."""
        return self.changed_after(self.number(_ALL))

    def changed_after(self, number: int) -> tuple[str, ...]:
        """Return the governments on which entries after ``number`` bear, sorted."""
        own = select(GOVERNMENT.c.government).where(GOVERNMENT.c.number > number).distinct()
        filled = select(POST.c.post).where(POST.c.number > number).distinct()
        with self._journal.reading() as connection:
            found = set(connection.scalars(own))
            posts = [bytes.fromhex(post).decode() for post in connection.scalars(filled)]
            starts = sorted({post[:end] for post in posts for end in range(2, len(post))})
            for place in range(0, len(starts), _MANY):
                some = GOVERNMENT.c.government.in_(starts[place : place + _MANY])
                found.update(connection.scalars(select(GOVERNMENT.c.government).where(some)))
        return tuple(sorted(found - {UNKNOWN_BODY}))

    def last_by(self, moment: datetime) -> int:
        """Return the last entry recorded up to a moment, 0 if there is none."""
        wanted = select(func.max(JOURNAL.c.number)).where(JOURNAL.c.at <= ticks(moment))
        with self._journal.reading() as connection:
            return connection.scalar(wanted) or 0

    def governments(self) -> tuple[str, ...]:
        """Return the governments in the index that have notices which count."""
        wanted = select(COVERAGE_READ.c.government).where(COVERAGE_READ.c.known == 1)
        with self._journal.reading() as connection:
            return tuple(connection.scalars(wanted))

    def number(self, government: str) -> int:
        """Return the entry up to which a government's lines were worked out; 0 if never."""
        with self._journal.reading() as connection:
            return _number(connection, government)

    def put(self, government: str, number: int, lines: Lines, *, known: bool = True) -> None:
        """Write a government's lines in place of the earlier, worked out up to an entry.

        Where another process has written later ones meanwhile, those stay. ``known`` says
        whether any of the government's notices counts.
        """

        def write(connection: Connection) -> None:
            if _number(connection, government) >= number:
                return
            connection.execute(
                delete(COVERAGE_WORD).where(COVERAGE_WORD.c.government == government)
            )
            connection.execute(delete(COVERAGE).where(COVERAGE.c.government == government))
            _set_number(connection, government, number, known=known)
            rows = [_row(place, line) for place, (line, _) in enumerate(lines)]
            words = [
                {"word": _word(word), "government": government, "line": place}
                for place, (_, found_by) in enumerate(lines)
                for word in sorted(found_by)
            ]
            if rows:
                connection.execute(insert(COVERAGE), rows)
            if words:
                connection.execute(insert(COVERAGE_WORD), words)

        self._journal.written(write)

    def done(self, number: int) -> None:
        """Say that every entry up to ``number`` is in the index."""

        def write(connection: Connection) -> None:
            if _number(connection, _ALL) < number:
                _set_number(connection, _ALL, number, known=False)

        self._journal.written(write)

    def find(self, word: str, on: date) -> tuple[Coverage, ...]:
        """Return the lines found by a word that count on a day, by government."""
        at = and_(
            COVERAGE.c.government == COVERAGE_WORD.c.government,
            COVERAGE.c.line == COVERAGE_WORD.c.line,
        )
        wanted = (
            select(COVERAGE.c.coverage)
            .join_from(COVERAGE_WORD, COVERAGE, at)
            .where(
                COVERAGE_WORD.c.word == _word(word),
                COVERAGE.c.since <= on.isoformat(),
                or_(COVERAGE.c.until.is_(None), COVERAGE.c.until >= on.isoformat()),
            )
            .order_by(COVERAGE.c.government, COVERAGE.c.line)
        )
        with self._journal.reading() as connection:
            return tuple(_LINE.decode(text) for text in connection.scalars(wanted))


_LINE = msgspec.json.Decoder(Coverage)


def _number(connection: Connection, government: str) -> int:
    one = select(COVERAGE_READ.c.number).where(COVERAGE_READ.c.government == government)
    return connection.scalar(one) or 0


def _set_number(connection: Connection, government: str, number: int, *, known: bool) -> None:
    row = {"government": government, "number": number, "known": int(known)}
    there = COVERAGE_READ.c.government == government
    if not connection.execute(update(COVERAGE_READ).where(there).values(row)).rowcount:
        connection.execute(insert(COVERAGE_READ), [row])


def _row(place: int, line: Coverage) -> dict[str, object]:
    return {
        "government": line.government,
        "line": place,
        "since": line.since.isoformat(),
        "until": line.until.isoformat() if line.until is not None else None,
        "coverage": msgspec.json.encode(line).decode(),
    }


def _word(word: str) -> str:
    """Return a word as it is kept: databases may fold letters of other scripts into one."""
    return word.encode().hex()
