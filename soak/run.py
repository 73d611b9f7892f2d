"""Run everything and write docs/soak.md: ``python -m soak.run``."""

from __future__ import annotations

import os
import random
import sys
from time import monotonic

from bench.texts import REPOSITORY
from soak.endure import Result, endure
from soak.longer import Tried, asked, fuzzed
from soak.places import Postgres, Sqlite
from soak.report import report

PAGE = REPOSITORY / "docs" / "soak.md"
SECONDS = float(os.environ.get("REGISTRY_SOAK_SECONDS", "300"))
_USE, _FUZZ, _SCHEMA = 0.2, 0.12, 0.18
"""What part of the time is use of each place (starts and checks take as long), and the rest."""


def main() -> None:
    """Run, and end with status 1 if anything was lost or wrong."""
    seed = int(os.environ.get("REGISTRY_SOAK_SEED") or random.SystemRandom().randrange(10**6))
    began = monotonic()
    _say(f"seed {seed}: REGISTRY_SOAK_SEED={seed} draws the same again")
    results: list[Result] = []
    for kind in (Sqlite, Postgres):
        result = endure(kind, seed, SECONDS * _USE)
        results.append(result)
        _say(f"{kind.name}: {result.entries} entries, {len(result.flaws)} flaws")
        for flaw in result.flaws:
            _say(f"  {flaw}")
    tried: list[Tried] = []
    for one in (fuzzed(SECONDS * _FUZZ, seed), asked(SECONDS * _SCHEMA)):
        tried.append(one)
        _say(f"{one.what}: {one.failure or 'no flaw'}")
    PAGE.write_text(report(seed, monotonic() - began, results, tried), encoding="utf-8")
    if any(one.flaws for one in results) or any(one.failure for one in tried):
        sys.exit(1)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
