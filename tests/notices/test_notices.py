"""The parser against notices in many wordings and layouts, each with its labelled facts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import structs

from tests.notices.score import Score, compare, load, notices, rates, row_of, show

NOTICES = notices(Path(__file__).parent)
by_notice = pytest.mark.parametrize("path", NOTICES, ids=[path.stem for path in NOTICES])


def read(path: Path) -> str:
    """Read a notice without touching its line ends: spans count characters as given."""
    return path.read_bytes().decode("utf-8")


def scored(path: Path) -> Score:
    """Parse a notice and hold it against its label, in the kinds that the label speaks of."""
    from registry.parsing.notice import parse

    expected = load(path.with_suffix(".toml"))
    rows = (row_of(fact, expected.kinds) for fact in parse(read(path)))
    return compare(expected, frozenset(row for row in rows if row))


@by_notice
def test_states_exactly_the_labelled_facts(path: Path) -> None:
    """Every labelled fact is found, and no other."""
    score = scored(path)
    lines = [f"- {show(row)}" for row in sorted(score.missing)]
    lines += [f"+ {show(row)}" for row in sorted(score.extra)]
    assert not lines, "\n".join(["missing (-) and extra (+):", *lines])


@by_notice
def test_every_clause_is_where_its_span_says(path: Path) -> None:
    """The text between the offsets is the clause, white space aside."""
    from registry.parsing.notice import parse

    text = read(path)
    facts = parse(text)
    assert facts
    for fact in facts:
        start, end = fact.span
        assert fact.clause
        assert re.sub(r"\s", "", text[start:end]) == re.sub(r"\s", "", fact.clause)


@by_notice
def test_no_personal_data_leaves_the_parser(path: Path) -> None:
    """No telephone or identity number and no mail address in a value or a clause."""
    from registry.parsing.notice import parse

    for fact in parse(read(path)):
        for value in structs.asdict(fact).values():
            joined = re.sub(r"\s", "", str(value))
            assert not re.search(r"\d{7}|@|\d{3}-\d{4}-\d{4}", joined), fact


def test_overall_rates() -> None:
    """Over all the notices together, F1 is at least 0.97."""
    found = missing = extra = 0
    for path in NOTICES:
        score = scored(path)
        found += len(score.found)
        missing += len(score.missing)
        extra += len(score.extra)
    precision, recall, f1 = rates(found, missing, extra)
    assert f1 >= 0.97, f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
