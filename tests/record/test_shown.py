"""What the journal's page shows of ``registry record`` is what is printed, in that order."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.record.conftest import EXAMPLES, Desk

ROOT = EXAMPLES.parents[1]
PAGE = ROOT / "docs" / "reference" / "journal.md"
BLOCK = re.compile(r"```shell\n(.*?)```", re.DOTALL)


def test_the_page_shows_what_is_printed(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    desk = Desk(str(tmp_path_factory.mktemp("shown") / "registry.db"))
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    shown = [
        part
        for block in blocks
        for part in re.split(r"^\$ registry ", block, flags=re.MULTILINE)[1:]
    ]
    assert len(shown) > 5
    for part in shown:
        command, _, printed = part.partition("\n")
        assert desk.run(*shlex.split(command)).output.strip() == printed.strip()
