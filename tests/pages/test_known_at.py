"""A page of what was known once: the moment goes along, is told, and nothing is recorded then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from registry.model.journal import AbsenceRecorded
from registry.model.records import Absence
from tests.api.house import House, house
from tests.graph.city import CITY
from tests.pages.conftest import Client
from tests.pages.page import get, links, words
from tests.pages.test_office import leaders

THEN = "known_at=2020-05-01"
PATHS = (
    "/?week=2020-05-04",
    "/government?on=2020-05-04",
    "/findings?on=2020-05-04",
    "/rules?",
    "/notices?",
    "/absences?month=2020-05",
    "/whatif?week=2020-05-04",
)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[House]:
    with house(str(tmp_path / "registry.db")) as made:
        yield made


def record(made: House, person: str) -> None:
    """Record two days later that ``person`` is away."""
    made.clock.later(days=2)
    absence = Absence(person=person, start=date(2020, 5, 4), end=date(2020, 5, 5))
    made.journal.append(
        [AbsenceRecorded(government=CITY, absence=absence)], by="何文书", at=made.clock.now()
    )


def test_what_was_recorded_later_does_not_count(made: House) -> None:
    person = leaders(made)[0]
    record(made, person)
    now, then = "/?week=2020-05-04", f"/?week=2020-05-04&{THEN}"
    away = "//td[@class!='present']"
    assert get(made.client, now).xpath(away)
    page = get(made.client, then)
    assert not page.xpath(away)
    assert "2020年5月1日所知" in words(page)
    (back,) = page.xpath("//p[@class='then']//a/@href")
    assert back == now


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_moment_is_told_and_goes_along_with_every_link(
    made: House, path: str, lang: str
) -> None:
    page = get(made.client, f"{path}&{THEN}", lang)
    (note,) = page.xpath("//p[@class='then']")
    own = links(page) - {str(note.xpath(".//a/@href")[0])}
    assert own
    assert all("known_at=2020-05-01" in h for h in own if not h.startswith("/static")), own
    assert page.xpath("//input[@name='known_at' and @value='2020-05-01']")
    for form in page.xpath("//form[@method='get']"):
        assert len(form.xpath(".//input[@name='known_at']")) == 1


def test_links_of_such_a_page_lead_somewhere(made: House) -> None:
    for path in PATHS:
        for href in sorted(links(get(made.client, f"{path}&{THEN}")))[:30]:
            if not href.startswith("/v1/charts"):  # drawn, and long
                assert made.client.get(href.partition("#")[0]).status_code == 200, href


def test_nothing_is_recorded_into_what_was_known_once(made: House) -> None:
    made.client.post("/session", json={"key": made.keys["record"]})
    for path in ("/absences?", "/notices?"):
        headers = {"accept": "text/html", "accept-language": "zh"}
        for query, forms in (("", True), (THEN, False)):
            shown = made.client.get(path + query, headers=headers).text
            assert ('method="post" enctype' in shown) is forms, path + query


def test_a_moment_of_the_day_is_told_by_the_minute_in_the_time_of_the_place(made: House) -> None:
    page = get(made.client, "/rules?known_at=2020-05-01T23:30:00Z")
    assert "2020年5月2日 07:30所知" in words(page)


def test_one_that_cannot_be_read_is_an_error_page_that_works(made: House) -> None:
    page = get(made.client, "/rules?known_at=gestern", status=400)
    assert "读不懂" in words(page)
    assert not page.xpath("//p[@class='then']")


def test_before_anything_was_recorded_the_page_says_so(made: House) -> None:
    page = get(made.client, "/?known_at=2019-01-01", status=404)
    assert page.xpath("//p[@class='then']")
    assert page.xpath("string(//h1)") == "这里还没有公文"


def test_plain_notices_were_known_always_and_the_page_says_so(client: Client) -> None:
    page = get(client, f"/?{THEN}")
    assert "一直知道" in words(page)
    assert not get(client, "/").xpath("//input[@name='known_at']")
