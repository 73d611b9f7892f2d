"""Two record at once: the second is held against what the first wrote, on each backend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from msgspec import structs

from registry.errors import AgainstRule, BadRecord, Conflict, RegistryError
from registry.model.facts import Appointed
from registry.model.journal import AnyRecord, Entry
from registry.model.records import Decision
from registry.model.time import Period
from registry.service.recording.corrections import correction
from registry.service.recording.decision import decision
from registry.service.recording.handover import handover
from registry.service.recording.names import merge
from registry.service.recording.record import Known, absence, known, withdrawal
from registry.service.recording.rules import judged
from registry.service.recording.write import write_checked
from registry.store.memory import MemoryJournal
from registry.store.open import open_journal
from registry.store.port import Journal
from registry.tables.rules import read_rules
from registry.wiring import shipped_glossary
from tests.graph.city import CITY
from tests.record.test_rules import FORBIDDEN
from tests.state.journal import DIVISION, MOVES, absent

DAY = date(2020, 5, 3)
PAIR = ("河二", "湖三")
BOOK = read_rules(f'government = "{CITY}"\n{FORBIDDEN}'.encode(), "city.toml")


def now() -> datetime:
    return datetime(2020, 5, 1, tzinfo=UTC)


def checking(journal: Journal, person: str) -> tuple[Sequence[AnyRecord], None]:
    so_far = known(journal, (BOOK,), shipped_glossary(), lambda: date(2020, 5, 1), CITY)
    made = absence(so_far, person, Period(DAY, DAY), "away")
    judged(so_far, [made])
    return [made], None


@pytest.fixture
def clerks(database: str) -> Iterator[tuple[Journal, Journal]]:
    """Two journals of one database that holds the notice of the city."""
    with (
        closing(open_journal(database, create=True)) as one,
        closing(open_journal(database)) as other,
    ):
        one.append([DIVISION], by="load", at=now())
        yield one, other


def test_one_of_two_who_were_both_free_to_go_is_refused(
    clerks: tuple[Journal, Journal],
) -> None:
    together = Barrier(2)

    def record(journal: Journal, person: str) -> tuple[Entry, ...]:
        first = [True]

        def check() -> tuple[Sequence[AnyRecord], None]:
            found = checking(journal, person)
            if first and first.pop():
                together.wait(timeout=60)
            return found

        return write_checked(journal, check, by=person, now=now)[0]

    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(record, *one) for one in zip(clerks, PAIR, strict=True)]
    refused = [error for one in done if (error := one.exception()) is not None]
    assert [type(error) for error in refused] == [AgainstRule]
    assert "rule never" in str(refused[0])
    assert clerks[0].last() == 2


def _decision(so_far: Known) -> AnyRecord:
    made = Decision(
        coordinator="洋五", holder="河二", assignee="江一", start=DAY, end=DAY, because="口头"
    )
    return decision(so_far, made).record


def _correction(so_far: Known) -> AnyRecord:
    (wrong,) = [f for f in MOVES.facts if isinstance(f, Appointed)]
    return correction(so_far, wrong, None)


ENTERED: dict[str, Callable[[Known], AnyRecord]] = {
    "absence": lambda so_far: absence(so_far, "河二", Period(DAY, DAY), "away"),
    "decision": _decision,
    "hand-over": lambda so_far: handover(so_far, "海四", ["told_backup"], date(2020, 5, 1))[0],
    "merge": lambda so_far: merge(so_far, "溪七", "海四", "person"),
    "correction": _correction,
}


@pytest.mark.parametrize("kind", ENTERED)
def test_what_another_has_just_entered_is_not_entered_twice(
    clerks: tuple[Journal, Journal], kind: str
) -> None:
    mine, others = clerks
    mine.append([absent("海四"), MOVES], by="x", at=now())
    before = mine.last()
    turns: list[AnyRecord] = []

    def check() -> tuple[Sequence[AnyRecord], None]:
        made = ENTERED[kind](known(mine, (BOOK,), shipped_glossary(), now().date, CITY))
        if not turns:
            others.append([made], by="first", at=now())
        turns.append(made)
        return [made], None

    with pytest.raises(RegistryError):
        write_checked(mine, check, by="second", now=now)
    assert [entry.by for entry in mine.entries(before)] == ["first"]


def test_an_entry_is_withdrawn_once(clerks: tuple[Journal, Journal]) -> None:
    mine, others = clerks

    def check() -> tuple[Sequence[AnyRecord], None]:
        made, _ = withdrawal(mine, 1)
        if mine.last() == 1:
            others.append([made], by="first", at=now())
        return [made], None

    with pytest.raises(BadRecord, match="was withdrawn already, by entry 2"):
        write_checked(mine, check, by="second", now=now)
    assert mine.last() == 2


def test_another_governments_entries_cost_no_second_look(
    clerks: tuple[Journal, Journal],
) -> None:
    looks = []

    def check() -> tuple[Sequence[AnyRecord], None]:
        looks.append(1)
        clerks[1].append(
            [structs.replace(absent("河二"), government="乙市人民政府")], by="x", at=now()
        )
        return checking(clerks[0], "河二")

    write_checked(clerks[0], check, by="x", now=now)
    assert (len(looks), clerks[0].last()) == (1, 3)


def test_one_who_never_gets_a_turn_is_told() -> None:
    journal = MemoryJournal()
    journal.append([DIVISION], by="load", at=now())

    def check() -> tuple[Sequence[AnyRecord], None]:
        journal.append([absent("海四")], by="x", at=now())
        return [absent("河二")], None

    with pytest.raises(Conflict, match="all the time"):
        write_checked(journal, check, by="x", now=now)
    assert absent("河二") not in [entry.record for entry in journal.entries()]
