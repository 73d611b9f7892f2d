"""What the 2019 gazette is found to get wrong; a clerk's reading of it is the yardstick."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from registry.model.findings import Finding, FindingKind
from registry.service.answers.check import check
from registry.wiring import registry
from tests.gazette.reading import GAZETTE

COUNTS = {
    FindingKind.LEADER_WITHOUT_PAIR: 2,
    FindingKind.AGENCY_UNDER_SEVERAL: 5,
    FindingKind.AGENCY_WITHOUT_LEADER: 1,  # the party's propaganda department, a note
    FindingKind.AGENCY_UNRESOLVED: 1,
    FindingKind.AREA_WITHOUT_AGENCY: 2,  # leaders; six areas
    FindingKind.AREA_AGENCY_APART: 2,
    FindingKind.OFFICE_TWO_SEATS: 1,
    FindingKind.GROUP_TWO_NAMES: 1,
    FindingKind.RANK_BELOW_REQUIRED: 1,
}
"""All that there is; a kind that is not listed would be noise."""


@cache
def findings() -> tuple[Finding, ...]:
    if not GAZETTE.exists():
        pytest.skip(f"the gazette is not at {GAZETTE}")
    return check(registry([GAZETTE]))


def of(kind: FindingKind) -> list[Finding]:
    return [finding for finding in findings() if finding.kind is kind]


def test_the_findings_of_each_kind() -> None:
    assert Counter(finding.kind for finding in findings()) == COUNTS


def test_every_finding_quotes_two_places_of_known_notices() -> None:
    for finding in findings():
        assert len(finding.places) >= 2, finding.message.zh
        assert all(place.clause and place.doc and place.date for place in finding.places)


def test_every_quote_stands_in_the_text() -> None:
    text = GAZETTE.read_text(encoding="utf-8")
    for finding in findings():
        for place in finding.places:
            start, end = place.span
            assert "".join(text[start:end].split()) == "".join(place.clause.split())


def test_the_sub_group_with_two_seats() -> None:
    (finding,) = of(FindingKind.OFFICE_TWO_SEATS)
    assert finding.names[1:] == ("协调督导组", "市公安局", "市反恐办")


def test_the_group_with_two_names() -> None:
    (finding,) = of(FindingKind.GROUP_TWO_NAMES)
    assert finding.names == (
        "景德镇市儿童青少年近视综合防控工作领导小组",
        "儿童青少年近视防控工作领导小组",
    )


def test_members_to_be_heads_that_are_deputies() -> None:
    (finding,) = of(FindingKind.RANK_BELOW_REQUIRED)
    assert finding.names[1:7] == (
        "市委宣传部", "市体育局", "市财政局", "市人社局", "市市场监管局", "市文旅局",
    )  # fmt: skip


def test_areas_without_an_agency() -> None:
    areas = [finding.names for finding in of(FindingKind.AREA_WITHOUT_AGENCY)]
    assert areas == [
        ("黄金龙", "重大项目", "名城保护", "政务公开", "参事"),
        ("孙鑫", "个私民营经济", "通信"),
    ]


def test_the_three_leaders_of_one_bureau() -> None:
    named = [finding.names for finding in of(FindingKind.AGENCY_UNDER_SEVERAL)]
    assert ("市政府信访局", "黄金龙", "何军威", "张维汉") in named


def test_leaders_without_a_pair() -> None:
    named = [finding.names for finding in of(FindingKind.LEADER_WITHOUT_PAIR)]
    assert named == [("刘锋",), ("张维汉",)]


def test_agencies_with_work_and_no_leader() -> None:
    kinds = (FindingKind.AGENCY_WITHOUT_LEADER, FindingKind.AGENCY_UNRESOLVED)
    named = [finding.names[0] for kind in kinds for finding in of(kind)]
    assert named == ["市委宣传部", "市反恐办"]
