"""Where notices of several governments are known, one is chosen, and the choice goes along."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from registry.parsing.notice import parse
from registry.service.registry import Registry
from registry.wiring import shipped_facts, shipped_glossary, shipped_rules
from tests.pages.conftest import EXAMPLES, Client, client_of
from tests.pages.page import get, links, words


@pytest.fixture(scope="module")
def several() -> Iterator[Client]:
    facts = [*shipped_facts(), *parse(EXAMPLES[0].read_text(encoding="utf-8"))]
    day = date(2024, 6, 5)
    with client_of(Registry(facts, shipped_rules(), shipped_glossary(), lambda: day)) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/government", "/findings", "/absences", "/answer?q=商务"])
def test_one_is_to_be_chosen(several: Client, path: str) -> None:
    page = get(several, path, status=400)
    assert "请选一个" in words(page)
    (href,) = page.xpath("//main//a[text()='云陵市人民政府']/@href")
    assert "云陵市人民政府" in words(get(several, href))


def test_the_choice_goes_along(several: Client) -> None:
    page = get(several, "/?government=云陵")
    own = {href for href in links(page) if not href.startswith(("/static", "/?lang"))}
    assert own
    assert all("government=云陵" in href for href in own), own
    assert page.xpath("//form//input[@name='government' and @value='云陵']")


def test_a_subject_that_one_government_alone_has_needs_no_choice(several: Client) -> None:
    assert "熊皓" in words(get(several, "/answer?subject=地方志&on=2024-06-05"))
