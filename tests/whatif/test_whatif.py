"""What would change if a file's suppositions came true; the registry itself never does."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from registry.cli import main
from registry.model.journal import Entry
from registry.wiring import journal

EXAMPLE = Path(__file__).parents[2] / "data" / "examples" / "01-yunling-division.txt"

HEAD = "from = 2019-09-02\nto = 2019-09-08\n"
DRAFT = """景德镇市人民政府关于调整市政府领导分工的通知

各县（市、区）人民政府，市政府各部门：

经研究，现将市政府领导同志工作分工调整如下：

刘锋：市长
主持市政府全面工作。
分管市审计局。

张良华：副市长
负责商务、教育等方面工作。
分管市商务局、市教育局。

张良华同志与刘锋同志互为AB角。

景德镇市人民政府
"""


def run(*args: str) -> Result:
    environment = {"LANG": "C.UTF-8", "LC_ALL": ""}
    return CliRunner().invoke(main, ["whatif", *args], env=environment)


@pytest.fixture
def compared(tmp_path: Path) -> Any:
    """Write a file of suppositions and compare by it."""

    def compare(text: str) -> Any:
        (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
        (tmp_path / "w.toml").write_text(text, encoding="utf-8")
        result = run(str(tmp_path / "w.toml"), "--format", "json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return compare


def told(found: Any, name: str) -> list[tuple[str, str, Any, Any]]:
    """Return days, and who acts before and after, of what changes for a subject."""
    return [
        (c["from"], c["to"], c["before"]["acting"], c["after"]["acting"])
        for c in found["changes"]
        if c["subject"]["name"] == name
    ]


def test_an_absence_changes_what_the_person_holds_on_its_days(compared: Any) -> None:
    found = compared(HEAD + '[[absence]]\nperson = "张良华"\nfrom = 2019-09-03\nto = 2019-09-05\n')
    assert told(found, "商务") == [("2019-09-03", "2019-09-05", ["张良华"], ["熊皓"])]
    assert told(found, "市教育局") == told(found, "实际利用外资") == told(found, "商务")
    assert told(found, "卫生健康") == []
    because = next(c["because"] for c in found["changes"] if c["subject"]["name"] == "商务")
    assert because["clause"]


def test_an_absence_may_be_a_part_of_a_day(compared: Any) -> None:
    found = compared(HEAD + '[[absence]]\nperson = "张良华"\nwhen = "2019-09-03/pm"\n')
    assert told(found, "商务") == [("2019-09-03", "2019-09-03", ["张良华"], ["熊皓"])]
    (change,) = [c for c in found["changes"] if c["subject"]["name"] == "商务"]
    assert (change["from_time"], change.get("to_time")) == ("12:00:00", None)


def test_a_retirement_leaves_the_portfolio_and_the_pair_open(compared: Any) -> None:
    found = compared(
        HEAD + '[[retire]]\nperson = "熊皓"\non = 2019-09-05\n[[absence]]\nperson = "张良华"\n'
    )
    assert told(found, "卫生健康") == [("2019-09-05", "2019-09-08", ["熊皓"], [])]
    assert told(found, "商务") == [
        ("2019-09-02", "2019-09-04", ["张良华"], ["熊皓"]),
        ("2019-09-05", "2019-09-08", ["张良华"], []),
    ]
    because = next(c["because"] for c in found["changes"] if c["subject"]["name"] == "卫生健康")
    assert because["doc"].startswith("假设")


def test_an_appointment_and_a_removal_change_who_holds_a_post(compared: Any) -> None:
    post = "景德镇市陶瓷研究所所长"
    before = compared(
        "from = 2019-09-20\n"
        f'[[appoint]]\nperson = "何军威"\npost = "市审计局局长"\n'
        f'[[remove]]\nperson = "吴浪"\npost = "{post}"\n'
    )
    changed = {c["subject"]["name"]: c for c in before["changes"]}
    assert changed["市审计局局长"]["before"] is None
    assert changed["市审计局局长"]["after"]["acting"] == ["何军威"]
    assert changed[post]["before"]["acting"] == ["吴浪"]
    assert not changed[post]["after"]["acting"]


def test_a_draft_notice_replaces_the_division_in_force(compared: Any) -> None:
    found = compared(
        'from = 2019-09-02\n[[notice]]\nfile = "draft.txt"\n[[absence]]\nperson = "张良华"\n'
    )
    assert told(found, "商务") == [("2019-09-02", "2019-09-02", ["张良华"], ["刘锋"])]
    assert told(found, "卫生健康") == [("2019-09-02", "2019-09-02", ["熊皓"], [])]
    docs = {c["because"].get("doc") for c in found["changes"] if c["subject"]["name"] == "商务"}
    assert all(doc is None or doc.endswith("（草案）") for doc in docs)


def test_a_draft_that_counts_later_is_said_to(compared: Any) -> None:
    found = compared('from = 2019-09-02\n[[notice]]\nfile = "draft.txt"\nfrom = 2019-10-01\n')
    assert found["changes"] == []
    assert "2019-10-01" in found["notes"][0]


def test_an_absence_of_a_bystander_changes_no_answer(compared: Any) -> None:
    found = compared('from = 2019-09-02\n[[absence]]\nperson = "吴浪"\n')
    assert [c for c in found["changes"] if c["subject"]["kind"] != "post"] == []
    assert found["asked"] > 200


def test_nothing_is_written_to_the_journal_that_it_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY_DATABASE", str(tmp_path / "registry.db"))
    loaded = CliRunner().invoke(main, ["load", str(EXAMPLE)])
    assert loaded.exit_code == 0, loaded.stderr
    (tmp_path / "w.toml").write_text(
        'from = 2024-06-03\n[[absence]]\nperson = "简书宁"\n'
        '[[remove]]\nperson = "蓝启程"\npost = "副市长"\non = 2024-06-03\n',
        encoding="utf-8",
    )

    def entries() -> list[Entry]:
        with closing(journal()) as kept:
            return list(kept.entries())

    before = entries()
    found = json.loads(run(str(tmp_path / "w.toml"), "--format", "json").stdout)
    assert found["government"] == "云陵市人民政府"
    assert told(found, "财政") == [("2024-06-03", "2024-06-03", ["简书宁"], [])]
    assert entries() == before != []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("from = 2019-09-02\n", "supposes nothing"),
        (
            HEAD + '[[absence]]\nperson = "张良华"\nwhen = "2019-09-03/noon"\n',
            "is no day, half day",
        ),
        (
            HEAD + '[[absence]]\nperson = "张良华"\nwhen = "2019-09-03"\nfrom = 2019-09-03\n',
            "the absence of 张良华: give either when, or from and to",
        ),
        ("to = 2019-09-02\n", "from"),
        ("from = 2019-09-02\nto = 2019-09-01\n[[retire]]\nperson = '熊皓'\n", "before it begins"),
        ("from = 2019-09-02\n[[abscence]]\nperson = '熊皓'\n", "abscence"),
        ("from = 2019-09-02\n[[absence]]\nperson = '张三丰'\n", "张三丰"),
        ("from = 2019-09-02\n[[retire]]\n", "person"),
        ("from = 2019-09-02\n[[notice]]\nfile = 'nowhere.txt'\n", "nowhere.txt"),
        ("from = 2019-09-02\n[[notice]]\nfile = 'w.toml'\n", "no statement"),
        ("from = 2019-09-02\n[[absence]]\nperson='熊皓'\nfrom=2019-09-03\nto=2019-09-02\n", "熊皓"),
        ("from = = \n", "not TOML"),
        ("", "empty"),
    ],
)
def test_bad_files_end_with_one_line(tmp_path: Path, text: str, word: str) -> None:
    file = tmp_path / "w.toml"
    file.write_text(text, encoding="utf-8")
    result = run(str(file))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert word in result.stderr
    assert "data.md" not in result.stderr


def test_the_table_puts_subjects_that_change_alike_together(tmp_path: Path) -> None:
    file = tmp_path / "w.toml"
    file.write_text(HEAD + '[[absence]]\nperson = "张良华"\n', encoding="utf-8")
    lines = run(str(file), "--lang", "zh").stdout.splitlines()
    assert lines[2] == "2019-09-02 … 2019-09-08  在岗负责 张良华  →  代行 熊皓"
    assert lines[3].startswith("  领域 6  教育、")
    assert date.fromisoformat(lines[2][:10]) == date(2019, 9, 2)
