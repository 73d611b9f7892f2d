"""Tables of agencies, of members, of posts and of pairs, with rows that state nothing."""

from __future__ import annotations

import pytest

from registry.model import facts as f
from registry.parsing.notice import parse

HEADS = {
    "report": "青溪市人民政府关于2020年一季度经济指标完成情况的通报",
    "group": "青溪市人民政府关于成立青溪市防汛抗旱指挥部的通知",
    "ab": "青溪市人民政府关于建立AB角工作制度的通知",
    "appointment": "青溪市人民政府关于王明等同志任免职的通知",
    "plan": "青溪市人民政府关于做好有关工作的通知",
    "division": "青溪市人民政府关于调整市政府领导分工的通知",
}


def read(kind: str, *rows: str) -> list[f.AnyFact]:
    text = "\n".join((HEADS[kind], "青府发〔2020〕1号", "各有关单位：", *rows))
    return [one for one in parse(text) if not isinstance(one, f.Document | f.Group)]


def test_rows_of_indicators_with_and_without_an_agency_a_level_and_figures() -> None:
    found = read(
        "report",
        "责任单位\t指标名称\t目标任务\t实际完成\t差距",
        "市商务局\t实际利用外资（亿元）\t6.0\t5.0\t-1.0",
        "商务\t出口\t1\t2\t3",
        "教育局\t入学率\t90\t\t",
    )
    assert [
        (one.org, one.indicator, one.target, one.actual, one.gap)
        for one in found
        if isinstance(one, f.Indicator)
    ] == [
        ("市商务局", "实际利用外资", "6.0", "5.0", "-1.0"),
        ("市教育局", "入学率", "90", None, None),
    ]


def test_rows_of_members_without_a_name_are_nobodys() -> None:
    found = read(
        "group",
        "序号\t姓名\t角色\t单位及职务",
        "1\t王明\t指挥长\t市政府市长",
        "2\t李强\t副指挥长\t市水利局局长",
        "3\t\t成员\t市公安局",
        "4\t市教育局\t成员\t",
    )
    assert [(one.person, one.role, one.title) for one in found if isinstance(one, f.Member)] == [
        ("王明", "指挥长", "市政府市长"),
        ("李强", "副指挥长", "市水利局局长"),
    ]


def test_rows_of_posts_with_a_name_only_move_somebody() -> None:
    found = read(
        "appointment",
        "姓名\t现任职务\t任职\t免职",
        "王明\t市教育局副局长\t市教育局局长\t无",
        "总计\t一人\t一人\t—",
    )
    assert [(type(one), one.person, one.post) for one in found if isinstance(one, f.PostFact)] == [
        (f.Appointed, "王明", "市教育局局长")
    ]


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        (("A角\tB角\tC角", "王明\t李强\t张华"), [("王明", "李强"), ("王明", "张华")]),
        (("A角\tB角", "王明\t李强", "某处\t张华", "\t赵敏"), [("王明", "李强")]),
        (("分管领导\tB角", "王明\t李强"), [("王明", "李强")]),
    ],
)
def test_rows_of_pairs_name_both(rows: tuple[str, ...], pairs: list[tuple[str, str]]) -> None:
    assert [(one.a, one.b) for one in read("ab", *rows) if isinstance(one, f.Backup)] == pairs


@pytest.mark.parametrize(
    ("line", "contacts"),
    [
        ("请报市教育局（联系人：王明）。", [("王明", "市教育局")]),
        ("联系人：李强、张华。", [("李强", None), ("张华", None)]),
        ("联系人：值班室。", []),
        ("市教育局联系人：王明；联系人：值班人员。", [("王明", None)]),
    ],
)
def test_contacts_are_people(line: str, contacts: list[tuple[str, str | None]]) -> None:
    found = [one for one in read("plan", line) if isinstance(one, f.Contact)]
    assert [(one.person, one.org) for one in found] == contacts


def test_a_division_in_labelled_fields() -> None:
    found = read(
        "division",
        "姓名：王明",
        "职务：市长",
        "分工：负责市政府全面工作",
        "分管：市教育局",
        "姓名：李强",
        "分工：教育、科技",
    )
    told = [(type(one).__name__, list(one.__struct_fields__)) for one in found]
    assert [name for name, _ in told] == [
        "Post",
        "Responsible",
        "Supervises",
        "Responsible",
        "Responsible",
    ]
    people = [getattr(one, "person", None) for one in found]
    assert people == ["王明", "王明", "王明", "李强", "李强"]


def test_a_table_that_the_page_flattened_is_read_cell_by_cell_agency_by_agency() -> None:
    found = read(
        "report",
        "各责任部门主要指标完成情况表",
        "序号 指标名称 目标 实际 差距",
        "（%）",
        "市商务局（4个）",
        "1 出口总额 9.5 8.1 -1.4",
        "2",
        "批发业商品",
        "销售额（亿元）",
        "7.9",
        "3 住宿业营业额 已完成",
        "4 9.5",
        "教育局（2个）",
        "1 入学率 90 未完成",
        "2 毕业率 91",
        "序号 指标名称 目标 实际 差距",
        "（%）",
        "3 就学率 90 89 -1 5",
        "各县主要指标排名",
        "注：数据来自市统计局",
        "市水利局（1个）",
        "1 水库数 1 2 1",
    )
    assert [
        (one.org, one.indicator, one.target, one.actual, one.gap)
        for one in found
        if isinstance(one, f.Indicator)
    ] == [
        ("市商务局", "出口总额", "9.5", "8.1", "-1.4"),
        ("市商务局", "批发业商品销售额", None, "7.9", None),
        ("市商务局", "住宿业营业额", None, "已完成", None),
        ("市教育局", "入学率", "90", None, "未完成"),
        ("市教育局", "毕业率", None, "91", None),
        ("市教育局", "就学率", "90", "89", "-1"),
    ]
