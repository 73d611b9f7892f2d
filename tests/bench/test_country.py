"""The made-up country: the same again by its seed, read fully, and loaded once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from bench import country_words as words
from bench.country import City, country
from bench.loading import load, read_city
from registry.model.facts import AnyFact
from registry.parsing.notice import parse
from registry.parsing.persons import is_name
from registry.store.open import open_journal

KEYS = {
    "document": ("number", "title", "date", "issuer"),
    "post": ("person", "title"),
    "responsible": ("person", "area"),
    "supervises": ("person", "org"),
    "ab_pair": ("a", "b"),
    "appointed": ("person", "post"),
    "removed": ("person", "post"),
}


def said(facts: tuple[AnyFact, ...]) -> Iterator[tuple[str, ...]]:
    for fact in facts:
        kind = str(fact.__struct_config__.tag)
        yield (kind, *(getattr(fact, key) for key in KEYS.get(kind, ("clause",))))


@pytest.fixture(scope="module")
def cities() -> tuple[City, ...]:
    return tuple(country(3))


def test_every_notice_is_read_as_it_is_meant(cities: tuple[City, ...]) -> None:
    for city in cities:
        for written in city.notices:
            assert Counter(said(parse(written.text))) == Counter(written.says)


def test_a_seed_makes_one_country_and_another_seed_another(cities: tuple[City, ...]) -> None:
    assert tuple(country(3)) == cities
    assert tuple(country(3, seed=1)) != cities
    assert next(country(3000)) == cities[0]


def test_ten_leaders_a_dozen_agencies_and_a_division_each_year(cities: tuple[City, ...]) -> None:
    for city in cities:
        divisions = [w.says for w in city.notices if w.says[1][0] == "post"]
        assert len(divisions) == 10
        assert 20 <= len(city.notices) - len(divisions) <= 30
        for says in divisions:
            assert len({row[1] for row in says if row[0] == "post"}) == 10
            assert len({row[2] for row in says if row[0] == "supervises"}) == 12
            assert sum(row[0] == "ab_pair" for row in says) == 5


def test_the_names_are_distinct_and_no_part_of_one_another() -> None:
    stems = words.STEMS
    assert len(set(stems)) == len(stems) >= 3000
    assert {len(stem) for stem in stems} == {2}
    few = [city.name for city in country(40, years=0)]
    assert not any(one in other for one, other in permutations(few, 2))


def test_people_have_names_and_no_two_of_a_city_the_same(cities: tuple[City, ...]) -> None:
    for city in cities:
        come = [row[1] for w in city.notices for row in w.says if row[0] == "appointed"]
        assert len(set(come)) == len(come)
        assert all(is_name(name) and len(name) == 3 for name in come)


def test_more_governments_than_names_are_refused() -> None:
    with pytest.raises(ValueError, match=r"names for \d+ governments, not for 5000"):
        next(country(5000))


def test_a_load_goes_on_where_it_was_and_a_second_adds_nothing(tmp_path: Path) -> None:
    database = str(tmp_path / "country.db")
    first = load([database], 1, years=2)
    more = load([database], 3, years=2)
    again = load([database], 3, years=2)
    whole = sum(len(read_city(city)) for city in country(3, years=2))
    assert (first.notices + more.notices, again.notices) == (whole, 0)
    assert first.unparsed == more.unparsed == 0
    with closing(open_journal(database)) as journal:
        assert journal.last() == whole
        assert journal.governments() == tuple(sorted(c.government for c in country(3)))
