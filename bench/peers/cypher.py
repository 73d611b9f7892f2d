"""Cypher over kuzu: governments, people and matters as nodes, an edge an edge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import kuzu

from bench.peers.edges import Edge, Question
from bench.peers.whole import Row

_FIELDS = tuple(name for name in Edge._fields if name not in {"government", "source", "target"})
_COUNTS = "e.since <= $day AND e.known <= $seen AND NOT (e.until <= $day AND e.superseded <= $seen)"
_ROW = (
    "RETURN e.kind, a.name, b.name, e.strength, e.place, e.clause, e.doc, e.date ORDER BY e.place"
)
_HELD = (
    "MATCH (a:Name)-[e:Edge]->(b:Name {id: $subject}) WHERE"
    f" e.kind IN ['responsible', 'supervises'] AND {_COUNTS} {_ROW}"
)
_LEAVING = (
    "MATCH (a:Name {id: $person})-[e:Edge]->(b:Name) WHERE"
    f" e.kind IN ['pair', 'left'] AND {_COUNTS} {_ROW}"
)
_COMING = (
    f"MATCH (a:Name)-[e:Edge]->(b:Name {{id: $person}}) WHERE e.kind = 'pair' AND {_COUNTS} {_ROW}"
)
_NOTHING = (
    "MATCH (a:Name)-[e:Edge]->(b:Name {id: $nothing}) WHERE"
    f" e.kind IN $kinds AND {_COUNTS} {_ROW}"
)
_TITLED = (
    f"MATCH (a:Name)-[e:Edge]->(b:Name {{id: $title}}) WHERE e.kind = 'title' AND {_COUNTS} {_ROW}"
)


class Cypher:
    """The edges in a database in a folder of its own; every name is of one government."""

    name = "Cypher over kuzu"

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="registry-bench-")
        path = Path(self._folder.name)
        self._connection = kuzu.Connection(kuzu.Database(str(path / "kuzu")))
        self._connection.execute("CREATE NODE TABLE Name (id STRING PRIMARY KEY, name STRING)")
        fields = ", ".join(
            f"{name} {'INT64' if name in {'strength', 'place'} else 'STRING'}" for name in _FIELDS
        )
        self._connection.execute(f"CREATE REL TABLE Edge (FROM Name TO Name, {fields})")
        texts = (_HELD, _LEAVING, _COMING, _NOTHING, _TITLED)
        self._prepared = {text: self._connection.prepare(text) for text in texts}

    def load(self, edges: Iterable[Edge]) -> None:
        """Take the edges in, through files."""
        every = list(edges)
        names = {
            f"{edge.government}|{name}": name
            for edge in every
            for name in (edge.source, edge.target)
        }
        self._copy("Name", names.items())
        self._copy(
            "Edge",
            (
                (
                    f"{edge.government}|{edge.source}",
                    f"{edge.government}|{edge.target}",
                    *(getattr(edge, name) for name in _FIELDS),
                )
                for edge in every
            ),
        )

    def held(self, question: Question) -> Sequence[Row]:
        """As ``Peer.held``."""
        return self._ask(_HELD, question, subject=f"{question.government}|{question.subject}")

    def of(self, question: Question, person: str) -> Sequence[Row]:
        """As ``Peer.of``."""
        node = f"{question.government}|{person}"
        rows = [
            *self._ask(_LEAVING, question, person=node),
            *self._ask(_COMING, question, person=node),
        ]
        return sorted(rows, key=lambda row: row.place)

    def rules(self, question: Question) -> Sequence[Row]:
        """As ``Peer.rules``."""
        kinds = ["backup_acts", "coordinator_assigns"]
        return self._ask(_NOTHING, question, nothing=f"{question.government}|", kinds=kinds)

    def office(self, question: Question, title: str) -> Sequence[Row]:
        """As ``Peer.office``."""
        nothing = f"{question.government}|"
        return [
            *self._ask(_NOTHING, question, nothing=nothing, kinds=["leader", "left"]),
            *self._ask(_TITLED, question, title=f"{nothing}{title}"),
        ]

    def _ask(self, text: str, question: Question, **more: object) -> list[Row]:
        given = {"day": question.day, "seen": question.known, **more}
        found = self._connection.execute(self._prepared[text], given)
        assert isinstance(found, kuzu.QueryResult)
        return [Row(*row) for row in found.get_all()]

    def _copy(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        path = Path(self._folder.name) / f"{table}.csv"
        quoted = (",".join('"{}"'.format(str(v).replace('"', '""')) for v in row) for row in rows)
        path.write_text("\n".join(quoted) + "\n", encoding="utf-8")
        self._connection.execute(f'COPY {table} FROM "{path}" (header=false)')
