"""Notices whose line ends were lost or moved on the way: each states what it stated."""

from __future__ import annotations

import re

import pytest

from registry.model import facts
from registry.parsing.notice import parse
from tests.notices.score import row_of

DIVISION = """青溪市人民政府办公室关于市政府领导同志工作分工的通知
青府办发〔2023〕7号
各县区人民政府，市政府各部门：
　　为便于工作，现将市政府领导同志工作分工通知如下：
　　王明：市长。主持市政府全面工作。分管市审计局。
　　李强：副市长。负责财政、税务等方面工作。分管市财政局、市统计局。联系市税务局。
　　赵云：副市长。负责教育、卫生等方面工作。分管市教育局、市体育局。
青溪市人民政府办公室
2023年3月8日"""
APPOINTMENTS = """青溪市人民政府关于王明等同志职务任免的通知
青府字〔2023〕9号
各县区人民政府，市政府各部门：
　　经研究，决定：
　　任命：
　　王明为市财政局局长；
　　李强为市水利局局长。
　　免去：
　　赵云的市财政局局长职务。
青溪市人民政府
2023年3月8日"""
GROUP = """青溪市人民政府办公室关于成立青溪市防汛抗旱工作领导小组的通知
青府办发〔2023〕8号
各县区人民政府，市政府各部门：
　　经研究，决定成立青溪市防汛抗旱工作领导小组，组成人员如下：
　　组长：王明　市长
　　副组长：李强　副市长
　　成员：周正　市财政局局长
　　　　　孙丽华　市水利局局长
　　领导小组办公室设在市水利局，孙丽华兼任办公室主任。
青溪市人民政府办公室
2023年3月8日"""


def stated(text: str) -> list[tuple[str, ...]]:
    found = parse(text)
    assert not any(isinstance(fact, facts.Unparsed) for fact in found)
    return sorted(row for fact in found if (row := row_of(fact)))


@pytest.mark.parametrize("text", [DIVISION, APPOINTMENTS, GROUP])
@pytest.mark.parametrize("between", ["", " ", "\r", "\r\n", "\n\n", "\u2028"])
def test_lines_parted_by_anything_or_nothing(text: str, between: str) -> None:
    assert len(stated(text)) > 3
    assert stated(text.replace("\n", between)) == stated(text)


BRACKETS = """青溪市人民政府办公室关于成立青溪市防汛抗旱工作领导小组的通知
青府办发〔2023〕8号
各县区人民政府，市政府各部门：
　　经研究，决定成立青溪市防汛抗旱工作领导小组，组成人员如下：
　　组长：王明（市长）
　　副组长：李强（副市长）、赵云（副市长）
　　成员：周正（市财政局局长）、孙丽华（市水利局局长）
　　领导小组下设办公室，办公室设在市水利局，由孙丽华兼任办公室主任。
青溪市人民政府办公室
2023年3月8日"""
NAMES_FIRST = """青溪市人民政府办公室关于市政府领导同志工作分工的通知
青府办发〔2023〕7号
各县区人民政府，市政府各部门：
　　王明市长主持市政府全面工作，分管市审计局。
　　李强副市长负责财政等方面工作，分管市财政局。
青溪市人民政府办公室
2023年3月8日"""


@pytest.mark.parametrize("text", [DIVISION, APPOINTMENTS, BRACKETS, NAMES_FIRST])
def test_no_line_and_no_space_is_left(text: str) -> None:
    assert stated(re.sub(r"\s", "", text)) == stated(text)


@pytest.mark.parametrize(
    ("at", "to"),
    [
        ("、", "、\n"),
        ("，", "，\n"),
        ("。分管", "。分\n管"),
        ("方面工作", "方面\n工作"),
        ("。联系", "。\n联系"),
    ],
)
def test_a_line_that_ends_inside_a_sentence(at: str, to: str) -> None:
    assert at in DIVISION
    assert stated(DIVISION.replace(at, to)) == stated(DIVISION)


def test_a_list_of_names_without_any_space_gives_no_wrong_seat() -> None:
    members = [fact for fact in parse(re.sub(r"\s", "", GROUP)) if isinstance(fact, facts.Member)]
    assert {(fact.person, fact.role) for fact in members} <= {
        ("王明", "组长"),
        ("李强", "副组长"),
        ("周正", "成员"),
        ("孙丽华", "成员"),
    }


def test_a_sentence_of_name_and_titles_opens_the_next_leaders_work() -> None:
    text = (
        DIVISION.replace("　　李强", "李强").replace("\n李强", "李强").replace("\n　　赵云", "赵云")
    )
    assert stated(text) == stated(DIVISION)
