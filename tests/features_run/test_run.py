"""``registry features FOLDER``: an office's own scenarios, and the rules that none covers."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from registry.cli import main
from tests.rules_read.notices import notice

NOTICE = notice(
    "    卓远航：副市长\n    负责商务等方面工作。\n    温知秋：副市长\n    负责教育等方面工作。\n"
    "    卓远航同志与温知秋同志互为AB角。A角外出的，由B角代行职责。AB角不得同时外出。\n"
).replace("关于建立市政府领导AB角工作制度的通知", "关于市政府领导分工的通知")
SCENARIO = """# language: zh-CN
功能: 本市的AB角

  背景:
    假如 采用规则文件“office.toml”

  场景: 外出由B角代行
    假如 卓远航于2022-04-06外出
    当 问2022-04-06谁管“商务”
    那么 应找“{who}”
    而且 {more}
"""


def run(folder: Path, scenario: str, *more: str) -> Result:
    """Draft the rules of the notice, and run a scenario over both."""
    source, rules, scenarios = folder / "notice.txt", folder / "office.toml", folder / "scenarios"
    source.write_text(NOTICE, encoding="utf-8")
    scenarios.mkdir()
    (scenarios / f"{folder.name}.feature").write_text(scenario, encoding="utf-8")
    runner = CliRunner()
    drafted = runner.invoke(main, ["rules", "read", str(source), "-o", str(rules)])
    assert drafted.exit_code == 0, drafted.output
    arguments = ["features", str(scenarios), "--rules", str(rules), "--source", str(source)]
    return runner.invoke(main, [*arguments, *more])


def test_the_notices_may_be_a_folder(tmp_path: Path) -> None:
    alone = run(tmp_path, SCENARIO.format(who="温知秋", more="情形是“代行”"))
    notices = tmp_path / "notices"
    notices.mkdir()
    (tmp_path / "notice.txt").rename(notices / "notice.txt")
    given = (tmp_path / "scenarios", "--rules", tmp_path / "office.toml", "--source", notices)
    whole = CliRunner().invoke(main, ["features", *map(str, given)])
    assert (whole.exit_code, whole.stdout) == (0, alone.stdout)


def test_what_passes_and_which_rule_no_scenario_covers(tmp_path: Path) -> None:
    result = run(tmp_path, SCENARIO.format(who="温知秋", more="情形是“代行”"))
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0].startswith("通过  ")
    assert lines[0].endswith("外出由B角代行")
    assert lines[1] == "没有场景涉及的规则:"
    assert lines[2].startswith("  2022-03-08-both-away  岚政办发〔2022〕14号  ")
    assert lines[3:] == ["1 个场景通过，0 个未通过"]


def test_what_fails_is_said_with_its_step(tmp_path: Path) -> None:
    result = run(tmp_path, SCENARIO.format(who="卓远航", more="情形是“代行”"), "--lang", "en")
    assert result.exit_code == 1
    assert "FAIL  " in result.stdout
    assert "应找“卓远航”" in result.stdout
    assert result.stdout.endswith("0 passed, 1 failed\n")


def test_json_says_the_same(tmp_path: Path) -> None:
    scenario = SCENARIO.format(who="卓远航", more="情形是“代行”")
    result = run(tmp_path, scenario, "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    (one,) = found["results"]
    assert (one["scenario"], one["passed"]) == ("外出由B角代行", False)
    assert "应找“卓远航”" in one["step"]
    assert [rule["kind"] for rule in found["uncovered"]] == ["both_away"]


def test_a_sentence_that_no_step_has_fails(tmp_path: Path) -> None:
    result = run(tmp_path, SCENARIO.format(who="温知秋", more="天气晴好"))
    assert result.exit_code == 1
    assert "天气晴好" in result.stdout
    assert "没有这个步骤" in result.stdout


def test_a_scenario_that_compares_nothing_fails(tmp_path: Path) -> None:
    result = run(tmp_path, "# language: zh-CN\n功能: 甲\n  场景: 乙\n    那未 情形是“代行”\n")
    assert result.exit_code == 1
    assert "没有“那么”" in result.stdout


def test_a_broken_file_is_refused_on_one_line(tmp_path: Path) -> None:
    result = run(
        tmp_path, "# language: zh-CN\n功能: 甲\n  场景: 乙\n    那么 情形是\n    功能: 丙\n"
    )
    assert result.exit_code == 2
    assert f"{tmp_path.name}.feature, line 5: “功能: 丙” cannot be read here" in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_empty_file_is_refused_by_its_name(tmp_path: Path) -> None:
    result = run(tmp_path, "# language: zh-CN\n")
    assert result.exit_code == 2
    assert f"{tmp_path.name}.feature" in result.stderr
    assert "Error" not in result.stderr
    assert result.stderr.count("\n") == 1


def test_two_scenarios_of_one_name_are_refused_on_one_line(tmp_path: Path) -> None:
    text = SCENARIO.format(who="温知秋", more="情形是“代行”")
    result = run(tmp_path, text + text[text.index("  场景") :])
    assert result.exit_code == 2
    assert "two scenarios are named “外出由B角代行”" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_feature_without_a_scenario_is_refused_on_one_line(tmp_path: Path) -> None:
    result = run(tmp_path, "# language: zh-CN\n功能: 甲\n")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_a_folder_without_scenarios_is_refused_on_one_line(tmp_path: Path) -> None:
    run(tmp_path, "")
    (tmp_path / "empty").mkdir()
    arguments = [str(tmp_path / "empty"), "--rules", str(tmp_path / "office.toml")]
    arguments += ["--source", str(tmp_path / "notice.txt")]
    result = CliRunner().invoke(main, ["features", *arguments])
    assert result.exit_code == 2
    assert "holds no .feature file" in result.stderr
    assert result.stderr.count("\n") == 1
