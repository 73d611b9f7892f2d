"""Wordings that offices of other provinces use every day: the traps beside each."""

from __future__ import annotations

from tests.parsing.clauses.test_not_guessed import FIRST, HIS, left_open
from tests.parsing.clauses.test_wordings import read


def test_what_is_told_of_a_leader_in_brackets_is_no_title() -> None:
    told = read(
        "division",
        FIRST,
        "2.副县长邱雪梅（女，无党派）",
        "分管部门：县教育局",
        "三、副县长　李强（挂职，时间至2025年9月）",
        "分管部门：县水利局",
    )
    assert told == HIS | {
        "post 邱雪梅 副县长",
        "supervises 邱雪梅 县教育局",
        "post 李强 副县长",
        "supervises 李强 县水利局",
    }


def test_a_title_and_a_name_with_something_not_known_are_another_leaders() -> None:
    body = FIRST, "2.副县长李强（若干，别的）", "分管部门：县教育局"
    assert read("division", *body) == HIS
    assert left_open("division", *body) == ["分管部门：县教育局"]


def test_who_leaves_the_group_is_no_title_of_his_work() -> None:
    told = read("division", FIRST, "李强同志不再担任党组成员，其原分管工作由王明同志负责。")
    assert not {fact for fact in told if fact.startswith("post") and "王明" not in fact}


def test_a_b_role_is_of_whom_the_clause_names() -> None:
    told = read("division", FIRST, "李强外出时，其B角为赵刚；周平同志由赵刚同志补位。")
    assert {"backup 李强 赵刚", "backup 周平 赵刚"} <= told
    assert "backup 王明 赵刚" not in told


def test_work_named_after_a_town_is_no_liaison() -> None:
    told = read("division", FIRST, "联系残联，挂联白水乡。负责联系乡镇工作的综合协调。")
    assert told == HIS | {"liaises 王明 残联", "liaises 王明 白水乡"}
    body = FIRST, "分管部门：无（协助李强同志分管市统计局）", "联系企业：暂无"
    assert read("division", *body) == HIS | {"assists_supervising 王明 市统计局"}


def test_who_leaves_the_leaders_leaves_his_post() -> None:
    told = read("division", FIRST, "李强同志不再担任市政府党组成员，其分管工作由王明同志负责。")
    assert {fact for fact in told if fact.startswith("removed")} == {"removed 李强 市政府党组成员"}


def test_a_time_that_was_set_ends() -> None:
    told = read(
        "appointment",
        "王明同志任职试用期满，经考核合格，正式任市财政局副局长；",
        "李强同志挂职期满，免去其市商务局副局长职务；",
        "周平同志任职试用期为一年。",
        "免去下列同志职务：",
        "赵刚　市教育局副局长（挂职）职务，挂职期满，返回原单位；",
    )
    assert told == {
        "appointed 王明 市财政局副局长",
        "removed 李强 市商务局副局长",
        "removed 赵刚 市教育局副局长",
    }


def test_posts_without_names_stand_among_the_rows_of_a_list() -> None:
    told = read(
        "group",
        "成立市招商工作领导小组。",
        "组　长：王　明　副市长",
        "　　　　市政府办公室主任",
        "成　员：市财政局局长",
        "　　　　市商务局局长",
        "　　　　李　强　市科技局局长",
    )
    group = "市招商工作领导小组"
    assert told == {
        f"member {group} 王明 组长 副市长",
        f"member_role {group} 组长 市政府办公室主任",
        f"member_role {group} 成员 市财政局局长",
        f"member_role {group} 成员 市商务局局长",
        f"member {group} 李强 成员 市科技局局长",
    }


def test_a_title_that_goes_on_below_is_one() -> None:
    told = read(
        "group",
        "成立市招商工作领导小组。",
        "组　长：王　明　市委常委、",
        "　　　　　　　　市公安局局长",
        "　　　　李　强　市委常委",
        "　　　　　　　　市商务局局长",
    )
    assert told == {
        "member 市招商工作领导小组 王明 组长 市委常委、市公安局局长",
        "member 市招商工作领导小组 李强 组长 市委常委市商务局局长",
    }


def test_units_before_a_name_are_no_title_of_his() -> None:
    told = read(
        "group",
        "成立市招商工作领导小组。",
        "组长：王明",
        "成员：市财政局、市商务局分管负责同志，市城投公司总经理李强。",
    )
    group = "市招商工作领导小组"
    assert told == {
        f"member {group} 王明 组长",
        f"member_org {group} 市财政局 成员",
        f"member_org {group} 市商务局 成员",
        f"member {group} 李强 成员 市城投公司总经理",
    }


def test_roles_in_brackets_behind_an_office_are_a_pair() -> None:
    told = read(
        "ab", "3.信用科（A角：王明，B角：李强（副科长））", "第四条　A角不在岗的，由B角负责。"
    )
    assert told == {"backup 王明 李强"}


def test_who_presides_while_another_is_away_is_told_as_not_understood() -> None:
    body = "县长王明同志学习期间，县政府全面工作由副县长李强同志主持。"
    assert read("division", body) == set()
    assert left_open("division", body) == [body]
    assert left_open("division", "县政府常务会议由县长王明同志主持召开。") == []
