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
        ("包村：石滩村。", {"liaises 王明 石滩村"}),
        ("分管领导因工作调动的，按程序调整。", set()),
        ("分管安全生产的领导要落实责任。", set()),
        ("联系市委办公室。服务清源公司。", {"liaises 王明 市委办公室"}),
        ("分管市农业局；指导市供销社工作。", {"supervises 王明 市农业局"}),
        ("统筹推进开发区建设。", {"responsible 王明 开发区建设"}),
        (
            "分管市工信局。受市长委托负责审计工作。",
            {"supervises 王明 市工信局", "responsible 王明 审计"},
        ),
        ("市长不在市内时，受市长委托主持市政府工作。", set()),
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
        ("县长王明，AB角为副县长李强。", {"ab_pair 李强 王明"}),
        ("王明同志的AB角为李强同志。", {"ab_pair 李强 王明"}),
        ("王明的工作由李强顶岗。", {"backup 王明 李强"}),
        ("A角的工作由B角顶岗。", set()),
        ("王明同志分管的工作由其他领导代理。", set()),
        ("A岗：王明，B岗：空缺。", set()),
    ],
)
def test_main_and_deputy_posts(sentence: str, facts: set[str]) -> None:
    assert read("ab", sentence) == facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "主任王明同志主持全面工作，副主任张敏同志分管文秘科，副主任李强分管督查科。",
            {
                *("post 王明 主任", "post 张敏 副主任", "post 李强 副主任"),
                *("responsible 王明 全面工作", "supervises 张敏 文秘科", "supervises 李强 督查科"),
            },
        ),
        (
            "经研究，总工程师李强同志负责科技工作，协助王明同志分管信息科。",
            {
                *("post 李强 总工程师", "responsible 李强 科技"),
                "assists_supervising 李强 信息科",
            },
        ),
        (
            "王明副局长分管人事科，李强同志分管的防火科不变。",
            {"post 王明 副局长", "supervises 王明 人事科"},
        ),
        ("青溪市实行市长负责制，副市长协助市长工作。", set()),
        (
            "王明负责人事工作，李强负责财务工作。",
            {"responsible 王明 人事", "responsible 李强 财务"},
        ),
        ("王明同志负责人事工作，李强负责财务工作。", {"responsible 王明 人事"}),
        ("会前，市长王明主持会议，副市长李强同志参加。", set()),
    ],
)
def test_several_leaders_in_one_sentence(sentence: str, facts: set[str]) -> None:
    assert read("division", sentence) == facts


def test_the_leader_named_last_has_what_follows() -> None:
    told = read(
        "division", "主任王明同志主持全面工作，副主任李强同志分管文秘科。", "联系市档案馆。"
    )
    assert "liaises 李强 市档案馆" in told
    assert "liaises 王明 市档案馆" not in told


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "联系市妇联等群众团体和驻市部队。",
            {"liaises 王明 市妇联", "liaises 王明 驻市部队"},
        ),
        ("牵头协调城市建设工作。", {"responsible 王明 城市建设"}),
        ("负责教育等专项工作，以及体育工作。", {"responsible 王明 教育", "responsible 王明 体育"}),
    ],
)
def test_lists_and_verbs(sentence: str, facts: set[str]) -> None:
    assert read("division", f"王明：{sentence}") == facts


def test_a_head_noun_that_titles_share() -> None:
    told = read("division", "党委宣传、统战委员王明：负责宣传工作。")
    assert told == {"post 王明 党委宣传委员", "post 王明 统战委员", "responsible 王明 宣传"}


def test_all_parts_of_a_list_are_handed_over() -> None:
    told = read("division", "教育、体育等社会事业，道路、桥梁建设等工作，均由王明同志负责。")
    assert {row.split()[-1] for row in told} == {"教育", "体育等社会事业", "道路", "桥梁建设"}


def test_pairs_that_are_arranged() -> None:
    told = read("ab", "经研究，安排王明同志与李强同志，张敏同志与赵刚同志互为“AB角”。")
    assert told == {"ab_pair 李强 王明", "ab_pair 张敏 赵刚"}


def test_a_contact_is_not_joined_to_the_next_line() -> None:
    told = read("plan", "王明 联系第一支部；联系人：孙志、陈昊", "顾一凡 联系第二支部")
    assert told == {"contact 孙志", "contact 陈昊"}


def test_fields_of_a_page_in_square_brackets() -> None:
    told = read(
        "division",
        "【姓名】王 明",
        "【职务】副市长",
        "【分工】负责商务工作。",
        "联系单位：市科协。",
    )
    assert told == {"post 王明 副市长", "responsible 王明 商务", "liaises 王明 市科协"}


def test_duties_that_are_numbered_under_a_heading() -> None:
    for number in ("1．{}", "2.{}", "①{}", "（3）{}"):
        body = [number.format(duty) for duty in ("分管市商务局；", "联系市科协。")]
        told = read("division", "一、副市长 王明", *body)
        assert told == {"post 王明 副市长", "supervises 王明 市商务局", "liaises 王明 市科协"}


@pytest.mark.parametrize(
    ("body", "posts"),
    [
        (("新任副市长王明同志负责公安工作。",), {"post 王明 副市长"}),
        (("原副市长王明同志负责公安工作。",), set()),
        (
            ("王明副市长", "兼市公安局局长，负责公安工作。"),
            {"post 王明 副市长", "post 王明 市公安局局长"},
        ),
        (("王明：负责公安工作，兼任市公安局局长。",), {"post 王明 市公安局局长"}),
        (("王明：负责公安工作，兼管市公安局。",), set()),
    ],
)
def test_which_titles_are_posts(body: tuple[str, ...], posts: set[str]) -> None:
    assert {row for row in read("division", *body) if row.startswith("post")} == posts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("一、财政所，由镇长王明分管；", {"supervises 王明 财政所"}),
        (
            "经济发展办公室、水厂，由镇长王明分管。",
            {"supervises 王明 经济发展办公室", "supervises 王明 水厂"},
        ),
        ("经会议研究、讨论，由镇长王明分管。", set()),
        (
            "财政所由王明分管，副镇长李强协助分管。",
            {"supervises 王明 财政所", "assists_supervising 李强 财政所"},
        ),
        ("李强同志分管的市科协，由王明同志接替分管。", {"supervises 王明 市科协"}),
    ],
)
def test_work_first_and_then_whose(sentence: str, facts: set[str]) -> None:
    assert read("division", sentence) == facts


def test_a_table_with_a_column_of_agencies_beside_that_of_work() -> None:
    rows = ("姓名\t职务\t分管工作\t分管部门", "王明（女）\t副院长\t共青团、财务\t学工处/团委")
    assert read("division", *rows) == {
        "post 王明 副院长",
        "responsible 王明 共青团",
        "responsible 王明 财务",
        "supervises 王明 学工处",
        "supervises 王明 团委",
    }


def test_who_stands_in_where_the_stand_in_is_away_too() -> None:
    told = read("ab", "王明同志外出期间，由李强同志代行；李强同志同时外出的，由张敏同志代行。")
    assert told == {"backup 王明 李强", "backup 李强 张敏"}


@pytest.mark.parametrize("verb", ["暂行主持", "代为主持", "代理主持", "暂时主持"])
def test_who_presides_for_now_is_in_charge(verb: str) -> None:
    told = read("division", f"王明：副市长。{verb}市政府全面工作，分管市教育局。")
    assert told == {
        "post 王明 副市长",
        "responsible 王明 市政府全面工作",
        "supervises 王明 市教育局",
    }
