"""What a renderer's SVG lacks: a language, a title and a description for screen readers."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from registry.charts.cards import FONTS
from registry.charts.chart import Chart
from registry.charts.words import LANG_TAG

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"


def describe(svg: bytes, chart: Chart) -> str:
    """Return ``svg`` with the language, title and account of ``chart`` first in it.

    Its text stays text: it can be selected, searched and read out. Links open in the page that
    the drawing stands in.
    """
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(svg)
    tag = LANG_TAG[chart.look.lang]
    root.set("lang", tag)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", tag)
    root.set("role", "graphics-document")
    root.set("class", "chart")
    root.set("aria-labelledby", f"{chart.kind}-title")
    root.set("aria-describedby", f"{chart.kind}-description")
    told = (("title", chart.title, "title"), ("desc", chart.account, "description"))
    for place, (element, text, name) in enumerate(told):
        made = ET.Element(f"{{{_SVG}}}{element}", {"id": f"{chart.kind}-{name}"})
        made.text = text
        made.tail = "\n"
        root.insert(place, made)
    # Said once for the whole drawing; the renderer says both with every line of text.
    root.set("font-family", FONTS)
    for line in root.iter(f"{{{_SVG}}}text"):
        line.attrib.pop("font-family", None)
        line.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    _name_parts(root, chart.kind)
    return ET.tostring(root, encoding="unicode")


def _name_parts(root: ET.Element, kind: str) -> None:
    """Keep ids apart from those of another chart, and say links in plain words."""
    for part in root.iter(f"{{{_SVG}}}g"):
        if name := part.get("id"):
            part.set("id", f"{kind}-{name}")
        title = part.find(f"{{{_SVG}}}title")
        if part.get("class") == "graph" and title is not None:
            part.remove(title)
        elif (part.get("class") or "").startswith("edge") and title is not None:
            _name_edge(part, title)
    for anchor in root.iter(f"{{{_SVG}}}a"):
        words = "".join(anchor.itertext()).strip()
        told = anchor.attrib.pop(f"{{{_XLINK}}}title", words).strip()
        address = anchor.attrib.pop(f"{{{_XLINK}}}href", None)
        if not address:
            anchor.tag = f"{{{_SVG}}}g"
            continue
        anchor.set("href", address)
        if told != words:
            tip = ET.Element(f"{{{_SVG}}}title")
            tip.text = told
            anchor.insert(0, tip)


def _name_edge(part: ET.Element, title: ET.Element) -> None:
    """Say between whom a line is, with the notice and clause it was read from.

    A line whose word is a link is none itself: the keyboard would stop at both.
    """
    words = " ".join("".join(text.itertext()).strip() for text in part.iter(f"{{{_SVG}}}text"))
    anchors = list(part.iter(f"{{{_SVG}}}a"))
    told = anchors[0].get(f"{{{_XLINK}}}title") if anchors else None
    ends = (title.text or "").replace("->", " → " if _has_arrow(part) else " – ")
    title.text = ": ".join(filter(None, (ends, told or words)))
    if words:
        for anchor in anchors:
            anchor.attrib.pop(f"{{{_XLINK}}}title", None)
        for anchor in anchors[:1]:
            anchor.attrib.pop(f"{{{_XLINK}}}href", None)


def _has_arrow(part: ET.Element) -> bool:
    # The word of a line has a ground, which is a polygon without a stroke.
    return any(p.get("stroke") != "none" for p in part.iter(f"{{{_SVG}}}polygon"))
