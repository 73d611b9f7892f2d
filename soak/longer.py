"""The tests that try files and requests at random, with more of them than `make test` takes."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from time import monotonic

from bench.texts import REPOSITORY

_FUZZED_A_SECOND = 3
"""Examples of each test of tests/fuzz that a second is good for, about."""
_SECONDS_AN_EXAMPLE = 18
"""For one example of every operation of the API, on both databases."""
_LEAST = 3


@dataclass(frozen=True)
class Tried:
    """One such run: how many examples each test tried, and what pytest said if it failed."""

    what: str
    examples: int
    seconds: float
    failure: str | None


def fuzzed(seconds: float, seed: int) -> Tried:
    """Try every reader of files with slips, others than `make test` takes."""
    examples = max(_LEAST, round(seconds * _FUZZED_A_SECOND))
    paths = ["tests/fuzz", "tests/parsing/test_fuzz.py", "-k", "not character and not short_lines"]
    return _tried(
        "readers of files (tests/fuzz)",
        examples,
        {"REGISTRY_FUZZ_EXAMPLES": str(examples)},
        [*paths, f"--hypothesis-seed={seed}"],
    )


def asked(seconds: float) -> Tried:
    """Ask every operation of the API what fits its schema and what does not."""
    examples = max(_LEAST, round(seconds / _SECONDS_AN_EXAMPLE))
    return _tried(
        "operations of the API (tests/api/test_schema.py)",
        examples,
        {"REGISTRY_SCHEMA_EXAMPLES": str(examples)},
        ["tests/api/test_schema.py"],
    )


def _tried(what: str, examples: int, variables: dict[str, str], arguments: list[str]) -> Tried:
    began = monotonic()
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *arguments],
        env={**os.environ, **variables},
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    failure = ended.stdout[-4000:] + ended.stderr[-1000:] if ended.returncode else None
    return Tried(what, examples, monotonic() - began, failure)
