"""Run every measurement and write docs/benchmarks.md: ``python -m bench.run``."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version

from bench import drawing, held_out, http, memory, parsing, scale, viewer, whole_answers, writing
from bench.texts import REPOSITORY

PAGE = REPOSITORY / "docs" / "benchmarks.md"
SECTIONS = (
    parsing.report,
    held_out.report,
    whole_answers.report,
    memory.report,
    writing.report,
    scale.report,
    http.report,
    drawing.report,
    viewer.report,
)
PEERS = (
    "networkx",
    "pyoxigraph",
    "kuzu",
    "rdflib",
    "jieba",
    "OpenCC",
    "msgspec",
    "SQLAlchemy",
    "psycopg",
    "litestar",
    "granian",
    "uvicorn",
    "graphviz-pure",
    "typst",
)


def main() -> None:
    """Measure and write."""
    versions = ", ".join(f"{name} {version(name)}" for name in PEERS)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
    head = [
        "# Benchmarks",
        "",
        "Written by `make bench`; the code of both sides is in `bench/`. Times are of one run on",
        "one machine: read the ratios.",
        "",
        f"Machine: {machine}; Python {platform.python_version()}; {versions}.",
        "",
    ]
    page = "\n".join([*head, *(section() for section in SECTIONS)]).rstrip() + "\n"
    PAGE.write_text(page, encoding="utf-8")
    sys.stdout.write(page)


if __name__ == "__main__":
    main()
