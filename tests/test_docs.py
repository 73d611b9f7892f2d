"""The commands that the documents show are run, and print what the documents say."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from registry.cli import main

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def shown() -> list[tuple[str, str, str]]:
    """Return document, command and output of every console block."""
    found = []
    for document in DOCUMENTS:
        for block in BLOCK.findall(document.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                if command.startswith("registry "):
                    found.append((document.relative_to(ROOT).as_posix(), command, output))
    return found


def matches(output: str, expected: str) -> bool:
    """Compare line by line; a line of … stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() in ("…", "...") else re.escape(line.rstrip()) + r"[ ]*\n"
        for line in expected.rstrip().splitlines()
    )
    return re.fullmatch(pattern + r"(?:\s*\n)*", output) is not None


def test_something_is_shown() -> None:
    assert any(document == "README.md" for document, _, _ in shown())


@pytest.mark.parametrize(("document", "command", "output"), shown())
def test_a_command_prints_what_is_shown(
    document: str, command: str, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if ">" in command or "|" in command or command.startswith("registry serve"):
        pytest.skip(f"{document}: a shell's work: {command}")
    runner = CliRunner()
    monkeypatch.chdir(ROOT)
    arguments = [
        str(tmp_path / word) if before == "-o" else word
        for before, word in pairwise(shlex.split(command, comments=True))
    ]
    result = runner.invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code in (0, 1), f"{document}: {command}\n{result.output}"
    if not output.strip():
        return
    printed = (result.stdout + result.stderr).replace(f"{tmp_path}/", "")
    assert matches(printed, output), f"{document}: registry prints\n{printed}"
