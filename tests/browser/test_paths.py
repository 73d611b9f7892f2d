"""The main paths in a browser: by keyboard and by mouse, wide and narrow, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from registry.wiring import today
from tests.pages.conftest import EXAMPLES

Visit = Callable[..., Any]
LOOKS = [(1280, "zh"), (390, "en"), (390, "zh"), (1280, "en")]
TYPED = {"zh": "商务", "en": "commerce"}
WANTED = {"zh": "下周谁管商务？张良华出差", "en": "who covers 商务 next week? 张良华 is away"}


def large(page: Any) -> str:
    """Return whom the answer names in large letters."""
    return str(page.locator(".who").first.inner_text()).strip()


@pytest.mark.parametrize(("width", "lang"), LOOKS)
def test_from_the_start_page_to_the_answer_by_keyboard(
    visit: Visit, shipped: str, width: int, lang: str
) -> None:
    page = visit(width, lang)
    page.goto(shipped)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    while page.evaluate("document.activeElement.id") != "q":
        page.keyboard.press("Tab")
    page.keyboard.type(TYPED[lang], delay=10)
    option = page.get_by_role("option", name=WANTED[lang])
    option.wait_for()
    for _ in range(9):
        page.keyboard.press("ArrowDown")
        if option.get_attribute("aria-selected") == "true":
            break
    chosen = page.locator("#q").get_attribute("aria-activedescendant")
    assert chosen == option.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/answer?**")
    assert large(page) == "熊皓"
    assert page.locator(".steps > li").count() == 4


@pytest.mark.parametrize(("width", "lang"), LOOKS[:2])
def test_from_the_start_page_to_the_answer_by_mouse(
    visit: Visit, shipped: str, width: int, lang: str
) -> None:
    page = visit(width, lang)
    page.goto(shipped)
    page.locator(".portfolios a", has_text="商务").filter(has_text=re.compile("^商务$")).click()
    page.locator("aside a").filter(has_text=re.compile("^(下周|Next week)$")).click()
    assert large(page) == "张良华"
    page.select_option("select[name=who]", "张良华")
    page.locator("aside button[type=submit]").click()
    assert large(page) == "熊皓"
    page.locator(".steps summary").first.click()
    assert page.locator("mark").first.is_visible()
    page.locator(".steps figcaption a").first.click()
    assert page.locator(":target").count() == 1


def test_suggestions_close_on_escape_and_a_question_is_asked_by_enter(
    visit: Visit, shipped: str
) -> None:
    page = visit()
    page.goto(shipped)
    page.click("#q")
    page.keyboard.type("谁管商务")
    page.locator(".suggestions li").first.wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".suggestions").is_hidden()
    assert page.locator("#q").get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    page.wait_for_url("**/answer?**")
    assert large(page) == "张良华"


def test_the_language_stays_from_page_to_page(visit: Visit, shipped: str) -> None:
    page = visit(1280, "zh")
    page.goto(f"{shipped}/people?name=张良华")
    page.click(".language")
    assert page.locator("html").get_attribute("lang") == "en"
    assert "name=" in page.url
    page.click(".brand")
    assert page.locator("html").get_attribute("lang") == "en"


def test_everything_reads_without_a_script(visit: Visit, shipped: str) -> None:
    page = visit(script=False)
    page.goto(shipped)
    page.fill("#q", "下周谁管商务？张良华出差")
    page.click(".search button")
    assert large(page) == "熊皓"
    page.goto(f"{shipped}/government?on=2019-09-10")
    assert page.locator("svg.chart").is_visible()
    page.locator(".track a").first.click()
    assert "2019-07-29" in page.url


def test_the_chart_moves_folds_and_tells_details(visit: Visit, shipped: str) -> None:
    page = visit()
    page.goto(f"{shipped}/government?on=2019-09-10")
    svg = page.locator("svg.chart")
    home = svg.get_attribute("viewBox")
    page.locator(".stage").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    assert svg.get_attribute("viewBox") != home
    page.keyboard.press("0")
    page.click("[data-do=fold]")
    assert page.locator("g.shut").count() > 5
    page.click("[data-do=unfold]")
    assert page.locator("g.shut").count() == 0
    page.fill("#filter", "市商务局")
    assert page.locator("svg text.hit").count() == 1
    page.locator("svg a", has_text="市审计局").first.click()
    dialog = page.locator("dialog")
    dialog.wait_for()
    assert "刘锋" in dialog.inner_text()
    page.keyboard.press("Escape")
    assert page.locator("dialog").count() == 0


def test_the_slider_goes_through_the_dates_of_the_notices(visit: Visit, shipped: str) -> None:
    page = visit()
    page.goto(f"{shipped}/government?on=2019-09-10")
    page.locator(".slider input").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**on=2019-09-03**")
    assert page.locator(".track a[aria-current]").inner_text() == "2019年9月3日"


def test_days_dragged_over_are_supposed_away_and_a_press_takes_them_back(
    visit: Visit, shipped: str
) -> None:
    page = visit()
    page.goto(f"{shipped}/whatif?week=2019-09-02")
    cell = "tr[data-person='张良华'] td[data-day='2019-09-0{}']"
    page.locator(cell.format(7)).scroll_into_view_if_needed()
    boxes = [page.locator(cell.format(day)).bounding_box() for day in (3, 5)]
    (x, y), (to_x, to_y) = ((b["x"] + b["width"] - 9, b["y"] + b["height"] / 2) for b in boxes)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(to_x, to_y, steps=6)
    assert page.locator("td.picked").count() == 3
    page.mouse.up()
    page.wait_for_url("**away=**")
    assert page.locator("td.changed").count() == 6
    assert "熊皓" in page.locator(".change").first.inner_text()
    page.locator(cell.format(7)).scroll_into_view_if_needed()
    box = page.locator(cell.format(4)).bounding_box()
    page.mouse.click(box["x"] + box["width"] - 9, box["y"] + box["height"] / 2)
    page.wait_for_url(lambda url: "away=" not in url)
    assert page.locator("td.changed").count() == 0


def test_a_fact_is_opened_where_it_stands(visit: Visit, office: tuple[str, str]) -> None:
    page = visit(390, "en")
    page.goto(f"{office[0]}/notices?name=云政发〔2024〕12号")
    fact = page.locator(".paper summary", has_text="分管市审计局").first
    fact.focus()
    page.keyboard.press("Enter")
    shown = page.locator(".paper details[open] .facts-here")
    assert "supervises" in shown.inner_text()
    assert "顾远帆" in shown.inner_text()


@pytest.mark.parametrize(("width", "lang"), LOOKS[:2])
def test_an_absence_is_recorded_after_the_rules_had_their_say(
    visit: Visit, office: tuple[str, str], width: int, lang: str
) -> None:
    address, key = office
    page = visit(width, lang)
    page.goto(f"{address}/absences")
    page.fill("input[name=key]", key)
    page.keyboard.press("Enter")
    page.wait_for_selector("input[name=person]")
    day = today() + timedelta(days=7 if lang == "zh" else 9)
    for person in ("蓝启程", "简书宁"):
        page.goto(f"{address}/absences?month={day.isoformat()[:7]}")
        page.fill("input[name=person]", person)
        page.fill("input[name=start]", day.isoformat())
        page.locator("form[action^='/absences/check'] button").click()
        page.wait_for_url("**/absences/check**")
        warned = page.locator(".bullets li").all_inner_texts()
        assert bool(warned) is (person == "简书宁")
        page.locator("main button[type=submit]").click()
        page.wait_for_url("**/absences?month=**")
        assert page.locator(".month li", has_text=person).count() >= 1
    page.goto(f"{address}/?week={day.isoformat()}")
    assert page.locator(".gaps > li").count() >= 1
    page.locator("form.account button").click()
    page.goto(f"{address}/absences")
    assert page.locator("input[name=key]").count() == 1


def test_notices_are_handed_in_one_at_a_time_and_told_as_they_come(
    visit: Visit, office: tuple[str, str]
) -> None:
    address, key = office
    page = visit()
    page.goto(f"{address}/sign-in?next=/notices")
    page.fill("input[name=key]", key)
    page.keyboard.press("Enter")
    page.wait_for_url("**/notices")
    page.set_input_files("input[type=file]", [str(path) for path in EXAMPLES])
    page.click("form[data-upload] button")
    page.locator(".uploaded li", has_text="已有 1").nth(len(EXAMPLES) - 1).wait_for()
    assert page.locator("progress").get_attribute("value") == str(len(EXAMPLES))
    assert page.url.endswith("/notices")
