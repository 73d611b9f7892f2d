"""What a document shows in its fenced blocks: commands with their outputs, and files."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from registry.cli import main

ROOT = Path(__file__).parents[2]
PLACES = ("*.md", "rules/*.md", "features/*.md", "docs/**/*.md")
DOCUMENTS = sorted(path for place in PLACES for path in ROOT.glob(place))

_FENCE = re.compile(r"^```(\w*)(?: +(\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: its language, the file that the reader saves it as, and its text."""

    language: str
    file: str
    text: str


class Shown(NamedTuple):
    """A command, and what it prints."""

    command: str
    output: str


def blocks(document: Path) -> list[Block]:
    """List the fenced blocks of a document."""
    return [Block(*found) for found in _FENCE.findall(document.read_text(encoding="utf-8"))]


def commands(text: str) -> list[Shown]:
    r"""List the commands of a console block, those over several lines joined.

    >>> commands("$ registry who \\\n  X\nY\n$ ls\n")
    [Shown(command='registry who X', output='Y\n'), Shown(command='ls', output='')]
    """
    return [
        Shown(re.sub(r"\s*\\\n\s*", " ", command), output)
        for command, output in _COMMAND.findall(text)
    ]


def matches(printed: str, expected: str) -> bool:
    r"""Compare line by line; a line of … stands for any lines, and … in a line for any characters.

    >>> matches("1\n2\n3\n", "1\n…\n3\n"), matches("key abc made\n", "key … made\n")
    (True, True)
    """
    pattern = "".join(
        r"(?:.*\n)*?"
        if line.strip() in ("…", "...")
        else ".*".join(re.escape(part) for part in line.rstrip().split("…")) + r"[ ]*\n"
        for line in expected.rstrip().splitlines()
    )
    return re.fullmatch(pattern + r"(?:\s*\n)*", printed) is not None


class Terminal:
    """Runs commands, and fails where one prints something else than is shown.

    Args:
        where: the document, for messages.
        written: if given, what commands write with ``-o`` goes there, and is found by the later.
    """

    def __init__(self, where: str, written: Path | None = None) -> None:
        self._where = where
        self._written = written
        self._files: dict[str, str] = {}

    def registry(self, shown: Shown) -> None:
        """Run a ``registry`` command."""
        words = shlex.split(shown.command, comments=True)[1:]
        if self._written is not None:
            for dash, word in pairwise(words):
                if dash == "-o":
                    self._files[word] = str(self._written / Path(word).name)
        asked = [self._files.get(word, word) for word in words]
        done = CliRunner().invoke(main, asked, catch_exceptions=False)
        printed = done.stdout + done.stderr
        for word, file in self._files.items():
            printed = printed.replace(file, word)
        self._compare(shown, printed, fine=done.exit_code in (0, 1))

    def shell(self, shown: Shown) -> None:
        """Run any other command."""
        bin_ = Path(sys.executable).parent
        done = subprocess.run(
            ["bash", "-c", shown.command],
            env=os.environ | {"PATH": f"{bin_}:{os.environ['PATH']}", "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        self._compare(shown, done.stdout + done.stderr, fine=done.returncode == 0)

    def _compare(self, shown: Shown, printed: str, *, fine: bool) -> None:
        told = f"{self._where}: $ {shown.command}\n{printed}"
        assert fine or shown.output.startswith("error"), told
        if shown.output.strip():
            assert matches(printed, shown.output), told
