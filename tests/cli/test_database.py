"""Commands over a database: one government of several, bad input, who may read the file."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

CITIES = {"云岭市": "江一鸣", "平川市": "何二林"}
_RUN = [sys.executable, "-c", "from registry.cli import main; main()"]


def registry(*words: str | bytes) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*_RUN, *words], capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two cities that divided their work."""
    folder = tmp_path_factory.mktemp("notices")
    for city, leader in CITIES.items():
        lines = (
            f"{city}人民政府关于市政府领导分工的通知",
            f"{city[:1]}府字〔2024〕1号",
            f"{leader}：市政府副市长",
            "负责商务工作。",
            "分管市商务局。",
            f"{city}人民政府",
            "2024年1月8日",
        )
        (folder / f"{city}.txt").write_text("\n".join(lines), encoding="utf-8")
    path = folder / "registry.db"
    loaded = registry("load", str(folder), "--database", str(path))
    assert (loaded.returncode, loaded.stderr) == (0, "")
    return str(path)


def test_only_its_owner_may_read_what_holds_private_reasons(database: str, tmp_path: Path) -> None:
    copies = {"backup": ["backup"], "export": ["journal", "export"]}
    for name, command in copies.items():
        made = registry(*command, str(tmp_path / name), "--database", database)
        assert made.returncode == 0, made.stderr
    migrated = str(tmp_path / "new.db")
    assert registry("migrate", "--database", migrated).returncode == 0
    for path in (database, migrated, *(str(tmp_path / name) for name in copies)):
        assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600


def test_what_a_journal_holds_can_be_had_as_json(database: str, tmp_path: Path) -> None:
    copy, new = str(tmp_path / "backup"), str(tmp_path / "new.db")

    def told(*words: str) -> dict[str, object]:
        done = registry(*words, "--format", "json")
        assert done.returncode == 0, done.stderr
        found: dict[str, object] = json.loads(done.stdout)
        return found

    saved = told("backup", copy, "--database", database)
    assert (saved["file"], saved["entries"]) == (copy, 2)
    assert told("restore", copy, "--database", new) == saved
    digest = saved["digest"]
    assert told("journal", "verify", "--database", new) == {"entries": 2, "digest": digest}
    latest = told("migrate", "--database", new)
    assert latest["before"] == latest["after"]


def test_every_command_takes_one_government_by_a_part_of_its_name(database: str) -> None:
    for city, leader in CITIES.items():
        part = ("--database", database, "--government", city[:2])
        assert leader in registry("who", "商务", "--on", "2024-02-01", *part).stdout
        assert city in registry("journal", *part).stdout
        found = registry("check", "--on", "2024-02-01", "--format", "json", *part).stdout
        assert leader in found
        assert not any(other in found for other in CITIES.values() if other != leader)


def test_a_moment_that_the_journal_prints_is_the_moment_of_the_entry(database: str) -> None:
    moment = registry("journal", "--database", database).stdout.splitlines()[-1].split()[1]
    asked = ("who", "商务", "--government", "云岭市", "--database", database, "--known-at", moment)
    assert "江一鸣" in registry(*asked).stdout


def test_across_tells_all_of_them(database: str) -> None:
    told = registry(
        "across", "商务局", "--on", "2024-02-01", "--database", database, "--format", "json"
    )
    assert {line["person"] for line in json.loads(told.stdout)["covers"]} == set(CITIES.values())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["who", "商务"], "several governments"),
        (["who", "商务", "--government", "市"], "several governments"),
        (["who", "商务", "--government", "火星"], "云岭市人民政府"),
        (["journal", "--government", "火星"], "火星"),
        (["journal", "--government", "市"], "平川市人民政府"),
        (["across", "商务", "--in", "火星"], "火星"),
        (["across", "商务", "--in", ""], "province"),
        (["across", ""], "empty"),
        (["across", b"\xff\xfe"], "UTF-8"),
        (["journal", "--government", b"\xff\xfe"], ""),
        (["who", "商务", "--government", "云岭", "--known-at", "2019-01-01"], "nothing was known"),
        (["who", "商务", "--source", "a.txt"], "not both"),
    ],
)
def test_what_cannot_be_answered_is_one_line(
    database: str, words: list[str | bytes], message: str
) -> None:
    told = registry(*words, "--database", database)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("error: ")
    assert len(told.stderr.splitlines()) == 1
    assert message in told.stderr


def test_an_empty_database_says_how_to_fill_it(tmp_path: Path) -> None:
    path = str(tmp_path / "empty.db")
    registry("migrate", "--database", path)
    told = registry("who", "商务", "--database", path)
    assert (told.returncode, told.stdout) == (2, "")
    assert "registry load" in told.stderr
