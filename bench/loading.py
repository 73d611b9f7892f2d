"""Load the made-up country into journals: ``python -m bench.loading DATABASE [GOVERNMENTS]``.

The notices are parsed in other processes, a few cities ahead; this one writes, one city one
transaction. Stopped and run again, it goes on where it was.
"""

from __future__ import annotations

import os
import resource
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from time import perf_counter

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bench.country import City, country
from registry.model.journal import NoticeIngested
from registry.service.loading.load import notices_of
from registry.store.open import open_journal
from registry.store.port import Journal
from registry.wiring import now

GOVERNMENTS = 3000
YEARS = 10

_STATUS = Path("/proc/self/status")


@dataclass(frozen=True)
class Loaded:
    """What a load took; memory is the most that the writing process ever held, in MB."""

    governments: int
    notices: int
    unparsed: int
    seconds: float
    writing: tuple[float, ...]
    """Seconds spent in each journal, of ``seconds``."""
    memory_of_tenth: float
    memory: float


def load(databases: Sequence[str], governments: int = GOVERNMENTS, years: int = YEARS) -> Loaded:
    """Load a country into each of ``databases``, made where they are not there.

    What is in a journal already is passed over. ``notices`` counts those new in any.
    """
    began = perf_counter()
    notices = unparsed = 0
    tenth = peak_memory()
    writing = [0.0] * len(databases)
    with ExitStack() as stack:
        journals = [stack.enter_context(closing(open_journal(d, create=True))) for d in databases]
        progress = stack.enter_context(_progress())
        task = progress.add_task("loading 登记", total=governments, memory="")
        for number, read in enumerate(_read(journals, country(governments, years)), 1):
            new = 0
            for place, journal in enumerate(journals):
                start = perf_counter()
                new = max(new, append(journal, read))
                writing[place] += perf_counter() - start
            notices += new
            unparsed += sum(f.__class__.__name__ == "Unparsed" for n in read for f in n.facts)
            if number == max(1, governments // 10):
                tenth = peak_memory()
            progress.update(task, advance=1, memory=f"{peak_memory():.0f} MB")
    return Loaded(
        governments=governments,
        notices=notices,
        unparsed=unparsed,
        seconds=perf_counter() - began,
        writing=tuple(writing),
        memory_of_tenth=tenth,
        memory=peak_memory(),
    )


def append(journal: Journal, notices: Sequence[NoticeIngested]) -> int:
    """Write a city's notices in one transaction; return how many were new."""
    new = notices
    if any(journal.has_digest(notice.digest) for notice in notices[:1]):
        new = [notice for notice in notices if not journal.has_digest(notice.digest)]
    journal.append(new, by="bench", source="bench/country.py", at=now())
    return len(new)


def read_city(city: City) -> tuple[NoticeIngested, ...]:
    """Parse a city's notices."""
    return tuple(n for written in city.notices for n in notices_of(written.text, city.name))


def peak_memory() -> float:
    """Return the most memory that this process has held, in MB."""
    if _STATUS.exists():
        # Linux counts in ru_maxrss what the process held that started this one.
        held = _STATUS.read_text().partition("VmHWM:")[2].split()[0]
        return int(held) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def end_with_parent() -> None:
    """Let this worker end as soon as the process that started it is gone, however it went."""

    def wait() -> None:
        if parent := parent_process():
            parent.join()
        os._exit(1)

    Thread(target=wait, daemon=True).start()


def _read(
    journals: Sequence[Journal], cities: Iterator[City]
) -> Iterator[tuple[NoticeIngested, ...]]:
    """Yield each city's notices, none where all journals have them; few cities wait at a time."""
    workers = os.cpu_count() or 1
    waiting: deque[Future[tuple[NoticeIngested, ...]] | None] = deque()
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=end_with_parent) as pool:

        def ask(city: City) -> Future[tuple[NoticeIngested, ...]] | None:
            there = all(_holds(journal, city) for journal in journals)
            return None if there else pool.submit(read_city, city)

        waiting.extend(ask(city) for city in islice(cities, 4 * workers))
        while waiting:
            first = waiting.popleft()
            yield first.result() if first else ()
            waiting.extend(ask(city) for city in islice(cities, 1))


def _holds(journal: Journal, city: City) -> bool:
    """Say whether a journal has the last notice of a city; they are written all or none."""
    text = city.notices[-1].text.strip()
    return journal.has_digest(sha256(text.encode()).hexdigest())


def _progress() -> Progress:
    columns = (
        *Progress.get_default_columns()[:3],
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[memory]}", style="dim"),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)


if __name__ == "__main__":
    sys.stdout.write(f"{load(sys.argv[1:2], *map(int, sys.argv[2:3]))}\n")
