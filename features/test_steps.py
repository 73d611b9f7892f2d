"""The scenarios and the steps keep to each other: none is lost, none idle, none unlisted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_bdd.feature import get_feature
from pytest_bdd.parser import Feature, Step

from registry.features import catalogue
from registry.features.words import FACTS, FLAGS, KEYS, KINDS

HERE = Path(__file__).parent
FILES = sorted(HERE.rglob("*.feature"))


def feature_of(path: Path) -> Feature:
    return get_feature(str(HERE), str(path.relative_to(HERE)))


def written() -> Iterator[Step]:
    """Yield every step of every scenario, outlines with their examples filled in."""
    for path in FILES:
        for scenario in feature_of(path).scenarios.values():
            rows = [row for part in scenario.examples for row in part.as_contexts()]
            for row in rows or [{}]:
                yield from scenario.render(row).steps


WRITTEN = tuple((step.type, step.name) for step in written())
STEPS = tuple(catalogue.steps())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_scenario_hides_another_of_the_same_name(path: Path) -> None:
    """pytest-bdd keeps scenarios by name, and the last of two alone would run."""
    heads = re.findall(r"^\s*场景(?:大纲)?[:：]", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(feature_of(path).scenarios) == len(heads)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.sentence())
def test_every_step_is_used(step: catalogue.Step) -> None:
    assert any(kind == step.kind and step.parser.is_matching(name) for kind, name in WRITTEN)


def test_no_sentence_is_read_by_two_steps() -> None:
    for kind, name in set(WRITTEN):
        fitting = [s for s in STEPS if s.kind == kind and s.parser.is_matching(name)]
        assert len(fitting) == 1, (name, fitting)


def test_the_readme_lists_every_step() -> None:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    assert catalogue.listing() in text, "run python -m registry.features.catalogue"


def test_the_readme_lists_every_word() -> None:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    assert [word for word in (*KINDS, *FLAGS, *FACTS, *KEYS) if f"`{word}`" not in text] == []


def test_every_word_is_used() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in FILES)
    assert [word for word in (*KINDS, *FLAGS, *FACTS, *KEYS) if word not in text] == []
