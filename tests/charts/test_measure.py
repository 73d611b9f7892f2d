"""Widths and breaks of lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.charts.measure import NO_LINE_START, em, wrap, wrap_items

NAMES = st.text(st.sampled_from("市政府局、（）“”AB2 x景德镇"), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("市商务局", 4), ("“放管服”", 5), ("（Ａ）", 3), ("·", 1)]
)
def test_a_full_width_character_is_one_em(text: str, width: float) -> None:
    assert em(text) == width


@given(NAMES, st.integers(min_value=4, max_value=20))
def test_running_text_keeps_to_the_width_and_loses_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(em(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.lists(NAMES, min_size=1, max_size=8), st.integers(min_value=4, max_value=20))
def test_items_keep_to_the_width_and_lose_nothing(items: list[str], width: int) -> None:
    lines = wrap_items(items, width)
    assert all(em(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "、".join(items).replace(" ", "")


def test_no_line_opens_with_a_closing_mark() -> None:
    for width in range(3, 12):
        for line in wrap("市政府副市长、党组成员，市公安局局长（兼）。", width):
            assert line[0] not in NO_LINE_START


def test_a_bracketed_alias_may_stand_on_the_next_line() -> None:
    assert wrap_items(["市政府办公室（市政府金融办）", "市财政局"], 10) == (
        "市政府办公室",
        "（市政府金融办）、",
        "市财政局",
    )
