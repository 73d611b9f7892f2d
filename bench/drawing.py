"""The whole drawing of a government beside what the layout engine takes on the same DOT."""

from __future__ import annotations

import sys

from bench.government import AGENCIES, LEADERS, chart_of
from bench.measure import medians
from registry.charts.look import Look
from registry.charts.render import drawn, render

ROUNDS = 7


def report() -> str:
    """Measure, and return a section of docs/benchmarks.md."""
    (dot,) = chart_of(Look()).drawing.dots
    ways = {
        "the layout engine alone, on the same DOT": lambda: drawn(dot),
        "SVG": lambda: render(chart_of(Look()), "svg"),
        "HTML": lambda: render(chart_of(Look()), "html"),
        "PDF, sheets of A4": lambda: render(chart_of(Look(paper="a4")), "pdf"),
    }
    times = medians(ways, ROUNDS)
    alone = next(iter(times.values()))
    return "\n".join(
        [
            "## Drawing a government",
            "",
            f"The chart of {LEADERS} leaders with {AGENCIES} agencies from its facts on: who acts asked, cards",
            "laid out and drawn, account and table; medians of",
            f"{ROUNDS} rounds in turn with `graphviz-pure` reading the finished DOT and writing plain SVG.",
            "",
            "| what | time | times the engine alone |",
            "|---|---:|---:|",
            *(
                f"| {what} | {took * 1000:,.0f} ms | {took / alone:.2f} |"
                for what, took in times.items()
            ),
            "",
        ]
    )


if __name__ == "__main__":
    sys.stdout.write(report())
