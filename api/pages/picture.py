"""A chart drawn into a page, and the two files that the page needs for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from importlib.resources import files
from urllib.parse import unquote

from litestar import Controller, Response, get
from markupsafe import Markup
from msgspec import Struct

from api.pages.quoted import Quoter
from api.pages.visit import Visit
from api.security.access import anyone
from registry.charts.chart import Chart
from registry.charts.look import Look
from registry.charts.palette import PALETTES, Role, css
from registry.charts.render import inline
from registry.errors import MissingTool
from registry.model.answers import Words

_SAID_ONCE = re.compile(r' font-family="[^"]*"| xml:space="preserve"')
"""What every text of a drawing says again, and the style sheet says once."""

_ENCODED = re.compile(r"(?:%[89A-F][0-9A-F])+")
"""Letters of an address that need not be encoded in a page."""

_TO_A_PAGE = re.compile(
    r' (?:xlink:)?href="/(?P<kind>people|agencies|groups)\?name=(?P<name>[^"&]*)[^"]*"'
)
"""A link of a drawing to the page on somebody or something; a role that it names has none."""

_OF_THE_PAGE: Mapping[Role, str] = {
    "page": "card",
    "card": "card",
    "head": "quiet",
    "seat": "quiet",
    "other": "quiet",
    "edge": "rule",
    "ink": "ink",
    "soft": "soft",
    "faint": "soft",
    "heading": "accent",
    "pair": "soft",
    "away_card": "paper",
}
"""Roles of a chart's colours that take one of the page's own."""

BUTTONS = {
    "larger": Words("放大", "Zoom in"),
    "smaller": Words("缩小", "Zoom out"),
    "whole": Words("全图", "Whole chart"),
    "fold": Words("全部收起", "Fold all"),
    "unfold": Words("全部展开", "Unfold all"),
}
"""What can be done with a chart, as its script calls it."""


class Picture(Struct, frozen=True, kw_only=True):
    """A chart as it stands in a page; ``svg`` is empty where no program draws it."""

    title: str
    account: str
    svg: Markup


def look(visit: Visit) -> Look:
    """Return how charts look in a page: every name leads to its page."""
    return Look(lang=visit.lang, href=visit.links.pattern())


def picture(chart: Chart, quoter: Quoter) -> Picture:
    """Return the chart as it stands in a page, with links to pages that are there.

    Its text is escaped by the renderer, which writes SVG and nothing else.
    """

    def kept(link: re.Match[str]) -> str:
        known = {"people": quoter.person, "agencies": quoter.agency, "groups": quoter.group}
        return link[0] if known[link["kind"]](unescape(link["name"])).href else ""

    try:
        svg = _ENCODED.sub(lambda one: unquote(one[0]), _SAID_ONCE.sub("", inline(chart)))
    except MissingTool:
        svg = ""
    svg = _TO_A_PAGE.sub(kept, svg)
    return Picture(
        title=chart.title,
        account=chart.account,
        svg=Markup(svg),
    )


class ChartFiles(Controller):
    """The script that moves and folds a chart, and its colours on a dark page and on paper."""

    path = "/chart"
    include_in_schema = False
    opt = anyone()

    @get("/viewer.js", media_type="text/javascript")
    async def script(self) -> Response[str]:
        """Return the script."""
        return Response(_script(), media_type="text/javascript")

    @get("/colours.css", media_type="text/css")
    async def colours(self) -> Response[str]:
        """Return the style sheet."""
        return Response(_colours(), media_type="text/css")


@cache
def _script() -> str:
    return (files("registry.charts") / "viewer_files" / "viewer.js").read_text(encoding="utf-8")


@cache
def _colours() -> str:
    """Return rules by which a chart takes the page's colours, and its own for what differs."""
    light = PALETTES["light"]
    page = "\n".join(
        f'svg.chart [{paint}="{light[role]}"]{{{paint}:var(--{name})}}'
        for role, name in _OF_THE_PAGE.items()
        for paint in ("fill", "stroke")
    )
    dark, paper = css("dark", "svg.chart"), css("print", "svg.chart")
    return f"@media screen and (prefers-color-scheme:dark){{{dark}}}\n@media print{{{paper}}}\n{page}\n"
