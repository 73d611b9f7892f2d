"""Wordings that offices of other provinces use every day: the traps beside each."""

from __future__ import annotations

import pytest

from registry.model.facts import Document, Member, Unparsed
from registry.parsing.notice import parse
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


@pytest.mark.parametrize(
    ("heading", "post"),
    [
        ("李强（挂职副市长）", "挂职副市长"),
        ("李强（副市长、挂职）", "副市长"),
        ("李强　市政府挂职副市长", "市政府挂职副市长"),
        ("挂职副市长李强：", "挂职副市长"),
    ],
)
def test_a_seconded_leader_has_his_post(heading: str, post: str) -> None:
    told = read("division", FIRST, heading, "负责科技工作。")
    assert told == HIS | {f"post 李强 {post}", "responsible 李强 科技"}


def test_brackets_behind_a_field_hold_more_of_what_is_his() -> None:
    told = read(
        "division",
        FIRST,
        "李强同志：负责财政。（分管单位：市财政局（市国资委）、市统计局；联系单位：市税务局）",
        "赵刚同志：负责公安（分管市公安局）。",
    )
    assert told == HIS | {
        "responsible 李强 财政",
        "supervises 李强 市财政局 市国资委",
        "supervises 李强 市统计局",
        "liaises 李强 市税务局",
        "responsible 赵刚 公安",
        "supervises 赵刚 市公安局",
    }


def test_who_fills_in_is_told_under_a_label_too() -> None:
    told = read("division", FIRST, "工作补位：李强", "李强同志：负责科技。补位领导：王明副市长。")
    assert {"backup 王明 李强", "backup 李强 王明"} <= told


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


def test_a_name_set_apart_from_its_duties_is_another_leaders() -> None:
    body = FIRST, "副县长候选人孙志强　牵头乡村振兴工作，分管县农业农村局。"
    assert read("division", *body) == HIS
    assert len(left_open("division", *body)) == 1


def test_what_limits_a_duty_is_no_alias() -> None:
    told = read("division", FIRST, "代管县融媒体中心（至新任同志到任）。")
    assert told == HIS | {"also_supervises 王明 县融媒体中心"}


def test_who_retires_leaves_the_post_that_is_named() -> None:
    told = read("appointment", "王明同志退休，免去市水利局副局长职务。")
    assert told == {"retired 王明", "removed 王明 市水利局副局长"}


def test_the_heads_of_many_parts_are_no_heads_of_the_whole() -> None:
    told = read(
        "group",
        "成立市安全生产委员会。",
        "主　任：王明　市长",
        "市安全生产委员会下设消防、建筑施工等15个专业委员会，主任由分管副市长兼任。",
    )
    assert told == {"member 市安全生产委员会 王明 主任 市长"}


def test_rows_of_units_are_each_their_own() -> None:
    told = read(
        "group",
        "成立市公路建设指挥部。",
        "指挥长：王　明　市长",
        "成　员：李　强　市财政局局长",
        "　　　　市交警支队、市供电公司负责人",
        "　　　　各乡镇长",
    )
    group = "市公路建设指挥部"
    assert told == {
        f"member {group} 王明 指挥长 市长",
        f"member {group} 李强 成员 市财政局局长",
        f"member_org {group} 市交警支队 成员",
        f"member_org {group} 市供电公司 成员",
        f"member_role {group} 成员 各乡镇长",
    }


def test_whom_to_ask_is_no_liaison() -> None:
    assert read("division", FIRST, "联系人：办公室　张军") == HIS | {"contact 张军 办公室"}


def test_who_helps_another_has_nothing_of_his_own_by_it() -> None:
    body = FIRST, "李强副秘书长：协助副市长王明开展工作，分管综合科。"
    assert read("division", *body) == HIS | {"post 李强 副秘书长", "supervises 李强 综合科"}
    assert left_open("division", *body) == []


def test_titles_before_a_colon_are_of_the_name_behind_it() -> None:
    told = read(
        "division",
        FIRST,
        "局党委委员、副局长：沈涛。协助局长工作，负责安全生产，分管综合股；B岗：姚琳。",
        "局总工程师：韩冬。负责科技工作。B岗：由沈涛兼。",
        "总会计师：负责财务工作。",
    )
    assert told == HIS | {
        "post 沈涛 局党委委员",
        "post 沈涛 副局长",
        "responsible 沈涛 安全生产",
        "supervises 沈涛 综合股",
        "backup 沈涛 姚琳",
        "post 韩冬 局总工程师",
        "responsible 韩冬 科技",
        "backup 韩冬 沈涛",
    }


def test_two_names_before_a_colon_are_others_than_the_leader_above() -> None:
    body = FIRST, "梁栋、余波：四级主任科员，协助曹勇做好信访工作。"
    assert read("division", *body) == HIS
    assert len(left_open("division", *body)) == 1


def test_posts_among_the_duties_are_posts() -> None:
    told = read("division", FIRST, "分管宣传工作，并兼任市委宣传部部长、市总工会主席。")
    assert told == HIS | {
        "responsible 王明 宣传",
        "post 王明 市委宣传部部长",
        "post 王明 市总工会主席",
    }


def test_and_other_departments_is_no_part_of_a_field() -> None:
    told = read("division", FIRST, "分管发改、财政、应急等部门。")
    fields = {"responsible 王明 发改", "responsible 王明 财政", "responsible 王明 应急"}
    assert told == HIS | fields


def test_a_post_with_the_sign_for_care_in_it_is_a_post() -> None:
    told = read("division", FIRST, "协助李强负责开发区工作，兼任开发区管委会主任。兼管信访工作。")
    assert told == HIS | {
        "assists 王明 开发区",
        "post 王明 开发区管委会主任",
        "also_responsible 王明 信访",
    }


def test_a_row_with_its_title_first_is_no_title_of_the_one_above() -> None:
    told = read(
        "group",
        "成立市公路建设指挥部。",
        "成　员：李　强　市财政局局长",
        "　　　　市林业局局长　戚　武",
    )
    assert told == {
        "member 市公路建设指挥部 李强 成员 市财政局局长",
        "member 市公路建设指挥部 戚武 成员 市林业局局长",
    }


def test_who_stands_in_needs_no_word_for_while() -> None:
    told = read("plan", "高山同志外出，由林海同志代理；江涛、田丰同志互为代理。")
    assert told == {"backup 高山 林海", "ab_pair 江涛 田丰"}


@pytest.mark.parametrize(
    "line",
    [
        "区长：马力；B岗：石勇",
        "区长：马力，其B角为石勇。",
        "区长：马力 B岗：副区长石勇",
        "区长：马力。B岗：石勇。",
    ],
)
def test_a_post_its_holder_and_his_backup_in_one_line(line: str) -> None:
    section = "副区长高远：A岗负责农业工作，B岗为石勇。"
    assert "backup 马力 石勇" in read("ab", section, line)
    assert "backup 高远 石勇" in read("ab", section, line)


@pytest.mark.parametrize("line", ["教育科：马力；B岗：石勇", "马力；B岗：石勇", "B岗：石勇"])
def test_a_backup_of_one_whom_nobody_names_is_told_as_not_understood(line: str) -> None:
    assert read("ab", line) == set()
    assert left_open("ab", line) == [line]


@pytest.mark.parametrize("line", ["教育科：马力；B岗：石勇", "马力；B岗：石勇"])
def test_a_line_on_another_is_not_of_the_leader_above(line: str) -> None:
    section = "副区长高远：A岗负责农业工作，B岗为谢军。"
    assert "backup 高远 石勇" not in read("ab", section, line)
    assert left_open("ab", section, line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "常务副县长石勇：A岗负责财政、税务工作，B岗为高远。",
        "石勇 常务副县长：A角负责财政、税务工作；B角：高远。",
        "石勇（常务副县长）：A岗负责财政、税务工作，B岗高远。",
    ],
)
def test_what_a_leader_does_as_a_is_his(line: str) -> None:
    assert read("ab", line) == {
        "post 石勇 常务副县长",
        "responsible 石勇 财政",
        "responsible 石勇 税务",
        "backup 石勇 高远",
    }


def test_who_backs_a_leader_up_is_no_field_of_his_work() -> None:
    told = read("division", FIRST, "李强副主任：负责财政、税务工作，B岗为高远。")
    assert told == HIS | {
        "post 李强 副主任",
        "responsible 李强 财政",
        "responsible 李强 税务",
        "backup 李强 高远",
    }


@pytest.mark.parametrize("rule", ["A角：负责本职工作，B角应主动。", "工作要求：A角负责本职工作。"])
def test_what_every_a_and_b_does_is_nobodys(rule: str) -> None:
    assert read("ab", rule) == set()
    assert left_open("ab", rule) == []


def test_a_notice_for_the_time_of_an_absence_leaves_the_division_as_it_is() -> None:
    body = "李强同志于2023年6月1日至6月30日参加学习，期间其分管的工作由赵刚同志代管。"
    for title in ("李强同志外出学习期间工作安排", "市政府领导外出期间工作代管安排"):
        head, *rest = parse(f"云岭市人民政府关于{title}的通知\n云府发〔2023〕9号\n各单位：\n{body}")
        assert isinstance(head, Document)
        assert head.partial
        assert {type(fact) for fact in rest} == {Unparsed}


def test_a_joint_conference_is_set_up_by_its_rules() -> None:
    title = "云岭市人民政府办公室关于建立云岭市防汛工作联席会议制度的通知"
    facts = parse(
        f"{title}\n云府办〔2023〕9号\n一、组成人员\n召集人：王明　市长\n成员单位：市水利局。"
    )
    assert [(seat.group, seat.person) for seat in facts if isinstance(seat, Member)] == [
        ("云岭市防汛工作联席会议", "王明")
    ]
