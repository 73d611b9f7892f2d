"""The one HTML file: it needs nothing else, and pans, zooms and folds in a real browser."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from registry.charts.look import Look
from registry.charts.render import render
from tests.charts.made_up import KINDS, city, plain_names

CHROMIUM = shutil.which("chromium")
NAMES = plain_names(10)
CITY = city(NAMES, 12)


@pytest.fixture(scope="module")
def page_text() -> str:
    """The chart of ten leaders with 120 agencies."""
    return render(KINDS["government"](CITY, NAMES, Look()), "html").decode()


def test_nothing_is_loaded_and_no_other_script_runs(page_text: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page_text)
    (script,) = re.findall(r"<script>(.*?)</script>", page_text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not re.findall(r'(?:src|href)="(?!#)', page_text)
    addresses = set(re.findall(r"https?://[^\"' ]+", page_text))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def test_the_account_and_the_table_stand_below(page_text: str) -> None:
    chart = KINDS["government"](CITY, NAMES, Look())
    assert chart.account in page_text
    assert page_text.count("<tr>") == len(chart.table.rows) + 1
    assert '<html lang="zh-CN">' in page_text


def test_the_page_is_small(page_text: str) -> None:
    assert len(page_text.encode()) < 150_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Any, page_text: str, tmp_path: Path) -> Iterator[Any]:
    """The file opened from the disk; a word of the console or a request is a failure."""
    path = tmp_path / "chart.html"
    path.write_text(page_text, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda one: None if one.url == path.as_uri() else heard.append(one.url))
    page.goto(path.as_uri())
    yield page
    page.close()
    assert heard == []


def _view(page: Any) -> list[float]:
    return [float(part) for part in page.locator("svg.chart").get_attribute("viewBox").split()]


def test_it_zooms_and_moves_by_keyboard_mouse_and_button(page: Any) -> None:
    home = _view(page)
    page.locator(".stage").focus()
    page.keyboard.press("+")
    near = _view(page)
    assert near[2] < home[2]
    page.keyboard.press("ArrowRight")
    assert _view(page)[0] > near[0]
    page.keyboard.press("0")
    assert _view(page) == home
    page.mouse.move(600, 500)
    page.mouse.wheel(0, -300)
    page.wait_for_function(
        "w => document.querySelector('svg.chart').viewBox.baseVal.width < w", arg=home[2]
    )
    before = _view(page)
    page.mouse.down()
    page.mouse.move(500, 450, steps=4)
    page.mouse.up()
    assert _view(page)[0] > before[0]
    page.locator("[data-do=whole]").click()
    assert _view(page) == home


def test_a_card_folds_and_those_below_move_up(page: Any) -> None:
    upper = page.locator("g.node").filter(has_text=NAMES[1]).first
    lower = page.locator("g.node").filter(has_text=f"代行 {NAMES[1]}").first
    tall, place = upper.bounding_box()["height"], lower.bounding_box()["y"]
    mark = upper.get_by_role("button")
    mark.focus()
    page.keyboard.press("Enter")
    assert mark.get_attribute("aria-expanded") == "false"
    assert upper.bounding_box()["height"] < tall / 2
    assert lower.bounding_box()["y"] < place
    page.keyboard.press("Enter")
    assert mark.get_attribute("aria-expanded") == "true"
    assert lower.bounding_box()["y"] == pytest.approx(place, abs=1)


def test_all_fold_and_no_cards_overlap(page: Any) -> None:
    page.locator("[data-do=fold]").click()
    boxes = [node.bounding_box() for node in page.locator("g.node:has([aria-expanded])").all()]
    assert len(boxes) == len(NAMES)
    for number, a in enumerate(boxes):
        for b in boxes[number + 1 :]:
            assert (
                a["x"] + a["width"] <= b["x"] + 1
                or b["x"] + b["width"] <= a["x"] + 1
                or a["y"] + a["height"] <= b["y"] + 1
                or b["y"] + b["height"] <= a["y"] + 1
            )


def test_a_dark_page_for_those_who_ask_and_white_paper(page: Any) -> None:
    ground = "getComputedStyle(document.querySelector('svg.chart polygon')).fill"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == "rgb(18, 24, 31)"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_without_a_script_all_is_there(browser: Any, page_text: str, tmp_path: Path) -> None:
    path = tmp_path / "chart.html"
    path.write_text(page_text, encoding="utf-8")
    page = browser.new_page(java_script_enabled=False)
    page.goto(path.as_uri())
    assert page.locator("svg.chart").is_visible()
    assert not page.locator(".bar").is_visible()
    page.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_passes_axe(browser: Any, kind: Any, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import (
        Axe,
    )

    path = tmp_path / "chart.html"
    path.write_bytes(render(KINDS[kind](CITY, NAMES, Look(href="/KIND/NAME")), "html"))
    context = browser.new_context(bypass_csp=True)  # for axe's own script
    page = context.new_page()
    page.goto(path.as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()
