"""The commands and snippets that the documents show are run, and print what the documents say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.blocks import DOCUMENTS, ROOT, Block, Shown, Terminal, blocks, commands

FOLLOWED = ROOT / "docs" / "tutorials"
"""Its documents are followed from first to last: tests/test_tutorials.py."""

ALONE = [
    (path.relative_to(ROOT).as_posix(), block)
    for path in DOCUMENTS
    if FOLLOWED not in path.parents
    for block in blocks(path)
]
CONSOLE = [(name, commands(block.text)) for name, block in ALONE if block.language == "console"]
FILES = [(name, block) for name, block in ALONE if block.file]
PYTHON = [(name, block.text) for name, block in ALONE if block.language == "python"]


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_something_is_shown(readme: str) -> None:
    assert any(name == readme and shown for name, shown in CONSOLE)


@pytest.mark.parametrize(("document", "shown"), CONSOLE)
def test_a_block_prints_what_is_shown(
    document: str, shown: list[Shown], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that one command writes with -o is there for those after it in the block."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))
    terminal = Terminal(document, tmp_path)
    for one in shown:
        shells = ">" in one.command or "|" in one.command
        served = one.command.startswith("registry serve")
        if one.command.startswith("registry ") and not shells and not served:
            terminal.registry(one)


@pytest.mark.parametrize(("document", "code"), PYTHON)
def test_a_snippet_runs(document: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, document, "exec"), {"__name__": "__main__"})


@pytest.mark.parametrize(("document", "block"), FILES)
def test_a_block_that_names_a_file_is_that_file(document: str, block: Block) -> None:
    assert (ROOT / block.file).read_text(encoding="utf-8") == block.text
