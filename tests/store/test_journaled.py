"""Many governments in one journal, each answered from its own entries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
import pytest

from registry.errors import UnknownName
from registry.model.answers import Answer
from registry.model.journal import FactCorrected, NoticeIngested
from registry.model.time import Period
from registry.resolve.subject import Glossary
from registry.service.answers.answer import answer
from registry.service.journaled import Journaled
from registry.service.registry import MOST, Registry
from registry.service.state import Recorded
from registry.store.port import Journal
from tests.store import made

DAY = Period(date(2026, 2, 2), date(2026, 2, 2))
CITIES = ("甲市", "乙市", "丙县")


def over(journal: Journal, kept: int = 8) -> Journaled:
    return Journaled(journal, (), Glossary(), lambda: DAY.start, kept=kept)


def filled(journal: Journal) -> Journal:
    """Three cities, a notice a day; then one absence, and a correction in 乙市."""
    for place, city in enumerate(CITIES):
        at = made.moment(place * 86400)
        journal.append([made.notice(place + 1, city)], by="何文书", at=at)
    journal.append([made.absence("王一1", "甲市")], by="何文书", at=made.moment(4 * 86400))
    wrong = made.notice(2, "乙市").facts[1]
    right = msgspec.structs.replace(wrong, person="李二")
    correction = FactCorrected(wrong=wrong, right=right)
    journal.append([correction], by="何文书", at=made.moment(5 * 86400))
    return journal


def ask(registry: Registry, city: str) -> Answer:
    return answer(registry, "市商务局", DAY, government=f"{city}人民政府")


def acting(found: Answer) -> list[str]:
    return [name for segment in found.segments for name in segment.acting]


@pytest.mark.parametrize("days", [None, 0, 1, 2, 4, 5])
def test_a_government_alone_answers_as_in_the_whole(journal: Journal, days: int | None) -> None:
    filled(journal)
    at = None if days is None else made.moment(days * 86400)
    whole = Recorded(journal.entries(), (), Glossary(), lambda: DAY.start).known(at)
    alone = over(journal).known(at)
    assert alone.governments() == tuple(sorted(whole.governments()))
    assert set(alone.facts) == set(whole.facts)
    for name in whole.governments():
        told = [answer(r, "市商务局", DAY, government=name) for r in (whole, alone)]
        assert msgspec.json.encode(told[0]) == msgspec.json.encode(told[1])
        assert alone.on_record(name) == whole.on_record(name)


def test_only_entries_that_bear_on_it_have_a_graph_built_anew(journal: Journal) -> None:
    registry = over(filled(journal))
    first, second = (registry.history(f"{city}人民政府") for city in CITIES[:2])
    journal.append([made.notice(9, "乙市")], by="何文书", at=made.moment(6 * 86400))
    assert registry.history("甲市人民政府") is first
    assert registry.history("乙市人民政府") is not second
    assert acting(ask(registry, "乙市")) == ["王一9"]


def test_what_others_record_is_in_the_next_answer(journal: Journal) -> None:
    registry = over(journal)
    with pytest.raises(UnknownName):
        ask(registry, "乙市")
    filled(journal)
    assert acting(ask(registry, "乙市")) == ["李二"]
    assert acting(ask(registry.known(made.moment(5 * 86400 - 1)), "乙市")) == ["王一2"]


def test_no_more_graphs_are_kept_than_the_bound(journal: Journal) -> None:
    registry = over(filled(journal), kept=2)
    first = registry.history("甲市人民政府")
    registry.history("乙市人民政府")
    assert registry.history("甲市人民政府") is first  # asked for last, so it stays
    registry.history("丙县人民政府")
    assert registry.history("甲市人民政府") is first
    second = registry.history("乙市人民政府")
    registry.history("丙县人民政府")
    assert registry.history("乙市人民政府") is second
    assert registry.history("甲市人民政府") is not first


def test_among_many_the_question_has_to_name_its_government(
    new_journal: Callable[[], Journal],
) -> None:
    journal = new_journal()
    notices: list[NoticeIngested] = [made.notice(n, f"甲{n}市") for n in range(MOST + 1)]
    journal.append(notices, by="何文书", at=made.moment(0))
    later = over(journal).known(made.moment(0) + timedelta(days=1))
    for registry in (over(journal), later):
        with pytest.raises(UnknownName, match=f"{MOST + 1} governments"):
            answer(registry, "市商务局", DAY)
        assert acting(ask(registry, "甲3市")) == ["王一3"]
        with pytest.raises(UnknownName, match="several governments"):
            registry.history("甲")
    with pytest.raises(UnknownName, match="known"):
        over(journal).known(made.moment(-1)).history("甲3")


@pytest.mark.parametrize("last", range(6))
def test_entries_up_to_a_number_are_known_as_at_their_moment(journal: Journal, last: int) -> None:
    filled(journal)
    journal.append([made.absence("王一2", "乙市")], by="何文书", at=made.moment(5 * 86400))
    whole = Recorded(journal.entries(), (), Glossary(), lambda: DAY.start).known(last)
    alone = over(journal).known(last)
    assert [entry.number for entry in alone.entries()] == list(range(1, last + 1))
    assert [entry.number for entry in alone.entries(after=1)] == list(range(2, last + 1))
    assert alone.position() == whole.position() == last
    assert alone.governments() == tuple(sorted(whole.governments()))
    for name in whole.governments():
        assert ask(alone, name.removesuffix("人民政府")) == ask(
            whole, name.removesuffix("人民政府")
        )
    # Two entries of one moment: only a number parts them.
    assert over(journal).known(made.moment(5 * 86400)).position() == 6
