"""Popolo JSON keeps the rules of its schemas, and says what the notices say."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from registry.errors import RegistryError
from registry.exports.extract import Extract, extract
from registry.exports.popolo import popolo
from registry.wiring import registry
from tests.exports.city import made

NOTICES = Path(__file__).parents[1] / "notices"
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
NEEDED = {
    "persons": {"id", "name", "sources"},
    "organizations": {"id", "name", "classification", "sources"},
    "posts": {"id", "label", "role", "sources"},
    "memberships": {"id", "label", "role", "sources"},
    "areas": {"id", "name"},
}
ALLOWED = {
    "persons": NEEDED["persons"],
    "organizations": NEEDED["organizations"] | {"other_names", "parent_id", "area_id"},
    "posts": NEEDED["posts"] | {"organization_id"},
    "memberships": NEEDED["memberships"]
    | {"person_id", "member", "organization_id", "post_id", "start_date", "end_date"},
    "areas": NEEDED["areas"],
}
POINTS_TO = {
    "person_id": "persons",
    "organization_id": "organizations",
    "parent_id": "organizations",
    "post_id": "posts",
    "area_id": "areas",
}


def read(extract: Extract, **options: str) -> dict[str, Any]:
    """Write, read back, and check all that the schemas of Popolo ask for."""
    found: dict[str, Any] = json.loads(popolo(extract, **options))
    ids = {key: [item["id"] for item in found[key]] for key in NEEDED}
    for key, needed in NEEDED.items():
        assert len(ids[key]) == len(set(ids[key])), f"two {key} with one id"
        for item in found[key]:
            assert needed <= item.keys() <= ALLOWED[key], item
            for field, value in item.items():
                if field in POINTS_TO:
                    assert value in ids[POINTS_TO[field]], (field, item)
                if field.endswith("_date"):
                    assert DATE.fullmatch(value), item
            for source in item.get("sources", ()):
                assert source.keys() == {"url", "note"}
                assert urlsplit(source["url"]).scheme
                assert source["url"].isascii()
    for item in found["memberships"]:
        assert ("person_id" in item) != ("member" in item), item
        assert "organization_id" in item or "post_id" in item, item
        assert item["sources"], item
    return found


def of(found: dict[str, Any], person: str, label: str) -> dict[str, Any]:
    """Return the one membership of ``person`` with that label."""
    people = {item["id"]: item["name"] for item in found["persons"]}
    only: dict[str, Any]
    (only,) = [
        m
        for m in found["memberships"]
        if people.get(m.get("person_id")) == person and m["label"] == label
    ]
    return only


def test_what_a_replaced_division_gave_has_an_end_and_both_clauses() -> None:
    found = read(made())
    before = of(found, "湖三宁", "分管市商务局")
    assert (before["start_date"], before["end_date"]) == ("2024-01-10", "2024-05")
    assert [source["note"] for source in before["sources"]] == [
        "临府字〔2024〕1号《临府字〔2024〕1号的通知》，2024-01-10：「分管市商务局（市口岸办）」",
        "临府字〔2024〕9号《临府字〔2024〕9号的通知》，2024-05：「临府字〔2024〕9号的通知」",
    ]
    now = of(found, "河二安", "分管市商务局")
    assert now["start_date"] == "2024-05"
    assert "end_date" not in now


def test_a_pair_that_goes_on_is_one_membership_each_way() -> None:
    found = read(made())
    assert of(found, "河二安", "江一平的B角")["role"] == "B角"
    assert of(found, "江一平", "河二安的B角")["start_date"] == "2024-05"


def test_a_removal_without_a_known_beginning_is_known_by_its_end() -> None:
    removed = of(read(made()), "湖三宁", "市商务局局长")
    assert "start_date" not in removed
    assert removed["end_date"] == "2024-08-01"


def test_what_begins_later_is_not_told_but_a_known_end_is() -> None:
    found = read(made(on=date(2024, 2, 1)))
    assert of(found, "湖三宁", "分管市商务局")["end_date"] == "2024-05"
    assert {item["name"] for item in found["persons"]} == {"江一平", "湖三宁"}
    assert "临府字〔2024〕11号" not in json.dumps(found, ensure_ascii=False)


def test_an_agency_is_a_part_of_nothing_and_has_its_other_name() -> None:
    found = read(made())
    agency = next(o for o in found["organizations"] if o["name"] == "市商务局")
    assert agency["other_names"] == [{"name": "市口岸办"}]
    assert "parent_id" not in agency
    group = next(o for o in found["organizations"] if o["classification"] == "leading group")
    part = next(o for o in found["organizations"] if o["name"] == "保障组")
    assert part["parent_id"] == group["id"]


def test_a_seat_that_is_described_only_is_a_post_that_nobody_holds() -> None:
    found = read(made())
    (seat,) = [post for post in found["posts"] if post["label"] == "分管教育的副市长"]
    assert seat["role"] == "副组长"
    assert all(m.get("post_id") != seat["id"] for m in found["memberships"])


def test_ids_are_stable_begin_with_the_base_and_bear_the_name() -> None:
    found = read(made(), base="https://city.example/registry")
    one = next(item for item in found["persons"] if item["name"] == "河二安")
    assert unquote(one["id"]) == "https://city.example/registry/临川市人民政府/person/河二安"
    assert found == read(made(), base="https://city.example/registry/")
    later, earlier = read(made()), read(made(on=date(2024, 6, 1)))
    assert of(later, "河二安", "负责商务")["id"] == of(earlier, "河二安", "负责商务")["id"]


@pytest.mark.parametrize(
    "base", ["", "city", "https://", "javascript:x", "https://a/ b", "https://a/#"]
)
def test_what_cannot_begin_an_iri_is_refused(base: str) -> None:
    with pytest.raises(RegistryError, match="cannot begin an IRI"):
        popolo(made(), base)


def test_the_shipped_notices_are_told_whole() -> None:
    known = registry()
    history = known.history()
    found = read(extract(history, date(2019, 9, 30), known.glossary.aliases))
    assert len(found["persons"]) == len(history.at(date(2019, 9, 30)).people()) + 1  # one retired
    assert of(found, "张良华", "分管市商务局")["start_date"] == "2019-08-28"
    assert of(found, "吴浪", "景德镇陶瓷集团有限责任公司总经理")["end_date"] == "2019-08-06"
    held = sum(
        len(history.at(date(2019, 9, 30)).held(p)) for p in history.at(date(2019, 9, 30)).people()
    )
    shares = [
        m for m in found["memberships"] if "post_id" not in m and m["label"].startswith(m["role"])
    ]
    assert len(shares) == held


def test_every_example_notice_is_told_without_a_loose_end() -> None:
    known = registry(sorted(NOTICES.glob("*.txt")))
    told = 0
    for government in known.governments():
        history = known.history_of(government)
        for day in history.days:
            found = read(extract(history, day, known.glossary.aliases))
            told += len(found["memberships"])
    assert told > 200
