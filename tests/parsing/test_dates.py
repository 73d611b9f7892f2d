"""Dates as printed, and what only looks like one."""

from __future__ import annotations

import pytest

from registry.parsing.dates import iso, iso_without_year


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2019年8月28日", "2019-08-28"),
        ("二〇一九年八月二十八日", "2019-08-28"),
        ("二○一○年十月十日", "2010-10-10"),
        ("二零二五年十二月三十一日", "2025-12-31"),
        ("2021—03—05", "2021-03-05"),
        ("2021.3.5", "2021-03-05"),
        ("2021/3", "2021-03"),
        ("2019年8月", "2019-08"),
        ("2019年", "2019"),
        ("2019年13月1日", None),
        ("2019年0月1日", None),
        ("2019年8月32日", None),
        ("8月28日", None),
        ("第8号", None),
        ("", None),
    ],
)
def test_reads_a_date(printed: str, day: str | None) -> None:
    assert iso(printed) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("8月19日，市长主持会议", "--08-19"), ("八月十九日", None), ("第8次会议", None)],
)
def test_reads_a_day_without_its_year(text: str, day: str | None) -> None:
    assert iso_without_year(text) == day
