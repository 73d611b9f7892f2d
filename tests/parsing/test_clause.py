"""Sentences, and clauses without personal data."""

from __future__ import annotations

import pytest

from registry.parsing.clause import evidence, sentences, without_private
from tests.parsing.said import said


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("分管财政。联系税务；负责商务", ["分管财政。", "联系税务；", "负责商务"]),
        ("王明（县长；兼）任职。", ["王明（县长；兼）任职。"]),
        ("“三农”工作；", ["“三农”工作；"]),
        # A bracket that never closes ends with its sentence.
        ("（一。二；三", ["（一。", "二；", "三"]),
        ("", []),
    ],
)
def test_parts_sentences(text: str, parts: list[str]) -> None:
    assert [part.text for part in sentences(said(text))] == parts


def test_cuts_a_sentence_that_nobody_writes() -> None:
    parts = [part.text for part in sentences(said("王" * 10_000 + "。"))]
    assert "".join(parts) == "王" * 10_000 + "。"
    assert max(map(len, parts)) <= 4000


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("王明，13900000000", "王明"),
        ("0798—8000000", ""),
        ("a.b@example.com", ""),
        ("36020019900101001X", ""),
        ("联系电话：8000000", "联系"),
        # No personal data: a document's number, a year, an amount.
        ("景府字〔2019〕33号", "景府字〔2019〕33号"),
        ("2019年8月28日", "2019年8月28日"),
        ("投资12345678元", "投资12345678元"),
        ("县长——王明", "县长——王明"),
    ],
)
def test_cuts_personal_data_out_of_a_value(value: str, kept: str) -> None:
    assert without_private(value) == kept


@pytest.mark.parametrize(
    ("text", "focus", "clause"),
    [
        ("联系人：王明，电话：13900000000，李强。", "王明", "联系人：王明"),
        ("联系人：王明，1390000 0000，李强任副县长。", "李强", "李强任副县长。"),
        ("王明任县长。", "王明", "王明任县长。"),
    ],
)
def test_quotes_around_the_focus_without_personal_data(text: str, focus: str, clause: str) -> None:
    whole = said(text)
    start = whole.text.index(focus)
    found = evidence("doc", whole, whole[start : start + len(focus)])
    assert found["clause"] == clause
    begin, end = found["span"]
    assert text[begin:end].replace(" ", "") == clause


def test_quotes_nothing_from_between_two_parts_but_what_stands_there() -> None:
    whole = said("组长：王明 13900000000 李强")
    found = evidence("doc", whole[:3] + whole[-2:], whole[-2:])
    assert found["clause"] == "李强"
