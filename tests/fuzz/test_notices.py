"""Notices with slips: facts that stand where they say, and work that grows with the text alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.parsing.notice import parse
from registry.service.loading.load import notices_of
from tests.fuzz.bounds import bounded, calls
from tests.fuzz.mutated import mutated
from tests.parsing.test_fuzz import NOTICES, check

LINES = sorted({line for text in NOTICES for line in text.splitlines() if line.strip()})
WORDS = sorted({word for line in LINES for word in re.findall(r"[^，。、；：\s]{2,12}", line)})


@bounded(60)
@given(mutated(NOTICES, WORDS))
def test_a_notice_with_slips(text: str) -> None:
    check(text)


@bounded(40)
@given(st.lists(mutated(NOTICES, WORDS), min_size=1, max_size=3))
def test_an_issue_of_notices_with_slips_is_cut_into_whole_notices(texts: list[str]) -> None:
    """Each has its own text, and of each fact the clause stands at its place in that text."""
    issue = "\n".join(texts)
    for notice in notices_of(issue, "issue.txt"):
        assert len(notice.text) <= len(issue)
        for fact in notice.facts:
            start, end = fact.span
            assert 0 <= start <= end <= len(notice.text), fact
            stated = re.sub(r"\s", "", notice.text[start:end])
            clause = re.sub(r"\s", "", fact.clause)
            assert len(stated) == len(clause), fact
            hidden = zip(stated, clause, strict=True)
            assert all(a == b or "＊" in (a, b) for a, b in hidden), fact


@bounded(15)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=4), st.sampled_from(NOTICES))
def test_four_times_the_lines_take_four_times_the_work(lines: list[str], notice: str) -> None:
    head = "\n".join(notice.splitlines()[:4])

    def work(times: int) -> int:
        text = "\n".join([head, *lines * times])
        return calls(lambda: parse(text))

    small, large = work(40), work(160)
    assert large < 5 * small, (small, large)


@pytest.mark.parametrize(
    "part", ["由张三任组长、", "分管市财政局，", "张三（市长）", "A角：张三 B角：李四；"]
)
def test_four_times_a_line_takes_four_times_the_work(part: str) -> None:
    head = "青溪市人民政府关于市政府领导工作分工的通知\n青府发〔2020〕1号\n各有关单位：\n"

    def work(times: int) -> int:
        return calls(lambda: parse(head + part * times))

    assert work(1200) < 5 * work(300)
