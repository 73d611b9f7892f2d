"""A chart on paper (PDF) and as a picture (PNG), set by typst; nothing outside the wheels is run."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

import msgspec
import typst

from registry.charts.cards import FONTS
from registry.charts.chart import Chart
from registry.charts.links import spots
from registry.charts.look import PAPERS, SMALLEST, Paper
from registry.errors import MissingTool

_LARGEST = 1.25
"""How large one point of the drawing may come out."""
_DPI = 144
_MOST_PIXELS = 12_000
"""The most pixels of a picture to a side."""

CHINESE = (
    *FONTS.split(",")[:-1],
    *(
        "Noto Sans SC,Noto Serif CJK SC,Noto Serif SC,Source Han Serif SC,WenQuanYi Micro Hei,"
        "WenQuanYi Zen Hei,Microsoft JhengHei,SimHei,Heiti SC,STHeiti,Songti SC,FangSong,KaiTi,"
        "Hiragino Sans GB,AR PL UMing CN,Droid Sans Fallback,Sarasa Gothic SC,LXGW WenKai"
    ).split(","),
)
"""Families with Chinese characters, the first found is used."""

_SHARED = """
#let given = sys.inputs
#set document(title: given.title, description: given.account, date: none)
#set text(lang: given.lang, font: given.fonts.split(","), cjk-latin-spacing: none, fill: rgb(given.ink))
"""
_SHEETS = """
#set page(
  width: %(width).2fpt, height: %(height).2fpt, fill: rgb(given.paper),
  margin: (x: %(side).2fpt, top: %(top).2fpt, bottom: %(bottom).2fpt),
  header-ascent: 8pt,
  header: [
    #text(size: 15pt, weight: "bold", given.title)
    #v(-8pt)
    #text(size: 9pt, json(bytes(given.subtitle)).map(one => {
      if one.href == none { one.text } else { link(one.href, one.text) }
    }).join(given.gap))
  ],
  footer: [
    #set text(size: 9pt)
    #grid(columns: (1fr, auto), column-gutter: 12pt, given.legend,
      context [#counter(page).display() / #counter(page).final().first()])
  ],
)
#for place in range(int(given.count)) {
  if place > 0 { pagebreak() }
  let drawn = image(bytes(given.at("sheet-" + str(place))), format: "svg", alt: given.account,
    width: float(given.at("width-" + str(place))) * 1pt)
  align(center, box({
    drawn
    for spot in json(bytes(given.at("spots-" + str(place)))) {
      std.place(top + left, dx: spot.left * 1pt, dy: spot.top * 1pt,
        link(spot.href, box(width: spot.width * 1pt, height: spot.height * 1pt)))
    }
  }))
}
"""
_PICTURE = """
#set page(width: auto, height: auto, margin: 0pt, fill: rgb(given.paper))
#image(bytes(given.sheet-0), format: "svg", alt: given.account)
"""


def pdf(chart: Chart, sheets: Sequence[bytes]) -> bytes:
    """Return the PDF of drawings in SVG, a sheet each; text can be selected, names are links.

    The title, day and source stand on top of every sheet, the legend and its number below. All
    sheets are on one scale. Raises ``MissingTool`` where the machine has no Chinese font.
    """
    paper = chart.look.sheet or PAPERS["a4"]
    sizes = [_size(sheet) for sheet in sheets]
    scale = scale_of(sizes, paper)
    inputs = {"count": str(len(sheets))}
    for place, (sheet, (width, _)) in enumerate(zip(sheets, sizes, strict=True)):
        inputs[f"sheet-{place}"] = sheet.decode()
        inputs[f"width-{place}"] = f"{width * scale:.3f}"
        inputs[f"spots-{place}"] = msgspec.json.encode(spots(sheet, scale)).decode()
    measures = {
        "width": paper.width,
        "height": paper.height,
        "side": paper.side,
        "top": paper.top,
        "bottom": paper.bottom,
    }
    return _set(chart, _SHEETS % measures, inputs, "pdf")


def png(chart: Chart, drawn: bytes) -> bytes:
    """Return the picture of one drawing in SVG; errors as ``pdf``."""
    longest = max(_size(drawn))
    dpi = min(_DPI, _MOST_PIXELS * 72 / longest)
    return _set(chart, _PICTURE, {"sheet-0": drawn.decode()}, "png", dpi)


def scale_of(sizes: Sequence[tuple[float, float]], paper: Paper) -> float:
    """Return how large one point of the drawings comes out on ``paper``."""
    across, down = paper.room
    return min(_LARGEST, *(min(across / w, down / h) for w, h in sizes))


def smallest(sizes: Sequence[tuple[float, float]], paper: Paper) -> float:
    """Return the size of the smallest text on ``paper``, in points."""
    return scale_of(sizes, paper) * SMALLEST


def _size(svg: bytes) -> tuple[float, float]:
    found = re.search(rb'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"', svg)
    assert found is not None  # graphviz always states it
    return float(found[1]), float(found[2])


@cache
def _installed() -> typst.Fonts:
    """Look for the machine's fonts: once, for it takes longer than to set a chart."""
    return typst.Fonts()


@cache
def fonts() -> tuple[str, ...]:
    """Return the families of ``CHINESE`` that the machine has."""
    here = frozenset(_installed().families())
    return tuple(family for family in CHINESE if family in here)


def _set(
    chart: Chart, source: str, inputs: dict[str, str], form: str, dpi: float | None = None
) -> bytes:
    found = fonts()
    if not found:
        raise MissingTool(
            f"{form.upper()} needs a Chinese font: apt-get install fonts-noto-cjk, or put one into"
            " ~/.local/share/fonts (or write .svg or .html, which the reader's machine draws)"
        )
    look, frame = chart.look, chart.drawing.frame
    apart = "　" if look.lang == "zh" else "  "
    given = {
        "title": frame.title,
        "subtitle": msgspec.json.encode(frame.subtitle).decode(),
        "gap": apart,
        "legend": apart.join(frame.legend),
        "account": chart.account,
        "lang": look.lang,
        "fonts": ",".join(found),
        "ink": look.colour("ink"),
        "paper": look.colour("page"),
        **inputs,
    }
    return typst.compile(
        (_SHARED + source).encode(),
        format="png" if form == "png" else "pdf",
        ppi=math.floor(dpi) if dpi else None,
        sys_inputs=given,
        font_paths=_installed(),
    )
