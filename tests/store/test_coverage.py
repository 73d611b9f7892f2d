"""The index of who covers what gives what reading every government would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

import pytest
from msgspec import structs

from registry.model.facts import Supervises
from registry.model.journal import FactCorrected, NoticeIngested, Withdrawn
from registry.resolve.subject import Glossary
from registry.service.answers.across import across
from registry.service.journaled import Journaled
from registry.service.state import Recorded
from registry.store.coverage import CoverageIndex
from registry.store.sql import SqlJournal
from tests.store import made

DAY = date(2026, 2, 2)
GLOSSARY = Glossary(
    english={"commerce": "商务"}, provinces={"江西省": "江西省", "甲市": "江西省", "乙市": "湖南省"}
)


def over(journal: SqlJournal) -> Journaled:
    return Journaled(journal, (), GLOSSARY, lambda: DAY, index=CoverageIndex(journal))


def whole(journal: SqlJournal) -> Recorded:
    """Every entry read at once."""
    return Recorded(journal.entries(), (), GLOSSARY, lambda: DAY)


@pytest.fixture
def country(sql: SqlJournal) -> SqlJournal:
    """Two cities whose provinces are known, a county of one, and one of which nothing is known."""
    for place, city in enumerate(("甲市", "乙市", "甲市丙县", "丁县")):
        sql.append([made.notice(place + 1, city)], by="何文书", at=made.moment(place))
    return sql


def test_every_government_is_told_with_its_clause(country: SqlJournal) -> None:
    found = across(over(country), "commerce")
    assert [(c.government, c.person) for c in found.covers] == [
        ("丁县人民政府", "王一4"),
        ("乙市人民政府", "王一2"),
        ("甲市丙县人民政府", "王一3"),
        ("甲市人民政府", "王一1"),
    ]
    assert found.covers[0].clause == "分管市商务局。"
    assert found.covers[0].since == date(2026, 1, 2)
    assert (found.silent, found.unplaced) == ((), 0)
    before = across(over(country), "commerce", date(2026, 1, 1))
    assert (before.covers, len(before.silent)) == ((), 4)


@pytest.mark.parametrize("subject", ["商务", "商务局", "市商务局", "商务工作"])
def test_an_agency_is_found_by_what_it_is_called_and_what_it_is_for(
    country: SqlJournal, subject: str
) -> None:
    assert len(across(over(country), subject).covers) == 4


@pytest.mark.parametrize(("subject", "silent"), [("水利", 4), ("务", 4), ("局", 4)])
def test_nothing_is_guessed_from_a_part(country: SqlJournal, subject: str, silent: int) -> None:
    found = across(over(country), subject)
    assert (found.covers, len(found.silent)) == ((), silent)


@pytest.mark.parametrize("place", ["江西", "江西省"])
def test_a_province_has_its_own_and_says_what_it_left_out(country: SqlJournal, place: str) -> None:
    found = across(over(country), "商务", place=place)
    assert {c.government for c in found.covers} == {"甲市人民政府", "甲市丙县人民政府"}
    assert found.unplaced == 1  # 丁县: no name says where it is


def steps(journal: SqlJournal) -> Iterator[Callable[[], object]]:
    """What happens to a country, one thing after the other."""
    at = iter(made.moment(10 * n) for n in range(1, 99))
    wrong = made.notice(2, "乙市").facts[1]
    assert isinstance(wrong, Supervises)

    def write(*records: NoticeIngested | FactCorrected | Withdrawn) -> Callable[[], object]:
        return lambda: journal.append(records, by="何文书", at=next(at))

    yield write(*(made.notice(n, f"{n}号市") for n in range(1, 4)), made.notice(2, "乙市"))
    yield write(FactCorrected(wrong=wrong, right=structs.replace(wrong, org="市水利局")))
    yield write(made.notice(7, "3号市"))
    yield write(Withdrawn(entry=5), made.notice(8, "甲市"))
    yield write(Withdrawn(entry=2))


def test_the_index_keeps_up_with_the_journal(sql: SqlJournal) -> None:
    registry, moments = over(sql), [made.moment(0)]
    for step in steps(sql):
        step()
        moments.append(max(entry.at for entry in sql.entries()))
        told = across(registry, "商务")
        assert told == across(whole(sql), "商务")
        assert told == across(over(sql), "商务")
    for moment in moments:
        assert across(registry.known(moment), "商务") == across(whole(sql).known(moment), "商务")
    held = [across(registry.known(moment), "商务").covers for moment in moments]
    assert held[0] == ()
    assert all(before != after for before, after in pairwise(held))


def test_only_governments_with_new_entries_are_read_again(country: SqlJournal) -> None:
    index = CoverageIndex(country)
    assert len(tuple(over(country).indexed())) == 4
    assert index.due() == ()
    country.append([made.notice(9, "乙市")], by="何文书", at=made.moment(9))
    assert index.due() == ("乙市人民政府",)
    assert [total for _, total in over(country).indexed()] == [1]
    assert index.due() == ()


def test_what_was_indexed_before_an_interruption_stays(country: SqlJournal) -> None:
    index = CoverageIndex(country)
    stopped = over(country).indexed()
    next(stopped), next(stopped), next(stopped)
    assert [bool(index.number(name)) for name in index.due()] == [True, True, False, False]
    list(over(country).indexed())
    assert index.due() == ()


def test_older_lines_never_replace_newer_ones(country: SqlJournal) -> None:
    index = CoverageIndex(country)
    list(over(country).indexed())
    number = index.number("乙市人民政府")
    index.put("乙市人民政府", number - 1, ())
    assert len(index.find("商务", DAY)) == 4
    index.put("乙市人民政府", number + 1, ())
    assert len(index.find("商务", DAY)) == 3
