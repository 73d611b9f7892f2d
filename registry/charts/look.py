"""How a chart is to look, apart from what it shows: language, style, paper and links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from urllib.parse import quote

from msgspec import Struct

from registry.charts.palette import PALETTES, StyleName
from registry.charts.words import Lang
from registry.errors import RegistryError

PaperName = Literal["a4", "a3"]
Topic = Literal["people", "agencies", "areas", "groups", "notices", "governments"]
"""What a link leads to."""

SMALLEST = 9.0
"""The size of the smallest text of any chart, in points of the drawing."""
READABLE = 9.0
"""The size that the smallest text has on paper at least, in points: readable at arm's length."""
_EDGE = 4
"""What the renderer leaves around a drawing for paper."""


class Paper(Struct, frozen=True, kw_only=True):
    """A sheet on its side; lengths are points."""

    name: PaperName
    width: float
    height: float
    side: float = 28
    top: float = 60
    """The margin that holds title, day and source."""
    bottom: float = 40
    """The margin that holds the legend and the number of the page."""

    @property
    def room(self) -> tuple[float, float]:
        """Width and height that are left for the drawing, in points of the paper."""
        return self.width - 2 * self.side, self.height - self.top - self.bottom

    @property
    def canvas(self) -> tuple[float, float]:
        """Width and height, in points of the drawing, at which its smallest text is readable."""
        across, down = self.room
        return (across - _EDGE) * SMALLEST / READABLE, (down - _EDGE) * SMALLEST / READABLE


PAPERS: Mapping[PaperName, Paper] = {
    "a4": Paper(name="a4", width=841.9, height=595.3),
    "a3": Paper(name="a3", width=1190.6, height=841.9),
}


class Look(Struct, frozen=True, kw_only=True):
    """How to draw: ``paper`` asks for pages of that size, without it there is one drawing.

    ``href`` is the address of a page about a thing, with ``KIND`` where one of ``Topic`` stands
    and ``NAME`` where the thing's name does; without it nothing is a link.
    """

    lang: Lang = "zh"
    style: StyleName = "light"
    paper: PaperName | None = None
    href: str | None = None

    def link(self, topic: Topic, name: str) -> str | None:
        """Return the address of the page about ``name``.

        >>> Look(href="/KIND/NAME?lang=zh").link("people", "张良华")
        '/people/%E5%BC%A0%E8%89%AF%E5%8D%8E?lang=zh'
        """
        if self.href is None:
            return None
        return self.href.replace("KIND", topic).replace("NAME", quote(name, safe=""))

    @property
    def sheet(self) -> Paper | None:
        """The paper that is drawn for."""
        return PAPERS[self.paper] if self.paper else None

    def colour(self, role: str) -> str:
        """Return the colour of a role in this style."""
        return PALETTES[self.style][role]


LOOK = Look()
"""Chinese, light, one drawing, no links."""


def check_href(pattern: str) -> str:
    """Return ``pattern`` if it is an address that can be a link of a page.

    Raises:
        RegistryError: it names another scheme than http, or has no ``NAME`` in it.
    """
    scheme = pattern.split(":", 1)[0] if ":" in pattern.split("/", 1)[0] else None
    if "NAME" not in pattern or (scheme is not None and scheme.lower() not in {"http", "https"}):
        raise RegistryError(
            f"{pattern!r} is no pattern of an address; write NAME where the name goes, and KIND"
            " where people, agencies, areas, groups, notices or governments does,"
            " such as /KIND/NAME"
        )
    return pattern
