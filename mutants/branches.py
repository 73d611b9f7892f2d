"""Say how many branches of each room the tests take: ``python -m mutants.branches``."""

from __future__ import annotations

import sys
from pathlib import Path

import coverage
from msgspec import Struct, json

REPOSITORY = Path(__file__).resolve().parents[1]
ROOMS = ("parsing", "graph", "resolve", "tables")
LEAST = 95.0
"""Per cent of the branches of a room."""


class _Summary(Struct):
    num_statements: int
    covered_lines: int
    num_branches: int
    covered_branches: int


class _File(Struct):
    summary: _Summary
    missing_lines: list[int]
    missing_branches: list[tuple[int, int]]


class _Report(Struct):
    files: dict[str, _File]
    totals: _Summary


def main() -> int:
    """Print each room's share and what its tests miss; return 1 where one is below the least."""
    measured = coverage.Coverage()
    measured.load()
    report_file = REPOSITORY / "out" / "coverage.json"
    report_file.parent.mkdir(exist_ok=True)
    low = 0
    for room in ROOMS:
        measured.json_report(outfile=str(report_file), include=[f"registry/{room}/*"])
        report = json.decode(report_file.read_bytes(), type=_Report)
        for name, file in report.files.items():
            if file.missing_branches or file.missing_lines:
                ways = " ".join(f"{a}→{b if b > 0 else 'end'}" for a, b in file.missing_branches)
                _say(f"  {name}: lines {file.missing_lines}, branches {ways}")
        total = report.totals
        branches = 100 * total.covered_branches / total.num_branches
        lines = 100 * total.covered_lines / total.num_statements
        _say(f"registry/{room}: {branches:.1f} % of branches, {lines:.1f} % of lines")
        low += branches < LEAST
    return int(low > 0)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
