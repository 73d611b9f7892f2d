"""The parser against plans, reports and minutes: the work that each gives out, and to whom."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.data.statements import misplaced
from tests.notices.score import ALL, WORK, Row, compare, load, notices, rates, row_of, show

NOTICES = notices(Path(__file__).parent)
by_notice = pytest.mark.parametrize("path", NOTICES, ids=[path.stem for path in NOTICES])


def read(path: Path) -> str:
    """Read a notice without touching its line ends: spans count characters as given."""
    return path.read_bytes().decode("utf-8")


def parsed(path: Path) -> list[Row]:
    """Parse a notice into the rows of every kind."""
    from registry.parsing.notice import parse

    return [row for fact in parse(read(path)) if (row := row_of(fact, ALL))]


@by_notice
def test_states_exactly_the_labelled_facts(path: Path) -> None:
    """Every labelled fact is found, and no other."""
    score = compare(load(path.with_suffix(".toml")), frozenset(parsed(path)))
    lines = [f"- {show(row)}" for row in sorted(score.missing)]
    lines += [f"+ {show(row)}" for row in sorted(score.extra)]
    assert not lines, "\n".join(["missing (-) and extra (+):", *lines])


@by_notice
def test_work_is_stated_once(path: Path) -> None:
    """No task, duty, indicator or meeting comes twice where the notice says it once."""
    rows = Counter(row for row in parsed(path) if row[0] in WORK)
    assert [show(row) for row, times in rows.items() if times > 1] == []


@by_notice
def test_every_clause_is_where_its_span_says(path: Path) -> None:
    """The text between the offsets is the clause, white space aside."""
    from registry.parsing.notice import parse

    text = read(path)
    assert misplaced(text, parse(text)) == []


def test_overall_rates_of_the_work() -> None:
    """Over the tasks, duties, indicators and meetings of all the notices, F1 is at least 0.97."""
    found = missing = extra = 0
    for path in NOTICES:
        score = compare(load(path.with_suffix(".toml")), frozenset(parsed(path)))
        found += sum(row[0] in WORK for row in score.found)
        missing += sum(row[0] in WORK for row in score.missing)
        extra += sum(row[0] in WORK for row in score.extra)
    precision, recall, f1 = rates(found, missing, extra)
    assert f1 >= 0.97, f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
