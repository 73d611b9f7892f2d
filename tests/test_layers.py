"""What the house promises of itself and no linter checks; `lint-imports` checks the imports."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PURE = ("model", "parsing", "graph", "resolve")
CLOCK = {"now", "today", "utcnow", "localtime", "gmtime", "time_ns", "monotonic"}
MOST_LINES = 300


def sources(*folders: str) -> list[Path]:
    """List the Python files below folders of the checkout."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def clock_reads(source: str) -> list[int]:
    """List the lines of Python source that ask the time, whatever name they ask it by.

    >>> clock_reads("from datetime import date as d\\nday = d.today()")
    [2]
    >>> clock_reads("import time")
    [1]
    >>> clock_reads("day = notice.date")
    []
    """
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Attribute) and node.attr in CLOCK)
        or (isinstance(node, ast.Import) and any(name.name == "time" for name in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "time")
    ]


@pytest.mark.parametrize("folder", ["rules", "data"])
def test_rules_and_data_hold_no_python(folder: str) -> None:
    assert (ROOT / folder).is_dir()
    assert sources(folder) == []


@pytest.mark.parametrize("room", PURE)
def test_pure_rooms_do_not_ask_the_time(room: str) -> None:
    files = sources(f"registry/{room}")
    assert files
    found = {str(file): clock_reads(file.read_text(encoding="utf-8")) for file in files}
    assert not {file: lines for file, lines in found.items() if lines}


def test_every_room_has_its_place_in_the_order_of_imports() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = [
        contract["layers"]
        for contract in config["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    ]
    placed = set(re.findall(r"registry\.(\w+)", " ".join(layers)))
    rooms = {path.parent.name for path in (ROOT / "registry").glob("*/__init__.py")}
    files = {path.stem for path in (ROOT / "registry").glob("*.py")} - {"__init__", "__main__"}
    assert rooms | files <= placed


def test_files_stay_small() -> None:
    sizes = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources("registry", "api")
    }
    assert not {name: size for name, size in sizes.items() if size > MOST_LINES}
