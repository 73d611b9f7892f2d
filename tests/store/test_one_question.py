"""While one question is answered nothing changes under it, whatever is recorded meanwhile."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from registry.model.journal import AbsenceRecorded, NoticeIngested
from registry.model.records import Absence
from registry.service.journaled import Journaled
from registry.service.loading.load import notices_of
from registry.service.registry import Registry
from registry.store.coverage import CoverageIndex
from registry.store.port import Journal
from registry.store.sql import SqlJournal
from registry.wiring import shipped_glossary
from tests.store.made import moment

CITY, OTHER = "青岚市人民政府", "白石市人民政府"
TEXT = """青岚市人民政府关于市政府领导同志工作分工的通知
青府〔{year}〕5号

副市长{name}同志负责商务、教育方面工作。分管市商务局。

青岚市人民政府
{year}年9月1日
"""
DAY = date(2021, 1, 4)


def notice(name: str, year: int = 2019, city: str = "青岚市") -> NoticeIngested:
    text = TEXT.format(name=name, year=year).replace("青岚市", city).replace("青府", f"{city[0]}府")
    (made,) = notices_of(text, "a.txt")
    return made


def away(name: str) -> AbsenceRecorded:
    return AbsenceRecorded(government=CITY, absence=Absence(person=name, start=DAY, end=DAY))


def said(known: Registry) -> tuple[object, ...]:
    """All that a question may look at, in whatever order it does."""
    names, covers = known.covering("商务", DAY)
    return (
        known.on_record(CITY).absences,
        sorted(fact.doc for fact in known.facts_of(CITY)),
        known.governments(),
        [entry.number for entry in known.entries()],
        known.position(),
        names,
        [(line.government, line.person) for line in covers],
    )


def registry(journal: Journal) -> Journaled:
    index = CoverageIndex(journal) if isinstance(journal, SqlJournal) else None
    return Journaled(journal, (), shipped_glossary(), lambda: DAY, index=index)


@pytest.mark.parametrize("at", [None, moment(90), 9], ids=["now", "a moment", "an entry"])
@pytest.mark.parametrize("discreet", [False, True])
def test_what_is_recorded_meanwhile_is_of_the_next_question(
    journal: Journal, at: datetime | int | None, discreet: bool
) -> None:
    journal.append([notice("周二川")], by="x", at=moment(0))
    base = registry(journal)
    known = base.discreet() if discreet else base
    begun, other = known.known(at), known.asked()
    before = said(known.known(at))
    assert before[2:] == ((CITY,), [1], 1, (CITY,), [(CITY, "周二川")] * 2)
    other.position()
    journal.append(
        [away("周二川"), notice("吴三岭", 2020), notice("孙四", city="白石市")],
        by="x",
        at=moment(0),
    )
    after = said(known.known(at))  # it is read, and kept for all
    assert after[2:] == (
        (OTHER, CITY),
        [1, 2, 3, 4],
        4,
        (OTHER, CITY),
        [*[(OTHER, "孙四")] * 2, *[(CITY, "吴三岭")] * 2],
    )
    assert said(begun) == before
    assert said(other) == before


def test_without_a_question_each_look_is_at_the_journal_as_it_stands(journal: Journal) -> None:
    journal.append([notice("周二川")], by="x", at=moment(0))
    base = registry(journal)
    assert base.position() == 1
    later = base.asked()  # it has not looked yet
    journal.append([away("周二川")], by="x", at=datetime(2026, 3, 1, 9, tzinfo=UTC))
    assert (base.position(), len(base.on_record(CITY).absences)) == (2, 1)
    assert (later.position(), len(later.on_record(CITY).absences)) == (2, 1)
