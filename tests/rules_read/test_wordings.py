"""Kinds of rule in several wordings, each beside what sounds alike and is none."""

from __future__ import annotations

from typing import Any

import pytest

from registry.parsing.rules.drafts import RuleClause, ShareClause
from registry.parsing.rules.read import read_rules_of
from registry.parsing.rules.words import days_of, post_of
from registry.service.rule_files.drafted import draft_rules
from registry.tables.rule_kinds import kind_of
from tests.rules_read.notices import notice

PAIR = "    卓远航同志与温知秋同志互为AB角。\n"


def rules(clause: str) -> tuple[RuleClause, ...]:
    (found,) = read_rules_of(notice(f"{PAIR}    {clause}\n"))
    return found.rules


def of_kind(clause: str, kind: str) -> list[dict[str, Any]]:
    return [rule.keys for rule in rules(clause) if rule.kind == kind]


def share(by: str, *matters: str) -> ShareClause:
    return ShareClause(matters=matters, by_post=by)


@pytest.mark.parametrize(
    ("clause", "post", "shares", "rest"),
    [
        (
            "常务副市长外出期间，其分管的财政、金融工作由市长代管，其余工作由另一B角代管。",
            "常务副市长",
            (share("市长", "财政", "金融"),),
            "backup",
        ),
        (
            "常务副市长不在岗时，审计工作由市长负责，政务公开工作由秘书长负责，其他工作由B角代行。",
            "常务副市长",
            (share("市长", "审计"), share("秘书长", "政务公开")),
            "backup",
        ),
        (
            "秘书长出差、休假的，机关事务由办公室主任代管，督查工作由常务副秘书长代为处理。",
            "秘书长",
            (share("办公室主任", "机关事务"), share("常务副秘书长", "督查")),
            "open",
        ),
        (
            "县长外出，由常务副县长代管应急管理和信访工作，其余工作由办公室主任代管。",
            "县长",
            (share("常务副县长", "应急管理", "信访"),),
            "open",
        ),
    ],
)
def test_work_shared_among_several(
    clause: str, post: str, shares: tuple[ShareClause, ...], rest: str
) -> None:
    (keys,) = of_kind(clause, "portfolio_split")
    assert (keys["for_post"], keys["shares"], keys["rest"]) == (post, shares, rest)
    assert of_kind(clause, "stand_in") == []


def test_who_takes_the_rest_is_open_where_a_rule_file_cannot_say_it() -> None:
    clause = "县长外出，应急管理由常务副县长代管，其余工作由办公室主任代管。"
    (rule,) = (r for r in rules(clause) if r.kind == "portfolio_split")
    assert any("其余工作由办公室主任代管" in open_ for open_ in rule.open)
    (rule,) = (
        r for r in rules("县长外出，应急管理由常务副县长代管。") if r.kind == "portfolio_split"
    )
    assert "没有写其余工作由谁代管" in rule.open


@pytest.mark.parametrize(
    "clause",
    [
        "市长外出期间，由常务副市长主持市政府全面工作。",
        "市长不在市内期间，由常务副市长负责市政府日常工作。",
        "财政、金融工作由市长负责，审计工作由常务副市长负责。",
        "常务副市长出差期间，车辆由办公室主任负责安排。",
        "常务副市长外出期间，相关工作由市长代管。",
        "卓远航同志外出期间，财政工作由温知秋同志代管。",
        "市长外出视察期间，市财政局负责报销差旅费。",
    ],
)
def test_no_split(clause: str) -> None:
    assert of_kind(clause, "portfolio_split") == []


@pytest.mark.parametrize(
    ("clause", "direction"),
    [
        ("AB角为单向，B角外出时由秘书长协调。", "one_way"),
        ("AB角实行单向补位。", "one_way"),
        ("A角与B角不互为备份。", "one_way"),
        ("B角外出的，其工作不由A角代行。", "one_way"),
        ("A角不代行B角的工作。", "one_way"),
        ("上述各组互为AB角。", "mutual"),
        ("A角、B角之间相互补位。", "mutual"),
        ("AB角互为替补。", "mutual"),
    ],
)
def test_which_way_pairs_count(clause: str, direction: str) -> None:
    assert of_kind(clause, "pair_direction") == [{"direction": direction}]


@pytest.mark.parametrize(
    "clause",
    [
        "AB角之间要加强双向沟通，不得单向通报。",
        "AB角不得互相推诿。",
        "A角、B角应当相互配合。",
        "A角外出前应与B角沟通，B角不得推辞。",
        "B角不在岗的，应告知A角。",
        "A角、B角之间实行单向联系。",
    ],
)
def test_no_direction(clause: str) -> None:
    assert of_kind(clause, "pair_direction") == []


@pytest.mark.parametrize(
    ("clause", "then"),
    [
        ("A角、B角均外出的，由B角的B角代行。", "backups_backup"),
        ("B角也不在岗的，由B角的AB角对应人员代行职责，依此类推。", "backups_backup"),
        ("A角、B角均不在岗时，由C角顶岗。", "next_listed"),
        ("第一B角不在岗时，由第二B角代行。", "next_listed"),
        ("B角有两名的，按照排名顺序依次代行。", "next_listed"),
        ("A角、B角都不在的，按名单次序由其他B角递补。", "next_listed"),
    ],
)
def test_who_is_next(clause: str, then: str) -> None:
    assert of_kind(clause, "backup_order") == [{"then": then}]
    assert of_kind(clause, "coordinator_assigns") == []


@pytest.mark.parametrize(
    "clause",
    [
        "B角不得再由B角的B角代行。",
        "各部门按照职责分工做好AB角衔接工作。",
        "AB角名单按姓氏笔画排序。",
        "A角、B角均不在岗的，由秘书长协调其他领导代行。",
        "会议按照议程顺序依次进行。",
        "C角由各单位自行确定并报备。",
    ],
)
def test_no_order(clause: str) -> None:
    assert of_kind(clause, "backup_order") == []


@pytest.mark.parametrize(
    ("clause", "post", "by", "article"),
    [
        (
            "市长职务空缺的，代理人选由市人大常委会依照《地方组织法》第五十条第十三项决定，不实行AB角。",
            "市长",
            "市人大常委会",
            "《地方组织法》第五十条第十三项",
        ),
        (
            "县长因故不能担任职务时，由本级人民代表大会常务委员会决定代理县长，AB角不代行。",
            "县长",
            "本级人民代表大会常务委员会",
            "依法",
        ),
        (
            "区长缺位，依法提请区人大常委会决定代理区长人选。",
            "区长",
            "区人大常委会",
            "依法",
        ),
    ],
)
def test_a_vacant_head_is_the_standing_committees(
    clause: str, post: str, by: str, article: str
) -> None:
    assert of_kind(clause, "statutory_acting") == [{"posts": (post,), "by": by, "article": article}]
    assert of_kind(clause, "stand_in") == []


@pytest.mark.parametrize(
    "clause",
    [
        "人事任免由市人大常委会决定。",
        "市长外出期间，由常务副市长主持工作。",
        "副市长职务空缺的，分工另行通知。",
        "编制出现空缺的，由市人社局负责招聘。",
        "市长应当向市人大常委会报告工作，并确定AB角。",
        "办公室主任岗位空缺的，由市人大常委会机关推荐人选。",
    ],
)
def test_no_vacancy(clause: str) -> None:
    assert of_kind(clause, "statutory_acting") == []


@pytest.mark.parametrize(
    ("clause", "keys"),
    [
        ("B角仅代行紧急工作。", {"reach": "urgent"}),
        ("A角外出期间，B角只处理急件和急需办理的事项。", {"reach": "urgent"}),
        ("B角代行范围限于突发事件处置。", {"reach": "urgent"}),
        (
            "B角仅代行紧急公文的签批（涉密公文除外）。",
            {"reach": "urgent", "not_for": ("涉密公文",)},
        ),
        (
            "B角只代为出席会议、参加接待等活动。",
            {"reach": "activities", "activities": ("会议", "接待")},
        ),
        (
            "B角仅限参加市内会议和陪同调研。",
            {"reach": "activities", "activities": ("市内会议", "调研")},
        ),
    ],
)
def test_how_far_acting_reaches(clause: str, keys: dict[str, Any]) -> None:
    assert of_kind(clause, "acting_scope") == [keys]


@pytest.mark.parametrize(
    "clause",
    [
        "遇有紧急情况，B角应及时报告。",
        "A角外出的，由B角代行职责并参加会议。",
        "各部门只参加必要的会议。",
        "B角不得仅凭口头通知代行。",
        "紧急事项应在两小时内报告。",
        "B角应随时准备处理紧急事务。",
    ],
)
def test_no_bound_to_acting(clause: str) -> None:
    assert of_kind(clause, "acting_scope") == []


@pytest.mark.parametrize(
    ("clause", "keys"),
    [
        ("公安工作由市长直接负责，不由B角代行。", {"matters": ("公安",), "goes_to": "市长"}),
        (
            "人事、财务审批报市长决定，不纳入代行范围。",
            {"matters": ("人事", "财务审批"), "goes_to": "市长"},
        ),
        (
            "A角外出期间，公安工作由市长负责，其余工作由B角代行。",
            {"matters": ("公安",), "goes_to": "市长"},
        ),
        ("A角外出时由B角代行职责，但人事、财务审批除外。", {"matters": ("人事", "财务审批")}),
        ("A角外出的，由B角代行其工作（公安工作除外）。", {"matters": ("公安",)}),
        ("机要工作不在代行之列，由市长处理。", {"matters": ("机要",), "goes_to": "市长"}),
    ],
)
def test_matters_that_do_not_pass(clause: str, keys: dict[str, Any]) -> None:
    assert of_kind(clause, "matters_excluded") == [keys]


@pytest.mark.parametrize(
    "clause",
    [
        "公安工作由市长负责。",
        "A角外出期间，重大事项由市长决定，其余由B角代行。",
        "除节假日外，B角应坚守岗位。",
        "A角外出的，由B角代行，节假日除外时间另行通知。",
        "A角外出期间，分管工作由B角代管。",
        "B角不得由下属代替。",
    ],
)
def test_no_matter_left_out(clause: str) -> None:
    assert of_kind(clause, "matters_excluded") == []


@pytest.mark.parametrize(
    ("clause", "whom", "days"),
    [
        ("A角离岗前3天应告知B角。", ("backup",), 3),
        ("A角应于外出前一日报告市长并通报市政府办公室。", ("office", "head"), 1),
        ("A角须至少提前2个工作日告知B角。", ("backup",), 2),
        ("A角、B角应提前至少一天向秘书长报备。", ("coordinator",), 1),
        ("A角应在两天前通知B角。", ("backup",), 2),
        ("A角外出前24小时告知B角。", ("backup",), 1),
    ],
)
def test_lead_times(clause: str, whom: tuple[str, ...], days: int) -> None:
    (keys,) = of_kind(clause, "tell")
    assert (set(keys["whom"]), keys["days_ahead"]) == (set(whom), days)


@pytest.mark.parametrize(
    "clause",
    [
        "各单位每月10日前报告AB角执行情况。",
        "请于3月20日前将AB角名单报告市政府办公室。",
        "会议通知应提前一天发出。",
        "A角外出三天以上的，由B角代行。",
        "B角代行满十天前后，A角应返岗。",
    ],
)
def test_no_lead_time(clause: str) -> None:
    assert [keys for keys in of_kind(clause, "tell") if "days_ahead" in keys] == []


def test_the_next_in_order_and_then_the_coordinator() -> None:
    clause = "A角、B角同时不在岗时，由B角的B角代行，仍不在岗的，由秘书长指定其他市领导负责。"
    assert of_kind(clause, "backup_order") == [{"then": "backups_backup"}]
    (keys,) = of_kind(clause, "coordinator_assigns")
    assert keys["coordinator"] == "秘书长"


def test_a_vacancy_leaves_no_matter_out() -> None:
    clause = "市长缺位时，由市人大常委会依照《组织法》第五十条决定代理市长，不适用AB角。"
    assert {rule.kind for rule in rules(clause)} == {"statutory_acting"}


@pytest.mark.parametrize(
    "part",
    ["并可商请其他领导协助", "由办公室主任负责登记", "报市长批准", "代行情况应记录在案"],
)
def test_a_part_that_became_no_rule_is_open_with_its_clause(part: str) -> None:
    (found,) = read_rules_of(notice(f"{PAIR}    A角外出的，由B角代行职责，{part}。\n"))
    (open_,) = found.open
    assert open_ == f"A角外出的，由B角代行职责，{part}：{part}"


def test_a_draft_with_every_new_kind_passes_the_check() -> None:
    body = PAIR + "".join(
        f"    {clause}\n"
        for clause in (
            "常务副市长外出期间，其分管的财政、金融工作由市长代管，其余工作由另一B角代管。",
            "AB角实行单向补位。",
            "A角、B角均外出的，由B角的B角代行。",
            "市长职务空缺的，代理人选由市人大常委会依法决定，不实行AB角。",
            "B角只代为出席会议、参加接待等活动。",
            "公安工作由市长直接负责，不由B角代行。",
        )
    )
    drafted = draft_rules(notice(body), "draft.toml")
    assert {kind_of(rule) for rule in drafted.book.rules} >= {
        "portfolio_split",
        "pair_direction",
        "backup_order",
        "statutory_acting",
        "acting_scope",
        "matters_excluded",
    }
    assert all(rule.source.clause for rule in drafted.book.rules)


@pytest.mark.parametrize(
    ("number", "unit", "days", "exact"),
    [
        ("3", "天", 3, True),
        ("三", "日", 3, True),
        ("25", "小时", 2, True),
        ("半", "天", 1, False),
        ("半", "个月", 15, False),
        ("两", "个月", 60, False),
        ("2", "周", 14, False),
        ("5", "个工作日", 5, False),
    ],
)
def test_lengths_are_counted_in_calendar_days(
    number: str, unit: str, days: int, exact: bool
) -> None:
    found, still_open = days_of(number, unit)
    assert (found, still_open == ()) == (days, exact)


@pytest.mark.parametrize(
    ("said", "level", "post", "sure"),
    [
        ("主要领导", "县", "县长", False),
        ("主要领导", "", "主要领导", False),
        ("分管领导", "市", "分管领导", False),
        ("秘书长", "市", "秘书长", True),
    ],
)
def test_a_post_that_a_clause_only_describes_stays_open(
    said: str, level: str, post: str, sure: bool
) -> None:
    found, still_open = post_of(said, level)
    assert (found, still_open == ()) == (post, sure)


@pytest.mark.parametrize(
    ("clause", "kind", "expected"),
    [
        ("A角外出前，应提前告知B角。", "tell", [{"whom": ("backup",)}]),
        (
            "A角外出前，应提前两天告知B角，并报告市长。",
            "tell",
            [{"whom": ("backup", "head"), "days_ahead": 2}],
        ),
        ("A角外出前，应提前告知家属。", "tell", []),
        ("A角应告知B角。", "tell", []),
        ("A角外出前，应与B角做好工作交接，并由B角签收确认。", "hand_over", [{"accepted": True}]),
        ("A角外出前，应与B角做好工作交接。", "hand_over", [{}]),
        ("A角返岗后，B角应及时反馈办理情况。", "report_back", [{"to": "holder"}]),
        (
            "A角返岗后，B角应在三天内反馈办理情况。",
            "report_back",
            [{"to": "holder", "within_days": 3}],
        ),
        (
            "B角代行超过一个月的，由市长另行指定。",
            "acting_limit",
            [{"max_days": 30, "then_by": "市长"}],
        ),
        ("B角代行时间不得超过半个月。", "acting_limit", [{"max_days": 15}]),
        ("A角、B角外出期间应24小时保持通信畅通。", "reachable", [{"who": "both"}]),
        ("B角代行期间应保持手机畅通。", "reachable", [{"who": "backup"}]),
        ("A角外出期间应保持手机畅通。", "reachable", [{"who": "holder"}]),
        (
            "B角代行中遇有重大问题，应征求A角意见，并提交会议研究。",
            "authority",
            [{"major": ("consult_holder", "meeting")}],
        ),
        ("B角代行中遇有重大问题，应慎重处理。", "authority", []),
        ("市领导分工调整的，AB角相应调整。", "re_pair", [{}]),
        ("市领导分工调整的，AB角在10日内相应调整。", "re_pair", [{"within_days": 10}]),
    ],
)
def test_what_goes_with_acting(clause: str, kind: str, expected: list[dict[str, Any]]) -> None:
    assert of_kind(clause, kind) == expected


@pytest.mark.parametrize(
    ("clause", "kind", "still_open"),
    [
        ("A角外出超过3天的，应提前两天告知B角。", "tell", "只说超过3天的缺席"),
        (
            "人事工作原则上不由B角代行。",
            "matters_excluded",
            "“原则上”之外何时可以由他人处理",
        ),
        ("人事工作不由B角代行。", "matters_excluded", "由谁处理"),
        (
            "A角、B角均不在岗的，由秘书长报请市长指定其他领导代行职责。",
            "coordinator_assigns",
            "由秘书长报请，规则文件只写定人选的市长",
        ),
        (
            "县长空缺的，由县人大常委会决定代理人选。",
            "statutory_acting",
            "没有写明依据法律的哪一条",
        ),
    ],
)
def test_what_a_rule_file_cannot_say_stays_open(clause: str, kind: str, still_open: str) -> None:
    (rule,) = [found for found in rules(clause) if found.kind == kind]
    assert still_open in rule.open


@pytest.mark.parametrize(
    "clause", ["副县长空缺的，由县人大常委会决定代理人选。", "市长不在岗时，由市长主持工作。"]
)
def test_what_concerns_no_head_or_nobody_else_is_no_rule(clause: str) -> None:
    assert rules(clause) == ()
