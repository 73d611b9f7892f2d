"""Every kind of chart, small, large and hostile: fits, is readable on paper, escapes, is told."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from registry.charts.chart import Kind
from registry.charts.look import PAPERS, READABLE, Look, PaperName
from registry.charts.paper import fonts, smallest
from registry.charts.render import drawn, inline, render
from registry.charts.words import Lang
from tests.charts.made_up import CITY as CITY_NAME
from tests.charts.made_up import HOSTILE, KINDS, city, plain_names
from tests.charts.picture import inside, size

SVG = "{http://www.w3.org/2000/svg}"
SMALL, BIG = plain_names(6), plain_names(20)
CITIES = {
    "small": (SMALL, city(SMALL, 4)),
    "big": (BIG, city(BIG, 12)),
    "long": (BIG, city(BIG, 12, tail="公共资源交易和政务服务数据管理及行政审批协调局")),
    "hostile": (HOSTILE, city(HOSTILE, 3, tail='<b>&"局')),
}


@pytest.mark.parametrize("of", CITIES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("lang", "paper"), [("zh", None), ("en", None), ("zh", "a4"), ("en", "a3")]
)
def test_labels_stay_in_their_cards(kind: Kind, of: str, lang: Lang, paper: PaperName) -> None:
    names, registry = CITIES[of]
    look = Look(lang=lang, paper=paper, href="/KIND/NAME")
    drawings = [drawn(dot) for dot in KINDS[kind](registry, names, look).drawing.dots]
    for svg in drawings:
        inside(svg)
    if paper:
        assert smallest([size(svg) for svg in drawings], PAPERS[paper]) >= READABLE
        sizes = {int(found) for svg in drawings for found in _sizes(svg)}
        assert min(sizes) >= 9, "no text is smaller than what the paper is reckoned with"


def _sizes(svg: bytes) -> list[str]:
    return re.findall(r'font-size="(\d+)\.00"', svg.decode())


def test_ten_leaders_with_120_agencies_fit_one_a3_and_page_on_a4() -> None:
    names = plain_names(10)
    registry = city(names, 12)
    sheets = {
        paper: len(KINDS["government"](registry, names, Look(paper=paper)).drawing.dots)
        for paper in PAPERS
    }
    assert sheets["a3"] == 1
    assert 2 <= sheets["a4"] <= 3


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_names_stay_names(kind: Kind) -> None:
    names, registry = CITIES["hostile"]
    chart = KINDS[kind](registry, names, Look(href="/KIND/NAME"))
    svg, page = inline(chart), render(chart, "html").decode()
    for element in ET.fromstring(svg).iter():
        assert element.tag in {f"{SVG}{tag}" for tag in _TAGS}
        assert not [name for name in element.attrib if name.startswith("on")]
        assert element.get("href", "/").startswith("/")
    assert page.count("<script>") == 1, "our own"
    assert "alert(1)</script>" not in page
    assert "evil [" not in re.sub(r'"(?:\\.|[^"\\])*"|<<.*?>>', "", chart.drawing.dots[0])
    assert "49" not in re.sub(r"<svg.*</svg>|<style>.*</style>", "", page, flags=re.DOTALL)
    if fonts():
        assert render(chart, "pdf").startswith(b"%PDF")


_TAGS = ("svg", "g", "a", "title", "desc", "polygon", "path", "text", "polyline", "ellipse")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_chart_is_told_in_words_and_as_a_table(kind: Kind, lang: Lang) -> None:
    names, registry = CITIES["small"]
    chart = KINDS[kind](registry, names, Look(lang=lang))
    assert len(chart.account) > 20
    assert "\n" not in chart.account
    assert chart.table.rows
    assert {len(row) for row in chart.table.rows} == {len(chart.table.columns)}
    ours = chart.account if lang == "zh" else " ".join(chart.table.columns)
    chinese = bool(re.search("[\u4e00-\u9fff]", ours))
    assert chinese == (lang == "zh")


@pytest.mark.parametrize("kind", KINDS)
def test_an_svg_is_named_and_described_for_screen_readers(kind: Kind) -> None:
    names, registry = CITIES["small"]
    chart = KINDS[kind](registry, names, Look(lang="en"))
    root = ET.fromstring(inline(chart))
    assert root.get("lang") == "en"
    assert root.get("role") == "graphics-document"
    ids = {element.get("id"): element for element in root.iter() if element.get("id")}
    assert ids[root.get("aria-labelledby")].text == chart.title
    assert ids[root.get("aria-describedby")].text == chart.account
    assert len(ids) == sum(1 for element in root.iter() if element.get("id")), "each id once"
    assert all(name and name.startswith(kind) for name in ids)
    fonts = root.get("font-family", "")
    assert fonts.startswith("Noto Sans CJK SC,")
    assert fonts.endswith("sans-serif")
    assert all("".join(text.itertext()).strip() for text in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_has_title_day_source_and_says_what_it_leaves_out(kind: Kind) -> None:
    names, registry = CITIES["small"]
    chart = KINDS[kind](registry, names, Look())
    frame = chart.drawing.frame
    shown = "".join(ET.fromstring(inline(chart)).itertext())
    assert frame.title in shown
    assert re.search(r"\d{4}-\d{2}-\d{2}", " ".join(item.text for item in frame.subtitle))
    assert "依据 " in shown
    assert frame.legend[-1].startswith("未列：")
    assert frame.legend[-1] in shown.replace("\n", "")


@pytest.mark.parametrize(("kind", "word"), [("government", "AB角"), ("pairs", "AB角")])
def test_a_line_names_its_notice_and_clause_and_its_word_leads_there(kind: Kind, word: str) -> None:
    names, registry = CITIES["big"]
    svg = ET.fromstring(inline(KINDS[kind](registry, names, Look(href="/KIND/NAME"))))
    edges = [g for g in svg.iter(f"{SVG}g") if g.get("class") == "edge"]
    told = f" – {names[6]}: {word} · {CITY_NAME}2024（2024-05-01）：一条"
    (pair,) = [g for g in edges if g.findtext(f"{SVG}title") == names[5] + told]
    (link,) = pair.iter(f"{SVG}a")
    assert link.get("href", "").startswith("/notices/")
    assert "".join(link.itertext()).strip() == word


@pytest.mark.parametrize("kind", KINDS)
def test_names_lead_to_their_pages_only_on_request(kind: Kind) -> None:
    names, registry = CITIES["small"]
    linked = ET.fromstring(inline(KINDS[kind](registry, names, Look(href="/KIND/NAME?lang=zh"))))
    found = {anchor.get("href", "") for anchor in linked.iter(f"{SVG}a")}
    assert found
    for address in found:
        assert re.fullmatch(
            r"/(people|agencies|areas|groups|governments|notices)/[%\w]+\?lang=zh", address
        )
    assert any(address.startswith("/notices/") for address in found), "each leads to its notices"
    plain = ET.fromstring(inline(KINDS[kind](registry, names, Look())))
    assert not list(plain.iter(f"{SVG}a"))
