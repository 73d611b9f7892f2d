"""Every page against WCAG 2.2 AA, in both languages, wide and narrow, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # What passes is not told at length: that takes longer than to find it.
    "resultTypes": ["violations"],
    "preload": False,  # sounds and films, of which no page has any
}
PATHS = (
    "/?week=2019-09-02&away=张良华@2019-09-03/2019-09-05&away=熊皓@2019-09-04",
    "/answer?q=下周谁管商务？张良华出差",
    "/government",
    "/people?name=张良华",
    "/agencies?name=市卫健委",
    "/groups?name=公共场所",
    "/notices?name=景府字〔2019〕33号",
    "/absences",
    "/whatif?week=2019-09-02&away=张良华@2019-09-03/2019-09-05",
    "/findings",
    "/rules",
)
BESIDES = (
    "/",
    "/answer?q=天气怎么样",
    "/answer?subject=交通",
    "/government?on=2019-09-10&since=2019-08-30",
    "/notices",
    "/sign-in",
)


@pytest.mark.parametrize(
    ("look", "paths"),
    [
        ((1280, "zh", "light"), PATHS),
        ((390, "en", "dark"), PATHS[:3] + PATHS[6:9]),
        ((390, "zh", "light"), BESIDES[:4]),
        ((1280, "en", "dark"), BESIDES[4:]),
    ],
)
def test_no_page_has_a_violation_or_runs_out_of_its_screen(
    visit: Callable[..., Any],
    shipped: str,
    look: tuple[int, str, str],
    paths: tuple[str, ...],
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, axe = visit(*look), Axe()
    found = {}
    for path in paths:
        page.goto(shipped + path)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, f"{path} is {over} pixels too wide"
        results = axe.run(page, options=RULES)
        if results.violations_count:
            found[path] = results.generate_report()
    assert not found, "\n".join(f"{path}\n{report}" for path, report in found.items())


@pytest.mark.parametrize("look", [(1280, "zh", "light"), (390, "en", "dark")])
def test_the_pages_on_several_governments_have_none(
    visit: Callable[..., Any], several: str, look: tuple[int, str, str]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, axe = visit(*look), Axe()
    for path in ("/", "/governments?part=云陵", "/findings", "/?government=云陵"):
        page.goto(several + path)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, f"{path} is {over} pixels too wide"
        results = axe.run(page, options=RULES)
        assert not results.violations_count, f"{path}\n{results.generate_report()}"


def test_a_notice_with_its_text_and_the_office_pages_have_none(
    visit: Callable[..., Any], office: tuple[str, str]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    address, key = office
    page, axe = visit(), Axe()
    page.goto(f"{address}/absences")
    page.fill("input[name=key]", key)
    page.click("form.key button")
    for path in (
        "/absences",
        "/notices",
        "/notices?name=云政发〔2024〕12号",
        "/?week=2024-06-03&known_at=2024-05-29",
        "/government?on=2024-06-03&known_at=2024-05-29",
    ):
        page.goto(address + path)
        results = axe.run(page, options=RULES)
        assert not results.violations_count, f"{path}\n{results.generate_report()}"
