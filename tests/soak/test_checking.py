"""The checker of the soak finds what it is there to find."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from registry.model.journal import AbsenceRecorded, AnyRecord, Entry, Withdrawn
from registry.model.records import Absence
from registry.service.journal import export, exported
from registry.service.loading.load import notices_of
from registry.store.memory import MemoryJournal
from soak.checking import chain_flaws, entries_of, standing_absences, write_flaws
from soak.ledger import GRACE, Fate, Ledger, Read, Write
from soak.replay import wrong_answers
from soak.towns import towns
from tests.store.made import absence, moment, notice

TOWN = towns(1, 7)[0]
DAY = date(2020, 1, 1)
ACCEPTED, REFUSED, UNTOLD = Fate.ACCEPTED, Fate.REFUSED, Fate.UNTOLD


def journal(*records: AnyRecord) -> MemoryJournal:
    """Each record with a marker of its own, ``m1`` and so on."""
    made = MemoryJournal()
    for number, record in enumerate(records, 1):
        made.append([record], by="x", because=f"m{number}", at=moment(number))
    return made


def entries(*records: AnyRecord) -> tuple[Entry, ...]:
    return tuple(journal(*records).entries())


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (Write("absence", "m1", ACCEPTED, (1,)), None),
        (Write("absence", "m1", ACCEPTED), None),
        (Write("absence", "m1", UNTOLD), None),
        (Write("absence", "m1", REFUSED), "refused and is there"),
        (Write("absence", "m1", ACCEPTED, (2,)), "is not there"),
        (Write("absence", "m1", ACCEPTED, (1, 2)), "is not there"),
        (Write("notice", "m1", ACCEPTED, digests=("0",)), "1 of its notices are not there"),
        (Write("absence", "other", ACCEPTED), "nobody wrote: m1"),
    ],
)
def test_a_write_and_what_is_there(write: Write, said: str | None) -> None:
    found = list(write_flaws(entries(absence()), [write]))
    assert (said is None and not found) or any(str(said) in flaw for flaw in found), found


def test_a_write_that_is_there_twice() -> None:
    first, other, second = entries(absence("甲"), absence("乙"), absence("甲"))
    doubled = [first, other, structs.replace(second, because="m1")]
    for write in (Write("absence", "m1", ACCEPTED, (1,)), Write("absence", "m1", UNTOLD)):
        flaws = list(write_flaws(doubled, [write, Write("absence", "m2", ACCEPTED, (2,))]))
        assert flaws
    (one,) = entries(notice(1))
    flaws = list(write_flaws([one, structs.replace(one, number=2)], [Write("load", "m1")]))
    assert "a notice is there 2 times" in flaws[0]


def test_an_export_that_was_altered(tmp_path: Path) -> None:
    grown = journal(absence("甲"), absence("乙"))
    export(grown, tmp_path / "a.jsonl")
    whole = (tmp_path / "a.jsonl").read_bytes()
    assert entries_of(tmp_path / "a.jsonl") == tuple(grown.entries())
    earlier = b"".join(exported(journal(absence("甲"))))
    assert list(chain_flaws(whole, earlier)) == []
    assert len(list(chain_flaws(whole.replace("乙".encode(), "丙".encode()), b""))) == 1
    assert list(chain_flaws(earlier, whole)) == [
        "an entry that was exported earlier is not there as it was"
    ]


def test_absences_that_stand() -> None:
    found = entries(absence(), absence("乙"), absence("丙", "乙市"), Withdrawn(entry=1))
    assert standing_absences(found, "甲市人民政府") == [2]


def wrong(known: Sequence[Entry], path: str, body: bytes, between: tuple[int, int]) -> bytes:
    """Return the right answer where ``body`` is wrong, nothing where it is right."""
    found = list(wrong_answers(known, [Read("answer", path, 200, body, DAY, *between)], ()))
    return found[0][1] if found else b""


def test_an_answer_that_is_right_at_another_moment_only() -> None:
    """Who is in charge; and then he is away, and his backup acts."""
    (first,) = notices_of(TOWN.notices[0].text, "a.txt")
    path = f"/v1/answers?subject=财政&on={TOWN.teams[0].start}&government={TOWN.government}"
    before = wrong(entries(first), path, b"", (1, 1))
    (holder,) = msgspec.json.decode(before)["segments"][0]["acting"]
    day = TOWN.teams[0].start
    away = Absence(person=holder, start=day, end=day)
    known = entries(first, AbsenceRecorded(government=TOWN.government, absence=away))
    after = wrong(known, path, before, (2, 2))
    assert b'"acting"' in after != before
    for body, right in ((before, {(0, 1), (1, 1), (1, 2)}), (after, {(1, 2), (2, 2)})):
        for between in ((0, 1), (1, 1), (1, 2), (2, 2)):
            assert (not wrong(known, path, body, between)) is (between in right)
    then = f"{path}&known_at=2026-03-01T08:00:01.5Z"
    assert not wrong(known, then, before, (2, 2))
    assert wrong(known, then, after, (2, 2))
    assert wrong(known, then, before.replace(b"in_charge", b"acting"), (2, 2)) == before


def test_a_request_that_comes_to_nothing_while_nothing_is_wrong() -> None:
    ledger = Ledger()
    ledger.failed(0.0, "ReadError")
    assert len(ledger.flaws) == 1
    with ledger.trouble("a worker killed"):
        ledger.failed(0.0, "ReadError")
    ledger.failed(0.0, "ReadError")
    assert len(ledger.flaws) == 1
    assert ledger.unanswered["ReadError"] == 2
    ledger.failed(1e12 + GRACE, "ReadError")
    assert len(ledger.flaws) == 2
