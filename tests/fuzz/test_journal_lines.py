"""Exports of a journal with slips: taken in whole, as they were written, or not at all."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.errors import JournalError
from registry.service.journal import exported, take_in
from registry.store.lines import read_line
from registry.store.memory import MemoryJournal
from tests.fuzz.bounds import bounded
from tests.fuzz.mutated import mutated
from tests.store.made import absence, every_kind, moment, notice


def made() -> str:
    journal = MemoryJournal()
    journal.append(every_kind(0), by="王五", because="测试", source="一封信", at=moment(1.5))
    journal.append([notice(7, "乙市"), absence("乙", "乙市")], by="王五", at=moment(9))
    return b"".join(exported(journal)).decode()


EXPORT = made()
LINES = EXPORT.splitlines()[1:]
ODD = (
    "null -1 1e400 true 99999999999999999999"
    r' "\ud800" "\u0000" "9999-12-31T23:59:59Z" "0001-01-01T00:00:00+14:00"'
)
WORDS = [*sorted(set(re.findall(r'"[^"]*"|\d+|[{}\[\]:,]', EXPORT))), *ODD.split()]


@bounded(80)
@given(text=mutated([EXPORT], WORDS))
def test_an_export_with_slips(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzzed.jsonl"
    path.write_bytes(text.encode())
    journal = MemoryJournal()
    try:
        header, new = take_in(journal, path)
    except JournalError as error:
        assert len(str(error).splitlines()) == 1, str(error)
        assert (journal.last(), journal.chain(), journal.governments()) == (0, "", ())
    else:
        assert (new, header.chain) == (journal.last(), journal.chain())
        assert list(journal.lines()) == [line.encode() for line in LINES]


@bounded(80)
@given(st.one_of(mutated(LINES, WORDS).map(str.encode), st.binary(max_size=80)))
def test_a_line_is_an_entry_to_the_byte_or_none(line: bytes) -> None:
    try:
        read = read_line(line)
    except JournalError as error:
        assert len(str(error).splitlines()) == 1, str(error)
    else:
        assert read.encoded() == line
        assert msgspec.json.decode(line)["number"] == read.entry().number
