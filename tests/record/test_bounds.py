"""Days of another age, and years of them, are slips: refused on one line, nothing recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from registry.errors import BadPeriod
from registry.service.bounds import MOST_DAYS, sensible
from tests.record.conftest import Desk


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("0001-01-01", "0001-01-02", "0001-01-01 is not from 1949 to 2100"),
        ("2024-06-03", "9999-12-31", "9999-12-31 is not from 1949 to 2100"),
        ("2024-06-03", "2034-06-03", "are 3653 days"),
        ("2024-06-03", "2024-06-02", "before it begins"),
    ],
)
def test_an_absence_is_refused(desk: Desk, tmp_path: Path, start: str, end: str, said: str) -> None:
    typed = ("absence", "蓝启程", "--from", start, "--to", end, "--kind", "away")
    assert said in desk.refused(*typed)
    table = tmp_path / "absences.csv"
    table.write_text(f"person,start,end,kind\n蓝启程,{start},{end},away\n", encoding="utf-8")
    told = desk.refused("absences", str(table))
    assert said in told
    assert "line 2" in told


def test_the_longest_and_the_next() -> None:
    sensible(date(2020, 1, 1), date.fromordinal(date(2020, 1, 1).toordinal() + MOST_DAYS - 1))
    with pytest.raises(BadPeriod, match="1101 days"):
        sensible(date(2020, 1, 1), date.fromordinal(date(2020, 1, 1).toordinal() + MOST_DAYS))
