"""Settings: what counts before what, and what a wrong one is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from registry.cli import main
from registry.errors import BadSettings
from registry.tables.settings import NAMES, read_settings
from registry.wiring import rules, shipped_rules


def test_an_option_counts_before_the_environment_and_that_before_the_file() -> None:
    file = b'port = 1\nworkers = 2\nlog = "json"\n'
    environment = {"REGISTRY_PORT": "3", "REGISTRY_WORKERS": "4"}
    settings, each = read_settings(environment, "registry.toml", file, {"port": 5})
    assert (settings.port, settings.workers, settings.log) == (5, 4, "json")
    origins = {one.name: one.origin for one in each}
    assert (origins["port"], origins["workers"]) == ("--port", "REGISTRY_WORKERS")
    assert (origins["log"], origins["host"]) == ("registry.toml", "default")
    assert tuple(origins) == NAMES
    assert all(one.meaning for one in each)


def test_lists_and_yes_or_no_are_written_as_people_do() -> None:
    settings, _ = read_settings(
        {"REGISTRY_HOSTS": "a.example, b.example,", "REGISTRY_PUBLIC": "yes"}
    )
    assert settings.hosts == ("a.example", "b.example")
    assert settings.public


@pytest.mark.parametrize(
    ("environment", "content", "said"),
    [
        ({"REGISTRY_PORT": "many"}, b"", "REGISTRY_PORT: Expected int, got str, not 'many'"),
        ({"REGISTRY_PORT": "70000"}, b"", "REGISTRY_PORT: Expected int <= 65535, not '70000'"),
        ({}, b"prot = 1", "f.toml: no setting is called 'prot'; did you mean 'port'?"),
        ({}, b"zzz = 1", "f.toml: no setting is called 'zzz'; `registry config show` lists them"),
        ({}, b"port = '", "f.toml: not TOML: "),
        ({}, b"\xff", "f.toml: not in UTF-8; save it in UTF-8"),
        ({}, b"workers = 0", "f.toml: workers: Expected int >= 1, not 0"),
    ],
)
def test_a_wrong_setting_is_told_where_it_stands(
    environment: dict[str, str], content: bytes, said: str
) -> None:
    with pytest.raises(BadSettings) as caught:
        read_settings(environment, "f.toml", content)
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_the_command_shows_them_without_the_password(tmp_path: Path) -> None:
    file = tmp_path / "registry.toml"
    file.write_text('database = "postgresql://clerk:secret@db.example/registry"\n')
    shown = CliRunner(env={"REGISTRY_CONFIG": str(file)}).invoke(
        main, ["config", "show", "--format", "json"]
    )
    assert shown.exit_code == 0, shown.output
    assert "secret" not in shown.output
    database = next(one for one in json.loads(shown.output) if one["name"] == "database")
    assert database["value"] == "postgresql://clerk:***@db.example/registry"
    assert database["origin"] == str(file)


def test_a_file_that_is_named_and_not_there_is_told(tmp_path: Path) -> None:
    missing = tmp_path / "none.toml"
    shown = CliRunner(env={"REGISTRY_CONFIG": str(missing)}).invoke(main, ["who", "商务"])
    assert shown.exit_code == 2
    assert str(missing) in shown.output
    assert "REGISTRY_CONFIG" in shown.output


RULE = """government = "{government}"

[[rule]]
id = "own-b-acts"
kind = "backup_acts"
from = 2024-01-01
triggers = ["away"]
passes = ["supervises", "responsible"]

[rule.source]
document = "云政办发〔2024〕1号"
date = 2024-01-01
clause = "二：A角外出时由B角代行"
"""


def test_own_rule_files_stand_before_the_shipped_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, government in (("a", "云陵市人民政府"), ("b", "景德镇市人民政府")):
        (tmp_path / f"{name}.toml").write_text(RULE.format(government=government), encoding="utf-8")
    monkeypatch.setenv("REGISTRY_RULES", str(tmp_path))
    held = {book.government: book for book in rules()}
    shipped = {book.government: book for book in shipped_rules()}
    assert [rule.id for rule in held["云陵市人民政府"].rules] == ["own-b-acts"]
    assert [rule.id for rule in held["景德镇市人民政府"].rules] == ["own-b-acts"]
    others = held.keys() - {"云陵市人民政府", "景德镇市人民政府"}
    assert others == shipped.keys() - {"景德镇市人民政府"}
    assert all(held[name] == shipped[name] for name in others)


def test_a_folder_of_rules_that_cannot_be_used_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY_RULES", str(tmp_path / "none"))
    done = CliRunner().invoke(main, ["who", "商务", "--on", "2019-09-02"])
    assert (done.exit_code, "no folder of rule files" in done.stderr) == (2, True)
    monkeypatch.setenv("REGISTRY_RULES", str(tmp_path))  # a folder without any
    done = CliRunner().invoke(main, ["who", "商务", "--on", "2019-09-02"])
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "no folder of rule files" in done.stderr
    for name in "ab":
        text = RULE.format(government="云陵市人民政府")
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("REGISTRY_RULES", str(tmp_path))
    done = CliRunner().invoke(main, ["who", "商务", "--on", "2019-09-02"])
    assert (
        done.exit_code,
        "b.toml: another file here is for 云陵市人民政府 too" in done.stderr,
    ) == (2, True)
