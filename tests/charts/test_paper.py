"""PDF and PNG: sheets of the right size, text that can be selected, title and number on each."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from registry.charts.chart import Kind
from registry.charts.links import spots
from registry.charts.look import Look, PaperName
from registry.charts.paper import fonts
from registry.charts.render import drawn, render
from tests.charts.made_up import KINDS, city, plain_names

pytestmark = pytest.mark.skipif(not fonts(), reason="no Chinese font on this machine")

NAMES = plain_names(12)
CITY = city(NAMES, 10)


@pytest.mark.parametrize(("paper", "points"), [("a4", (841.9, 595.3)), ("a3", (1190.6, 841.9))])
@pytest.mark.parametrize("kind", KINDS)
def test_sheets_lie_on_their_side(kind: Kind, paper: PaperName, points: tuple[float, ...]) -> None:
    chart = KINDS[kind](CITY, NAMES, Look(paper=paper, style="print"))
    pdf = pypdfium2.PdfDocument(render(chart, "pdf"))
    assert len(pdf) == len(chart.drawing.dots)
    for number, page in enumerate(pdf):
        assert page.get_size() == pytest.approx(points, abs=0.5)
        words = page.get_textpage().get_text_range()
        assert chart.title in words
        assert chart.drawing.frame.subtitle[0].text in words
        assert f"{number + 1} / {len(pdf)}" in words


def test_every_name_can_be_selected() -> None:
    chart = KINDS["government"](CITY, NAMES, Look(paper="a4"))
    pdf = pypdfium2.PdfDocument(render(chart, "pdf"))
    words = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert len(pdf) > 1
    for name in NAMES:
        assert name in words
    assert "代行" in words


@pytest.mark.parametrize("kind", KINDS)
def test_names_are_links_as_in_the_drawing(kind: Kind) -> None:
    chart = KINDS[kind](CITY, NAMES, Look(paper="a4", href="https://example.org/KIND/NAME"))
    drawn_links = {spot.href for dot in chart.drawing.dots for spot in spots(drawn(dot), 1)} | {
        item.href for item in chart.drawing.frame.subtitle if item.href
    }
    pdf = pypdfium2.PdfDocument(render(chart, "pdf"))
    found: set[str] = set()
    for page in pdf:
        width, height = page.get_size()
        for address, (left, bottom, right, top) in _links(pdf, page):
            found.add(address)
            assert 0 <= left < right <= width
            assert 0 <= bottom < top <= height
    assert found == drawn_links
    assert any(address.startswith("https://example.org/notices/") for address in found)


def _links(pdf: Any, page: Any) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the address and the box of each link of a page."""
    place, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page.raw, place, link):
        action = raw.FPDFLink_GetAction(link)
        buffer = ctypes.create_string_buffer(raw.FPDFAction_GetURIPath(pdf.raw, action, None, 0))
        raw.FPDFAction_GetURIPath(pdf.raw, action, buffer, len(buffer))
        raw.FPDFLink_GetAnnotRect(link, box)
        yield buffer.value.decode(), (box.left, box.bottom, box.right, box.top)


def test_a_pdf_names_itself_and_is_the_same_again() -> None:
    chart = KINDS["pairs"](CITY, NAMES, Look(paper="a4"))
    pdf = render(chart, "pdf")
    assert pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"] == chart.title
    assert render(chart, "pdf") == pdf


def test_a_png_shows_the_whole_drawing_on_its_ground() -> None:
    chart = KINDS["week"](CITY, NAMES, Look(style="dark"))
    picture = Image.open(io.BytesIO(render(chart, "png"))).convert("RGB")
    assert picture.width > 1500
    assert picture.getpixel((2, 2)) == (0x12, 0x18, 0x1F)


def test_a_very_large_png_keeps_to_a_size_that_can_be_opened() -> None:
    names = plain_names(60)
    chart = KINDS["government"](city(names, 30), names, Look())
    picture = Image.open(io.BytesIO(render(chart, "png")))
    assert max(picture.size) <= 12_000
