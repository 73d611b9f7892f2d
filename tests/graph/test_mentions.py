"""Who and what is named by facts of every kind."""

from __future__ import annotations

from typing import Any

import pytest

from registry.graph.mentions import agencies_named, persons_named, title_of
from registry.model import facts as f
from tests.graph.city import CITY, DIVISION, document, fact

GROUP = "市防汛抗旱指挥部"

PERSONS: list[tuple[type[f.Fact], dict[str, Any], list[str]]] = [
    (f.AbPair, {"a": "河二", "b": "湖三"}, ["河二", "湖三"]),
    (f.Backup, {"a": "河二", "b": "湖三"}, ["河二", "湖三"]),
    (f.Meeting, {"name": "第1次常务会议", "date": None, "chair": "江一"}, ["江一"]),
    (f.Meeting, {"name": "第1次常务会议", "date": None, "chair": None}, []),
    (f.Post, {"person": "江一", "title": "市长"}, ["江一"]),
    (f.Responsible, {"person": "河二", "area": "商务"}, ["河二"]),
    (f.Supervises, {"person": "河二", "org": "市商务局"}, ["河二"]),
    (f.Released, {"person": "河二", "subject": "市商务局"}, ["河二"]),
    (f.Appointed, {"person": "溪七", "post": "市水利局局长"}, ["溪七"]),
    (f.Removed, {"person": "溪七", "post": "市水利局局长"}, ["溪七"]),
    (f.Retired, {"person": "溪七"}, ["溪七"]),
    (f.Member, {"group": GROUP, "person": "溪七", "role": "成员"}, ["溪七"]),
    (f.OfficeDirector, {"group": GROUP, "person": "溪七"}, ["溪七"]),
    (f.Contact, {"person": "溪七", "org": None}, ["溪七"]),
    (f.MemberOrg, {"group": GROUP, "org": "市水利局", "role": "成员"}, []),
    (f.PostAbolished, {"post": "市水利局局长"}, []),
]

AGENCIES: list[tuple[type[f.Fact], dict[str, Any], list[str]]] = [
    (f.Task, {"lead": ("甲局",), "support": ("乙局",), "mode": "lead", "text": "x"}, ["甲局", "乙局"]),
    (f.Supervises, {"person": "河二", "org": "市粮食和物资局", "alias": "市粮食局"}, ["市粮食和物资局", "市粮食局"]),
    (f.Supervises, {"person": "河二", "org": "各金融机构"}, []),
    (f.Duty, {"org": "市公安局", "text": "x"}, ["市公安局"]),
    (f.Indicator, {"org": "市商务局", "indicator": "x", "target": None, "actual": None, "gap": None}, ["市商务局"]),
    (f.MemberOrg, {"group": GROUP, "org": "市水利局", "role": "成员"}, ["市水利局"]),
    (f.Office, {"group": GROUP, "org": "市水利局"}, ["市水利局"]),
    (f.Contact, {"person": "溪七", "org": "市水利局"}, ["市水利局"]),
    (f.Contact, {"person": "溪七", "org": None}, []),
    (f.Member, {"group": GROUP, "person": "溪七", "role": "成员", "title": "市水利局局长"}, ["市水利局"]),
    (f.Appointed, {"person": "溪七", "post": "市水利局副局长"}, ["市水利局"]),
    (f.PostAbolished, {"post": "市水利局局长"}, ["市水利局"]),
    (f.Post, {"person": "江一", "title": "市政府市长"}, []),
    (f.Post, {"person": "江一", "title": "青石县副县长"}, []),
    (f.Responsible, {"person": "河二", "area": "商务"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "keys", "names"), PERSONS)
def test_every_person_is_told(kind: type[f.Fact], keys: dict[str, Any], names: list[str]) -> None:
    made = fact(kind, DIVISION, **keys)
    told = list(persons_named([document(DIVISION, None, "division"), made]))
    assert [mention.name for mention in told] == names
    assert all(mention.fact is made for mention in told)


@pytest.mark.parametrize(("kind", "keys", "names"), AGENCIES)
def test_every_agency_is_told(kind: type[f.Fact], keys: dict[str, Any], names: list[str]) -> None:
    made = fact(kind, DIVISION, **keys)
    told = list(agencies_named([document(DIVISION, None, "division"), made], CITY))
    assert [mention.name for mention in told] == names
    assert [mention.full for mention in told] == [
        keys["org"] if n == keys.get("alias") else None for n in names
    ]


def test_a_title_is_given_by_posts_and_seats_alone() -> None:
    seat = fact(f.Member, DIVISION, group=GROUP, person="溪七", role="成员", title="市水利局局长")
    assert title_of(seat) == "市水利局局长"
    assert title_of(fact(f.Responsible, DIVISION, person="河二", area="商务")) is None
