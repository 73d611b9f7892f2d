"""Whose a clause is: where that is not understood nobody has it, least of all the leader above."""

from __future__ import annotations

import pytest

from registry.model.facts import Member, Unparsed
from registry.parsing.notice import parse
from tests.parsing.clauses.test_wordings import read

FIRST = "王明，副市长"
DUTY = "负责商务工作。"


@pytest.mark.parametrize(
    "heading",
    [
        "党组成员、副市长 佘诗雨",
        "副市长  向  前",
        "李强：（副市长）",
        "二、副市长  李强  B角：王明",
        "安全总监桑吉扎西：",
    ],
)
def test_a_heading_of_a_rare_form_opens_its_own_section(heading: str) -> None:
    told = read("division", FIRST, DUTY, heading, "分管市教育局。")
    assert "supervises 王明 市教育局" not in told
    assert any(row.startswith("supervises ") and row.endswith(" 市教育局") for row in told)


@pytest.mark.parametrize(
    "body",
    [
        ("副市长  某某（待定）", "分管市教育局。"),
        ("废名：负责教育工作，分管市教育局。",),
        ("李强副市长接管市交通局，协管市教育局。",),
        ("张三同志分管的市教育局另行明确。",),
        ("市长外出时，由李强同志主持市教育局工作。",),
    ],
)
def test_what_is_not_his_is_not_given_to_the_leader_above(body: tuple[str, ...]) -> None:
    told = read("division", f"{FIRST}：{DUTY}", *body)
    assert {row for row in told if "市教育局" in row or "教育" in row} == set()
    head = "青溪市人民政府关于调整市政府领导分工的通知\n青府发〔2020〕1号\n各有关单位：\n"
    found = parse(head + "\n".join([f"{FIRST}：{DUTY}", *body]))
    assert any(isinstance(fact, Unparsed) for fact in found)


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("原由李强同志负责的外事工作，由王明同志负责。", {"responsible 王明 外事"}),
        ("市体育局划归王明同志分管。", {"supervises 王明 市体育局"}),
        ("李强同志分管的市体育局，调整为王明副市长分管。", {"supervises 王明 市体育局"}),
        ("李强同志分管的工作由王明同志代管。", set()),
    ],
)
def test_what_was_anothers_is_the_new_ones(sentence: str, facts: set[str]) -> None:
    assert read("division", sentence) == facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("王明代理青溪市人民政府市长职务。", {"appointed 王明 青溪市人民政府代理市长"}),
        ("王明同志代理县长。", {"appointed 王明 代理县长"}),
        ("市总工会主席由王明同志兼任。", {"concurrently_appointed 王明 市总工会主席"}),
        (
            "王明同志任市教育局局长，李强同志不再担任市教育局局长。",
            {"appointed 王明 市教育局局长", "removed 李强 市教育局局长"},
        ),
        ("免去王明市教育局局长职务，建议免去其党组书记职务。", {"removed 王明 市教育局局长"}),
        ("推荐王明同志为市城投公司董事长人选。", set()),
        ("拟任王明同志为市教育局局长。", set()),
    ],
)
def test_a_post_in_half_a_sentence(sentence: str, facts: set[str]) -> None:
    assert read("appointment", sentence) == facts


@pytest.mark.parametrize("column", ["现任职务", "拟任职务"])
def test_a_column_that_appoints_nobody(column: str) -> None:
    assert read("appointment", f"姓名\t{column}\n王明\t市教育局局长") == set()


def test_a_sentence_that_lets_one_go_keeps_who_comes() -> None:
    told = read("group", "王明任指挥长，李强不再担任指挥长。", "成员由指挥部办公室另行确定。")
    assert told == {"member 青溪市防汛抗旱指挥部 王明 指挥长"}


def test_work_that_a_meeting_only_calls_for_is_no_task() -> None:
    head = "青溪市人民政府常务会议纪要\n2020年1月2日，市长王明主持召开市政府第3次常务会议。\n"
    called = parse(head + "会议指出，要压实责任，由市农业农村局牵头，各县区配合，抓好保供。")
    given = parse(head + "会议决定，由市农业农村局牵头，各县区配合，抓好保供。")
    kinds = [[type(fact).__name__ for fact in found] for found in (called, given)]
    assert ["Task" in found for found in kinds] == [False, True]


def test_tags_left_in_copied_text_part_lines_and_stay_out_of_names() -> None:
    told = read(
        "division",
        "<p>&nbsp;&nbsp;<b>王明</b>副市长：分管市教育局。</p><p>李&nbsp;强副市长：分管市商务局。</p>",
    )
    assert {"supervises 王明 市教育局", "supervises 李强 市商务局"} <= told


def test_a_contacts_name_ends_where_the_next_field_begins() -> None:
    assert read("plan", "联系人：杨志  电话：0000—1234567。") == {"contact 杨志"}


def test_a_group_that_is_adjusted_keeps_its_seats_where_another_is_set_up_besides() -> None:
    text = "关于调整县森林防灭火指挥部组成人员的通知\n一、指挥长由县长高俅担任。\n二、设立扑火前线指挥部。\n"
    members = [fact for fact in parse(text) if isinstance(fact, Member)]
    assert [(fact.group, fact.person) for fact in members] == [("县森林防灭火指挥部", "高俅")]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("聘任王明先生为市城投公司总经理。", {"appointed 王明 市城投公司总经理"}),
        ("解聘李强女士市城投公司总经理职务。", {"removed 李强 市城投公司总经理"}),
    ],
)
def test_an_address_is_no_part_of_a_name_or_post(sentence: str, facts: set[str]) -> None:
    assert read("appointment", sentence) == facts


def test_prose_under_the_heading_of_the_office_is_of_the_office() -> None:
    said = "由市水利局牵头，市水利局局长田野任主任，邹平任副主任。"
    told = read("group", "成立青溪市防汛抗旱指挥部。", "（三）办公室", said)
    assert {row.replace("青溪市防汛抗旱指挥部 ", "") for row in told} == {
        "office_director 田野",
        "member 邹平 副主任 办公室",
        "member_org 市水利局 牵头单位 办公室",
    }
