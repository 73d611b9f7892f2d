"""Rarer wordings of appointments and removals, beside ones that only look like them."""

from __future__ import annotations

import pytest

from registry.model.facts import Appointed
from registry.parsing.notice import parse
from tests.notices.score import row_of
from tests.parsing.clauses.test_wordings import read


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (
            ("免去：", "王明兼任的市审计局局长职务。"),
            {"removed 王明 市审计局局长"},
        ),
        (
            ("任命王明同志为市审计局局长；免去其市统计局局长职务。",),
            {"appointed 王明 市审计局局长", "removed 王明 市统计局局长"},
        ),
        (
            ("任命王明同志为市审计局局长；", "同时免去其兼任的市统计局局长职务。"),
            {"appointed 王明 市审计局局长", "removed 王明 市统计局局长"},
        ),
        (("同时免去其市统计局局长职务。",), set()),
        (
            ("王明同志因工作调动，不再担任市审计局局长职务。",),
            {"removed 王明 市审计局局长"},
        ),
        (("市审计局因工作需要，不再担任牵头单位。",), set()),
        (
            ("任命次仁旺堆同志为市审计局局长。",),
            {"appointed 次仁旺堆 市审计局局长"},
        ),
        (
            ("李强同志到龄离岗，其兼任的市审计局局长职务由王明同志接任。",),
            {"appointed 王明 市审计局局长"},
        ),
        (("王明教授兼任市审计局局长。",), {"concurrently_appointed 王明 市审计局局长"}),
        (
            ("免去王明同志的市审计局机关党委书记职务（退休）。",),
            {"removed 王明 市审计局机关党委书记", "retired 王明"},
        ),
        (
            ("聘任王明同志为市审计局局长，解聘其市统计局局长职务。",),
            {"appointed 王明 市审计局局长", "removed 王明 市统计局局长"},
        ),
        (
            ("任命王明为市中级人民法院民事审判第一庭庭长、审判员。",),
            {
                "appointed 王明 市中级人民法院民事审判第一庭庭长",
                "appointed 王明 市中级人民法院审判员",
            },
        ),
        (("补选：", "王明为市监察委员会主任。"), {"appointed 王明 市监察委员会主任"}),
        (("补选下列人员的工作由大会主席团负责。",), set()),
        (("会议决定，和平为青溪市人民政府代理市长。",), {"appointed 和平 青溪市人民政府代理市长"}),
        (("王明当选为青溪市人民政府市长。",), {"appointed 王明 青溪市人民政府市长"}),
        (
            ("任命王明、李强为市审计局副局长，免去张敏、赵刚的市统计局副局长职务。",),
            {
                "appointed 王明 市审计局副局长",
                "appointed 李强 市审计局副局长",
                "removed 张敏 市统计局副局长",
                "removed 赵刚 市统计局副局长",
            },
        ),
        (
            ("任命王明为市审计局局长，李强、张敏为市审计局副局长，赵刚为市审计局总审计师。",),
            {
                "appointed 王明 市审计局局长",
                "appointed 李强 市审计局副局长",
                "appointed 张敏 市审计局副局长",
                "appointed 赵刚 市审计局总审计师",
            },
        ),
        (
            ("王明任市审计局局长，李强由市统计局局长转任市审计局调研员。",),
            {"appointed 王明 市审计局局长", "appointed 李强 市审计局调研员"},
        ),
        (
            ("会议审议了关于人事任免的议案，决定免去王明的市审计局局长职务。",),
            {"removed 王明 市审计局局长"},
        ),
        (
            ("会议经无记名投票表决，决定撤销王明的市审计局局长职务。",),
            {"removed 王明 市审计局局长"},
        ),
        (
            ("会上，市委组织部副部长李强宣布任职决定：王明任市审计局局长。",),
            {"appointed 王明 市审计局局长"},
        ),
        (
            ("会议决定接受王明辞去市审计局局长职务、李强辞去市统计局局长职务的请求。",),
            {"removed 王明 市审计局局长", "removed 李强 市统计局局长"},
        ),
        (
            ("会议表决通过了关于接受王明、李强辞去市审计局副局长职务请求的决定。",),
            {"removed 王明 市审计局副局长", "removed 李强 市审计局副局长"},
        ),
        (
            ("会议决定任命王明为青溪市人民政府副市长，并决定为代理市长。",),
            {"appointed 王明 青溪市人民政府副市长", "appointed 王明 青溪市人民政府代理市长"},
        ),
        (
            ("任命王明为青溪市副市长，代理青溪市市长职务。",),
            {"appointed 王明 青溪市副市长", "appointed 王明 青溪市代理市长"},
        ),
        (
            ("副市长王明兼任市公安局局长。",),
            {"concurrently_appointed 王明 市公安局局长"},
        ),
        (("副市长分管领导兼任市公安局局长。",), set()),
        (
            ("由于工作调整，王明先生申请辞去其所担任的公司董事会秘书职务。",),
            {"removed 王明 公司董事会秘书"},
        ),
        (
            ("公司原董事长王明同志因工作安排，申请辞去公司董事长、董事职务。",),
            {"removed 王明 公司董事长", "removed 王明 公司董事"},
        ),
        (("会议选举王明为公司第七届董事会董事长。",), {"appointed 王明 公司第七届董事会董事长"}),
        (
            ("免去王明同志市审计局局长职务。", "任县委委员、常委。"),
            {"removed 王明 市审计局局长", "appointed 王明 县委委员", "appointed 王明 县委常委"},
        ),
        (
            ("免去王明同志市审计局局长职务；", "任伟同志任县委常委。"),
            {"removed 王明 市审计局局长", "appointed 任伟 县委常委"},
        ),
        (("提名，王明同志为市审计局局长。",), set()),
        (("组织提议王明同志担任市审计局局长。",), set()),
        (("王明同志不再担任本职，另有任用。",), set()),
        (
            ("任命王明为市委常委、纪委书记。",),
            {"appointed 王明 市委常委", "appointed 王明 市纪委书记"},
        ),
        (
            ("国务院2010年1月4日免去王明的国家统计局副局长职务。",),
            {"removed 王明 国家统计局副局长"},
        ),
        (
            ("任命王明、李强分别为市审计局局长、副局长。",),
            {"appointed 王明 市审计局局长", "appointed 李强 市审计局副局长"},
        ),
        (
            ("王明、李强同志分别兼任市统计局局长、市粮食局局长。",),
            {
                "concurrently_appointed 王明 市统计局局长",
                "concurrently_appointed 李强 市粮食局局长",
            },
        ),
        (("王明、李强、张敏分别任市档案馆馆长、副馆长。",), set()),
        (("王明任市审计局副局长的试用期已满，正式任职。",), set()),
        (
            ("李强同志晋升为四级调研员，其市审计局局长职务由王明同志接替。",),
            {"appointed 王明 市审计局局长"},
        ),
        (
            ("二、决定免去职务的市人民政府工作人员", "王明　市审计局局长"),
            {"removed 王明 市审计局局长"},
        ),
        (("任命安全同志为市审计局局长。",), {"appointed 安全 市审计局局长"}),
        (
            ("任命和平、高度为市审计局副局长。",),
            {"appointed 和平 市审计局副局长", "appointed 高度 市审计局副局长"},
        ),
        (("任命常务副市长为领导小组组长。",), set()),
        (("聘任专家为顾问。",), set()),
        (
            ("任命王明为市规划设计院院长，免去其副院长职务。",),
            {"appointed 王明 市规划设计院院长", "removed 王明 市规划设计院副院长"},
        ),
        (
            ("任命王明为市规划设计院院长，免去其副局长职务。",),
            {"appointed 王明 市规划设计院院长", "removed 王明 副局长"},
        ),
        (
            (
                "经研究决定，任命：宝音德力格尔同志为市审计局局长；",
                "孟根其其格（女，蒙古族）同志为市审计局副局长。",
                "免去：王明的市审计局局长职务，任二级巡视员。",
            ),
            {
                "appointed 宝音德力格尔 市审计局局长",
                "appointed 孟根其其格 市审计局副局长",
                "removed 王明 市审计局局长",
                "appointed 王明 二级巡视员",
            },
        ),
        (
            ("王明同志任市审计局党组副书记（正科级，列党组书记之后）。",),
            {"appointed 王明 市审计局党组副书记"},
        ),
        (
            ("原副局长王明不再兼任市审计局副局长。",),
            {"removed 王明 市审计局副局长"},
        ),
        (("原市城市更新工作专班予以撤销，工作职责划入市住建局。",), set()),
        (
            ("王明　免市审计局局长，改任市审计局调研员。",),
            {"removed 王明 市审计局局长", "appointed 王明 市审计局调研员"},
        ),
    ],
)
def test_a_personnel_clause(lines: tuple[str, ...], facts: set[str]) -> None:
    assert read("appointment", *lines) == facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "任命王明同志为市卫健委副主任，主持市疾控中心工作。",
            {"appointed 王明 市卫健委副主任", "responsible 王明 市疾控中心"},
        ),
        ("任命王明同志为市疾控中心副主任，主持工作。", {"appointed 王明 市疾控中心副主任"}),
        ("由王明同志临时主持市疾控中心工作。", {"responsible 王明 市疾控中心"}),
        ("王明同志主持市疾控中心全面工作。", {"responsible 王明 市疾控中心全面工作"}),
        ("市疾控中心工作暂由副主任王明同志主持。", {"responsible 王明 市疾控中心"}),
        ("由市卫健委主持疫苗接种工作。", set()),
        ("由一名副主任主持市疾控中心工作。", set()),
    ],
)
def test_who_is_in_charge_without_the_post(sentence: str, facts: set[str]) -> None:
    assert read("appointment", sentence) == facts


def test_what_stands_beside_a_post_is_one_of_its_terms() -> None:
    text = "青溪市人民政府关于王明任职的通知\n任命王明同志为市疾控中心副主任，主持工作。"
    (made,) = (fact for fact in parse(text) if isinstance(fact, Appointed))
    assert (made.post, made.terms) == ("市疾控中心副主任", "主持工作")


def test_columns_of_posts_taken_and_left() -> None:
    title = "青溪镇党委关于调整部分站所干部的通知"
    header = "序号\t姓名\t性别\t任何职务\t免何职务\t备注"
    rows = ("1\t王明\t男\t镇财政所所长\t镇水利站站长\t", "2\t李强\t男\t\t镇财政所所长\t退休")
    facts = [row_of(fact) for fact in parse("\n".join([title, header, *rows]))]
    assert {" ".join(v for v in row if v) for row in facts if row and row[0] != "document"} == {
        "appointed 王明 镇财政所所长",
        "removed 王明 镇水利站站长",
        "removed 李强 镇财政所所长",
        "retired 李强",
    }


def test_a_congresss_announcement_is_a_notice_of_its_own() -> None:
    text = (
        "青溪县人民代表大会公告\n（第3号）\n青溪县第九届人民代表大会第二次会议补选：\n"
        "王明为青溪县监察委员会主任。\n青溪县第九届人民代表大会第二次会议主席团\n2024年1月9日\n"
        "青溪县人民代表大会常务委员会关于接受李强辞职请求的决定\n"
        "（2024年1月5日青溪县第九届人民代表大会常务委员会第八次会议通过）\n"
        "会议决定：接受李强辞去青溪县监察委员会主任职务的请求。"
    )
    rows = [row_of(fact) for fact in parse(text)]
    assert [(row[0], *row[2:4]) for row in rows if row] == [
        ("document", "青溪县人民代表大会公告", "2024-01-09"),
        ("appointed", "青溪县监察委员会主任"),
        ("document", "青溪县人民代表大会常务委员会关于接受李强辞职请求的决定", "2024-01-05"),
        ("removed", "青溪县监察委员会主任"),
    ]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("王明同志由市统计局局长交流任市审计局局长。", {"appointed 王明 市审计局局长"}),
        ("王明由市统计局副局长改任市统计局四级调研员。", {"appointed 王明 市统计局四级调研员"}),
        ("王明转任市司法局副局长。", {"appointed 王明 市司法局副局长"}),
        ("王明同志由市统计局局长调整为市审计局局长。", {"appointed 王明 市审计局局长"}),
        (
            "免去王明同志市统计局局长职务，调任市审计局局长。",
            {"removed 王明 市统计局局长", "appointed 王明 市审计局局长"},
        ),
        ("王明同志交流到市审计局任局长。", {"appointed 王明 市审计局局长"}),
        (
            "李强调任市审计局局长，免去其市统计局副局长职务。",
            {"appointed 李强 市审计局局长", "removed 李强 市统计局副局长"},
        ),
        (
            "王明任市审计局局长，由李强交流任市统计局局长。",
            {"appointed 王明 市审计局局长", "appointed 李强 市统计局局长"},
        ),
        ("由李强代理市审计局局长。", {"appointed 李强 市审计局代理局长"}),
        ("王明暂行主持市审计局工作。", {"responsible 王明 市审计局"}),
        ("由王明同志牵头负责市统计局工作。", {"responsible 王明 市统计局"}),
        ("由市统计局牵头负责普查工作。", set()),
    ],
)
def test_who_moves_or_acts(sentence: str, facts: set[str]) -> None:
    assert read("appointment", sentence) == facts
