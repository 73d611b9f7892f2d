"""How the chart of a government moves in a browser: frames while it is moved, zoomed and folded."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.government import AGENCIES, LEADERS, chart_of
from registry.charts.look import Look
from registry.charts.render import render

if TYPE_CHECKING:
    from playwright.sync_api import Page

STEPS = 60
ROUNDS = 3
LONG = 50
"""Milliseconds of a frame that is seen to be late."""
_WATCH = """() => {
  window.frames = [];
  let last = performance.now();
  const tick = (now) => { frames.push(now - last); last = now; watching = requestAnimationFrame(tick); };
  let watching = requestAnimationFrame((now) => { last = now; watching = requestAnimationFrame(tick); });
  window.told = () => { cancelAnimationFrame(watching); return frames; };
}"""


def report() -> str:
    """Measure, and return a section of docs/benchmarks.md."""
    head = [
        "## The chart in a browser",
        "",
        f"The HTML chart of {LEADERS} leaders with {AGENCIES} agencies in headless Chromium, which draws",
        "without a graphics card, opened from a disk: the time from one frame to the next while it is",
        f"moved, zoomed and folded, {STEPS} steps of each, {ROUNDS} rounds. A frame of more than {LONG} ms is",
        "seen to be late; the screen shows one every 16.7 ms.",
        "",
    ]
    chromium = os.environ.get("REGISTRY_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        return "\n".join([*head, "Not measured: there is no Chromium on this machine.", ""])
    return "\n".join(
        [
            *head,
            f"| what is done | frames | median | 95 of 100 within | over {LONG} ms |",
            "|---|---:|---:|---:|---:|",
            *(_row(what, frames) for what, frames in _frames(chromium).items()),
            "",
        ]
    )


def _row(what: str, frames: list[float]) -> str:
    late = sum(frame > LONG for frame in frames) / len(frames)
    within = quantiles(frames, n=20)[-1]
    share = f"{late:.1%}" if late < 0.05 else f"**{late:.1%}**"
    return f"| {what} | {len(frames)} | {median(frames):.1f} ms | {within:.1f} ms | {share} |"


def _frames(chromium: str) -> dict[str, list[float]]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is measured

    found: dict[str, list[float]] = {}
    with TemporaryDirectory() as folder, sync_playwright() as started:
        path = Path(folder) / "chart.html"
        path.write_bytes(render(chart_of(Look()), "html"))
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(path.as_uri())
        for counted in (False, *[True] * ROUNDS):
            for what, act in ACTS.items():
                page.evaluate(_WATCH)
                act(page)
                frames = page.evaluate("told()")
                if counted:
                    found.setdefault(what, []).extend(frames)
        browser.close()
    return found


def _move(page: Page) -> None:
    page.mouse.move(640, 400)
    page.mouse.down()
    for step in range(STEPS):
        page.mouse.move(640 + 3 * step, 400 + step)
    page.mouse.up()
    page.keyboard.press("0")


def _zoom(page: Page) -> None:
    page.mouse.move(640, 400)
    for step in range(STEPS):
        page.mouse.wheel(0, -120 if step < STEPS / 2 else 120)


def _fold(page: Page) -> None:
    marks = page.locator("[aria-expanded]").all()
    for step in range(STEPS):
        marks[step // 2 % len(marks)].press("Enter")


ACTS = {"moved": _move, "zoomed": _zoom, "folded": _fold}


if __name__ == "__main__":
    sys.stdout.write(report())
