"""Where the links of a drawing are: typst sets the drawing as a picture, and lays them over it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from msgspec import Struct

from registry.charts.measure import em

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"


class Spot(Struct, frozen=True, kw_only=True):
    """A line of text that is a link, as a box; points from the upper left of the drawing."""

    href: str
    left: float
    top: float
    width: float
    height: float


def spots(svg: bytes, scale: float) -> list[Spot]:
    """Return the links of a drawing that comes out ``scale`` times as large."""
    root = ET.fromstring(svg)
    graph = root.find(f"{_SVG}g")
    moved = re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", (graph or root).get("transform", ""))
    right, down = (float(moved[1]), float(moved[2])) if moved else (0.0, 0.0)
    found = []
    for anchor in root.iter(f"{_SVG}a"):
        href = anchor.get(_HREF)
        for text in anchor.iter(f"{_SVG}text") if href else ():
            size = float(text.get("font-size", "0"))
            left, base = float(text.get("x", "0")) + right, float(text.get("y", "0")) + down
            found.append(
                Spot(
                    href=href or "",
                    left=left * scale,
                    top=(base - size) * scale,
                    width=em("".join(text.itertext())) * size * scale,
                    height=1.2 * size * scale,
                )
            )
    return found
