"""Walk the tour in a browser, click by click, and take its pictures: `make tour`.

The days are chosen, so that the pictures of two walks differ where the pages do.
"""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PIL import Image

from api.app import create_app
from tests.browser.conftest import CHROMIUM, served
from tests.pages.conftest import shipped_on

IMAGES = Path(__file__).parents[2] / "docs" / "images"
TODAY = date(2026, 11, 25)
WIDE, PHONE = {"width": 1100, "height": 860}, {"width": 390, "height": 844}
TO_THE_TOP = "at => scrollTo(0, at.getBoundingClientRect().top + scrollY - 24)"
COLOURS = 64
"""Colours of a picture; the pages have few, and the files stay small."""


def walk(address: str, browser: Any) -> None:
    """Go through the tour and write a picture at each stop."""
    page = browser.new_context(viewport=WIDE, locale="zh-CN").new_page()
    page.goto(address)
    picture(page, "tour-1-week")
    page.click("#q")
    page.keyboard.type("商务", delay=20)
    page.get_by_role("option", name="张良华出差").wait_for()
    for _ in range(page.locator("[role=option]").count()):
        page.keyboard.press("ArrowDown")
    picture(page, "tour-2-ask")
    page.keyboard.press("Enter")
    page.wait_for_url("**/answer?**")
    page.locator(".steps summary").first.click()
    page.evaluate("scrollTo(0, 0)")
    picture(page, "tour-3-answer")
    page.click("nav a[href^='/government']")
    page.locator(".track").evaluate(TO_THE_TOP)
    picture(page, "tour-4-government")
    page.goto(f"{address}/whatif?week=2019-09-02")
    supposed_by_drag(page, "张良华", 3, 5)
    supposed_by_drag(page, "熊皓", 4, 4)
    page.locator(".chips").evaluate(TO_THE_TOP)
    picture(page, "tour-5-whatif")
    phone = browser.new_context(
        viewport=PHONE, locale="en-GB", color_scheme="dark", has_touch=True
    ).new_page()
    phone.goto(address)
    phone.fill("#q", "who covers commerce next week? 张良华 is away")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/answer?**")
    picture(phone, "tour-6-phone")


def supposed_by_drag(page: Any, person: str, first: int, last: int) -> None:
    """Drag over days of September 2019 in a leader's row."""
    day = f"tr[data-person='{person}'] td[data-day='2019-09-{{:02}}']"
    page.locator(day.format(last)).scroll_into_view_if_needed()
    ends = [page.locator(day.format(one)).bounding_box() for one in (first, last)]
    (x, y), (to_x, to_y) = ((at["x"] + at["width"] - 9, at["y"] + at["height"] / 2) for at in ends)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(to_x, to_y, steps=6)
    page.mouse.up()
    page.wait_for_url(re.compile(f"away=({person}|{quote(person)})"))


def picture(page: Any, name: str) -> None:
    """Write what the window shows."""
    page.wait_for_load_state("networkidle")
    taken = Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    taken.quantize(COLOURS, dither=Image.Dither.NONE).save(IMAGES / f"{name}.png", optimize=True)
    print(f"docs/images/{name}.png")


if __name__ == "__main__":
    from playwright.sync_api import sync_playwright

    with served(create_app(shipped_on(TODAY))) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--lang=zh-CN"]
        )
        walk(address, chromium)
        chromium.close()
