"""What every journal promises, wherever it is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from itertools import islice, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from registry.errors import Conflict, JournalError
from registry.model.facts import Appointed
from registry.model.journal import AnyRecord, Entry, FactCorrected, NoticeIngested, Withdrawn
from registry.store.memory import MemoryJournal
from registry.store.port import Journal
from tests.store.made import absence, document, every_kind, moment, notice, supervises

CITY, OTHER = "甲市人民政府", "乙市人民政府"


def add(journal: Journal, *records: AnyRecord, at: float = 0) -> tuple[Entry, ...]:
    return journal.append(records, by="王五", because="测试", source="一封信", at=moment(at))


def numbers(journal: Journal, government: str | None = None) -> list[int]:
    return [entry.number for entry in journal.entries(government=government)]


def test_an_entry_comes_back_as_it_was_written(journal: Journal) -> None:
    written = add(journal, *every_kind(0), at=1.000001)
    assert tuple(journal.entries()) == written
    assert [entry.record for entry in written] == list(every_kind(0))
    first = written[0]
    assert (first.number, first.at, first.by) == (1, moment(1.000001), "王五")
    assert (first.because, first.source) == ("测试", "一封信")
    assert journal.last() == len(every_kind(0))


def test_an_empty_journal(journal: Journal) -> None:
    assert journal.append((), by="x", at=moment(0)) == ()
    assert (list(journal.entries()), journal.last(), journal.chain()) == ([], 0, "")
    assert (journal.governments(), journal.last(CITY)) == ((), 0)


def test_all_of_an_append_or_nothing(journal: Journal) -> None:
    add(journal, notice(1))
    for bad in (notice(1), Withdrawn(entry=9), Withdrawn(entry=4), Withdrawn(entry=3)):
        with pytest.raises(Conflict):
            # The second of three is good and the last cannot be.
            add(journal, notice(2, "乙市"), bad)
        assert numbers(journal) == [1]
        assert journal.governments() == (CITY,)
        assert not journal.has_digest(notice(2, "乙市").digest)
    add(journal, notice(2, "乙市"), Withdrawn(entry=2))
    assert numbers(journal) == [1, 2, 3]


def test_a_notice_is_there_once(journal: Journal) -> None:
    given = notice(1)
    assert not journal.has_digest(given.digest)
    with pytest.raises(Conflict, match="twice"):
        add(journal, given, given)
    add(journal, given)
    assert journal.has_digest(given.digest)
    with pytest.raises(Conflict, match="in the journal already"):
        add(journal, given)


def test_time_never_runs_backwards(journal: Journal) -> None:
    add(journal, absence(), at=50)
    (late,) = add(journal, absence(), at=10)
    assert late.at == moment(50)
    shanghai = moment(60).astimezone(timezone(timedelta(hours=8)))
    (entry,) = journal.append([absence()], by="x", at=shanghai)
    assert entry.at == moment(60)
    assert [e.at for e in journal.entries()] == [moment(50), moment(50), moment(60)]


def test_what_was_known_at_a_moment(journal: Journal) -> None:
    for second in (1, 2, 2, 3):
        add(journal, absence(), at=second)
    assert [e.number for e in journal.entries(until_at=moment(2))] == [1, 2, 3]
    assert list(journal.entries(until_at=moment(0.999999))) == []
    assert [e.number for e in journal.entries(after=2, until_at=moment(2))] == [3]


def test_a_government_has_its_own_entries(journal: Journal) -> None:
    first, second = notice(1, "甲市"), notice(2, "乙市")
    add(journal, first, second, absence(city="乙市"))
    add(journal, FactCorrected(wrong=second.facts[1]), Withdrawn(entry=1))
    add(journal, Withdrawn(entry=4))
    assert numbers(journal, CITY) == [1, 5]
    assert numbers(journal, OTHER) == [2, 3, 4, 6]
    assert (journal.last(CITY), journal.last(OTHER)) == (5, 6)
    assert journal.governments() == tuple(sorted((CITY, OTHER)))
    assert numbers(journal, "丙市人民政府") == []


def test_a_corrected_issuer_takes_the_notice_and_all_about_it_along(journal: Journal) -> None:
    given = notice(1, None)
    head, line = given.facts
    add(journal, given, FactCorrected(wrong=line, right=supervises(head.doc, "李二", "市商务局")))
    assert numbers(journal, CITY) == []
    assert (numbers(journal, ""), journal.governments()) == ([1, 2], ())
    add(journal, FactCorrected(wrong=head, right=document(head.doc, CITY)))
    assert numbers(journal, CITY) == [1, 2, 3]
    add(journal, Withdrawn(entry=2))
    assert numbers(journal, CITY) == [1, 2, 3, 4]


def test_posts_that_another_body_fills_are_the_governments_too(journal: Journal) -> None:
    given = notice(1, None)
    head = structs.replace(given.facts[0], issuer="甲市人民代表大会常务委员会")
    moved = Appointed(
        doc=head.doc, clause="任命…", span=(1, 2), person="丁二", post=f"{CITY}副市长"
    )
    add(journal, notice(2, "乙市"), structs.replace(given, facts=(head,)))
    assert (numbers(journal, CITY), journal.last(CITY)) == ([], 0)
    add(journal, FactCorrected(right=moved))
    assert numbers(journal, CITY) == [2, 3]
    add(journal, FactCorrected(wrong=head, right=structs.replace(head, date="2026-01-03")))
    add(journal, Withdrawn(entry=3))
    assert (numbers(journal, CITY), journal.last(CITY)) == ([2, 3, 4, 5], 5)
    whole = structs.replace(given, digest="0" * 64, facts=(head, moved))
    add(journal, whole, notice(3, "乙市"))
    assert (numbers(journal, CITY), journal.last(CITY)) == ([2, 3, 4, 5, 6], 6)
    assert numbers(journal, "甲市") == numbers(journal, CITY)
    assert numbers(journal, "市人民政府") == []
    assert journal.governments() == (OTHER, "甲市人民代表大会常务委员会")


def test_notices_of_two_cities_that_share_a_title_are_told_apart(journal: Journal) -> None:
    shared = "关于领导分工的通知"
    heads = [document(shared, f"{city}人民政府") for city in ("甲市", "乙市")]
    lines = [supervises(shared, person, "市商务局") for person in ("甲一", "乙一")]
    for head, line in zip(heads, lines, strict=True):
        text = f"{head.issuer}"
        digest = sha256(text.encode()).hexdigest()
        add(journal, NoticeIngested(digest=digest, name="a", text=text, facts=(head, line)))
    add(journal, FactCorrected(wrong=lines[0]))
    assert (numbers(journal, CITY), numbers(journal, OTHER)) == ([1, 3], [2])
    add(journal, FactCorrected(wrong=heads[0], right=document(shared, "丙市人民政府")))
    assert numbers(journal, "丙市人民政府") == [1, 3, 4]
    assert (numbers(journal, CITY), numbers(journal, OTHER)) == ([1, 3, 4], [2])


def test_the_chain_is_of_every_line(journal: Journal) -> None:
    add(journal, *every_kind(0))
    chain = ""
    for number, line in enumerate(journal.lines(), 1):
        chain = sha256(chain.encode() + line).hexdigest()
        assert journal.chain(number) == chain
    assert journal.chain() == chain


def test_another_journal_is_taken_in_byte_for_byte(new_journal: Callable[[], Journal]) -> None:
    source, target = MemoryJournal(), new_journal()
    add(source, *every_kind(0), at=5)
    add(source, notice(7, "乙市"), at=6)
    assert target.extend(source.lines(), source.chain()) == source.last()
    assert list(target.lines()) == list(source.lines())
    assert target.chain() == source.chain()
    for government in source.governments():
        assert numbers(target, government) == numbers(source, government)
    assert target.extend(source.lines(), source.chain()) == 0
    add(source, absence())
    assert target.extend(source.lines(), source.chain()) == 1


def test_another_journal_that_does_not_fit_changes_nothing(journal: Journal) -> None:
    source = MemoryJournal()
    add(source, *every_kind(0))
    lines = list(source.lines())
    swapped = [lines[1], lines[0], *lines[2:]]
    altered = [lines[0].replace("王一1".encode(), "王一2".encode()), *lines[1:]]
    spaced = [lines[0].replace(b'":', b'": ', 1), *lines[1:]]
    for broken in (lines[:-1], lines[1:], swapped, altered, spaced, [*lines, b"{}"], [b"\xff"]):
        with pytest.raises(JournalError):
            journal.extend(broken, source.chain())
        assert journal.last() == 0
    add(journal, absence())
    with pytest.raises(Conflict, match="not the beginning"):
        journal.extend(lines, source.chain())
    assert numbers(journal) == [1]
    with pytest.raises(Conflict, match="only 0"):
        journal.extend([], "")


def test_what_a_database_cannot_hold_is_refused(journal: Journal) -> None:
    for by, because in (("a\0b", None), ("a", "\ud800")):
        with pytest.raises(JournalError):
            journal.append([absence()], by=by, because=because, at=moment(0))
    with pytest.raises(JournalError):
        add(journal, absence("\udfff"))
    add(journal, absence("a\0b"))
    (entry,) = journal.entries()
    assert entry.record == absence("a\0b")


def test_a_moment_without_its_zone_is_refused(journal: Journal) -> None:
    with pytest.raises(ValueError, match="time zone"):
        journal.append([absence()], by="x", at=datetime(2026, 1, 1))  # noqa: DTZ001


def test_many_entries_are_read_a_page_at_a_time(journal: Journal) -> None:
    add(journal, *(notice(n, "甲市" if n % 2 else "乙市") for n in range(450)))
    assert numbers(journal) == list(range(1, 451))
    assert numbers(journal, OTHER) == list(range(1, 451, 2))
    reading = journal.entries()
    assert [entry.number for entry in islice(reading, 3)] == [1, 2, 3]
    add(journal, absence())
    assert next(reading).number == 4


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
CITIES = st.sampled_from(["甲市", "乙市", "a'; --", "縣 \u3000"])
BATCHES = st.lists(
    st.tuples(
        st.lists(
            st.one_of(
                st.builds(notice, st.integers(0, 20), CITIES),
                st.builds(absence, TEXTS, CITIES),
                st.builds(Withdrawn, entry=st.integers(-1, 12)),
                st.integers(0, 20).map(lambda n: FactCorrected(wrong=notice(n).facts[1])),
            ),
            max_size=4,
        ),
        TEXTS,
        st.none() | TEXTS,
        st.integers(-1000, 1000),
    ),
    max_size=6,
)


@given(BATCHES)
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_appends(
    new_journal: Callable[[], Journal],
    batches: list[tuple[list[AnyRecord], str, str | None, int]],
) -> None:
    """A journal holds what was accepted, in order; a refusal leaves no trace; copies are equal."""
    journal, model = new_journal(), MemoryJournal()
    accepted: list[Entry] = []
    for records, by, because, at in batches:
        before = list(journal.lines())
        try:
            accepted += journal.append(records, by=by, because=because, at=moment(at))
        except Conflict:
            assert list(journal.lines()) == before
            with pytest.raises(Conflict):
                model.append(records, by=by, because=because, at=moment(at))
        else:
            model.append(records, by=by, because=because, at=moment(at))
    found = list(journal.entries())
    assert found == accepted
    assert [entry.number for entry in found] == list(range(1, len(found) + 1))
    assert all(a.at <= b.at for a, b in pairwise(found))
    assert list(journal.lines()) == list(model.lines())
    assert journal.governments() == model.governments()
    for government in model.governments():
        assert list(journal.entries(government=government)) == list(
            model.entries(government=government)
        )
        assert journal.last(government) == model.last(government)


def test_governments_with_later_entries_alone(journal: Journal) -> None:
    add(journal, notice(1, "甲市"), notice(2, "乙市"), notice(3, "甲市"))
    assert journal.governments(2) == ("甲市人民政府",)
    assert journal.governments(1) == ("乙市人民政府", "甲市人民政府")
    assert journal.governments(3) == ()


def test_what_was_checked_too_early_is_not_written(journal: Journal) -> None:
    """Entries of the same government count, those that fill its posts too; others do not."""

    def written(record: AnyRecord, seen: int) -> bool:
        before = journal.last()
        try:
            journal.append([record], by="x", at=moment(9), seen=seen)
        except Conflict as error:
            assert "was recorded meanwhile" in str(error)
            assert journal.last() == before
            assert numbers(journal, CITY) == bearing
        else:
            return True
        return False

    add(journal, notice(1), notice(2, "乙市"))
    bearing = numbers(journal, CITY)
    assert written(absence("某"), seen=1)  # the other city's notice came after
    bearing = numbers(journal, CITY)
    assert not written(absence("别人"), seen=2)
    assert not written(Withdrawn(entry=1), seen=2)
    assert not written(FactCorrected(wrong=notice(1).facts[1]), seen=2)
    assert written(absence("别人", "乙市"), seen=2)
    assert written(Withdrawn(entry=1), seen=3)
