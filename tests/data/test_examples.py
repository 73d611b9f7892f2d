"""The example notices of an invented city state what their writer meant them to."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.parsing.notice import parse
from registry.tables.carried import load
from tests.data.statements import differences, misplaced

NOTICES = sorted((Path(__file__).parents[2] / "data" / "examples").glob("*.txt"))
MEANT = Path(__file__).with_name("examples")


def test_every_example_has_its_meaning_written_down() -> None:
    assert [path.stem for path in NOTICES] == sorted(path.stem for path in MEANT.glob("*.toml"))
    assert len(NOTICES) == 3


@pytest.mark.parametrize("notice", NOTICES, ids=lambda path: path.stem)
def test_an_example_is_read_as_meant(notice: Path) -> None:
    text = notice.read_text(encoding="utf-8")
    facts = parse(text)
    meant = load({notice.name: (MEANT / f"{notice.stem}.toml").read_bytes()})
    wrong = differences(facts, meant) + misplaced(text, facts)
    assert not wrong, "\n" + "\n".join(wrong)
