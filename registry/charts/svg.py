"""What a renderer's SVG lacks: a language, a title and a description for screen readers."""

from __future__ import annotations

from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"


def describe(svg: bytes, title: str, description: str, lang: str) -> bytes:
    """Return ``svg`` with ``lang`` (a BCP 47 tag), and ``title`` and ``description`` first in it.

    Its text stays text: it can be selected, searched and read out.
    """
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(svg)
    root.set("lang", lang)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", lang)
    root.set("role", "graphics-document")
    root.set("aria-labelledby", "chart-title")
    root.set("aria-describedby", "chart-description")
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{{{_SVG}}}{tag}")
        element.set("id", "chart-title" if tag == "title" else "chart-description")
        element.text = text
        element.tail = "\n"
        root.insert(place, element)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
