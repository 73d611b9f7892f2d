"""Lines to paragraphs: what a page's width broke, and what it did not."""

from __future__ import annotations

import pytest

from registry.parsing.layout import blocks, starts_paragraph, without_footers, wrap_width
from registry.parsing.text import Source, lines

LONG = "为进一步加强领导明确责任经研究现将有关事项通知如下请认真贯彻执行并做好衔接确保各项工作平稳有序推进"


def wrapped(text: str, size: int) -> str:
    """Break a text at so many characters."""
    return "\n".join(text[start : start + size] for start in range(0, len(text), size))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text in which no line opens one by its words."""
    found = blocks(lines(Source.of(text)), lambda _line: False, lambda _text: False)
    return [block.text for block in found]


@pytest.mark.parametrize("size", [12, 17, 20, 32])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_joins_what_the_width_broke(size: int, gap: str) -> None:
    text = gap.join([f"{wrapped(LONG * 3, size)}。", "特此通知。"])
    assert paragraphs(text) == [f"{LONG * 3}。", "特此通知。"]


@pytest.mark.parametrize(
    "text",
    [
        "张三　县长\n李四　副县长\n王五　副县长",
        "一、总体要求\n二、主要任务\n三、工作安排",
        f"{LONG}。\n{LONG}。",
        f"{wrapped(LONG, 20)}。\n2019年8月28日",
        f"{wrapped(LONG, 20)}。\n1、财政局",
    ],
)
def test_leaves_apart_what_no_width_broke(text: str) -> None:
    last = text.rpartition("\n")[2]
    assert paragraphs(text)[-1] == last.replace("　", "")


@pytest.mark.parametrize(
    "text", ["一、总则", "（三）分工", "1．财政局", "12、税务局", "第三条", "①"]
)
def test_starts_a_paragraph(text: str) -> None:
    assert starts_paragraph(text)


@pytest.mark.parametrize("text", ["一个", "2019年", "1.5亿元", "（县长）", "第三次会议", "财政局"])
def test_starts_no_paragraph(text: str) -> None:
    assert not starts_paragraph(text)


@pytest.mark.parametrize(
    "footer",
    [
        "—12—",
        "- 12 -",
        "· 12 ·",
        "第3页",
        "第3页共9页",
        "青溪市人民政府公报12",
        "青溪市人民政府公报　2021年第2期",
        "2021年第2期　青溪市人民政府公报",
        "- 12 -\n青溪市人民政府文件",
    ],
)
def test_leaves_out_footers(footer: str) -> None:
    found = without_footers(lines(Source.of(f"{LONG}\n\n{footer}\n\n{LONG}")))
    assert [line.text for line in found] == [LONG, LONG]
    assert not found[1].after_blank


@pytest.mark.parametrize(
    "line", ["青溪市人民政府", "2019年", "第3条", "12", "2021年第2期", "青溪市人民政府文件"]
)
def test_keeps_lines_that_are_no_footers(line: str) -> None:
    found = without_footers(lines(Source.of(f"甲\n{line}\n乙")))
    assert [kept.text for kept in found] == ["甲", line, "乙"]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (wrapped(LONG, 20), 40),
        (f"{LONG}。", None),
        ("张三\n李四\n王五\n赵六", None),
        ("", None),
    ],
)
def test_tells_the_width_at_which_a_text_was_broken(text: str, columns: int | None) -> None:
    found = wrap_width(lines(Source.of(text)))
    assert found is None if columns is None else found is not None and abs(found - columns) <= 4
