"""Where notices of several governments are known, one is chosen, and the choice goes along."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from api.app import create_app
from registry.model.facts import AnyFact
from registry.parsing.notice import parse
from registry.service.registry import MOST, Registry
from registry.tables.settings import Settings
from registry.wiring import shipped_facts, shipped_glossary, shipped_rules
from tests.api.house import house
from tests.graph.city import CITY
from tests.pages.conftest import EXAMPLES, Client, client_of
from tests.pages.page import get, links, words
from tests.state.journal import DIVISION, absent, notice

OURS, OTHERS = "景德镇市人民政府", "云陵市人民政府"
DAY = date(2024, 6, 5)


def facts() -> list[AnyFact]:
    return [*shipped_facts(), *parse(EXAMPLES[0].read_text(encoding="utf-8"))]


def registry_of(facts: list[AnyFact]) -> Registry:
    return Registry(facts, shipped_rules(), shipped_glossary(), lambda: DAY)


@pytest.fixture(scope="module")
def several() -> Iterator[Client]:
    with client_of(registry_of(facts())) as client:
        yield client


@pytest.mark.parametrize("path", ["/government", "/findings", "/absences", "/answer?q=商务"])
def test_one_is_to_be_chosen(several: Client, path: str) -> None:
    page = get(several, path)
    assert page.xpath("string(//h1)") == "请先选一个政府"
    assert not page.xpath("//header//nav//a"), "pages of no government"
    (href,) = page.xpath(f"//main//a[text()='{OTHERS}']/@href")
    assert OTHERS in words(get(several, href))


@pytest.mark.parametrize("path", ["/", "/governments"])
def test_the_first_page_tells_of_each_and_leads_to_it(several: Client, path: str) -> None:
    page = get(several, path)
    cards = {
        card.xpath("string(.//h3)"): card for card in page.xpath("//ul[@class='governments']/li")
    }
    assert set(cards) == {OURS, OTHERS}
    facts_told = ["".join(row.text_content().split()) for row in cards[OTHERS].xpath(".//dl/div")]
    assert facts_told[:2] == ["领导6", "公文1"]
    assert facts_told[2].startswith("最新公文2024年5月27日")
    assert "云陵市人民政府" in words(get(several, cards[OTHERS].xpath("string(.//h3/a/@href)")))
    assert not page.xpath("//header//nav//a"), "pages of no government"
    (box,) = page.xpath("//form[@class='search']")
    assert not box.xpath(".//input[@type='hidden']")


def test_those_with_something_open_come_first(tmp_path: Path) -> None:
    text = EXAMPLES[0].read_text(encoding="utf-8").replace("云陵", "一陵")
    both = (absent("湖三"), absent("河二"))
    database = str(tmp_path / "registry.db")
    with house(database, *both, by=(DIVISION, notice(*parse(text)))) as made:
        cards = get(made.client, "/").xpath("//ul[@class='governments']/li")
        assert [card.xpath("string(.//h3)") for card in cards] == [CITY, "一陵市人民政府"]
        assert "湖三" in cards[0].xpath("string(.//ul[@class='open-list'])")
        assert not cards[1].xpath(".//ul")


def test_of_many_the_names_are_told_and_a_part_of_one_finds_it() -> None:
    text = EXAMPLES[0].read_text(encoding="utf-8")
    many = [f for n in range(MOST + 1) for f in parse(text.replace("云陵", f"云{chr(0x4E00 + n)}"))]
    with client_of(registry_of(many)) as client:
        page = get(client, "/")
        assert len(page.xpath("//ul[@class='names']/li")) == MOST + 1
        one = get(client, "/governments?part=云一")
        assert [str(h) for h in one.xpath("//ul[@class='governments']//h3/a/text()")] == [
            "云一市人民政府"
        ]
        assert "没有这样的政府" in words(get(client, "/governments?part=青岚"))


def test_the_choice_goes_along(several: Client) -> None:
    page = get(several, "/?government=云陵")
    own = {href for href in links(page) if not href.startswith(("/static", "/?lang"))}
    (elsewhere,) = page.xpath("//a[text()='换一个政府']/@href")
    assert own - {elsewhere}
    assert all("government=云陵" in href for href in own - {elsewhere}), own
    assert page.xpath("//form//input[@name='government' and @value='云陵']")


def test_a_subject_that_one_government_alone_has_needs_no_choice(several: Client) -> None:
    page = get(several, "/answer?subject=地方志&on=2024-06-05")
    assert "熊皓" in words(page)
    assert page.xpath(f"//header//a[contains(@href, 'government={OURS}')]")


def test_a_search_keeps_to_the_government_chosen(several: Client) -> None:
    def found(query: str) -> list[str]:
        return [one["kind"] for one in several.get(f"/suggest?{query}").json()]

    assert found(f"q=张良华&government={OTHERS}") == []
    assert found("q=张良华") == [f"人员 · {OURS}"]
    assert {kind.split(" · ")[1] for kind in found("q=商务")} == {OURS, OTHERS}
    assert found("q=云陵")[0] == "政府"


@pytest.mark.parametrize(
    ("asked", "whose"),
    [("张良华", OURS), ("云陵市谁管商务？", OTHERS), ("云陵市", OTHERS)],
)
def test_a_question_may_name_the_government_or_what_one_alone_has(
    several: Client, asked: str, whose: str
) -> None:
    page = get(several, f"/answer?q={asked}")
    assert page.xpath("string(//p[@class='eyebrow']/span)") == whose
    assert page.xpath(f"//header//nav//a[contains(@href, 'government={whose}')]")


def test_a_service_may_have_one_that_is_shown_where_none_is_chosen() -> None:
    app = create_app(registry_of(facts()), Settings(government=OTHERS))
    with Client(app, "http://127.0.0.1") as client:
        page = get(client, "/?week=2024-06-03")
        assert page.xpath("string(//p[@class='eyebrow']/span)") == OTHERS
        other = get(client, f"/?government={OURS}")
        assert other.xpath("string(//p[@class='eyebrow']/span)") == OURS
        every = get(client, "/governments")
        assert len(every.xpath("//ul[@class='governments']/li")) == 2
        assert every.xpath("//form[@class='search']//input[@name='government' and @value='']")
        there = "string(//p[@class='eyebrow']/span)"
        assert get(client, "/answer?q=张良华&government=").xpath(there) == OURS
        kinds = {one["kind"] for one in client.get("/suggest?q=商务&government=").json()}
        assert any(OURS in kind for kind in kinds), kinds
