"""Suppositions on a page: nothing is written, and every change is said."""

from __future__ import annotations

from tests.pages.conftest import Client
from tests.pages.page import get, words

BOTH = "/whatif?week=2019-09-02&away=张良华@2019-09-03/2019-09-05&away=熊皓@2019-09-04"


def test_the_week_then_marks_the_days_that_change(client: Client) -> None:
    page = get(client, BOTH)
    (row,) = page.xpath("//tr[@data-person='张良华']")
    changed = [td.get("data-day") for td in row.xpath("td[contains(@class, 'changed')]")]
    assert changed == ["2019-09-03", "2019-09-04", "2019-09-05"]
    assert not get(client, "/whatif?week=2019-09-02").xpath("//td[contains(@class, 'changed')]")


def test_what_would_change_is_said_before_and_after(client: Client) -> None:
    page = get(client, BOTH)
    (first, *_) = page.xpath("//p[@class='change']")
    assert " ".join(first.text_content().split()).startswith("在岗负责 张良华 →变为 代行 熊皓")
    assert "商务" in words(page)


def test_a_form_adds_an_absence_and_a_link_takes_it_back(client: Client) -> None:
    asked = {"week": "2019-09-02", "who": "张良华", "who_from": "2019-09-03", "who_kind": "ill"}
    response = client.get("/whatif", params=asked, follow_redirects=False)
    address = response.headers["location"]
    assert "who" not in address
    page = get(client, address)
    assert "张良华 2019年9月3日 周二 · 因病" in words(page)
    (without,) = page.xpath("//a[@class='drop']/@href")
    assert "还没有假设" in words(get(client, without))


def test_somebody_not_known_is_said(client: Client) -> None:
    assert "没有公文写到" in words(get(client, "/whatif?away=无此人", status=404))
