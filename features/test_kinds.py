"""Every kind of rule has scenarios, and they fail without what interprets the kind."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_bdd.feature import get_feature
from pytest_bdd.parser import Scenario, Step
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from registry.features.records import Records, kept_registry
from registry.features.words import FLAGS
from registry.resolve.kinds import TURNS
from registry.resolve.kinds.sentences import SENTENCES
from registry.tables.rule_kinds import KINDS, Rule, kind_of

HERE = Path(__file__).parent
FOLDER = HERE / "delegation" / "kinds"

_NO_TAGS = SimpleNamespace(node=SimpleNamespace(get_closest_marker=lambda _: None))
"""Stands for the test's own request: the doors @cli and @api stay shut."""


def scenarios(kind: type[Rule]) -> Iterator[Scenario]:
    path = FOLDER / f"{kind_of(kind)}.feature"
    for scenario in get_feature(str(HERE), str(path.relative_to(HERE))).scenarios.values():
        rows = [row for part in scenario.examples for row in part.as_contexts()]
        for row in rows or [{}]:
            yield scenario.render(row)


def run(scenario: Scenario, folder: Path) -> None:
    """Take a scenario's steps one after the other, as pytest does."""
    known: dict[str, Any] = {"records": Records(folder=folder), "request": _NO_TAGS}
    for step in scenario.steps:
        context = _fitting(step)
        known |= {"docstring": step.docstring}
        known |= {"datatable": step.datatable.raw() if step.datatable else None}
        given = context.parser.parse_arguments(step.name) or {}
        wanted = inspect.signature(context.step_func).parameters
        result = context.step_func(**{k: v for k, v in (known | given).items() if k in wanted})
        if context.target_fixture is not None:
            known[context.target_fixture] = result


def _fitting(step: Step) -> StepFunctionContext:
    (context,) = {
        id(c.step_func): c
        for c in step_function_context_registry.values()
        if c.type == step.type and c.parser.is_matching(step.name)
    }.values()
    return context


def test_there_is_a_file_a_kind_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.feature")} == {kind_of(kind) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_a_kind_has_an_interpreter_and_a_sentence(kind: type[Rule]) -> None:
    assert any(kind in turn for turn in TURNS)
    assert kind in SENTENCES


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_the_scenarios_of_a_kind_pass(kind: type[Rule], tmp_path: Path) -> None:
    """Without this, the next test could pass for another reason."""
    for scenario in scenarios(kind):
        run(scenario, tmp_path)


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_a_scenario_fails_without_the_interpreter(
    kind: type[Rule], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for turn in TURNS:
        monkeypatch.delitem(turn, kind, raising=False)
    kept_registry.cache_clear()  # what was said with the interpreter is kept in there
    failed = []
    for scenario in scenarios(kind):
        try:
            run(scenario, tmp_path)
        except AssertionError:
            failed.append(scenario.name)
    kept_registry.cache_clear()
    assert failed


def test_the_reference_explains_every_flag() -> None:
    text = (HERE.parent / "docs" / "reference" / "answers.md").read_text(encoding="utf-8")
    assert [flag for flag in FLAGS.values() if f"`{flag}`" not in text] == []
