"""The memory that a process holds for each government: the registry's, and its peers'."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from os import sysconf
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import json

from bench.loading import end_with_parent, peak_memory
from bench.peers.edges import Edge, Question, offices, questions
from bench.peers.scan import Scan
from bench.peers.sparql import Sparql
from bench.peers.sql import Sql
from bench.whole_answers import asking, rules_of, write
from registry.service.cities import KEPT
from registry.store.open import open_journal
from registry.tables.rules import Rulebook

SIZES = (1, 100, 1000)
ASKED = 5
"""Questions about each government, where it was asked about often."""
_PAGES = Path("/proc/self/statm")


class Dictionary:
    """The edges in a dictionary, by government and either end."""

    name = "a dictionary"

    def __init__(self) -> None:
        self._edges: dict[tuple[str, str], list[Edge]] = {}

    def load(self, edges: Iterable[Edge]) -> None:
        """Take the edges in."""
        for edge in edges:
            for end in (edge.source, edge.target):
                self._edges.setdefault((edge.government, end), []).append(edge)


Loads = type[Dictionary] | type[Scan] | type[Sql] | type[Sparql]
PEERS: tuple[Loads, ...] = (Dictionary, Scan, Sql, Sparql)


def report() -> str:
    """Measure, each in a process of its own, and return a section of docs/benchmarks.md."""
    with TemporaryDirectory(prefix="registry-bench-") as name:
        rows = _measured(Path(name))
    return "\n".join([*_head(), *rows, ""])


def _measured(folder: Path) -> list[str]:
    every = tuple(offices(SIZES[-1]))
    rules = rules_of(every)
    for size in SIZES:
        with closing(open_journal(_journal(folder, size), create=True)) as journal:
            write(journal, every[:size])
        edges = (json.encode(edge) for office in every[:size] for edge in office.edges)
        _edges(folder, size).write_bytes(b"\n".join(edges))
    asked = [questions(every[:size], size * ASKED) for size in SIZES]
    with ProcessPoolExecutor(
        mp_context=get_context("spawn"), initializer=end_with_parent, max_tasks_per_child=1
    ) as alone:
        ours = [alone.submit(_ours, folder, rules, some) for some in asked]
        theirs = {
            kind.name: [alone.submit(_theirs, folder, size, kind) for size in SIZES]
            for kind in PEERS
        }
        once, often = zip(*(held.result() for held in ours), strict=True)
        held = {
            "the registry, asked one thing of each": once,
            f"the registry, asked {ASKED} things of each": often,
            **{name: [one.result() for one in each] for name, each in theirs.items()},
        }
    return [
        f"| {name} | {' | '.join(f'{each / size / 1e3:,.0f} kB' for each, size in cells)} |"
        for name, cells in ((name, zip(each, SIZES, strict=True)) for name, each in held.items())
    ]


def _ours(folder: Path, rules: Sequence[Rulebook], asked: Sequence[Question]) -> tuple[int, int]:
    """Return the bytes that the registry holds after a question about each, and after all."""
    size = len(asked) // ASKED
    with (
        closing(open_journal(_journal(folder, 1))) as first,
        closing(open_journal(_journal(folder, size))) as journal,
    ):
        warm, ask = asking(first, rules), asking(journal, rules, kept=size)
        warm(asked[0])
        once = _grown(lambda: _each(ask, asked[:size]))
        return once, once + _grown(lambda: _each(ask, asked[size:]))


def _each(ask: Callable[[Question], object], asked: Sequence[Question]) -> None:
    for question in asked:
        ask(question)


def _theirs(folder: Path, size: int, kind: Loads) -> int:
    """Return the bytes that a peer holds."""
    first, peer = kind(), kind()
    first.load(_read(_edges(folder, 1)))
    return _grown(lambda: peer.load(_read(_edges(folder, size))))


def _grown(work: Callable[[], object]) -> int:
    """Return how many more bytes of this process are in memory after ``work``."""
    gc.collect()
    before = _in_use()
    work()
    gc.collect()
    return _in_use() - before


def _in_use() -> int:
    """Return how many bytes of this process are in memory; where only the most is told, that."""
    if _PAGES.exists():
        return int(_PAGES.read_text().split()[1]) * sysconf("SC_PAGESIZE")
    return int(peak_memory() * 1e6)


def _read(path: Path) -> Iterator[Edge]:
    """Read edges; each word is held once, as who keeps them in memory would have it."""
    with path.open("rb") as lines:
        for line in lines:
            yield Edge._make(sys.intern(v) if isinstance(v, str) else v for v in json.decode(line))


def _journal(folder: Path, size: int) -> str:
    return str(folder / f"{size}.db")


def _edges(folder: Path, size: int) -> Path:
    return folder / f"{size}.jsonl"


def _head() -> list[str]:
    return [
        "## Memory of a government",
        "",
        "Memory in use after a journal's governments were asked about, or after their edges were",
        "read, less what the process had in use before, for one government. Each is measured in a",
        "process of its own, which has one government in memory already. The registry is told here",
        f"to keep all governments ready; as it is shipped it keeps {KEPT}, and reads others again. It",
        "keeps the entries of a government with the words of its notices, the facts, a graph for",
        "each time between two notices that was asked about, and the answers' steps; peers keep",
        "edges and nothing else. Of one government alone a part fits where memory was free already.",
        "",
        "| what | " + " | ".join(f"{n:,} governments" for n in SIZES) + " |",
        "|---|" + "---:|" * len(SIZES),
    ]


if __name__ == "__main__":
    sys.stdout.write(report())
