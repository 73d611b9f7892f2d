"""Each tutorial is followed from its first line to its last, and prints what it says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.docs.blocks import ROOT, Shown, Terminal, blocks, commands
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401

SERVER = "postgresql://registry@db.example/registry"
"""The address that stands in the tutorials for a server of the reader's own."""
TUTORIALS = sorted(ROOT.glob("docs/tutorials/*.md"))
LONG = ("registry serve", "make ")
"""What is not run here: it goes on for ever, or is another test's work."""


def take(shown: Shown, terminal: Terminal, reader: pytest.MonkeyPatch) -> None:
    """Run one command as the reader's shell would."""
    first, _, rest = shown.command.partition(" ")
    if shown.command.startswith(LONG):
        return
    if first == "cd":
        reader.chdir(rest)
    elif first == "export":
        name, _, value = rest.partition("=")
        reader.setenv(name, os.path.expandvars(value.strip('"')))
    elif first == "registry" and not set(rest) & set("|>*$"):
        terminal.registry(shown)
    else:
        terminal.shell(shown)


@pytest.mark.parametrize("document", TUTORIALS, ids=lambda path: path.stem)
def test_it_can_be_followed(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """A block with the name of a file is saved as that file; all begins in the checkout."""
    checkout = tmp_path / "leadership-registry"
    checkout.mkdir()  # a folder, so that what lies beside it is not beside the real one
    for path in ROOT.iterdir():
        (checkout / path.name).symlink_to(path)
    monkeypatch.chdir(checkout)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in [name for name in os.environ if name.startswith(("REGISTRY_", "XDG_"))]:
        if not name.startswith("REGISTRY_TEST"):
            monkeypatch.delenv(name)
    terminal = Terminal(document.name)
    shown = blocks(document)
    address = SERVER
    if any(SERVER in block.text for block in shown):
        address = request.getfixturevalue("new_database")("postgresql")
    for block in shown:
        text = block.text.replace(SERVER, address)
        if block.file:
            path = Path(block.file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif block.language == "python":
            exec(compile(text, document.name, "exec"), {"__name__": "__main__"})
        elif block.language == "console":
            for one in commands(text):
                take(one, terminal, monkeypatch)
    assert any(block.language == "console" for block in shown)
