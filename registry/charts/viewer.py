"""A chart as one HTML file that needs nothing else: it pans, zooms and folds from a disk."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from registry.charts.chart import Chart
from registry.charts.palette import PALETTES, css
from registry.charts.words import LANG_TAG
from registry.model.answers import Words

_WORDS = {
    "larger": Words("放大", "Zoom in"),
    "smaller": Words("缩小", "Zoom out"),
    "whole": Words("全图", "Whole chart"),
    "fold": Words("全部收起", "Fold all"),
    "unfold": Words("全部展开", "Unfold all"),
    "table": Words("表格", "The same as a table"),
    "keys": Words(
        "拖动平移，滚轮缩放；方向键平移，+ − 缩放，0 全图；点卡片标题收起或展开。",
        "Drag to move, wheel to zoom; arrow keys move, + and − zoom, 0 shows all;"
        " a card's head folds it.",
    ),
}


def page(chart: Chart, svg: str) -> str:
    """Return the page around ``svg``, with the account and the table below it.

    A policy in it lets nothing be loaded, and no script run but ours.
    """
    zh = chart.look.lang == "zh"
    return (
        _environment()
        .from_string(_file("viewer.html"))
        .render(
            chart=chart,
            frame=chart.drawing.frame,
            tag=LANG_TAG[chart.look.lang],
            svg=Markup(svg),
            script=Markup(_file("viewer.js")),
            digest=script_hash(),
            style=Markup(_style(chart)),
            say={key: words.zh if zh else words.en for key, words in _WORDS.items()},
        )
    )


def script_hash() -> str:
    """Return what a content-security policy calls our script by."""
    digest = hashlib.sha256(_file("viewer.js").encode()).digest()
    return f"sha256-{b64encode(digest).decode()}"


def _style(chart: Chart) -> str:
    """Return the rules: a light chart follows the reader's setting, and prints on white."""
    own = _variables(chart.look.style)
    rules = f":root{{{own}}}\n{_file('viewer.css')}"
    if chart.look.style != "light":
        return rules
    dark = f":root{{{_variables('dark')}}}\n{css('dark', 'svg.chart')}"
    paper = f":root{{{_variables('print')}}}\n{css('print', 'svg.chart')}"
    return (
        f"{rules}\n@media screen and (prefers-color-scheme:dark){{{dark}}}\n@media print{{{paper}}}"
    )


def _variables(style: str) -> str:
    roles = PALETTES["dark" if style == "dark" else "print" if style == "print" else "light"]
    return "".join(
        f"--{role}:{roles[role]};" for role in ("page", "card", "edge", "ink", "soft", "pair")
    )


@cache
def _environment() -> Environment:
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)


@cache
def _file(name: str) -> str:
    return (files("registry.charts") / "viewer_files" / name).read_text(encoding="utf-8")
