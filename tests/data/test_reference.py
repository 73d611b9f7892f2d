"""The reference of the data folder shows forms that the loaders take."""

from __future__ import annotations

import re
from pathlib import Path

from registry.model.facts import AnyFact
from registry.tables.aliases import load_agency_aliases, load_english_areas
from registry.tables.carried import load
from tests.data.statements import kind_of
from tests.gazette.reading import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "data.md"


def shown() -> list[str]:
    return re.findall(
        r"^```toml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


def test_the_forms_shown_can_be_loaded() -> None:
    *notice, agencies, areas = shown()
    facts: tuple[AnyFact, ...] = load({"shown.toml": "\n".join(notice).encode()})
    kinds = {kind_of(fact) for fact in facts}
    assert kinds >= {"document", "post", "backup", "appointed", "office_director", "contact"}
    assert kinds >= {"task", "duty", "indicator", "meeting"}
    assert kinds <= KINDS
    assert "市编办" in load_agency_aliases("shown.toml", agencies.encode())
    assert load_english_areas("shown.toml", areas.encode())["trade"] == "商务"


def test_every_verb_of_a_portfolio_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    verbs = {kind for kind in KINDS if re.search("responsible|assists|supervis|liais", kind)}
    assert verbs == set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
