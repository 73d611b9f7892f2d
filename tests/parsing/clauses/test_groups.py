"""Seats of groups in rarer wordings, beside sentences that only look like them."""

from __future__ import annotations

import pytest

from registry.model.facts import Group, Member, Supervises
from registry.parsing.notice import parse
from tests.notices.score import row_of

GROUP = "青溪市防汛抗旱指挥部"
SET_UP = "成立青溪市防汛抗旱指挥部。"


def read(title: str, *body: str) -> set[str]:
    """Return what a notice states of groups, each fact a line without the group's name."""
    head = f"青溪市人民政府关于{title}的通知\n青府发〔2020〕1号\n各有关单位：\n"
    rows = [row_of(fact) for fact in parse(head + "\n".join(body))]
    return {
        " ".join(value for value in row if value and value != GROUP)
        for row in rows
        if row and row[0].startswith(("member", "office", "subgroup"))
    }


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("组长改由副市长王明担任。", {"member 王明 组长 副市长"}),
        ("总指挥由副市长王明同志接任。", {"member 王明 总指挥 副市长"}),
        ("副组长李强同志改由副市长王明同志接替。", {"member 王明 副组长 副市长"}),
        (
            "李强同志不再担任总指挥，由副市长王明同志接任。",
            {"member 王明 总指挥 副市长"},
        ),
        ("李强同志不再担任总指挥，副市长王明任总指挥。", {"member 王明 总指挥 副市长"}),
        ("李强同志不再担任总指挥。", set()),
        ("总指挥由市政府另行确定。", set()),
        (
            "增加市财政局局长王明、市审计局局长李强两位同志为成员。",
            {"member 王明 成员 市财政局局长", "member 李强 成员 市审计局局长"},
        ),
        ("主任由古力娜尔同志担任。", {"member 古力娜尔 主任"}),
        (
            "办公室设在市水利局，王明任专职副主任。",
            {"office 市水利局", "member 王明 专职副主任 办公室"},
        ),
        ("办公室主任改由市水利局局长王明兼任。", {"office_director 王明"}),
        ("秘书处设在市水利局。", {"office 市水利局"}),
        (
            "办公室主任由市水利局局长王明兼任；副主任由市财政局副局长李强，市审计局副局长、调研员张敏兼任。",
            {
                "office_director 王明",
                "member 李强 副主任 市财政局副局长 办公室",
                "member 张敏 副主任 市审计局副局长、调研员 办公室",
            },
        ),
        ("办公室成员由各成员单位有关科室负责同志担任。", set()),
        ("工作会议由组长或其委托的副组长召集，参加人员为指挥部成员。", set()),
        (
            "由市委书记王明、市长李强共同担任组长。",
            {"member 王明 组长 市委书记", "member 李强 组长 市长"},
        ),
        (
            "成员为：市审计局（局长王明）、市财政局（副局长李强），以及市水利局。",
            {
                "member 王明 成员 市审计局局长",
                "member 李强 成员 市财政局副局长",
                "member_org 市水利局 成员",
            },
        ),
        (
            "组长、副组长分别由市长王明、副市长李强同志担任。",
            {"member 王明 组长 市长", "member 李强 副组长 副市长"},
        ),
        (
            "由市长王明、副市长李强分别担任总指挥、副总指挥，市水利局局长张敏任副总指挥。",
            {
                "member 王明 总指挥 市长",
                "member 李强 副总指挥 副市长",
                "member 张敏 副总指挥 市水利局局长",
            },
        ),
        (
            "办公室设在市水利局，王明、市水利局副局长李强分别兼任办公室主任、副主任。",
            {
                "office 市水利局",
                "office_director 王明",
                "member 李强 副主任 市水利局副局长 办公室",
            },
        ),
        ("组长、副组长、成员分别由王明、李强担任。", set()),
        ("组长为市审计局局长王明。", {"member 王明 组长 市审计局局长"}),
        ("组长为各工作组的第一责任人。", set()),
        ("前线总指挥由副市长王明担任。", {"member 王明 前线总指挥 副市长"}),
        (
            "办公室设在市水利局，办公室主任：王明（兼）。",
            {"office 市水利局", "office_director 王明"},
        ),
        (
            "市审计局副局长王明、市财政局副局长李强为办公室副主任。",
            {
                "member 王明 副主任 市审计局副局长 办公室",
                "member 李强 副主任 市财政局副局长 办公室",
            },
        ),
        ("首席联络员由市水利局科长王明担任。", {"member 王明 首席联络员 市水利局科长"}),
    ],
)
def test_a_sentence_about_seats(sentence: str, facts: set[str]) -> None:
    assert read("成立青溪市防汛抗旱指挥部", SET_UP, sentence) == facts


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (
            ("成员：（按姓氏笔画排序）", "王明　市水利局局长", "李强　市财政局局长"),
            {"member 王明 成员 市水利局局长", "member 李强 成员 市财政局局长"},
        ),
        (
            ("成员：市水利局　副局长　王　明", "市财政局　副局长　都　市"),
            {"member 王明 成员 市水利局副局长", "member 都市 成员 市财政局副局长"},
        ),
        (
            ("二、指挥部成员单位", "市水利局、市财政局。"),
            {"member_org 市水利局 成员", "member_org 市财政局 成员"},
        ),
        (
            (
                "副总指挥：王　明　市水利局局长",
                "　　　　　李　强　市财政局局长",
                "　　　　　青山县县长",
            ),
            {
                "member 王明 副总指挥 市水利局局长",
                "member 李强 副总指挥 市财政局局长",
                "member_role 副总指挥 青山县县长",
            },
        ),
        (
            ("副总指挥：总工王明、安全矿长李强",),
            {"member 王明 副总指挥 总工", "member 李强 副总指挥 安全矿长"},
        ),
        (
            (
                "成员：调度主任王明、技术科李强、财务科长、安全员　主要职责：负责调度、指挥和救援工作。",
            ),
            {
                "member 王明 成员 调度主任",
                "member 李强 成员 技术科",
                "member_role 成员 财务科长",
                "member_role 成员 安全员",
            },
        ),
        (("二、指挥部成员单位职责", "市水利局、市财政局要加强协作。"), set()),
        (
            ("下设宣传组。", "宣传组：组长王明，成员李强、各镇妇联主席。"),
            {
                "subgroup 宣传组",
                "member 王明 组长 宣传组",
                "member 李强 成员 宣传组",
                "member_role 成员 各镇妇联主席 宣传组",
            },
        ),
        (
            ("指挥部下设办公室（以下简称市防汛办）和两个专业组。", "市防汛办设在市水利局。"),
            {"office 市水利局"},
        ),
        (
            ("职务\t姓名\t单位及职务", "总指挥\t回音\t市水利局局长", "办公室主任由回音同志担任。"),
            {"member 回音 总指挥 市水利局局长", "office_director 回音"},
        ),
    ],
)
def test_lists_of_seats(lines: tuple[str, ...], facts: set[str]) -> None:
    assert read("成立青溪市防汛抗旱指挥部", SET_UP, *lines) == facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "王明同志任县森林草原防灭火指挥部总指挥，县林业局局长李强任副总指挥。",
            {
                "member 县森林草原防灭火指挥部 王明 总指挥",
                "member 县森林草原防灭火指挥部 李强 副总指挥 县林业局局长",
            },
        ),
        (
            "县河长制工作领导小组组长由王明担任，县防震减灾指挥部指挥长由李强担任。",
            {
                "member 县河长制工作领导小组 王明 组长",
                "member 县防震减灾指挥部 李强 指挥长",
            },
        ),
        ("县残疾人工作委员会主任由王明同志接任。", {"member 县残疾人工作委员会 王明 主任"}),
        ("任命王明同志为县发展和改革委员会主任。", set()),
        ("任命王明为县监察委员会副主任。", set()),
        (
            "县旅游发展领导小组更名为县文旅产业发展领导小组，组长由王明担任。",
            {"member 县文旅产业发展领导小组 王明 组长"},
        ),
        (
            "新设县低空经济工作专班，由王明任召集人，县发改委、县工信局为成员单位。",
            {
                "member 县低空经济工作专班 王明 召集人",
                "member_org 县低空经济工作专班 县发改委 成员",
                "member_org 县低空经济工作专班 县工信局 成员",
            },
        ),
        (
            "（一）县征兵工作领导小组。组长：王明；副组长：李强、张敏（县人武部部长）。",
            {
                "member 县征兵工作领导小组 王明 组长",
                "member 县征兵工作领导小组 李强 副组长",
                "member 县征兵工作领导小组 张敏 副组长 县人武部部长",
            },
        ),
        ("撤销县口岸工作领导小组，其职责由县商务局承担。", set()),
        ("县商务局要发挥县口岸工作领导小组组长单位作用。", set()),
    ],
)
def test_seats_of_groups_that_were_there_before(sentence: str, facts: set[str]) -> None:
    assert read("调整部分议事协调机构组成人员", sentence) == facts


def test_a_group_named_behind_its_members() -> None:
    said = (
        "市公安局成立局党委委员、交警支队支队长王明任组长，交警支队副支队长李强任副组长，"
        "各大队负责人为成员的“春季行动”领导小组，办公室设在支队秩序科，副支队长张敏兼任办公室主任。"
    )
    assert read("做好有关工作", said) == {
        "member “春季行动”领导小组 王明 组长 局党委委员、交警支队支队长",
        "member “春季行动”领导小组 李强 副组长 交警支队副支队长",
        "member_org “春季行动”领导小组 各大队 成员",
        "office “春季行动”领导小组 支队秩序科",
        "office_director “春季行动”领导小组 张敏",
    }


def test_a_group_that_changes_its_own_seats() -> None:
    text = "青溪县旅游发展领导小组关于调整部分成员的通知\n领导小组组长由副县长王明担任。"
    rows = [row_of(fact) for fact in parse(text)]
    assert ("member", "青溪县旅游发展领导小组", "王明", "组长", "副县长", "") in rows


def test_minutes_say_who_takes_a_post_a_seat_or_anothers_work() -> None:
    text = (
        "青溪县人民政府第5次常务会议纪要\n2024年6月18日，县长王明主持召开县政府第5次常务会议。\n"
        "一、会议决定：任命李强同志为县审计局局长，任命张敏同志为县统计局局长；免去李强同志的县统计局局长职务。\n"
        "二、赵刚同志不再担任云溪水库建设指挥部指挥长，由县水利局局长孙伟接任。\n"
        "三、赵刚同志原负责的库区道路复建工作移交副局长周敏同志负责，双方于6月底前完成交接。\n"
        "四、赵刚同志不再担任县水利局局长，由吴波同志接任；县信访局局长由周敏同志兼任。\n"
        "五、关于征地工作。会议要求，由县住建局牵头，县财政局配合，6月底前完成。\n"
        "六、会议指出，各部门要加强配合，任命干部要严格程序。"
    )
    found = [row_of(fact) for fact in parse(text)]
    assert {" ".join(v for v in row if v) for row in found if row and row[0] != "document"} == {
        "appointed 李强 县审计局局长",
        "appointed 张敏 县统计局局长",
        "removed 李强 县统计局局长",
        "group 云溪水库建设指挥部 mentioned",
        "removed 赵刚 县水利局局长",
        "appointed 吴波 县水利局局长",
        "concurrently_appointed 周敏 县信访局局长",
        "member 云溪水库建设指挥部 孙伟 指挥长 县水利局局长",
        "responsible 周敏 库区道路复建",
    }


def test_a_seat_in_a_notice_of_appointments_is_no_post() -> None:
    text = (
        "青溪县人民政府关于王明同志任职的通知\n任命王明同志为县政府副县长。\n"
        "王明同志任县河长制工作领导小组组长，李强同志不再担任组长。"
    )
    rows = {row[:3] for row in map(row_of, parse(text)) if row}
    assert {row for row in rows if row[0] not in ("document", "group")} == {
        ("appointed", "王明", "县政府副县长"),
        ("member", "县河长制工作领导小组", "王明"),
    }


@pytest.mark.parametrize("marks", ['""', "''", "‘’", "＂＂", "「」", "『』", "“”", "〝〞"])
def test_a_short_name_in_any_quotation_marks(marks: str) -> None:
    head = "青溪市人民政府关于成立有关机构的通知\n青府发〔2020〕1号\n"
    named = "成立“青溪市防汛抗旱指挥部”（以下简称“指挥部”），总指挥：王明。"
    body = named.replace("“", marks[0]).replace("”", marks[1])
    [group] = [fact for fact in parse(head + body) if isinstance(fact, Group)]
    assert (group.group, group.alias) == (GROUP, "指挥部")


@pytest.mark.parametrize("marks", ['""', "''", "‘’", "“”"])
def test_an_agencys_short_name_is_without_the_words_before_it(marks: str) -> None:
    named = f"（以下简称{marks[0]}投促局{marks[1]}）"
    head = "青溪市人民政府关于调整市政府领导分工的通知\n"
    facts = parse(f"{head}王明：副市长。分管市投资促进局{named}。")
    [agency] = [fact for fact in facts if isinstance(fact, Supervises)]
    assert (agency.org, agency.alias) == ("市投资促进局", "投促局")


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "指挥部下设办公室，办公室设在市水利局，由王明兼任办公室主任，李强、赵云任副主任。",
            {
                "office 市水利局",
                "office_director 王明",
                "member 李强 副主任 办公室",
                "member 赵云 副主任 办公室",
            },
        ),
        (
            "指挥部下设办公室在市水利局办公，办公室主任：王明，副主任：李强、赵云。",
            {
                "office 市水利局",
                "office_director 王明",
                "member 李强 副主任 办公室",
                "member 赵云 副主任 办公室",
            },
        ),
        (
            "指挥部办公室设在市水利局，办公室主任王明，副主任李强，成员赵云、周正。",
            {
                "office 市水利局",
                "office_director 王明",
                "member 李强 副主任 办公室",
                "member 赵云 成员 办公室",
                "member 周正 成员 办公室",
            },
        ),
        (
            "办公室设在市水利局，王明任办公室主任，成员由李强、赵云组成。",
            {
                "office 市水利局",
                "office_director 王明",
                "member 李强 成员 办公室",
                "member 赵云 成员 办公室",
            },
        ),
        (
            "指挥部下设办公室，办公室设在市水利局，主任：王明（兼），成员：李强、赵云。",
            {
                "office 市水利局",
                "office_director 王明",
                "member 李强 成员 办公室",
                "member 赵云 成员 办公室",
            },
        ),
        (
            "指挥部办公室设在市水利局，主任由王明担任，成员由李强、赵云担任。",
            {
                "office 市水利局",
                "office_director 王明",
                "member 李强 成员 办公室",
                "member 赵云 成员 办公室",
            },
        ),
        ("指挥部下设“一办三组”，办公室设在市水利局。", {"office 市水利局"}),
        (
            "副总指挥由市政府办公室副主任王明担任，成员由李强、赵云组成。",
            {"member 王明 副总指挥 市政府办公室副主任", "member 李强 成员", "member 赵云 成员"},
        ),
    ],
)
def test_an_office_with_its_head_and_members_in_one_sentence(
    sentence: str, facts: set[str]
) -> None:
    assert read("成立青溪市防汛抗旱指挥部", sentence) == facts


COMMITTEE = "青溪市第三届运动会组委会"


@pytest.mark.parametrize(
    "rows",
    [
        ("主 任：王 明  市长", "副 主 任：李 强  副市长", "委　员：周　正  市财政局局长"),
        ("主　　任　王　明　市长", "副 主 任　李　强　副市长", "委　　员　周　正　市财政局局长"),
        (
            "主\u3000任 ：王\u3000明（市长）",
            "副\u3000主\u3000任：李强（副市长）",
            "委 员:周 正（市财政局局长）",
        ),
    ],
)
def test_roles_and_names_with_spaces_inside(rows: tuple[str, ...]) -> None:
    text = "\n".join([f"{COMMITTEE}成员名单", *rows, "青溪市人民政府办公室", "2020年3月8日"])
    found = [fact for fact in parse(text) if isinstance(fact, Member)]
    assert [(fact.group, fact.role, fact.person, fact.title) for fact in found] == [
        (COMMITTEE, "主任", "王明", "市长"),
        (COMMITTEE, "副主任", "李强", "副市长"),
        (COMMITTEE, "委员", "周正", "市财政局局长"),
    ]


def test_who_signs_is_no_row_of_a_list_of_names() -> None:
    body = ["总 指 挥：王 明", "成　员：周　正、孙 丽 华", "青溪市人民政府办公室", "2020年3月8日"]
    assert read("成立青溪市防汛抗旱指挥部", *body) == {
        "member 王明 总指挥",
        "member 周正 成员",
        "member 孙丽华 成员",
    }


def test_a_paragraph_that_sets_up_a_group_and_tells_its_roles_names_it_plainly() -> None:
    text = "青溪市人民政府关于有关工作的通知\n成立青溪市防汛抗旱指挥部。总指挥：王明。"
    groups = [fact.group for fact in parse(text) if isinstance(fact, Group)]
    assert groups == [GROUP]


@pytest.mark.parametrize(
    "heading",
    [
        "（二）资金保障组",
        "1.资金保障组",
        "资金保障组：",
        "一、资金保障组",
        "资金保障组",
        "（二）资金保障组。",
    ],
)
def test_prose_under_the_heading_of_a_part_is_of_the_part(heading: str) -> None:
    part = "资金保障组"
    assert read(SET_UP[:-1], SET_UP, heading, "由市财政局牵头，副局长何亮任组长。") == {
        f"subgroup {part}",
        f"member_org 市财政局 牵头单位 {part}",
        f"member 何亮 组长 副局长 {part}",
    }
    assert read(SET_UP[:-1], SET_UP, heading, "由市财政局牵头，市审计局、市统计局配合。") == {
        f"subgroup {part}",
        f"member_org 市财政局 牵头单位 {part}",
        f"member_org 市审计局 成员 {part}",
        f"member_org 市统计局 成员 {part}",
    }


def test_the_heading_of_a_part_may_open_its_sentence() -> None:
    part = "资金保障组"
    assert read(SET_UP[:-1], SET_UP, "资金保障组：由市财政局牵头，副局长何亮任组长。") == {
        f"subgroup {part}",
        f"member_org 市财政局 牵头单位 {part}",
        f"member 何亮 组长 副局长 {part}",
    }


def test_a_part_ends_where_the_text_goes_on_to_other_matters() -> None:
    body = (
        "（一）资金保障组",
        "职责：负责资金拨付。",
        "何亮任组长。",
        "二、工作要求",
        "市水利局局长邹平任副指挥长。",
    )
    assert read(SET_UP[:-1], SET_UP, *body) == {
        "subgroup 资金保障组",
        "member 何亮 组长 资金保障组",
        "member 邹平 副指挥长 市水利局局长",
    }


def test_who_leads_the_work_is_no_part_of_a_title() -> None:
    said = "由市财政局牵头，副局长何亮任副指挥长。"
    assert read(SET_UP[:-1], SET_UP, said) == {"member 何亮 副指挥长 副局长"}


@pytest.mark.parametrize("heading", ["一、领导小组", "（一）工作专班"])
def test_a_kind_of_group_is_no_part_of_one(heading: str) -> None:
    assert read(SET_UP[:-1], SET_UP, heading, "由市财政局牵头，何亮任组长。") == {
        "member 何亮 组长"
    }


def test_a_sentence_that_begins_with_the_group_is_of_it_under_a_heading_too() -> None:
    said = f"由市财政局牵头，何亮任组长。{GROUP}副指挥长由邹平担任。"
    assert read(SET_UP[:-1], SET_UP, "（二）资金保障组", said) == {
        "subgroup 资金保障组",
        "member_org 市财政局 牵头单位 资金保障组",
        "member 何亮 组长 资金保障组",
        "member 邹平 副指挥长",
    }


def test_a_label_alone_in_its_line_ends_the_list_above() -> None:
    rows = ("副指挥长：市公安局副局长 谢军", "成员", "市气象局局长 邹平、市水利局局长 田野")
    assert read(SET_UP[:-1], SET_UP, *rows) == {
        "member 谢军 副指挥长 市公安局副局长",
        "member 邹平 成员 市气象局局长",
        "member 田野 成员 市水利局局长",
    }


@pytest.mark.parametrize("mark", ["、", " ", "　　"])
def test_several_people_with_their_titles_first_in_one_row(mark: str) -> None:
    rows = ("成员：市公安局副局长 谢军", f"市气象局局长 邹平{mark}市水利局局长 田野")
    assert read(SET_UP[:-1], SET_UP, *rows) == {
        "member 谢军 成员 市公安局副局长",
        "member 邹平 成员 市气象局局长",
        "member 田野 成员 市水利局局长",
    }


def groups_of(body: str) -> dict[str, str | None]:
    text = f"青溪县人民政府办公室关于议事协调机构的通知\n{body}\n"
    return {fact.group: fact.status for fact in parse(text) if isinstance(fact, Group)}


@pytest.mark.parametrize(
    ("body", "ended"),
    [
        ("经县政府同意，撤销县防汛指挥部。", ["县防汛指挥部"]),
        (
            "决定撤销县旅游工作领导小组、县古镇保护指挥部等2个机构。",
            ["县旅游工作领导小组", "县古镇保护指挥部"],
        ),
        ("原县创城指挥部同时撤销。", ["县创城指挥部"]),
        ("不再保留县招商专班。", ["县招商专班"]),
        (
            (
                "决定撤销下列议事协调机构：\n1.县招商工作领导小组\n2.县棚改指挥部；\n"
                "上述机构撤销后，职责由有关部门承担。"
            ),
            ["县招商工作领导小组", "县棚改指挥部"],
        ),
    ],
)
def test_groups_that_a_notice_ends(body: str, ended: list[str]) -> None:
    found = groups_of(body)
    assert [name for name, status in found.items() if status == "dissolved"] == ended


@pytest.mark.parametrize(
    "body",
    [
        "县防汛指挥部任务完成后自行撤销。",
        "任务完成后撤销县防汛指挥部。",
        "县防汛指挥部拟撤销。",
        "《关于撤销县防汛指挥部的通知》同时废止。",
        "撤销王明县防汛指挥部副指挥长职务。",
    ],
)
def test_a_group_that_ends_later_or_elsewhere_is_in_being(body: str) -> None:
    assert "dissolved" not in groups_of(body).values()
