"""What is read from clauses that order standing in, and what is left open."""

from __future__ import annotations

from typing import Any

import pytest

from registry.parsing.rules.read import read_rules_of
from registry.parsing.rules.words import ALL
from tests.rules_read.notices import ARTICLES, POSTS, PROSE, notice


def read(text: str) -> dict[str, dict[str, Any]]:
    (found,) = read_rules_of(text)
    return {
        rule.kind: {key: value for key, value in rule.keys.items() if key != "passes"}
        for rule in found.rules
    }


def said(clause: str) -> dict[str, dict[str, Any]]:
    return read(notice(f"    卓远航同志与温知秋同志互为AB角。\n    {clause}\n"))


def test_articles() -> None:
    assert read(ARTICLES) == {
        "backup_acts": {"triggers": ("away", "travel", "training", "leave")},
        "both_away": {"stance": "in_principle", "approved_by": ("市长",)},
        "tell": {"whom": ("backup", "office"), "days_ahead": 2},
        "coordinator_assigns": {
            "triggers": ("away",),
            "coordinator": "秘书长",
            "candidates": "other_leaders",
        },
        "matters_excluded": {"matters": ("公安",), "goes_to": "市长"},
        "acting_limit": {"max_days": 15},
        "report_back": {"to": "holder", "within_days": 3},
        "reachable": {"who": "holder"},
        "re_pair": {"within_days": 10},
        "stand_in": {"triggers": ("away",), "for_post": "市长", "by_post": "常务副市长"},
        "coordinator_backup": {"coordinator": "秘书长", "by_post": "办公室主任"},
    }


def test_a_clause_not_understood_is_open_and_its_neighbours_are_not() -> None:
    (found,) = read_rules_of(ARTICLES)
    assert found.open == ("五、B角须将代行事项逐项登记入册",)
    assert found.pairs == (("卓远航", "温知秋", "↔"), ("曲惠民", "罗书琴", "↔"))


def test_prose() -> None:
    (found,) = read_rules_of(PROSE)
    assert read(PROSE) == {
        "backup_acts": {"triggers": ("away",), "coordinator": "秘书长"},
        "both_away": {"stance": "forbidden"},
        "coordinator_assigns": {
            "triggers": ("away",),
            "coordinator": "市长",
            "candidates": "other_leaders",
        },
    }
    assert found.open == ()


def test_posts() -> None:
    assert read(POSTS) == {
        "outside_scheme": {"posts": ("市长", "秘书长")},
        "backup_acts": {"triggers": ALL},
        "backup_order": {"then": "next_listed"},
        "liability": {"otherwise": "backup"},
        "authority": {"major": ("consult_holder", "head")},
    }


@pytest.mark.parametrize(
    ("clause", "kind", "keys"),
    [
        ("AB角不得同时离岗。", "both_away", {"stance": "forbidden"}),
        ("AB角一般不同时休假。", "both_away", {"stance": "in_principle"}),
        ("上述各组互为AB角。", "pair_direction", {"direction": "mutual"}),
        (
            "A角离岗前应将工作交接给B角，并由B角签收。",
            "hand_over",
            {"accepted": True},
        ),
        (
            "A角应提前24小时告知对方。",
            "tell",
            {"whom": ("backup",), "days_ahead": 1},
        ),
        (
            "A角、B角都不在的，由主要领导另行安排人员。",
            "coordinator_assigns",
            {"triggers": ("away",), "coordinator": "市长", "candidates": "other_leaders"},
        ),
        ("涉密文件、信访事项不由B角代行。", "matters_excluded", {"matters": ("涉密文件", "信访")}),
    ],
)
def test_wordings(clause: str, kind: str, keys: dict[str, Any]) -> None:
    assert said(clause)[kind] == keys


@pytest.mark.parametrize(
    "clause",
    [
        "市长外出视察时，要求各部门做好防汛工作。",
        "各部门要加强学习。",
        "会议由秘书长协调安排。",
        "本通知由市政府办公室负责解释，自印发之日起施行。",
    ],
)
def test_what_only_looks_alike_is_no_rule(clause: str) -> None:
    assert said(clause) == {}
    (found,) = read_rules_of(notice(f"    卓远航同志与温知秋同志互为AB角。\n    {clause}\n"))
    assert found.open == ()


def test_what_is_supposed_is_said() -> None:
    (found,) = read_rules_of(
        notice("    卓远航同志与温知秋同志互为AB角。A角不在岗时，由B角代行其分管工作。\n")
    )
    (rule,) = found.rules
    assert "liaises" not in rule.keys["passes"]  # type: ignore[operator]
    assert rule.open == (
        "没有说明哪些情形算不在岗，此处按外出",
        "只说分管工作：联系的工作是否代行",
    )


def test_a_part_that_took_no_part_is_open() -> None:
    (found,) = read_rules_of(
        notice(
            "    卓远航同志与温知秋同志互为AB角。A角外出时由B角代行职责，B角不得再行委托他人。\n"
        )
    )
    (clause,) = found.open
    assert clause.endswith("：B角不得再行委托他人")


@pytest.mark.parametrize("text", ["", "关于放假的通知\n五一放假五天。\n", notice("请认真执行。")])
def test_a_notice_without_pairs_gives_nothing(text: str) -> None:
    assert [n for n in read_rules_of(text) if n.rules] == []
