"""Pages of a listing: nothing lost, nothing twice, whatever is recorded meanwhile."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar import Litestar
from litestar.testing import TestClient

from api.app import create_app
from api.ids import made, read
from registry.errors import UnknownName
from registry.resolve.subject import Glossary
from registry.service.journaled import Journaled
from registry.store.open import open_journal
from tests.store import made as records

LISTINGS = {
    "governments": {},
    "people": {"on": "2019-09-30"},
    "posts": {"on": "2019-09-30"},
    "agencies": {"on": "2019-09-30"},
    "areas": {"on": "2019-09-30"},
    "groups": {"on": "2019-09-30"},
    "pairs": {"on": "2019-09-30"},
    "notices": {},
    "rules": {},
    "findings": {"on": "2019-09-30"},
    "charts": {"on": "2019-09-30"},
}


@pytest.mark.parametrize("resource", LISTINGS)
def test_pages_together_are_the_whole(client: TestClient[Litestar], resource: str) -> None:
    whole = client.get(f"/v1/{resource}", params=LISTINGS[resource] | {"limit": "500"}).json()
    assert whole["next"] is None
    assert whole["total"] == len(whole["items"]) > 0
    size = max(1, whole["total"] // 3)
    response = client.get(f"/v1/{resource}", params=LISTINGS[resource] | {"limit": str(size)})
    items = response.json()["items"]
    while following := response.json()["next"]:
        assert response.headers["link"] == f'<{following}>; rel="next"'
        response = client.get(following)
        assert response.status_code == 200, response.text
        items += response.json()["items"]
    assert "link" not in response.headers
    assert items == whole["items"]
    ids = [item["id"] for item in items]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("resource", [r for r in LISTINGS if r not in {"findings", "charts"}])
def test_every_item_is_found_by_its_own_link(client: TestClient[Litestar], resource: str) -> None:
    asked = LISTINGS[resource]
    for item in client.get(f"/v1/{resource}", params=asked).json()["items"]:
        assert item["links"]["self"] == f"/v1/{resource}/{quote(item['id'], safe='')}"
        day = {} if resource in {"notices", "rules"} else asked
        response = client.get(item["links"]["self"], params=day)
        assert response.status_code == 200, response.text
        one = response.json()
        same = item.keys() - {"facts", "unparsed"} if resource == "notices" else item.keys()
        assert {key: one[key] for key in same} == {key: item[key] for key in same}


def test_links_lead_somewhere(client: TestClient[Litestar]) -> None:
    seen: set[str] = set()
    for resource, asked in LISTINGS.items():
        for item in client.get(f"/v1/{resource}", params=asked | {"limit": "4"}).json()["items"]:
            for link in item.get("links", {}).values():
                seen.update([link] if isinstance(link, str) else link)
    for link in sorted(seen):
        assert client.get(link).status_code == 200, link


@pytest.mark.parametrize(
    ("resource", "fields"), [("people", "name,titles"), ("notices", "date"), ("pairs", "id")]
)
def test_only_the_fields_asked_for_are_sent(
    client: TestClient[Litestar], resource: str, fields: str
) -> None:
    asked = LISTINGS[resource] | {"fields": fields}
    for item in client.get(f"/v1/{resource}", params=asked).json()["items"]:
        assert set(item) == {"id", *fields.split(",")}


def test_sorting_is_by_what_is_named_and_either_way(client: TestClient[Litestar]) -> None:
    for sort, reverse in (("date", False), ("-date", True)):
        items = client.get("/v1/notices", params={"sort": sort}).json()["items"]
        dates = [item["date"] or "" for item in items]
        assert dates == sorted(dates, reverse=reverse)


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ({"sort": "height"}, "sort"),
        ({"fields": "height"}, "fields"),
        ({"fields": "name,"}, "fields"),
        ({"limit": "0"}, "limit"),
        ({"limit": "501"}, "limit"),
        ({"cursor": "x"}, "cursor"),
        ({"cursor": "WzAsMCwiMjAxOS0wOS0zMCIsIngiXQ"}, "cursor"),
        ({"cursor": "é"}, "cursor"),
    ],
)
def test_what_no_listing_knows_is_a_problem(
    client: TestClient[Litestar], query: dict[str, str], key: str
) -> None:
    response = client.get("/v1/people", params=query)
    assert response.status_code == 400
    assert [error["key"] for error in response.json()["errors"]] == [key]


def test_a_cursor_goes_with_its_question_alone(client: TestClient[Litestar]) -> None:
    following = client.get("/v1/people", params={"on": "2019-09-30", "limit": "3"}).json()["next"]
    assert client.get(f"{following}&leader=true").status_code == 400
    assert client.get(following.replace("limit=3", "limit=7")).status_code == 200


def test_what_is_recorded_and_midnight_move_nothing_between_pages(tmp_path: Path) -> None:
    journal = open_journal(str(tmp_path / "registry.db"), create=True)
    days = [date(2026, 3, 2)]
    cities = [f"{sign}市" for sign in "乙丁己辛"]
    for place, city in enumerate(cities):
        journal.append([records.notice(place + 1, city)], by="何文书", at=records.moment(place))
    app = create_app(Journaled(journal, (), Glossary(), lambda: days[0]))
    with TestClient(app) as client:
        first = client.get("/v1/governments", params={"limit": "2"}).json()
        assert first["position"] == 4
        journal.append([records.notice(9, "丙市")], by="何文书", at=records.moment(9))
        days[0] = date(2026, 3, 3)
        second = client.get(first["next"]).json()
        anew = client.get("/v1/governments").json()
    names = [item["name"] for page in (first, second) for item in page["items"]]
    assert names == sorted(f"{city}人民政府" for city in cities)
    assert (second["on"], second["position"], second["total"]) == ("2026-03-02", 4, 4)
    assert (anew["on"], anew["position"], anew["total"]) == ("2026-03-03", 5, 5)
    journal.close()


NAMES = st.lists(st.text(max_size=9), min_size=1, max_size=3)


@given(NAMES, NAMES)
def test_an_id_is_one_segment_and_nobody_elses(one: list[str], other: list[str]) -> None:
    assert read(made(*one), len(one), "") == tuple(one)
    assert not set(made(*one)) & set("/?#% \t\n")
    assert (made(*one) == made(*other)) == (one == other)


def test_an_id_of_other_things_says_what_one_looks_like() -> None:
    with pytest.raises(UnknownName, match="甲~乙"):
        read("甲", 2, "甲~乙")
