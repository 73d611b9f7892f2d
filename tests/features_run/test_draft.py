"""``registry features draft``: a scenario a rule, every line of it a sentence of the steps."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_bdd.feature import get_feature

from registry.cli import main
from registry.features import catalogue
from registry.service.rule_files.rules import read_rule_file
from registry.shipped import shipped
from registry.tables.rule_kinds import KINDS, kind_of
from registry.tables.rules import read_rules

STEPS = tuple(catalogue.steps())
BOOKS = sorted(shipped("rules").glob("*.toml"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["features", *map(str, arguments)])


def kinds_stated() -> dict[str, Path]:
    """Return a feature of the checkout for each kind, whose background states such a rule."""
    folder = Path(__file__).parents[2] / "features" / "delegation" / "kinds"
    return {path.stem: path for path in folder.glob("*.feature")}


def check(text: str, folder: Path, rules: int) -> None:
    path = folder / f"{len(list(folder.iterdir()))}.feature"  # a feature read once is kept
    path.write_text(text, encoding="utf-8")
    feature = get_feature(str(folder), path.name)
    assert len(feature.scenarios) == rules
    for scenario in feature.scenarios.values():
        for step in scenario.render({}).steps:
            fitting = [s for s in STEPS if s.kind == step.type and s.parser.is_matching(step.name)]
            assert len(fitting) == 1, step.name


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_each_rule_of_the_shipped_files_has_a_scenario(path: Path, tmp_path: Path) -> None:
    result = run("draft", path)
    assert result.exit_code == 0
    check(result.stdout, tmp_path, len(read_rule_file(path).rules))


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_each_kind_has_a_scenario(kind: type, tmp_path: Path) -> None:
    from registry.features.draft import draft

    feature = kinds_stated()[kind_of(kind)]
    first = get_feature(str(feature.parent), feature.name)
    texts = [
        step.docstring
        for scenario in first.scenarios.values()
        for step in scenario.steps
        if step.docstring and "[[rule]]" in step.docstring
    ]
    if not texts:  # the law, which is shipped
        texts = [(shipped("rules") / "cn.toml").read_text(encoding="utf-8")]
    for text in texts:
        book = read_rules(text.encode(), "office.toml")
        check(draft(book), tmp_path, len(book.rules))


def test_what_a_rule_says_is_in_its_scenario() -> None:
    text = run("draft", shipped("rules") / "cn-jx-jingdezhen.toml").stdout
    assert text.startswith("# language: zh-CN\n")
    assert "采用规则文件“cn-jx-jingdezhen.toml”" in text
    assert "假如 A角姓名于2019-08-28外出" in text
    assert "而且 应找“B角姓名”" in text
    assert "而且 协调人是“秘书长姓名”" in text
    assert "假如 A角姓名、B角姓名于2019-08-28外出" in text
    assert "那么 情形是“待协调”" in text


def test_bad_input_is_refused_on_one_line(tmp_path: Path) -> None:
    missing = run("draft", tmp_path / "none.toml")
    assert missing.exit_code == 2
    assert missing.stderr.count("\n") == 1
