"""The structure of a leading group's DOT."""

from __future__ import annotations

import re

from msgspec.structs import replace

from registry.charts.group import group_drawing
from registry.charts.look import Look
from registry.graph.groups import LeadingGroup
from registry.graph.organisation import Organisation


def group_dot(organisation: Organisation, group: LeadingGroup) -> str:
    (dot,) = group_drawing(organisation, group, Look()).dots
    return dot


def _cards(dot: str) -> dict[str, str]:
    found = re.findall(r'^\t"?([^"\t]+?)"? \[label=<(.*)> (?:class=\S+ )?pos=', dot, re.MULTILINE)
    return {name: re.sub(r"<[^>]*>", "", label) for name, label in found}


def test_every_seat_is_drawn_once(with_group: Organisation) -> None:
    group = with_group.groups()[0]
    # Stated in the body and again in the annex.
    twice = replace(group, members=group.members * 2, subgroups=group.subgroups * 2)
    cards = _cards(group_dot(with_group, twice))
    assert sum(key.startswith("member-") for key in cards) == 30
    assert sum(key.startswith("subgroup-") for key in cards) == 1
    assert cards["head-0"].startswith("总指挥江一平市长")
    assert "市水利局党组成员、" in cards["member-2"]


def test_a_seat_by_office_names_nobody(with_group: Organisation) -> None:
    cards = _cards(group_dot(with_group, with_group.groups()[0]))
    assert any(words == "副总指挥分管水利的副市长" for words in cards.values())


def test_organisations_subgroups_and_office(with_group: Organisation) -> None:
    cards = _cards(group_dot(with_group, with_group.groups()[0]))
    assert cards["orgs"] == "成员单位市气象局"
    assert cards["subgroup-0"] == "下设物资保障组组长湖三宁"
    assert cards["office"] == "办公室设在市应急管理局办公室主任海四清"


def test_the_head_is_linked_to_the_deputies(with_group: Organisation) -> None:
    dot = group_dot(with_group, with_group.groups()[0])
    links = re.findall(r'"?(head-0)"? -> "?(deputy-\w+)"?', dot)
    assert len(links) == 2


def test_titles_that_differ_are_both_kept(with_group: Organisation) -> None:
    group = with_group.groups()[0]
    other = replace(group.members[0], title="市委副书记")
    cards = _cards(group_dot(with_group, replace(group, members=(*group.members, other))))
    assert cards["head-0"] == "总指挥江一平市长；市委副书记"


def test_a_group_without_seats_says_so(with_group: Organisation) -> None:
    group = with_group.groups()[0]
    bare = replace(group, members=(), orgs=(), roles=(), subgroups=(), offices=(), directors=())
    assert "通知未列席位" in group_dot(with_group, bare)


def test_a_line_never_runs_around_a_rank(with_group: Organisation) -> None:
    group = with_group.groups()[0]
    first = replace(group.members[1], person="湖三宁", role="常务副总指挥")
    ranked = replace(group, members=(group.members[0], first, *group.members[1:]))
    dot = group_dot(with_group, ranked)
    assert re.findall(r'"?head-0"? -> "?(deputy-\w+)"?', dot) == ["deputy-1"]
    assert "常务副总指挥湖三宁副市长" in _cards(dot)["deputy-1"]
