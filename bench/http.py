"""``GET /v1/answers`` beside the same framework returning an answer of the same size."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from itertools import count, repeat
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep
from urllib.parse import quote

import msgspec

from api.wire.answers import LinkedAnswer
from bench.load import press
from bench.texts import REPOSITORY

QUESTION = f"/v1/answers?subject={quote('商务')}&on=2019-09-20"
SERVERS = ("granian", "uvicorn")
ROUNDS = 3
SECONDS = 4.0
WANTED = 0.6


def constant(body: bytes) -> object:
    """Return an application with one route, which returns a ready answer."""
    from litestar import Litestar, get  # noqa: PLC0415 - in the process that serves

    made = msgspec.json.decode(body, type=LinkedAnswer)

    @get("/v1/answers")
    async def answer() -> LinkedAnswer:
        return made

    return Litestar([answer], openapi_config=None, logging_config=None)


def report() -> str:
    """Measure, and return a section of docs/benchmarks.md."""
    rows: list[str] = []
    with TemporaryDirectory() as folder:
        database = _database(Path(folder))
        for server in SERVERS:
            with _served(server, "ours", database) as ours:
                body = urllib.request.urlopen(f"http://127.0.0.1:{ours}{QUESTION}").read()
                kept = Path(folder) / "answer.json"
                kept.write_bytes(body)
                with _served(server, "constant", str(kept)) as plain:
                    rows.extend(_rows(server, ours, plain))
    return "\n".join(
        [
            "## Over HTTP",
            "",
            f"`GET {QUESTION}` from a journal in SQLite,",
            f"one process, {ROUNDS} rounds of {SECONDS:.0f} seconds in turn with the same framework",
            f"returning a constant answer of the same size; medians. At least {WANTED} times its",
            "rate is wanted. Every answer is of the journal as it stands, whose last number is",
            "looked up for each; *new* are questions that were not asked before, each of other days.",
            "",
            "| server | asked | constant, a second | ours, a second | times | 99 of 100 within |",
            "|---|---|---:|---:|---:|---:|",
            *rows,
            "",
            "The last column is at half of our rate, from when each request was due.",
            "",
        ]
    )


def _rows(server: str, ours: int, plain: int) -> Iterator[str]:
    rates: dict[str, list[float]] = {"constant": [], "again": [], "new": []}
    new = _new_questions()
    for counted in (False, *[True] * ROUNDS):
        for what, found in rates.items():
            port = plain if what == "constant" else ours
            targets = new if what == "new" else repeat(QUESTION)
            rate = press("127.0.0.1", port, targets, SECONDS if counted else 1).rate
            if counted:
                found.append(rate)
    bare = median(rates["constant"])
    for what, targets in (("again", repeat(QUESTION)), ("new", new)):
        own = median(rates[what])
        steady = press("127.0.0.1", ours, targets, SECONDS, own / 2)
        times = f"{own / bare:.2f}" if own / bare >= WANTED else f"**{own / bare:.2f}**"
        yield (
            f"| {server} | {what} | {bare:,.0f} | {own:,.0f} | {times} |"
            f" {steady.within(0.99) * 1000:.1f} ms |"
        )


def _new_questions() -> Iterator[str]:
    """Yield questions about the same thing on other days, each once."""
    first = date(2019, 9, 20)
    for days in count(1):
        for start in range(1000):
            since = first + timedelta(start)
            until = since + timedelta(days)
            yield f"/v1/answers?subject={quote('商务')}&from={since}&to={until}"


def _database(folder: Path) -> str:
    path = folder / "registry.db"
    notices = sorted((REPOSITORY / "data" / "examples").glob("*.txt"))
    gazette = REPOSITORY.parent / "shared" / "seeds" / "jingdezhen-gazette-2019.txt"
    files = [gazette] if gazette.exists() else notices
    command = [sys.executable, "-m", "bench.http", "load", str(path), *map(str, files)]
    subprocess.run(command, check=True, cwd=REPOSITORY, stdout=subprocess.DEVNULL)
    return str(path)


@contextmanager
def _served(server: str, what: str, source: str) -> Iterator[int]:
    """Start a process that serves, and give its port."""
    command = [sys.executable, "-u", "-m", "bench.http", what, server, source]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            port = int(process.stdout.readline().strip().rpartition(":")[2])
            _until_ready(port)
            yield port
        finally:
            process.terminate()


def _until_ready(port: int) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{QUESTION}").read()
        except OSError:
            sleep(0.1)
        else:
            return
    raise RuntimeError("the service does not answer")


def _serve(server: str, what: str, source: str) -> None:
    from api import serving  # noqa: PLC0415 - in the process that serves
    from registry.tables.settings import Settings  # noqa: PLC0415

    settings = Settings(
        database=source if what == "ours" else None,
        server="uvicorn" if server == "uvicorn" else "granian",
        port=0,
        rate=1_000_000_000,
        log="off",
    )
    if what == "constant":
        serving.application = partial(_plain, Path(source).read_bytes())  # type: ignore[assignment]
    serving.serve(settings, (), print)


def _plain(body: bytes, *_: object) -> object:
    return constant(body)


if __name__ == "__main__":
    if sys.argv[1] == "load":
        from registry.cli import main

        main(["load", *sys.argv[3:], "--database", sys.argv[2]])
    elif len(sys.argv) > 2:
        _serve(sys.argv[2], sys.argv[1], sys.argv[3])
    else:
        sys.stdout.write(report())
