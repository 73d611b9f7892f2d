"""Loading notices: each once, cut as the parser cuts them, and nothing passed over in silence."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from msgspec import structs

from registry.cli import main
from registry.errors import UnreadableSource
from registry.model.facts import Appointed, Document, Removed
from registry.model.journal import NoticeIngested
from registry.parsing.notice import parse
from registry.service.loading.load import Loaded, load, notices_of
from registry.service.sources import files_in
from registry.store.memory import MemoryJournal
from registry.store.migrations import LATEST
from registry.store.port import Journal
from tests.store.made import moment

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "data" / "examples"
GAZETTE = ROOT.parent / "shared" / "seeds" / "jingdezhen-gazette-2019.txt"
STRANGE = "甲市人民政府关于领导分工的通知\n甲府字〔2026〕1号\n王一同志负责商务等方面工作。王一与李二互为AB角人选另行商定。\n"


def read_in(journal: Journal, *paths: Path) -> list[Loaded]:
    return list(load(journal, files_in(paths), by="x", now=lambda: moment(0)))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", [*sorted(EXAMPLES.glob("*.txt")), GAZETTE], ids=lambda p: p.stem)
def test_notices_are_cut_as_the_parser_cuts_them(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"{path} is not here")
    text = path.read_text("utf-8")
    notices = notices_of(text, path.name)
    facts = [
        structs.replace(fact, span=(fact.span[0] + start, fact.span[1] + start))
        for notice, start in zip(notices, places(text, notices), strict=True)
        for fact in notice.facts
    ]
    assert facts == list(parse(text))
    assert len(bare("".join(notice.text for notice in notices))) == len(bare(text))
    for notice, start in zip(notices, places(text, notices), strict=True):
        part = text[start : start + len(notice.text)]
        assert notice.digest == sha256(part.encode()).hexdigest()
        assert sum(isinstance(fact, Document) for fact in notice.facts) == 1
        assert parse(notice.text) == notice.facts
        for fact in notice.facts:
            assert bare(notice.text[slice(*fact.span)]) == bare(fact.clause)


def places(text: str, notices: tuple[NoticeIngested, ...]) -> list[int]:
    found: list[int] = []
    for notice in notices:
        words = re.escape(notice.text).replace("＊", ".")
        match = re.compile(words, re.DOTALL).search(text, found[-1] + 1 if found else 0)
        assert match
        found.append(match.start())
    return found


def test_a_folder_is_loaded_once(journal: Journal) -> None:
    first = read_in(journal, EXAMPLES)
    assert [loaded.new for loaded in first] == [1] * len(first)
    before = journal.chain()
    again = read_in(journal, EXAMPLES, EXAMPLES / "01-yunling-division.txt")
    assert [(loaded.new, loaded.known) for loaded in again] == [(0, 1)] * len(first)
    assert journal.chain() == before
    assert journal.governments() == ("云陵市人民政府",)
    entry = next(journal.entries())
    assert entry.source == str(EXAMPLES / "01-yunling-division.txt")
    assert isinstance(entry.record, NoticeIngested)
    assert entry.record.name == "01-yunling-division.txt"


def test_a_notice_within_an_issue_is_known_by_itself(tmp_path: Path) -> None:
    first, second, third = (path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    issue = tmp_path / "issue.txt"
    issue.write_text(f"{first}\n\n{second}\n\n{third}\n\n{second}", "utf-8")
    journal = MemoryJournal()
    (single,) = read_in(journal, EXAMPLES / "02-yunling-appointments.txt")
    assert (single.new, single.known) == (1, 0)
    (whole,) = read_in(journal, issue)
    assert (whole.new, whole.known) == (2, 1)
    entries = list(journal.entries())
    assert {entry.source for entry in entries[1:]} == {str(issue)}


def test_what_is_refused_says_why_and_the_rest_is_loaded(tmp_path: Path) -> None:
    journal = MemoryJournal()
    (tmp_path / "a.bin").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "b.txt").write_text("", "utf-8")
    (tmp_path / "c.txt").write_text("今天天气很好。\n", "utf-8")
    (tmp_path / ".hidden.txt").write_text("今天天气很好。\n", "utf-8")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "e.txt").write_text(STRANGE, "utf-8")
    (tmp_path / "d" / "f.txt").write_bytes(STRANGE.replace("1号", "2号").encode("gb18030"))
    found = {Path(loaded.path).name: loaded for loaded in read_in(journal, tmp_path)}
    assert list(found) == ["a.bin", "b.txt", "c.txt", "e.txt", "f.txt"]
    for name in ("a.bin", "b.txt", "c.txt"):
        assert (found[name].refused or "").startswith(str(tmp_path / name))
    assert "no notice is found" in (found["c.txt"].refused or "")
    assert (found["e.txt"].new, found["f.txt"].new) == (1, 1)
    assert journal.last() == 2


def test_clauses_that_were_not_understood_are_counted() -> None:
    path = ROOT / "tests" / "notices"
    texts = [(file, file.read_text("utf-8")) for file in sorted(path.glob("*.txt"))]
    strange = next(
        f for f, text in texts if any(x.__class__.__name__ == "Unparsed" for x in parse(text))
    )
    journal = MemoryJournal()
    (loaded,) = read_in(journal, strange)
    wanted = sum(x.__class__.__name__ == "Unparsed" for x in parse(strange.read_text("utf-8")))
    assert loaded.unparsed == wanted > 0
    assert read_in(journal, strange)[0].unparsed == 0


def test_the_command_says_where_clauses_were_not_understood(database: str, tmp_path: Path) -> None:
    folder = tmp_path / "notices"
    folder.mkdir()
    plain = min(EXAMPLES.glob("*.txt"))
    for number in (1, 2):
        head = (
            f"云陵市人民政府关于调整市政府领导工作分工的通知\n云政发〔2031〕{number}号\n各单位：\n"
        )
        body = "其他工作由温若谷同志等分管。\n2031年1月2日\n"
        (folder / f"{number}.txt").write_text(head + body, "utf-8")
    result = run("load", str(folder / "1.txt"), str(plain), "--database", database)
    assert result.exit_code == 0
    assert f"registry parse {folder / '1.txt'} --report" in result.stderr
    result = run("load", str(folder), "--database", database, "--unparsed")
    assert result.stdout.splitlines()[1:] == [f"1 {folder / '2.txt'}"]
    assert result.stderr == ""


def test_a_missing_path_stops_before_anything_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no such file or folder"):
        files_in([EXAMPLES, tmp_path / "none"])
    database = tmp_path / "registry.db"
    result = run("load", str(EXAMPLES), str(tmp_path / "none"), "--database", str(database))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")
    assert not database.exists()


def test_the_command_sums_up(database: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("", "utf-8")
    command = ("load", str(EXAMPLES), "--database", database, "--by", "王五", "--format", "json")
    result = run(*command)
    assert (result.exit_code, result.stderr) == (0, "")
    count = len(list(EXAMPLES.glob("*.txt")))
    assert json.loads(result.stdout) == {
        "files": count, "read": count, "new": count, "known": 0, "unparsed": 0, "refused": [], "unparsed_in": [],
    }  # fmt: skip
    result = run(*command, str(tmp_path / "bad.txt"))
    assert result.exit_code == 2
    summary: dict[str, Any] = json.loads(result.stdout)
    assert (summary["new"], summary["known"], summary["read"]) == (0, count, count)
    assert [refused["path"] for refused in summary["refused"]] == [str(tmp_path / "bad.txt")]
    lines = run("journal", "--database", database, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["number"] for line in lines] == list(range(1, count + 1))
    assert {json.loads(line)["by"] for line in lines} == {"王五"}
    table = run("journal", "--database", database, "--government", "云陵市人民政府").stdout
    assert table.count("notice_ingested") == count


def test_the_other_commands(database: str, new_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRY_DATABASE", database)
    assert run("migrate").stdout.strip().endswith(f"schema 0 → {LATEST}")
    assert run("load", str(EXAMPLES)).exit_code == 0
    out, backup, target = new_path / "out.jsonl", new_path / "backup", str(new_path / "target.db")
    for command in (
        ["journal", "verify"],
        ["journal", "export", str(out)],
        ["journal", "--database", target, "import", str(out)],
        ["journal", "import", str(out), "--database", target],
        ["backup", str(backup)],
        ["restore", str(backup), "--database", target + "2"],
        ["migrate", "--database", target],
    ):
        result = run(*command)
        assert result.exit_code == 0, (command, result.stderr)
    written = [
        run("journal", "--format", "jsonl", "--database", d).stdout for d in (target, target + "2")
    ]
    assert written == [run("journal", "--format", "jsonl").stdout] * 2
    for command in (
        ["backup", str(backup)],
        ["restore", str(backup)],
        ["journal", "export", str(out)],
    ):
        result = run(*command)
        assert (result.exit_code, result.stdout) == (2, ""), command
        assert result.stderr.startswith("error: ")
        assert result.stderr.count("\n") == 1


@pytest.fixture
def new_path(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def test_the_users_own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REGISTRY_DATABASE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    missing = run("journal")
    assert (missing.exit_code, missing.stderr.count("\n")) == (2, 1)
    assert list(tmp_path.iterdir()) == []
    assert run("load", str(EXAMPLES)).exit_code == 0
    (made,) = tmp_path.rglob("registry.db")
    assert made.parent.name == "leadership-registry"
    assert run("journal", "verify").exit_code == 0


def test_personal_data_never_reaches_the_journal() -> None:
    text = (
        "平川市人民政府\n关于王明等同志职务任免的通知\n平政发〔2021〕14号\n"
        "任命王明为市商务局局长，联系电话：13900000000，邮箱 wang@example.cn。\n"
        "免去李刚的市水利局副局长职务，身份证号36020019900101001X，手机13900\n000001。\n"
        "平川市人民政府\n2021年3月2日\n"
    )
    (notice,) = notices_of(text, "a.txt")
    kept = "".join(notice.text.split())
    for private in ("13900000000", "wang", "@", "3602001990", "13900000001"):
        assert private not in kept
        assert private not in str(notice.facts)
    assert len(notice.text) == len(text.strip())
    assert {f.person for f in notice.facts if isinstance(f, Appointed | Removed)} == {
        "王明",
        "李刚",
    }
    for fact in notice.facts:
        said = notice.text[slice(*fact.span)]
        assert "".join(said.split()) == "".join(fact.clause.split())
