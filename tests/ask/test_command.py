"""``registry ask`` from the command line: the reading first, then the answer."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from registry.cli import main


def run(*args: str) -> Result:
    environment = {"LANG": "C.UTF-8", "LC_ALL": ""}
    return CliRunner().invoke(main, ["ask", "--today", "2019-09-02", *args], env=environment)


def asked(question: str) -> Any:
    result = run(question, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_what_was_understood_stands_first() -> None:
    lines = run("本周谁管商务？张良华周三到周五出差").stdout.splitlines()
    assert lines[0].startswith(
        "读作  有人不在时谁负责或代行 · 商务 · 2019-09-02 … 2019-09-08（本周）"
    )
    assert lines[1].strip() == "不在：张良华 2019-09-04 … 2019-09-06（不在当地）"
    assert lines[3] == "商务 · 景德镇市人民政府"
    assert any(line.startswith("2019-09-04 … 2019-09-06  代行  熊皓") for line in lines)


def test_an_english_question_is_answered_in_english() -> None:
    lines = run("who", "covers", "commerce", "if", "张良华", "is", "away", "tomorrow?").stdout
    assert lines.startswith("Read as  who is in charge or acts with people away · commerce")
    assert "not there: 张良华 2019-09-03 (away)" in lines
    assert "2019-09-03  acting  熊皓" in lines


def test_the_holidays_of_the_period_are_shown() -> None:
    assert "节假日  2019-09-13 中秋节" in run("下周谁管商务").stdout.splitlines()
    assert [day["date"] for day in asked("9月13日谁管商务")["holidays"]] == ["2019-09-13"]
    assert "holidays" not in asked("9月12日谁管商务")


def test_the_answer_is_that_of_who() -> None:
    found = asked("9月4日谁管商务？张良华和熊皓都不在")
    segment = found["answer"]["segments"][0]
    assert segment["status"] == "coordination_required"
    assert segment["acting"] == []
    assert found["understood"]["subject"] == "商务"


def test_a_person_whom_the_question_supposes_wrongly_is_said() -> None:
    assert "问句说是熊皓，但答案中不是" in run("为什么熊皓管商务").stdout
    assert "问句说是" not in run("为什么张良华管商务").stdout


def test_since_when_quotes_the_clause_and_claims_no_more_than_is_known() -> None:
    found = asked("张良华从什么时候起管商务")["since"]
    assert (found["person"], found["day"], found["first_known"]) == ("张良华", "2019-08-28", True)
    assert found["reasons"][0]["doc"] == "景府字〔2019〕33号"


def test_since_when_of_one_who_is_not_in_charge_names_no_day() -> None:
    found = asked("熊皓从什么时候起管商务")["since"]
    assert found["day"] is None
    assert "没有公文写" in found["text"]["zh"]


def test_what_a_person_holds_lists_titles_portfolio_pair_and_groups() -> None:
    out = run("张良华管什么").stdout
    assert "职务  市政府副市长、党组成员" in out
    assert "市商务局" in out
    assert "熊皓是张良华的B角" in out
    assert "副团长" in out


def test_the_head_of_a_group() -> None:
    found = asked("9月20日近视防控的组长是谁")["answer"]["segments"][0]
    assert found["acting"] == ["张良华"]
    assert found["covers"][0]["relation"] == "heads"


@pytest.mark.parametrize("question", ["谁管天气", "who covers astrology?"])
def test_what_is_not_understood_ends_with_one_line(question: str) -> None:
    result = run(question)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert ("天气" if "天气" in question else "astrology") in result.stderr
