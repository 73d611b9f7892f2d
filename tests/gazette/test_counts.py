"""The parser against the gazette as a person read it: counts, values, and places in the text."""

from __future__ import annotations

from collections import Counter

import pytest

from registry.model.facts import AnyFact, Post
from registry.tables.carried import load
from tests.data.statements import differences, kind_of, misplaced
from tests.gazette.reading import CARRIED, COUNTS, GAZETTE, KINDS

pytestmark = pytest.mark.skipif(
    not GAZETTE.is_file(), reason="the 2019 gazette is not beside this checkout"
)

Facts = tuple[AnyFact, ...]


@pytest.fixture(scope="module")
def text() -> str:
    return GAZETTE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def parsed(text: str) -> Facts:
    # Imported here, so that the reading can be used without the parser.
    from registry.parsing.notice import parse

    return tuple(fact for fact in parse(text) if kind_of(fact) in KINDS)


@pytest.fixture(scope="module")
def carried() -> Facts:
    return load({path.name: path.read_bytes() for path in CARRIED.glob("*.toml")})


@pytest.mark.parametrize("doc", COUNTS)
def test_each_document_states_as_many_facts_as_the_reader_counted(doc: str, parsed: Facts) -> None:
    assert Counter(kind_of(fact) for fact in parsed if fact.doc == doc) == COUNTS[doc]


def test_documents_come_in_the_order_of_the_text(parsed: Facts) -> None:
    assert [fact.doc for fact in parsed if kind_of(fact) == "document"] == list(COUNTS)


def test_the_parser_and_the_reader_state_the_same(parsed: Facts, carried: Facts) -> None:
    wrong = differences(parsed, carried)
    assert not wrong, "\n" + "\n".join(wrong)


def test_leaders_stand_in_the_order_of_the_notice(parsed: Facts, carried: Facts) -> None:
    read, right = (
        list(dict.fromkeys(fact.person for fact in facts if isinstance(fact, Post)))
        for facts in (parsed, carried)
    )
    assert read == right


def test_every_fact_points_at_its_clause(text: str, parsed: Facts) -> None:
    wrong = misplaced(text, parsed)
    assert not wrong, "\n" + "\n".join(wrong)
