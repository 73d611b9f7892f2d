"""Two governments that use one document number, in one source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from registry.cli import main
from registry.graph.history import History
from registry.service.answers.names import names
from registry.service.from_files import FromFiles
from registry.wiring import shipped_glossary
from tests.checks.city import CITY, division

OTHER = "海州市人民政府"
RENAMED = {
    "云岭市": "海州市",
    "江一帆": "许五洲",
    "何二川": "温六合",
    "胡三山": "白七星",
    "方四海": "乔八方",
}


def other(text: str) -> str:
    """Write the same notice, under the same number, for another city with other leaders."""
    for old, new in RENAMED.items():
        text = text.replace(old, new)
    return text


@pytest.fixture(params=[False, True])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    texts = [division(), other(division(pairs=""))]
    path = tmp_path / "both.txt"
    path.write_text("\n".join(reversed(texts) if request.param else texts), encoding="utf-8")
    return path


def test_each_is_checked_by_itself(source: Path) -> None:
    done = CliRunner().invoke(main, ["check", str(source), "--format", "json"])
    found = json.loads(done.stdout)
    (finding,) = found
    assert (finding["government"], finding["kind"]) == (OTHER, "leader_without_pair")
    assert finding["names"] == list(RENAMED.values())[1:]


def test_each_has_its_own_leaders_texts_and_names(source: Path) -> None:
    registry = FromFiles((source,), (), shipped_glossary(), lambda: pytest.fail("no day is asked"))
    for government, leader, stranger in ((CITY, "江一帆", "许五洲"), (OTHER, "许五洲", "江一帆")):
        history = registry.history(government)
        assert isinstance(history, History)
        assert {f.person for f in history.facts if hasattr(f, "person")} >= {leader}
        assert stranger not in {f.person for f in history.facts if hasattr(f, "person")}
        (text,) = registry.texts_of(government).values()
        assert leader in text
        own = names(registry.facts, {}, government)
        assert leader in {person.name for person in own.persons}
        assert {person.government for person in own.persons} == {government}
