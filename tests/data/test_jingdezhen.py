"""The carried data of 2019 says what a person counted in the gazette."""

from __future__ import annotations

from collections import Counter, defaultdict

from registry.tables.carried import RESTATED, load
from tests.data.statements import kind_of
from tests.gazette.reading import CARRIED, COUNTS


def test_counts_are_those_of_the_reading() -> None:
    facts = load({path.name: path.read_bytes() for path in CARRIED.glob("*.toml")})
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for fact in facts:
        counts[fact.doc][kind_of(fact)] += 1
        assert fact.clause
        assert fact.span == RESTATED
    assert {doc: dict(kinds) for doc, kinds in counts.items()} == COUNTS
    assert list(counts) == list(COUNTS), "documents in the order of the gazette"
