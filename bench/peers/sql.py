"""SQL over SQLite: one table, an index for each way of asking, prepared statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from bench.peers.edges import Edge, Question
from bench.peers.whole import Row

_COUNTS = "since <= :day AND known <= :known AND NOT (until <= :day AND superseded <= :known)"
_ROW = "SELECT kind, source, target, strength, place, clause, doc, date FROM edge WHERE"
_HELD = (
    f"{_ROW} government = :government AND target = :subject"
    f" AND kind IN ('responsible', 'supervises') AND {_COUNTS} ORDER BY place"
)
_OF = (
    f"{_ROW} government = :government AND source = :person AND kind IN ('pair', 'left')"
    f" AND {_COUNTS} UNION ALL {_ROW} government = :government AND target = :person"
    f" AND kind = 'pair' AND {_COUNTS} ORDER BY 5"
)
_RULES = (
    f"{_ROW} government = :government AND kind IN ('backup_acts', 'coordinator_assigns')"
    f" AND {_COUNTS}"
)
_OFFICE = (
    f"{_ROW} government = :government AND kind IN ('leader', 'left') AND {_COUNTS} UNION ALL"
    f" {_ROW} government = :government AND kind = 'title' AND target = :title AND {_COUNTS}"
    " ORDER BY 5"
)


class Sql:
    """The edges in SQLite, in memory."""

    name = "SQL over SQLite"

    def __init__(self) -> None:
        self._database = sqlite3.connect(":memory:", cached_statements=32)
        self._database.row_factory = lambda _, values: Row(*values)
        self._database.execute(f"CREATE TABLE edge ({', '.join(Edge._fields)})")

    def load(self, edges: Iterable[Edge]) -> None:
        """Take the edges in, and index them."""
        with self._database as database:
            marks = ", ".join("?" * len(Edge._fields))
            database.executemany(f"INSERT INTO edge VALUES ({marks})", edges)
            for one in ("source", "target"):
                database.execute(f"CREATE INDEX by_{one} ON edge (government, {one}, kind, since)")
            database.execute("CREATE INDEX by_kind ON edge (government, kind, target, since)")
            database.execute("ANALYZE")

    def held(self, question: Question) -> Sequence[Row]:
        """As ``Peer.held``."""
        return self._database.execute(_HELD, question._asdict()).fetchall()

    def of(self, question: Question, person: str) -> Sequence[Row]:
        """As ``Peer.of``."""
        return self._database.execute(_OF, {**question._asdict(), "person": person}).fetchall()

    def rules(self, question: Question) -> Sequence[Row]:
        """As ``Peer.rules``."""
        return self._database.execute(_RULES, question._asdict()).fetchall()

    def office(self, question: Question, title: str) -> Sequence[Row]:
        """As ``Peer.office``."""
        return self._database.execute(_OFFICE, {**question._asdict(), "title": title}).fetchall()
