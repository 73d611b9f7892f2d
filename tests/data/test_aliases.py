"""The shipped alias files say what no rule can, and nothing twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from registry.errors import BadRules
from registry.graph.agencies import Match, fits, match_agency
from registry.model.facts import Responsible
from registry.tables.aliases import load_agency_aliases, load_english_areas
from registry.tables.carried import load
from tests.gazette.reading import CARRIED

ALIASES = Path(__file__).parents[2] / "data" / "aliases"


def agencies() -> dict[str, str]:
    return dict(load_agency_aliases("agencies.toml", (ALIASES / "agencies.toml").read_bytes()))


def english() -> dict[str, str]:
    return dict(load_english_areas("areas-en.toml", (ALIASES / "areas-en.toml").read_bytes()))


def test_a_short_name_the_rule_reaches_is_not_listed() -> None:
    needless = [short for short, full in agencies().items() if short != full and fits(short, full)]
    assert needless == []


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("市编办", "市委机构编制委员会办公室"),
        ("县编办", "县委机构编制委员会办公室"),
        ("市科协", "市科学技术协会"),
        ("市科学技术协会", "市科协"),
        ("共青团市委", "团市委"),
    ],
)
def test_an_alias_finds_the_agency_as_the_notice_names_it(asked: str, known: str) -> None:
    listed = ("市教育局", known, "市委老干部局")
    assert match_agency(asked, listed, agencies()) == Match((known,), "alias")


def test_an_alias_of_one_level_is_not_taken_for_another() -> None:
    assert match_agency("市编办", ("县委机构编制委员会办公室",), agencies()).names == ()


@pytest.mark.parametrize(
    ("asked", "area"),
    [
        ("commerce", "商务"),
        ("health", "卫生健康"),
        ("education", "教育"),
        ("veterans", "退役军人事务"),
    ],
)
def test_areas_go_by_their_english_names(asked: str, area: str) -> None:
    assert english()[asked] == area


def test_every_area_of_2019_has_an_english_name() -> None:
    named = set(english().values())
    facts = load({path.name: path.read_bytes() for path in CARRIED.glob("*.toml")})
    without = [
        fact.area
        for fact in facts
        if isinstance(fact, Responsible)
        and not {fact.area, *re.split("和|以及对接", fact.area)} & named
    ]
    assert without == ["昌南新区"], "a place goes by its own name"


def test_a_name_under_two_areas_is_refused_in_one_line() -> None:
    content = b'[[area]]\nzh = "A"\nen = ["Trade"]\n[[area]]\nzh = "B"\nen = ["trade"]\n'
    with pytest.raises(BadRules, match=r"^x\.toml: trade stands under A and under B; keep one"):
        load_english_areas("x.toml", content)


def test_a_short_name_given_twice_is_refused_in_one_line() -> None:
    content = 'levels = ["市"]\n[[agency]]\nfull = "~甲局"\nshort = ["~甲", "市甲"]\n'.encode()
    with pytest.raises(BadRules, match=r"^x\.toml: 市甲 stands twice under 市甲局; keep one"):
        load_agency_aliases("x.toml", content)
