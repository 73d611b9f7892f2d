"""What a soak came to, as docs/soak.md tells it."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.metadata import version

from soak.endure import Result
from soak.longer import Tried

_PARTS = ("granian", "litestar", "SQLAlchemy", "psycopg", "hypothesis", "schemathesis")
_HEAD = """# Soak

Written by `make soak`; the code is in `soak/`. A service (`registry serve --workers 2`) is used by those who
ask, over HTTP without a key and with one, by those who write, over HTTP and by commands, and by loads of many notices,
while one thing after the other goes wrong. Then the journal is exported and held against all that was said. `REGISTRY_SOAK_SECONDS` says how
long in all (300 without it), `REGISTRY_SOAK_SEED` what is drawn; what is drawn is the same for the same seed, when it happens is not.
"""
_HOW = """The disk is in memory, of some hundred megabytes, and filled to the last byte; the clock is stepped to up to
eight hours from the true time, for all processes at once; a lock is held for up to twelve seconds. A power failure is not tried."""
_CHECKED = """## What was checked

- `registry journal verify` and `registry journal export` succeed; the chain of digests is worked out anew from the
  export's bytes; what an earlier export had, a later one has to the byte.
- Every write that was accepted (2xx, or exit status 0) is in the journal, once, under the entries that the answer named;
  none that was refused is; no entry is there that nobody wrote; each notice is there once. Jobs end and their notices are there.
- A write that is sent again with its `Idempotency-Key`, later or at the same time, is answered with the same bytes.
- Every answer is worked out again, byte for byte, by a registry in memory that learns the exported entries one by one: it must
  be the answer at an entry between the last that anybody had been told of when it was asked and the last that was there when it
  came. An answer as of a moment (`known_at`) is asked again without it, of a registry that knows what was known then and no more.
- The absences that `GET /v1/absences` lists are those that stand by the entries.
- A request that begins two seconds after a fault has ended, and before the next, is answered. None is ever answered with 500,
  and the log has no trace. Of a page, what stands in `<main>` is compared: around it is who has signed in.
"""


def report(seed: int, seconds: float, results: Sequence[Result], tried: Sequence[Tried]) -> str:
    """Return the page."""
    flaws = sum(len(one.flaws) for one in results) + sum(one.failure is not None for one in tried)
    versions = ", ".join(f"{name} {version(name)}" for name in _PARTS)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
    result = (
        "**Nothing was lost, nothing wrongly answered.**" if not flaws else f"**{flaws} flaws.**"
    )
    on = f"Machine: {machine}; Python {platform.python_version()}; {versions}."
    lines = [
        _HEAD,
        f"Seed {seed}, {seconds:.0f} seconds in all. {on}",
        "",
        result,
        "",
        "## Endurance",
        "",
        *_table(results),
        "",
        "### What went wrong, on purpose",
        "",
        *_counts(results, [one.ledger.faults for one in results]),
        "",
        _HOW,
        *_left_out(results),
        "",
        "### Requests that came to nothing meanwhile",
        "",
        *_counts(results, [one.ledger.unanswered for one in results]),
        "",
        _CHECKED,
        "## Files and requests at random",
        "",
        "| what | examples each | seconds | result |",
        "|---|---:|---:|---|",
        *(
            f"| {one.what} | {one.examples} | {one.seconds:.0f} |"
            f" {'no flaw' if one.failure is None else '**failed**'} |"
            for one in tried
        ),
    ]
    return "\n".join(lines) + "\n"


def _table(results: Sequence[Result]) -> Iterator[str]:
    yield f"| | {' | '.join(one.place for one in results)} |"
    yield "|---|" + "---:|" * len(results)
    rows: dict[str, list[str]] = {
        "seconds": [f"{one.seconds:.0f}" for one in results],
        "rounds, each checked": [str(one.rounds) for one in results],
        "entries in the end": [str(one.entries) for one in results],
        "writes accepted": [_writes(one, "ACCEPTED") for one in results],
        "writes refused": [_writes(one, "REFUSED") for one in results],
        "writes whose fate was not told": [_writes(one, "UNTOLD") for one in results],
        "writes sent again": [str(one.ledger.repeated) for one in results],
        "answers worked out again": [str(len(one.ledger.reads)) for one in results],
        "of them": [_kinds(Counter(read.what for read in one.ledger.reads)) for one in results],
        "lost, doubled, wrong": [str(len(one.flaws)) for one in results],
    }
    for name, values in rows.items():
        yield f"| {name} | {' | '.join(values)} |"


def _writes(result: Result, fate: str) -> str:
    found = Counter(write.what for write in result.ledger.writes if write.fate.name == fate)
    return f"{found.total()} ({_kinds(found)})" if found else "0"


def _kinds(found: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(found.items()))


def _counts(results: Sequence[Result], counted: Sequence[Counter[str]]) -> Iterator[str]:
    yield f"| | {' | '.join(one.place for one in results)} |"
    yield "|---|" + "---:|" * len(results)
    for name in sorted(set().union(*counted)):
        yield f"| {name} | {' | '.join(str(one[name]) for one in counted)} |"


def _left_out(results: Sequence[Result]) -> Iterator[str]:
    for one in results:
        if not one.small:
            yield f"{one.place} had no disk of its own to fill: only root may mount one."
