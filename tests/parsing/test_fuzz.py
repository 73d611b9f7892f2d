"""Text that is no notice, or half of one, ends in facts that keep their promises, or in none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from registry.parsing.notice import parse
from tests.fuzz.bounds import bounded
from tests.notices.score import notices

NOTICES = [
    path.read_bytes().decode("utf-8") for path in notices(Path(__file__).parents[1] / "notices")
]

_SOUP = (
    "，、。；：？！（）〔〕《》“”·—　 \n\t()[],:;.\u200b\u3000"
    "张王李任和同志分管负责联系协助由为的免去职务组长副成员办公室设在角互AB岗下设成立领导小组市县局委年月日号召开会议牵头配合0123456789@"
)


def check(text: str) -> None:
    """Parse and hold every fact to what all facts promise."""
    for fact in parse(text):
        start, end = fact.span
        assert 0 <= start <= end <= len(text), fact
        assert re.sub(r"\s", "", text[start:end]) == re.sub(r"\s", "", fact.clause)
        for value in structs.asdict(fact).values():
            assert "@" not in str(value), fact


@bounded(100)
@given(st.binary(max_size=400), st.sampled_from(["utf-8", "gb18030", "utf-16-le", "latin-1"]))
def test_bytes_read_in_any_encoding(raw: bytes, encoding: str) -> None:
    check(raw.decode(encoding, errors="replace"))


@bounded(100)
@given(st.text(alphabet=_SOUP, max_size=600))
def test_a_soup_of_marks_and_of_words_that_notices_use(text: str) -> None:
    check(text)


@bounded(100)
@given(st.sampled_from(NOTICES), st.sampled_from(NOTICES), st.data())
def test_truncated_and_spliced_notices(first: str, second: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(first)))
    rest = data.draw(st.integers(0, len(second)))
    check(first[:cut] + second[rest:])


@bounded(100)
@given(st.sampled_from(NOTICES), st.data())
def test_a_notice_with_a_mark_put_in_anywhere(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    mark = data.draw(st.text(alphabet=_SOUP, min_size=1, max_size=3))
    check(text[:place] + mark + text[place:])


HEAD = "青溪市人民政府关于{}的通知\n青府发〔2020〕1号\n各有关单位：\n"
KINDS = {
    "division": HEAD.format("市政府领导工作分工"),
    "appointment": HEAD.format("人事任免"),
    "group": HEAD.format("成立安全生产领导小组"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "part",
    [
        "（",
        "“",
        "《",
        "张三（",
        "（张三",
        "A角：",
        "张三、",
        "分管",
        "由张三任",
        "组长：",
        "1",
        "@a.",
    ],
)
def test_a_line_of_very_many_characters(kind: str, part: str) -> None:
    check(KINDS[kind] + part * (100_000 // len(part)))


def test_a_line_of_a_million_characters() -> None:
    check("市政府领导工作分工" * (1_000_000 // 9))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "line", ["张三", "成员：张三", "张三　局长", "分管市财政局、", "第1页", "姓名"]
)
def test_many_short_lines(kind: str, line: str) -> None:
    check(KINDS[kind] + f"{line}\n" * 8_000)


def test_a_hundred_thousand_short_lines() -> None:
    check("".join(f"{number}\n" for number in range(100_000)))
