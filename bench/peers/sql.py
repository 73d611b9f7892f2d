"""SQL over SQLite: one table, an index for each way of asking, prepared statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from operator import attrgetter

from bench.peers.edges import Edge, Question
from bench.peers.whole import Row

_COUNTS = "since <= ?2 AND known <= ?3 AND NOT (until <= ?2 AND superseded <= ?3)"
_ROW = "SELECT kind, source, target, strength, place, clause, doc, date FROM edge WHERE"
_HELD = (
    f"{_ROW} government = ?1 AND target = ?4 AND kind IN ('responsible', 'supervises')"
    f" AND {_COUNTS}"
)
_OF = (
    f"{_ROW} government = ?1 AND source = ?4 AND kind IN ('pair', 'left') AND {_COUNTS}"
    f" UNION ALL {_ROW} government = ?1 AND target = ?4 AND kind = 'pair' AND {_COUNTS}"
)
_RULES = f"{_ROW} government = ?1 AND kind IN ('backup_acts', 'coordinator_assigns') AND {_COUNTS}"
_OFFICE = (
    f"{_ROW} government = ?1 AND kind IN ('leader', 'left') AND {_COUNTS}"
    f" UNION ALL {_ROW} government = ?1 AND kind = 'title' AND target = ?4 AND {_COUNTS}"
)
_PLACE = attrgetter("place")


class Sql:
    """The edges in SQLite, in memory."""

    name = "SQL over SQLite"

    def __init__(self) -> None:
        self._database = sqlite3.connect(":memory:", cached_statements=32)
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
        return self._ask(_HELD, question, question.subject)

    def of(self, question: Question, person: str) -> Sequence[Row]:
        """As ``Peer.of``."""
        return self._ask(_OF, question, person)

    def rules(self, question: Question) -> Sequence[Row]:
        """As ``Peer.rules``."""
        return self._ask(_RULES, question)

    def office(self, question: Question, title: str) -> Sequence[Row]:
        """As ``Peer.office``."""
        return self._ask(_OFFICE, question, title)

    def _ask(self, text: str, question: Question, *name: str) -> list[Row]:
        given = (question.government, question.day, question.known, *name)
        # A few rows are put in order here sooner than there.
        return sorted(map(Row._make, self._database.execute(text, given)), key=_PLACE)
