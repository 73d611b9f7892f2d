"""A notice in its own text: every fact marked where it stands, and nothing of the text lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from registry.errors import UnknownName
from registry.model.facts import Unparsed
from registry.resolve.subject import Glossary
from registry.service.answers.notice import Finder, in_place, marked, notice, notices
from registry.service.from_files import FromFiles
from registry.wiring import registry

EXAMPLES = sorted(Path(__file__).parents[2].glob("data/examples/*.txt"))


@pytest.fixture(scope="module")
def read() -> FromFiles:
    return FromFiles(EXAMPLES, (), Glossary(), lambda: date(2024, 6, 3))


def test_every_clause_is_marked_and_the_text_stays_whole(read: FromFiles) -> None:
    found = notices(read)
    assert len(found) == len(EXAMPLES)
    for one in found:
        assert one.text is not None
        marks = marked(one.text, one.facts)
        assert "".join(mark.text for mark in marks) == one.text
        seen = {id(fact) for mark in marks for fact in mark.facts}
        assert seen == {id(fact) for fact in one.facts}


def test_a_clause_is_shown_with_the_words_around_it(read: FromFiles) -> None:
    one = notices(read)[0]
    for clause in one.clauses:
        place = in_place(one, clause)
        assert place is not None
        assert "".join(place.clause.split()) == "".join(clause.split())
        around = (place.before + place.clause + place.after).strip("…")
        assert one.text is not None
        assert around in one.text


def test_without_a_text_the_clauses_beside_it_are_shown() -> None:
    shipped = registry()
    one = notice(shipped, "景府字〔2019〕33号")
    assert one.text is None
    place = in_place(one, one.clauses[1])
    assert place is not None
    assert (place.before, place.after) == (one.clauses[0], one.clauses[2])
    assert in_place(one, "别处的一句话") is None


def test_what_was_not_understood_is_told_apart(read: FromFiles) -> None:
    for one in notices(read):
        assert all(isinstance(fact, Unparsed) for fact in one.unparsed)


def test_a_notice_that_is_not_known_is_said_with_those_that_are(read: FromFiles) -> None:
    with pytest.raises(UnknownName) as refused:
        notice(read, "没有这份公文")
    assert refused.value.near


@pytest.mark.parametrize(
    ("text", "clause", "hint", "span"),
    [
        ("甲 乙\n丙。乙丙", "乙丙", None, (2, 5)),
        ("甲 乙\n丙。乙丙", "乙丙", (6, 8), (6, 8)),
        ("甲 乙\n丙。乙丙", "乙丙", (0, 1), (2, 5)),
        ("甲乙", "丙", None, None),
        ("甲乙", "", None, None),
    ],
)
def test_clauses_are_found_whatever_the_breaks(
    text: str, clause: str, hint: tuple[int, int] | None, span: tuple[int, int] | None
) -> None:
    assert Finder(text).find(clause, hint) == span
