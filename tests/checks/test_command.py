"""``registry check`` from the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from registry.checks import CHECKS
from registry.checks.words import KINDS, SEVERITIES
from registry.cli import main
from registry.model.findings import FindingKind, Severity
from registry.parsing.notice import parse
from registry.resolve.subject import Glossary
from registry.service.answers.check import check
from registry.service.registry import Registry
from tests.checks.city import division, group, moves

DOCS = Path(__file__).parents[2] / "docs" / "reference" / "checks.md"
AWAY = ("--away", "张良华@2019-09-03/2019-09-05", "--away", "熊皓@2019-09-04")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["check", *args], env={"LANG": "zh_CN.UTF-8", "LC_ALL": ""})


def checked(*args: str) -> Any:
    result = run(*args, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.fixture
def clean(tmp_path: Path) -> str:
    path = tmp_path / "division.txt"
    path.write_text(division(), encoding="utf-8")
    return str(path)


def test_without_a_file_it_checks_the_shipped_data() -> None:
    kinds = {finding["kind"] for finding in checked()}
    assert kinds >= {"leader_without_pair", "office_two_seats", "agency_under_several"}


def test_the_json_has_the_documented_shape() -> None:
    (finding,) = checked(*AWAY, "--kind", "pair_away")
    assert set(finding) == {"kind", "severity", "message", "names", "places", "government"}
    assert set(finding["message"]) == {"zh", "en"}
    assert set(finding["places"][0]) == {"clause", "doc", "date", "span"}
    assert finding["names"] == ["熊皓", "张良华"]
    assert "2019-09-04" in finding["message"]["zh"]


def test_the_table_groups_by_kind_and_quotes_doc_and_date() -> None:
    lines = run("--kind", "office_two_seats", "--lang", "zh").stdout.splitlines()
    assert lines[0] == "办事机构设在两处  office_two_seats  1"
    assert lines[1].startswith("  错误  ")
    assert [line.strip()[:1] for line in lines[2:4]] == ["「", "「"]
    assert all("景府办字〔2019〕58号，2019-09-03" in line for line in lines[2:4])
    assert lines[-1] == "错误1条，警告0条，提示0条"
    english = run("--kind", "office_two_seats", "--lang", "en").stdout.splitlines()
    assert english[0].startswith("Offices in two places")
    assert english[-1] == "1 error, 0 warnings, 0 notes"


def test_strict_fails_on_more_than_notes(clean: str, tmp_path: Path) -> None:
    assert run(clean, "--strict").exit_code == 0
    assert run("--strict").exit_code == 1
    assert run().exit_code == 0
    assert run("--kind", "area_without_agency", "--strict").exit_code == 0


def test_the_day_says_which_notices_count(clean: str, tmp_path: Path) -> None:
    later = tmp_path / "moves.txt"
    later.write_text(moves("免去胡三山同志云岭市人民政府副市长职务。"), encoding="utf-8")
    kind = ("--kind", "pair_member_left")
    assert not checked(clean, str(later), *kind, "--on", "2024-08-31")
    assert len(checked(clean, str(later), *kind, "--on", "2024-09-01")) == 1


def test_a_notice_of_the_future_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(division(pairs="", day="2099-01-01"), encoding="utf-8")
    assert [finding["kind"] for finding in checked(str(path))] == ["leader_without_pair"]


def test_a_notice_of_an_unknown_issuer_is_checked_by_itself(tmp_path: Path) -> None:
    body = (
        "经研究，决定成立食品安全工作领导小组。\n组  长：何二川  市政府副市长\n"
        "领导小组下设办公室，办公室设在市商务局。\n领导小组办公室设在市教育局。\n"
    )
    path = tmp_path / "unsigned.txt"
    path.write_text(group(body).replace("云岭市人民政府办公室", ""), encoding="utf-8")
    assert [finding["kind"] for finding in checked(str(path))] == ["office_two_seats"]


def test_of_several_governments_each_finding_says_whose_it_is(clean: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        division(pairs="").replace("云岭", "楚汀").replace("云府", "楚府"), encoding="utf-8"
    )
    found = checked(clean, str(other), "--kind", "leader_without_pair")
    assert {finding["government"] for finding in found} == {"楚汀市人民政府"}
    result = run(clean, str(other), "--kind", "leader_without_pair")
    assert "  提示  楚汀市人民政府 · " in result.stdout
    assert result.stderr == ""
    assert "楚汀市人民政府 · " not in run(str(other), "--kind", "leader_without_pair").stdout


def test_how_many_governments_are_done_is_told(clean: str) -> None:
    told: list[tuple[int, int]] = []
    facts = parse(Path(clean).read_text(encoding="utf-8"))
    known = Registry(facts, (), Glossary(), lambda: date(2024, 9, 1))
    check(known, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--away", "无此人"), "无此人"),
        (("--on", "2019-13-01"), "2019-13-01"),
        (("--kind", "nonsense"), "nonsense"),
        (("no-such-file.txt",), "no-such-file.txt"),
    ],
)
def test_bad_input_is_one_line(args: tuple[str, ...], said: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_every_kind_has_a_check_words_and_a_line_in_the_reference() -> None:
    assert list(CHECKS) == list(FindingKind) == list(KINDS)
    assert list(SEVERITIES) == list(Severity)
    page = DOCS.read_text(encoding="utf-8")
    assert [kind.value for kind in FindingKind if f"| `{kind.value}` |" not in page] == []
