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


def shown() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return document, and the commands with their outputs, of every console block."""
    found = []
    for document in DOCUMENTS:
        for block in BLOCK.findall(document.read_text(encoding="utf-8")):
            parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
            commands = [part.partition("\n")[::2] for part in parts]
            ours = [(c, output) for c, output in commands if c.startswith("registry ")]
            found.append((document.relative_to(ROOT).as_posix(), ours))
    return found


def matches(output: str, expected: str) -> bool:
    """Compare line by line; a line of … stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() in ("…", "...") else re.escape(line.rstrip()) + r"[ ]*\n"
        for line in expected.rstrip().splitlines()
    )
    return re.fullmatch(pattern + r"(?:\s*\n)*", output) is not None


def test_something_is_shown() -> None:
    assert any(document == "README.md" and commands for document, commands in shown())


@pytest.mark.parametrize(("document", "commands"), shown())
def test_a_block_prints_what_is_shown(
    document: str,
    commands: list[tuple[str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file that one command writes with -o is there for those after it in the block."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))
    written: dict[str, str] = {}
    for command, output in commands:
        if ">" in command or "|" in command or command.startswith("registry serve"):
            continue  # a shell's work
        words = shlex.split(command, comments=True)
        written |= {word: str(tmp_path / word) for dash, word in pairwise(words) if dash == "-o"}
        arguments = [written.get(word, word) for word in words[1:]]
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code in (0, 1), f"{document}: {command}\n{result.output}"
        if output.strip():
            printed = (result.stdout + result.stderr).replace(f"{tmp_path}/", "")
            assert matches(printed, output), f"{document}: registry prints\n{printed}"
