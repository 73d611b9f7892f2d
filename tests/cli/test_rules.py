"""``registry rules``: check, explain, schema."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from registry.cli import main
from registry.shipped import shipped

YANCHENG = shipped("rules") / "cn-js-yancheng.toml"
BAD = Path(__file__).parents[1] / "rules_bad" / "unknown-kind.toml"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["rules", *map(str, arguments)])


def test_a_good_file_is_counted() -> None:
    result = run("check", YANCHENG)
    assert result.exit_code == 0
    assert result.stdout == (
        "cn-js-yancheng.toml: 盐城市人民政府: 7 rules, 6 with something open\n"
    )
    told = json.loads(run("check", YANCHENG, "--format", "json").stdout)
    assert (told["government"], told["rules"], told["open"]) == ("盐城市人民政府", 7, 6)


def test_a_bad_file_is_refused_on_one_line() -> None:
    result = run("check", YANCHENG, BAD)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: unknown-kind.toml:5: ")
    assert "did you mean 'backup_acts'" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_missing_file_is_refused_on_one_line(tmp_path: Path) -> None:
    result = run("explain", tmp_path / "none.toml")
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr
    assert result.stderr.count("\n") == 1


def test_each_rule_is_said_in_the_languages_asked_for() -> None:
    both = run("explain", YANCHENG).stdout
    assert "公安不由B角代行" in both
    assert "公安 does not pass to B" in both
    chinese = run("explain", YANCHENG, "--lang", "zh").stdout
    assert "公安不由B角代行" in chinese
    assert "does not pass" not in chinese


def test_explained_rules_as_json() -> None:
    found = json.loads(run("explain", YANCHENG, "--format", "json").stdout)
    assert len(found) == 7
    assert found[0]["kind"] == "backup_acts"
    assert found[0]["document"] == "盐政办发〔2023〕26号"
    assert found[0]["sentence"]["zh"].startswith("A角不在当地")


def test_the_schema_is_json_and_can_be_written(tmp_path: Path) -> None:
    printed = run("schema").stdout
    assert json.loads(printed)["$schema"].startswith("https://json-schema.org/")
    path = tmp_path / "schema.json"
    assert run("schema", "-o", path).exit_code == 0
    assert path.read_text(encoding="utf-8") == printed
    refused = run("schema", "-o", tmp_path / "no" / "schema.json")
    assert refused.exit_code == 2
    assert "cannot be written" in refused.stderr
