"""``registry rules read``: the draft is a rule file, and nothing bad passes in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from registry.cli import main
from registry.service.rule_files.rules import read_rule_file
from registry.shipped import shipped
from registry.tables.rule_kinds import kind_of
from registry.tables.rules import read_rules
from tests.gazette.reading import GAZETTE
from tests.rules_read.notices import ARTICLES, POSTS, PROSE, notice


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["rules", *map(str, arguments)])


def written(folder: Path, text: str) -> Path:
    path = folder / "notice.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", [ARTICLES, PROSE, POSTS])
def test_the_draft_passes_the_check(tmp_path: Path, text: str) -> None:
    draft = tmp_path / "draft.toml"
    assert run("read", written(tmp_path, text), "--output", draft).exit_code == 0
    assert run("check", draft).exit_code == 0
    book = read_rule_file(draft)
    assert book.government == "岚溪市人民政府"
    assert {rule.source.document for rule in book.rules} == {"岚政办发〔2022〕14号"}
    assert {rule.source.dated() for rule in book.rules} == {"2022-03-08"}
    assert all(rule.source.clause for rule in book.rules)


def test_pairs_and_open_clauses_are_in_the_draft_and_on_standard_error(tmp_path: Path) -> None:
    result = run("read", written(tmp_path, ARTICLES))
    assert "卓远航↔温知秋；曲惠民↔罗书琴" in result.stdout
    assert "# open 没有看懂，请人工处理：岚政办发〔2022〕14号：五、B角须将代行事项" in result.stdout
    assert "1 clauses not understood" in result.stderr
    assert "open: 岚政办发〔2022〕14号：五、B角须将代行事项逐项登记入册" in result.stderr


def test_nothing_understood_is_still_a_rule_file(tmp_path: Path) -> None:
    text = notice("    卓远航同志与温知秋同志互为AB角。\n    B角须将代行事项逐项登记入册。\n")
    result = run("read", written(tmp_path, text))
    assert read_rules(result.stdout.encode(), "draft.toml").rules == ()
    assert "0 rules" in result.stderr


def test_the_gazette_gives_the_kinds_of_the_file_written_by_hand() -> None:
    if not GAZETTE.exists():
        pytest.skip(f"{GAZETTE} is not there")
    drafted = read_rules(run("read", GAZETTE).stdout.encode(), "draft.toml")
    by_hand = read_rule_file(shipped("rules") / "cn-jx-jingdezhen.toml")
    assert drafted.government == by_hand.government
    for ours, theirs in zip(drafted.rules, by_hand.rules, strict=True):
        assert kind_of(ours) == kind_of(theirs)
        assert (ours.start, ours.source.document) == (theirs.start, theirs.source.document)
        for key in ("triggers", "passes", "coordinator", "candidates"):
            assert getattr(ours, key, None) == getattr(theirs, key, None)


def test_a_year_alone_counts_from_its_last_day(tmp_path: Path) -> None:
    result = run("read", written(tmp_path, PROSE.replace("2022年3月8日", "2022年3月")))
    (first, *_) = read_rules(result.stdout.encode(), "draft.toml").rules
    assert (first.start.isoformat(), first.source.dated()) == ("2022-12-31", "2022")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("岚溪市人民政府关于放假的通知\n五一放假。\n2022年3月8日\n", "no clause about AB pairs"),
        (PROSE.replace("2022年3月8日", ""), "prints no date"),
        (
            PROSE + "\n\n" + PROSE.replace("岚溪市", "楚汀市").replace("岚政", "楚政"),
            "a rule file is for one government",
        ),
    ],
)
def test_bad_input_is_refused_on_one_line(tmp_path: Path, text: str, complaint: str) -> None:
    result = run("read", written(tmp_path, text))
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = written(tmp_path, PROSE)
    result = run("read", path, "-o", path)
    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert path.read_text(encoding="utf-8") == PROSE


def test_a_missing_notice_is_refused_on_one_line(tmp_path: Path) -> None:
    result = run("read", tmp_path / "none.txt")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
