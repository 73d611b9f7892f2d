"""Names that try to be more than names stay text on every page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from registry.model.facts import (
    AbPair,
    AnyFact,
    Appointed,
    Document,
    Group,
    Indicator,
    Member,
    Post,
    Responsible,
    Supervises,
    Unparsed,
)
from registry.parsing.clause import Evidence
from registry.resolve.subject import Glossary
from registry.service.registry import Registry
from tests.pages.conftest import Client, client_of
from tests.pages.page import get, words

EVIL = "甲<img src=x onerror=alert(1)>'\"{{7191*7}}"
OTHER = "乙</script><script>alert(2)</script>"
AREA = "商务<b onclick=x>"
AGENCY = "市<svg/onload=x>局"
GROUP = "</title><h1>小组"
CITY = "某市<i>人民政府"
DOC: Evidence = {"doc": "某府字〔2024〕1号<u>", "clause": f"{EVIL}负责{AREA}", "span": (0, 0)}
FACTS: tuple[AnyFact, ...] = (
    Document(
        **DOC,
        number=DOC["doc"],
        title="关于<s>分工",
        date="2024-01-02",
        issuer=CITY,
        kind="division",
    ),
    Post(**DOC, person=EVIL, title="副市长<em>"),
    Post(**DOC, person=OTHER, title="副市长"),
    Responsible(**DOC, person=EVIL, area=AREA),
    Supervises(**DOC, person=EVIL, org=AGENCY),
    Responsible(**DOC, person=OTHER, area="工业"),
    AbPair(**DOC, a=EVIL, b=OTHER),
    Appointed(**DOC, person=EVIL, post="局长<em>"),
    Group(**DOC, group=GROUP),
    Member(**DOC, group=GROUP, person=EVIL, role="组长<em>", title="副市长<em>"),
    Indicator(**DOC, org=AGENCY, indicator="外资<em>", target="1", actual="<em>2", gap=None),
    Unparsed(**DOC, reason="<em>"),
)
TAGS = {"img", "b", "i", "u", "s", "em", "script"}
OUR_OWN = {"script": 3, "b": 40}
"""Tags that our own templates have: so many at most, and never with a handler."""


@pytest.fixture(scope="module")
def hostile() -> Iterator[Client]:
    made = Registry(FACTS, (), Glossary(), lambda: date(2024, 1, 3))
    with client_of(made) as client:
        yield client


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/", {}),
        ("/", {"away": EVIL}),
        ("/answer", {"subject": AREA, "away": EVIL}),
        ("/answer", {"q": OTHER}),
        ("/answer", {"q": f"谁管{EVIL}"}),
        ("/government", {}),
        ("/government", {"since": "2023-01-01"}),
        ("/people", {"name": EVIL}),
        ("/agencies", {"name": AGENCY}),
        ("/groups", {"name": GROUP}),
        ("/notices", {}),
        ("/notices", {"name": DOC["doc"]}),
        ("/findings", {}),
        ("/whatif", {"away": EVIL}),
        ("/absences", {"month": "<b>"}),
        ("/sign-in", {"next": '"><b>'}),
        ("/<b>", {}),
    ],
)
def test_nothing_of_a_name_becomes_a_part_of_the_page(
    hostile: Client, path: str, asked: dict[str, str], lang: str
) -> None:
    headers = {"accept": "text/html", "accept-language": lang}
    response = hostile.get(path, params=asked, headers=headers)
    assert response.status_code < 500
    assert "<img" not in response.text
    assert "50337" not in response.text
    page = get(
        hostile,
        str(response.url.copy_with(scheme=None, host=None, port=None)),
        lang,
        response.status_code,
    )
    for tag in TAGS:
        own = page.xpath(f"//{tag}")
        assert len(own) <= OUR_OWN.get(tag, 0), tag
        assert not [one for one in own if set(one.attrib) - {"src", "defer", "aria-hidden"}]
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert not [href for href in page.xpath("//@href") if str(href).lower().startswith("java")]


def test_the_names_are_shown_as_they_are(hostile: Client) -> None:
    assert "甲<img src=x onerror=alert(1)>" in words(get(hostile, "/"))
    (heading,) = get(hostile, f"/groups?name={GROUP}").xpath("//h1")
    assert heading.text_content() == GROUP


def test_a_suggestion_is_text_too(hostile: Client) -> None:
    response = hostile.get("/suggest", params={"q": "商务"})
    assert response.headers["content-type"].startswith("application/json")
    assert response.json()[0]["text"] == AREA


@pytest.mark.parametrize("next_", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_signing_in_goes_on_within_this_service(hostile: Client, next_: str) -> None:
    page = get(hostile, f"/sign-in?next={next_}")
    assert not page.xpath("//main//a[starts-with(@href, 'http')]")
