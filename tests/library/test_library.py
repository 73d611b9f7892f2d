"""The names that other programs rely on: which they are, and that they do what they say."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

import registry
from registry.cli import main
from registry.wiring import now

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
DIVISION = EXAMPLES / "01-yunling-division.txt"

METHODS = {
    "across": "subject *on *place",
    "check": "*on *away *government",
    "close": "",
    "diff": "start end *government",
    "export": "form *on *government",
    "facts": "government",
    "governments": "",
    "known": "at",
    "who": "subject *on *week *start *end *away *government",
}
"""The methods of a registry with their parameters; * marks those given by name."""


def test_the_public_names_are_these() -> None:
    """A name goes away in a major release only: docs/reference/library.md."""
    assert registry.__all__ == ["Registry", "RegistryError", "parse", "read"]
    assert set(registry.__all__) <= set(dir(registry))
    assert list(inspect.signature(registry.parse).parameters) == ["text"]
    assert list(inspect.signature(registry.read).parameters) == ["path"]
    methods = {
        name: " ".join(
            f"*{one.name}" if one.kind is one.KEYWORD_ONLY else one.name
            for one in list(inspect.signature(method).parameters.values())[1:]
        )
        for name, method in inspect.getmembers(registry.Registry, inspect.isfunction)
        if not name.startswith("_")
    }
    assert methods == METHODS


def test_importing_it_loads_no_library() -> None:
    code = "import sys, registry; print(*(m for m in sys.modules if m.startswith('registry')))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.split() == ["registry"]


def test_what_is_not_there_is_said_as_python_says_it() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Parser'"):
        registry.Parser  # noqa: B018 - asking is the test


def test_a_notice_is_read_and_parsed_as_the_command_does_it() -> None:
    facts = registry.parse(registry.read(str(DIVISION)))
    printed = CliRunner().invoke(main, ["parse", str(DIVISION)]).stdout.splitlines()
    assert [msgspec.json.encode(fact).decode() for fact in facts] == printed


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        (
            lambda r: r.who("商务", on=date(2024, 6, 3), away=["蓝启程"]),
            "who 商务 --on 2024-06-03 --away 蓝启程",
        ),
        (lambda r: r.who("商务", week="2024-06-03"), "who 商务 --week 2024-06-03"),
        (
            lambda r: r.who("商务", start="2024-06", end="2024-07"),
            "who 商务 --from 2024-06 --to 2024-07",
        ),
        (lambda r: r.across("商务", on="2024-06-03"), "across 商务 --on 2024-06-03"),
        (
            lambda r: r.check(on="2024-06-30", away=["蓝启程"]),
            "check --on 2024-06-30 --away 蓝启程",
        ),
        (lambda r: r.diff("2024-01-01", "2024-06-03"), "diff --from 2024-01-01 --to 2024-06-03"),
    ],
)
def test_it_answers_as_the_command_does(asked: object, command: str) -> None:
    sources = [word for path in sorted(EXAMPLES.glob("*.txt")) for word in ("--source", str(path))]
    if command.startswith("check"):
        sources = sources[1::2]
    done = CliRunner().invoke(main, [*command.split(), *sources, "--format", "json"])
    with registry.Registry(*sorted(EXAMPLES.glob("*.txt"))) as known:
        answer = asked(known)  # type: ignore[operator]
    assert json.loads(done.stdout) == json.loads(msgspec.json.encode(answer))


def test_an_export_is_the_commands() -> None:
    done = CliRunner().invoke(
        main, ["export", "csv", "--on", "2024-06-03", "--source", str(DIVISION)]
    )
    with registry.Registry(DIVISION) as known:
        assert known.export("csv", on="2024-06-03") == done.stdout_bytes


def test_a_journal_as_it_is_and_as_it_was(tmp_path: Path) -> None:
    database = str(tmp_path / "registry.db")
    run = CliRunner().invoke
    assert run(main, ["load", str(DIVISION), "--database", database]).exit_code == 0
    with registry.Registry(database=database) as known:
        before = known.who("商务", on="2024-06-03")
        moment = now()
        absence = ["record", "absence", "蓝启程", "--from", "2024-06-03", "--kind", "away"]
        assert run(main, [*absence, "--database", database]).exit_code == 0
        assert known.who("商务", on="2024-06-03").segments[0].acting == ("简书宁",)
        assert known.known(moment).who("商务", on="2024-06-03") == before
        assert known.known(str(moment - timedelta(days=400))).governments() == ()
        assert known.governments() == ("云陵市人民政府",)
        assert known.facts("云陵市") == known.facts()


@pytest.mark.parametrize(
    "asked",
    [
        lambda r: r.who("商务", on="yesterday"),
        lambda r: r.who("商务", on="2024-06-03", away=["无名氏"]),
        lambda r: r.who("商务", on="2024-06-03", week="2024-06-03"),
        lambda r: r.across("商务", place="月球"),
        lambda r: r.diff("2024-06-03", "2024-06-01"),
        lambda r: r.export("xls", on="2024-06-03"),
        lambda r: r.facts("无此市"),
        lambda r: r.known("once"),
    ],
)
def test_bad_input_is_one_line(asked: object) -> None:
    with (
        closing(registry.Registry(DIVISION)) as known,
        pytest.raises(registry.RegistryError) as said,
    ):
        asked(known)  # type: ignore[operator]
    assert str(said.value)
    assert "\n" not in str(said.value)


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(registry.RegistryError, match="no such file"):
        registry.read(tmp_path / "none.txt")
    with pytest.raises(registry.RegistryError, match="no such file"):
        registry.Registry(tmp_path / "none.txt")
