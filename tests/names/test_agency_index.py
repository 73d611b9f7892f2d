"""The index leaves out no name that the rule would fit, and leaves out most that it would not."""

from __future__ import annotations

from pathlib import Path

from registry.graph.agencies import fits, match_agency
from registry.graph.agency_index import AgencyIndex
from registry.graph.mentions import agencies_named
from registry.parsing.notice import parse

CITY = "云岭市人民政府"
NOTICES = sorted((Path(__file__).parents[1] / "notices").glob("*.txt"))


def test_all_that_fits_is_near() -> None:
    names = {
        mention.name
        for path in NOTICES
        for mention in agencies_named(parse(path.read_text(encoding="utf-8")), CITY)
    }
    assert len(names) > 200
    index = AgencyIndex(names, {}, CITY)
    near = {name: set(index.near(name)) for name in names}
    fitting = {(a, b) for a in names for b in names if fits(a, b, CITY)}
    assert {(a, b) for a, b in fitting if b not in near[a]} == set()
    assert sum(map(len, near.values())) < len(names) * 10


def test_aliases_are_near() -> None:
    aliases = {"市编办": "市委机构编制委员会办公室"}
    index = AgencyIndex(["市委机构编制委员会办公室", "市统计局"], aliases, CITY)
    near = index.near("市编办")
    assert match_agency("市编办", near, aliases, CITY).names == ("市委机构编制委员会办公室",)
