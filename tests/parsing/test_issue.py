"""What identifies a notice, and where one ends and the next begins."""

from __future__ import annotations

import pytest

from registry.parsing.issue import cut
from registry.parsing.particulars import kind_of
from registry.parsing.text import Source

FIRST = "青溪市人民政府关于调整市政府领导分工的通知\n青府发〔2019〕3号\n各有关单位：\n正文。\n"
SECOND = "青溪市人民政府办公室关于王明等同志任免职的通知\n青府办字〔2019〕4号\n各单位：\n正文。\n"


@pytest.mark.parametrize(
    ("text", "number", "title", "issuer", "date"),
    [
        (
            f"{FIRST}青溪市人民政府\n2019年8月28日",
            "青府发〔2019〕3号",
            "青溪市人民政府关于调整市政府领导分工的通知",
            "青溪市人民政府",
            "2019-08-28",
        ),
        (
            "青府发〔2005〕3号\n关于调整分工的\n通知\n各单位：\n正文。\n青溪市人民政府\n二〇〇五年一月二日",
            "青府发〔2005〕3号",
            "关于调整分工的通知",
            "青溪市人民政府",
            "2005-01-02",
        ),
        (
            (
                "青溪市第八届人民代表大会常务委员会第十六次会议\n决定任免名单\n"
                "发布日期：2023-12-29\n（2023年12月28日青溪市人大常委会会议通过）\n任命王明为副市长。"
            ),
            None,
            "青溪市第八届人民代表大会常务委员会第十六次会议决定任免名单",
            "青溪市第八届人民代表大会常务委员会",
            "2023-12-28",
        ),
        (
            (
                "常务会议纪要\n〔2019〕8号\n青溪市人民政府办公室　2019年7月18日\n"
                "青溪市人民政府第37次常务会议纪要\n2019年7月15日，会议研究了有关工作。"
            ),
            None,
            "青溪市人民政府第37次常务会议纪要",
            "青溪市人民政府",
            "2019-07-18",
        ),
        (
            "青溪市人民政府常务会议纪要\n青溪市人民政府办公室　2019年7月18日\n第37次常务会议纪要",
            None,
            "青溪市人民政府常务会议纪要",
            "青溪市人民政府",
            "2019-07-18",
        ),
        (
            "青溪市人民政府第5次常务会议纪要\n2020年3月5日，市长王明主持召开市政府第5次常务会议。",
            None,
            "青溪市人民政府第5次常务会议纪要",
            "青溪市人民政府",
            "2020-03-05",
        ),
        (
            "青溪市人民政府第5次常务会议纪要\n3月5日，市长王明主持召开市政府第5次常务会议。",
            None,
            "青溪市人民政府第5次常务会议纪要",
            "青溪市人民政府",
            "--03-05",
        ),
        ("没有标题的一段话。", None, "没有标题的一段话。", None, None),
    ],
)
def test_identifies_a_notice(
    text: str, number: str | None, title: str, issuer: str | None, date: str | None
) -> None:
    (notice,) = cut(Source.of(text))
    assert (notice.number, notice.title, notice.issuer, notice.date) == (
        number,
        title,
        issuer,
        date,
    )


@pytest.mark.parametrize("order", [(FIRST, SECOND), (SECOND, FIRST), (FIRST, SECOND, FIRST)])
def test_cuts_an_issue_into_its_notices(order: tuple[str, ...]) -> None:
    assert len(cut(Source.of("\n".join(order)))) == len(order)


@pytest.mark.parametrize(
    "mention",
    [
        "根据《青溪市人民政府关于做好工作的通知》，",
        "关于商务工作，由王明负责。",
        "现将关于调整分工的决定印发你们。",
    ],
)
def test_takes_no_mention_for_a_notice(mention: str) -> None:
    assert len(cut(Source.of(f"{FIRST}{mention}\n{mention}\n"))) == 1


def test_finds_nothing_in_nothing() -> None:
    assert cut(Source.of("\n \n")) == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于调整市政府领导分工的通知", "division"),
        ("关于建立AB角工作制度的通知", "ab-system"),
        ("关于王明等同志任免职的通知", "appointment"),
        ("关于成立防汛抗旱指挥部的通知", "group"),
        ("关于2019年主要指标完成情况的通报", "report"),
        ("市政府召开第54次常务会议", "meeting"),
        ("关于印发实施方案的通知", "plan"),
        # A plan that a leading group will carry out sets none up by its title.
        ("关于印发领导小组工作方案的通知", "plan"),
        ("关于做好放假安排的通知", "plan"),
    ],
)
def test_tells_what_a_notice_is_for(title: str, kind: str) -> None:
    assert kind_of(title) == kind
