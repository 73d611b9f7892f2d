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
