"""Dates as notices write them: what cannot be a day is none."""

from __future__ import annotations

import pytest

from registry.graph.dates import first_day, later


@pytest.mark.parametrize("written", ["2019-02-30", "2019-13", "2019-00-01", "0000", "年-月"])
def test_a_day_that_the_calendar_does_not_have_is_none(written: str) -> None:
    assert first_day(written) is None
    assert later(written, 1) is None


@pytest.mark.parametrize(
    ("written", "months", "found"),
    [
        ("2019-12-31", 1, "2020-01-31"),
        ("2019-01-31", 1, "2019-02-28"),
        ("2019-11", 2, "2020-01"),
        ("2019", 24, "2021"),
        ("9999-06", 6, "9999-12"),
        ("9999-06", 7, None),
        ("9999", 12, None),
    ],
)
def test_months_are_counted_over_the_end_of_a_year(
    written: str, months: int, found: str | None
) -> None:
    assert later(written, months) == found
