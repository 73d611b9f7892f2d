"""Writing notices into a journal beside bare inserts of the same finished rows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import groupby
from operator import itemgetter
from statistics import median

from sqlalchemy import Table, select

from bench.country import country
from bench.databases import NewDatabase, backends
from bench.loading import read_city
from bench.measure import seconds
from registry.model.journal import NoticeIngested
from registry.store.open import open_journal
from registry.store.schema import DOCUMENT, GOVERNMENT, JOURNAL, POST
from registry.store.sql import SqlJournal
from registry.wiring import now

CITIES = 20
YEARS = 4
ROUNDS = 3
_TABLES = (JOURNAL, GOVERNMENT, DOCUMENT, POST)

Rows = list[tuple[Table, list[tuple[object, ...]]]]
"""Finished rows by the table they belong to."""


def report() -> str:
    """Measure, and return a section of docs/benchmarks.md."""
    notices = [notice for city in country(CITIES, YEARS) for notice in read_city(city)]
    with backends() as made:
        rows = [row for name, new in made.items() for row in _compared(name, new, notices)]
    return "\n".join([*_head(len(notices)), *rows, ""])


def _compared(backend: str, new: NewDatabase, notices: Sequence[NoticeIngested]) -> Iterator[str]:
    """Yield the lines of one database: one transaction a notice, then one for all."""
    with _journal(new) as first:
        _append(first, [[notice] for notice in notices])
        single, whole = _rows_by_notice(first), [_all_rows(first)]
    for what, ours, theirs in (
        ("one for each notice", [[notice] for notice in notices], single),
        ("one for all", [notices], whole),
    ):
        took, bare = _times(new, ours, theirs)
        rates = f"{len(notices) / took:,.0f} | {len(notices) / bare:,.0f}"
        yield f"| {backend} | {what} | {rates} | {bare / took:.2f} |"


def _times(
    new: NewDatabase, ours: Sequence[Sequence[NoticeIngested]], theirs: Sequence[Rows]
) -> tuple[float, float]:
    """Return the median seconds of the registry and of bare inserts, each into a new database."""
    ways: tuple[Callable[[SqlJournal], None], ...] = (
        lambda journal: _append(journal, ours),
        lambda journal: _insert(journal, theirs),
    )
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for way, took in zip(ways, times, strict=True):
            with _journal(new) as journal:
                took.append(seconds(partial(way, journal)))
    return median(times[0]), median(times[1])


@contextmanager
def _journal(new: NewDatabase) -> Iterator[SqlJournal]:
    with closing(open_journal(new(), create=True)) as journal:
        yield journal


def _append(journal: SqlJournal, parts: Iterable[Sequence[NoticeIngested]]) -> None:
    for part in parts:
        journal.append(part, by="bench", source="bench/country.py", at=now())


def _insert(journal: SqlJournal, parts: Iterable[Rows]) -> None:
    """Insert finished rows by the driver alone, each part in one transaction.

    The connection is set up as the journal's: what is reported written is on the disk.
    """
    lite = journal.engine.dialect.name == "sqlite"
    with closing(journal.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        for part in parts:
            if lite:
                cursor.execute("BEGIN IMMEDIATE")
            for table, rows in part:
                columns = ", ".join(table.c.keys())
                marks = ", ".join(["?" if lite else "%s"] * len(table.c))
                cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
            connection.commit()


def _all_rows(journal: SqlJournal) -> Rows:
    with journal.reading() as connection:
        return [
            (table, [tuple(r) for r in connection.execute(select(table).order_by("number"))])
            for table in _TABLES
        ]


def _rows_by_notice(journal: SqlJournal) -> list[Rows]:
    """Return the rows that each notice's transaction wrote."""
    parts: dict[int, Rows] = {}
    for table, rows in _all_rows(journal):
        for number, own in groupby(rows, itemgetter(table.c.keys().index("number"))):
            parts.setdefault(number, []).append((table, list(own)))
    return list(parts.values())


def _head(notices: int) -> list[str]:
    return [
        "## Writing notices",
        "",
        f"{notices:,} made-up notices, read already, put into a new journal by the registry, and their",
        "finished rows into a new journal's tables by the database's driver alone (`executemany`),",
        "with the same settings: what is reported written is on the disk. The registry makes the rows",
        "besides: it looks for the last entry and for notices it has, writes the record, chains its",
        "digest to those before, and finds whose notice it is. The last column is the registry's rate",
        f"in rates of bare inserts; medians of {ROUNDS} rounds in turn.",
        "",
        "| database | transactions | the registry, notices a second | bare inserts | times |",
        "|---|---|---:|---:|---:|",
    ]


if __name__ == "__main__":
    sys.stdout.write(report())
