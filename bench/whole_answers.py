"""The same dated questions, with people away, asked of the registry and of what one would use."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.measure import medians, seconds
from bench.peers.cypher import Cypher
from bench.peers.edges import Office, Question, known_at, offices, questions
from bench.peers.rdf import Rdf
from bench.peers.scan import Scan
from bench.peers.sparql import Sparql
from bench.peers.sql import Sql
from bench.peers.whole import Peer, of_ours, whole
from registry.model.answers import Answer
from registry.model.records import Absence
from registry.model.time import Period
from registry.service.answers.answer import answer
from registry.service.cities import KEPT
from registry.service.journaled import Journaled
from registry.service.registry import Registry
from registry.store.coverage import CoverageIndex
from registry.store.open import open_journal
from registry.store.sql import SqlJournal
from registry.tables.rules import Rulebook
from registry.wiring import shipped_glossary, today

SIZES = (1, 100, 3000)
ASKED = 25
"""Governments that are asked about, of however many there are."""
QUESTIONS = 200
BEFORE = 4_000
"""Other questions about each of them that the registry was asked before."""
ROUNDS = 5
OURS = "the registry"
NEW = "the registry, newly read"
PEERS: tuple[type[Peer], ...] = (Sql, Scan, Sparql, Cypher, Rdf)
FEW: dict[type[Peer], int] = {Cypher: 10, Rdf: 10}
"""Of slow peers, how many questions are asked a round."""
TOO_MANY: dict[type[Peer], int] = {Rdf: 1000}
"""Governments from which on a peer takes minutes to load, and is left out."""
AIMS: dict[type[Peer], float] = {Sql: 5.0, Sparql: 50.0}
FLAT = 1.2


def report() -> str:
    """Compare the answers, measure, and return a section of docs/benchmarks.md."""
    taken: dict[tuple[str, int], float] = {}
    edges = []
    for size in SIZES:
        among = list(offices(size))
        edges.append(sum(len(office.edges) for office in among))
        for name, each in _measured(among).items():
            taken[name, size] = each
    return "\n".join([*_head(edges), *_rows(taken), "", *_foot(taken)])


class _Turns:
    """Asks other questions each time, and keeps what is answered."""

    def __init__(
        self, ask: Callable[[Question], object], turns: Iterable[Sequence[Question]]
    ) -> None:
        self._ask = ask
        self._turns = iter(turns)
        self.answers: list[tuple[Question, object]] = []

    def __call__(self) -> None:
        some = next(self._turns)
        self.answers.extend((question, self._ask(question)) for question in some)


def _measured(among: Sequence[Office]) -> dict[str, float]:
    """Return the seconds that each takes for a question."""
    chosen = Random(5).sample(among, min(ASKED, len(among)))
    drawn = questions(chosen, QUESTIONS * (ROUNDS + 2))
    first, *turns = (drawn[n : n + QUESTIONS] for n in range(0, len(drawn), QUESTIONS))
    with TemporaryDirectory(prefix="registry-bench-") as folder:
        path = str(Path(folder) / "registry.db")
        with closing(open_journal(path, create=True)) as journal:
            write(journal, among)
            ours = asking(journal, rules_of(among))
            for question in {question.government: question for question in turns[0]}.values():
                ours(question)
            found = {NEW: seconds(lambda: [ours(question) for question in first]) / len(first)}
            for question in questions(chosen, BEFORE * len(chosen), seed=1):
                ours(question)
            ways = {OURS: _Turns(ours, turns)}
            few = {OURS: QUESTIONS}
            for kind in PEERS:
                if len(among) >= TOO_MANY.get(kind, len(among) + 1):
                    continue
                peer, name = kind(), _name(kind)
                peer.load(edge for office in among for edge in office.edges)
                few[name] = FEW.get(kind, QUESTIONS)
                ask = partial(whole, peer)
                _check(name, ((q, ask(q)) for q in first[: few[name]]), ours)
                ways[name] = _Turns(ask, [turn[: few[name]] for turn in turns])
            gc.collect()
            gc.freeze()  # else the data of all is looked through while one is timed
            found |= {name: took / few[name] for name, took in medians(ways, ROUNDS).items()}
            gc.unfreeze()
            for name, way in ways.items():
                if name != OURS:
                    _check(name, way.answers, ours)
            return found


def _check(
    name: str, answers: Iterable[tuple[Question, object]], ours: Callable[[Question], Answer]
) -> None:
    for question, found in answers:
        answered = of_ours(ours(question))
        if found != answered:
            raise AssertionError(f"{question}: {name} answers {found}, the registry {answered}")


def write(journal: SqlJournal, among: Sequence[Office]) -> None:
    """Append the notices of governments, as they were recorded."""
    told = sorted((n for office in among for n in office.notices), key=itemgetter(1))
    for at, together in groupby(told, itemgetter(1)):
        journal.append([notice for notice, _ in together], by="bench", at=at)


def rules_of(among: Sequence[Office]) -> tuple[Rulebook, ...]:
    """Return the rules that governments have."""
    return tuple(office.rules for office in among if office.rules)


def asking(
    journal: SqlJournal, rules: Sequence[Rulebook], kept: int = KEPT
) -> Callable[[Question], Answer]:
    """Return what answers from a journal, by a registry that keeps so many governments ready."""
    registry: Registry = Journaled(
        journal, rules, shipped_glossary(), today, index=CoverageIndex(journal), kept=kept
    )

    def ask(question: Question) -> Answer:
        day = date.fromisoformat(question.day)
        return answer(
            registry,
            question.subject,
            Period(day, day),
            [Absence(person=person, start=day, end=day) for person in question.away],
            government=question.government,
            known_at=known_at(question),
        )

    return ask


def _name(kind: type[Peer]) -> str:
    return str(getattr(kind, "name", kind.__name__))


def _head(edges: Sequence[int]) -> list[str]:
    sizes = ", ".join(f"{n:,} ({e:,} edges)" for n, e in zip(SIZES, edges, strict=True))
    return [
        "## Whole answers",
        "",
        "Questions about a subject on a day with nobody, A, A and B, or the coordinator too away, a",
        "fifth of them as known on that day; the same made-up governments for all:",
        f"{sizes}. Peers are given edges with both",
        "clocks ready, in memory; each puts together the same whole answer: holders by strength, pair,",
        "who left, coordinator, candidates, each step with clause, document and date. Answers are",
        "compared before times are taken, and those of the timed rounds after.",
        "",
        "What is not alike: the registry reads a journal in a file, looks for each question whether",
        "anybody has written to it, checks the names of those away, and gives the sentences of each",
        "step in two languages and the days' holidays besides; peers do nothing of that. Peers index",
        "all edges when they load them; the registry works out what holds between two changes, for",
        "those who are there or not, when it is first asked, and keeps that. So each round asks",
        f"{QUESTIONS} questions not asked before, of {ASKED} governments, after {BEFORE:,} others about each;",
        f"*{NEW.partition(', ')[2]}* is the registry where each government was read, and asked one thing.",
        "A third of the governments have rules of their own, and so does the one alone.",
        "",
        f"Medians of {ROUNDS} rounds in turn, for one question; in brackets, times the registry's.",
        "",
        "| asked | " + " | ".join(f"{n:,} governments" for n in SIZES) + " |",
        "|---|" + "---:|" * len(SIZES),
    ]


def _rows(taken: dict[tuple[str, int], float]) -> list[str]:
    rows = []
    for name in (OURS, NEW, *map(_name, PEERS)):
        cells = []
        for size in SIZES:
            took = taken.get((name, size))
            if took is None:
                cells.append("not loaded")
            elif name == OURS:
                cells.append(f"{took * 1e6:,.0f} µs")
            else:
                cells.append(f"{took * 1e6:,.0f} µs ({took / taken[OURS, size]:.1f})")
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return rows


def _foot(taken: dict[tuple[str, int], float]) -> list[str]:
    last = SIZES[-1]
    flat = taken[OURS, last] / taken[OURS, SIZES[0]]
    said = [
        f"The registry at {last:,} governments against one: {flat:.2f} times; {FLAT} is wanted."
    ]
    for kind, aim in AIMS.items():
        found = taken[_name(kind), last] / taken[OURS, last]
        reached = "reached" if found >= aim else "**not reached**"
        said.append(f"Aim against {_name(kind)}: {aim:.0f} times; {found:.1f}, {reached}.")
    return [*said, ""]
