"""From when to when something lasts, in words."""

from __future__ import annotations

from datetime import date, time

import pytest

from registry.model.access import Unsaid
from registry.model.time import NOON, Period
from registry.resolve.words import absence_words, part_of_day, when_words

DAY, NEXT = date(2020, 5, 4), date(2020, 5, 5)


@pytest.mark.parametrize(
    ("begins", "ends", "zh", "en"),
    [
        (None, None, "", ""),
        (None, NOON, "上午", "morning"),
        (NOON, None, "下午", "afternoon"),
        (None, time(9), "09:00前", "until 09:00"),
        (time(9), None, "09:00起", "from 09:00"),
        (time(9), time(16, 30), "09:00–16:30", "09:00–16:30"),
        (time(9), time(9, 1), "09:00", "09:00"),
    ],
)
def test_a_part_of_a_day(begins: time | None, ends: time | None, zh: str, en: str) -> None:
    assert (part_of_day(begins, ends).zh, part_of_day(begins, ends).en) == (zh, en)
    said = when_words(Period(DAY, DAY, begins, ends))
    assert (said.zh, said.en) == (f"{DAY} {zh}".strip(), f"{DAY} {en}".strip())


@pytest.mark.parametrize(
    ("begins", "ends", "zh", "en"),
    [
        (None, None, "2020-05-04 … 2020-05-05", "2020-05-04 … 2020-05-05"),
        (
            NOON,
            NOON,
            "2020-05-04 下午 … 2020-05-05 上午",
            "2020-05-04 afternoon … 2020-05-05 morning",
        ),
        (time(9), None, "2020-05-04 09:00 … 2020-05-05", "2020-05-04 09:00 … 2020-05-05"),
        (None, time(9), "2020-05-04 … 2020-05-05 09:00", "2020-05-04 … 2020-05-05 09:00"),
    ],
)
def test_several_days(begins: time | None, ends: time | None, zh: str, en: str) -> None:
    said = when_words(Period(DAY, NEXT, begins, ends))
    assert (said.zh, said.en) == (zh, en)


def test_why_one_is_absent_is_not_told_where_it_is_not_public() -> None:
    for kinds in ((Unsaid("ill"),), ("away", Unsaid("ill"))):
        assert absence_words(kinds).zh == "事由不公开"


def test_kinds_of_absence_that_have_no_words_are_said_as_they_were_recorded() -> None:
    said = absence_words(("ill", "探亲"))
    assert (said.zh, said.en) == ("因病、探亲", "ill or 探亲")
