"""Public holidays and adjusted working days: as arranged, and said to be unknown where they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from registry.service.calendar import calendar


def kind(day: str) -> str:
    return calendar(date.fromisoformat(day), date.fromisoformat(day))[0].kind.value


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-09-29", "adjusted_workday"),
        ("2019-10-01", "holiday"),
        ("2019-10-04", "adjusted_rest"),
        ("2019-10-05", "weekend"),
        ("2019-10-08", "workday"),
        ("2019-10-12", "adjusted_workday"),
        ("2020-01-31", "holiday"),  # the festival was lengthened by a notice of that month
        ("2020-02-01", "holiday"),
        ("2021-02-20", "adjusted_workday"),
        ("2022-05-07", "adjusted_workday"),
        ("2023-06-25", "adjusted_workday"),
        ("2024-02-18", "adjusted_workday"),
        ("2025-10-08", "adjusted_rest"),
        ("2026-02-14", "adjusted_workday"),
        ("2026-09-25", "holiday"),
    ],
)
def test_a_day_is_what_the_arrangement_of_its_year_makes_it(day: str, expected: str) -> None:
    assert kind(day) == expected


@pytest.mark.parametrize("year", range(2019, 2027))
def test_each_year_works_as_many_weekend_days_as_its_free_weekdays_cost(year: int) -> None:
    days = calendar(date(year, 1, 1), date(year, 12, 31))
    kinds = [day.kind.value for day in days]
    assert all(day.arranged for day in days)
    assert kinds.count("adjusted_workday") >= kinds.count("adjusted_rest") > 0


def test_an_adjusted_rest_day_says_which_day_is_worked_for_it() -> None:
    (day,) = calendar(date(2019, 10, 4), date(2019, 10, 4))
    assert day.name is not None
    assert "2019-09-29" in day.name.zh
    assert "2019-09-29" in day.name.en
    assert kind("2019-09-29") == "adjusted_workday"


def test_a_year_without_an_arrangement_has_no_holidays_worked_out() -> None:
    far = date(2099, 1, 1)
    days = calendar(far, far + timedelta(days=364))
    assert {day.kind.value for day in days} == {"workday", "weekend"}
    assert not any(day.arranged or day.name for day in days)
