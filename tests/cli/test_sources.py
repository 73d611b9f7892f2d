"""Folders in the place of files, and what commands leave behind, or say, where there is nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from registry.cli import main

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
NONE = "none recorded 没有登记\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    below = tmp_path / "notices" / "below"
    below.mkdir(parents=True)
    for number, path in enumerate(sorted(EXAMPLES.glob("*.txt"))):
        shutil.copy(path, below if number else below.parent)
    (below / ".hidden").write_bytes(b"\0")
    return tmp_path / "notices"


def test_a_folder_stands_for_the_files_in_it_and_below(folder: Path) -> None:
    files = sorted(folder.rglob("*.txt"), key=lambda path: path.name)
    assert run("parse", folder).stdout == run("parse", *files).stdout
    assert run("names", folder).stdout == run("names", *files).stdout
    question = ("who", "商务", "--on", "2024-06-03", "--source")
    answered = run(*question, folder)
    assert answered.exit_code == 0
    given = [word for path in files for word in ("--source", path)]
    assert answered.stdout == run(*question[:-1], *given).stdout


@pytest.mark.parametrize("command", ["parse", "names", "check"])
def test_a_folder_without_files_is_refused(tmp_path: Path, command: str) -> None:
    done = run(command, tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{tmp_path}: holds no file" in done.stderr


def test_names_are_those_of_a_database_too(tmp_path: Path, folder: Path) -> None:
    database = tmp_path / "registry.db"
    assert run("load", folder, "--by", "何文书", "--database", database).exit_code == 0
    found = json.loads(run("names", "--database", database, "--format", "json").stdout)
    assert found == json.loads(run("names", folder, "--format", "json").stdout)
    one = run("names", "--database", database, "--government", "云陵", "--format", "json")
    assert json.loads(one.stdout) == found
    refused = run("names", folder, "--database", database)
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)


def test_empty_lists_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))
    monkeypatch.setenv("REGISTRY_DATABASE", str(tmp_path / "registry.db"))
    assert run("load", EXAMPLES, "--by", "何文书").exit_code == 0
    for command in ("record", "key", "hook", "signing-key"):
        assert run(command, "list").stdout == NONE
    assert run("key", "audit").stdout == NONE
    assert run("journal", "--after", 99).stdout == NONE
    for words in (("record", "list"), ("key", "list"), ("key", "audit"), ("signing-key", "list")):
        assert json.loads(run(*words, "--format", "json").stdout) == []


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "没有写到任何单位或人员"), ("en", "no agency or person is named")]
)
def test_a_notice_that_names_nobody(tmp_path: Path, lang: str, said: str) -> None:
    path = tmp_path / "notice.txt"
    path.write_text("某市人民政府关于放假的通知\n2024年5月1日\n", encoding="utf-8")
    assert run("names", path, "--lang", lang).stdout == f"{said}\n"


@pytest.mark.parametrize("command", [("restore",), ("journal", "import")])
@pytest.mark.parametrize("content", [b"", b"{}\n", b"SQLite format 3\0" + b"x" * 5000])
def test_what_is_refused_leaves_no_database(
    tmp_path: Path, command: tuple[str, ...], content: bytes
) -> None:
    bad = tmp_path / "bad"
    bad.write_bytes(content)
    for file in (bad, tmp_path / "none", tmp_path):
        done = run(*command, file, "--database", tmp_path / "new.db")
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
        assert [path.name for path in tmp_path.iterdir()] == ["bad"]
