"""Forms of a division of labour and of AB notices that other offices use, and their look-alikes."""

from __future__ import annotations

import pytest

from tests.parsing.clauses.test_handover import read as read_with_unparsed
from tests.parsing.clauses.test_wordings import read


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("海  涛  副市长", "海涛"),
        ("纪委书记  相  里", "相里"),
        ("安全同志", "安全"),
        ("方便同志", "方便"),
    ],
)
def test_a_word_that_is_a_name_where_it_stands(heading: str, name: str) -> None:
    assert f"supervises {name} 市教育局" in read("division", heading, "分管市教育局。")


@pytest.mark.parametrize(
    "sentence",
    [
        "党员同志负责社区工作。",
        "其他同志负责各自工作。",
        "原有分工与本通知不一致的，以本通知为准。",
        "市长外出时，主持市政府工作。",
        "在市长空缺期间，主持市政府全面工作。",
    ],
)
def test_what_is_like_a_leader_and_is_none(sentence: str) -> None:
    assert read("division", "王明：分管市教育局。", sentence) == {"supervises 王明 市教育局"}


def test_a_title_alone_ends_the_section_above() -> None:
    told = read("division", "王明副市长", "分管市教育局。", "于是之秘书长", "分管市体育局。")
    assert told == {"post 王明 副市长", "supervises 王明 市教育局"}


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "分管子公司清源公司、绿水公司。",
            {"supervises 王明 清源公司", "supervises 王明 绿水公司"},
        ),
        ("分管水文科，业务指导市水科院。", {"supervises 王明 水文科"}),
        ("牵头抓总环保督察整改工作。", {"responsible 王明 环保督察整改"}),
        ("全面主持学校工作。", {"responsible 王明 学校"}),
        ("挂点石滩中学。", {"liaises 王明 石滩中学"}),
        ("挂点领导要常到村里去。", set()),
        ("市长外出期间，主持市政府工作。", set()),
        ("分管市水利局，市长学习期间负责市审计局工作。", {"supervises 王明 市水利局"}),
    ],
)
def test_a_leaders_clause(sentence: str, facts: set[str]) -> None:
    assert read("division", f"王明：{sentence}") == facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("市体育局改由秘书长王明同志分管。", {"supervises 王明 市体育局"}),
        ("市体育局改由副市长初晓同志分管。", {"supervises 初晓 市体育局"}),
        (
            "公安工作由副市长、市公安局局长李强负责，副市长王明协助。",
            {"responsible 李强 公安", "assists 王明 公安"},
        ),
        ("人民武装工作，由李强牵头负责。", {"responsible 李强 人民武装"}),
        ("在市长领导下，由李强牵头负责。", set()),
        ("公安工作由李强负责，王明配合。", {"responsible 李强 公安"}),
        (
            "王明原联系的市科协由李强同志联系，原分管的市体育局调整由李强同志分管。",
            {"liaises 李强 市科协", "supervises 李强 市体育局"},
        ),
        (
            "王明不再负责外事工作，不再分管市外办；上述工作和部门由李强同志负责和分管。",
            {"responsible 李强 外事", "supervises 李强 市外办"},
        ),
        ("市长李强同志学习期间，由王明同志主持市政府日常工作。", set()),
        ("市长空缺，到任前由王明同志主持市政府工作。", set()),
    ],
)
def test_what_is_handed_over(sentence: str, facts: set[str]) -> None:
    assert read("division", sentence) == facts


def test_what_is_handed_over_for_a_time_is_reported() -> None:
    told = read_with_unparsed("李强同志学习期间，由王明同志主持市政府日常工作。")
    assert told == {"unparsed 由王明同志主持市政府日常工作"}


TABLE = (
    "| 姓名 | 职务 | 分管工作 | 联系单位 |",
    "| --- | :-: | --- | --- |",
    "| 王  明 | 市长 | 主持市政府全面工作。 | — |",
    "| 李强 | 副市长 | **商务**、外事 | 市科协 |",
)


@pytest.mark.parametrize("bar", ["|", "｜"])
def test_a_table_drawn_with_bars(bar: str) -> None:
    rows = [line.replace("|", bar) if "---" not in line else line for line in TABLE]
    assert read("division", *rows) == {
        "post 王明 市长",
        "responsible 王明 市政府全面工作",
        "post 李强 副市长",
        "responsible 李强 商务",
        "responsible 李强 外事",
        "liaises 李强 市科协",
    }


def test_a_line_with_one_bar_is_no_table() -> None:
    assert read("division", "| 打印 | 关闭 |", "王明：分管市教育局。") == {
        "supervises 王明 市教育局"
    }


def test_a_list_torn_inside_a_word() -> None:
    body = ("王明  副市长", "分管市政府办公室、市财政", "局、市统计局。", "联系市科协。")
    assert read("division", *body) == {
        "post 王明 副市长",
        "supervises 王明 市政府办公室",
        "supervises 王明 市财政局",
        "supervises 王明 市统计局",
        "liaises 王明 市科协",
    }


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("文秘岗：主岗：王明，副岗：李强。", {"backup 王明 李强"}),
        ("财务岗：主岗 王明  副岗 李强", {"backup 王明 李强"}),
        ("主岗人员不在岗时，由副岗人员顶岗。", set()),
    ],
)
def test_main_and_deputy_posts(sentence: str, facts: set[str]) -> None:
    assert read("ab", sentence) == facts
