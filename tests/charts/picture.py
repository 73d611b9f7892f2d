"""Read the geometry of a drawn SVG: cards, and the lines of text in them. Points, y downwards."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

from registry.charts.measure import em

_NS = "{http://www.w3.org/2000/svg}"


class Rect(NamedTuple):
    """A rectangle, and the node it belongs to."""

    node: str
    left: float
    top: float
    right: float
    bottom: float


def cards(svg: bytes) -> list[Rect]:
    """Return the outermost polygon of every node that has one."""
    found = []
    for node in _nodes(svg):
        shapes = [_rect(_name(node), shape) for shape in node.iter(f"{_NS}polygon")]
        if shapes:
            found.append(max(shapes, key=lambda r: (r.right - r.left) * (r.bottom - r.top)))
    return found


def texts(svg: bytes) -> list[tuple[str, Rect]]:
    """Return every line of text in a node, with the box that it takes in a browser."""
    found = []
    for node in _nodes(svg):
        for text in node.iter(f"{_NS}text"):
            words, size = "".join(text.itertext()), float(text.get("font-size", "0"))
            left, base = float(text.get("x", "0")), float(text.get("y", "0"))
            assert text.get("text-anchor") == "start"
            box = Rect(
                _name(node), left, base - 0.9 * size, left + em(words) * size, base + 0.2 * size
            )
            found.append((words, box))
    return found


def _nodes(svg: bytes) -> list[ET.Element]:
    return [
        g for g in ET.fromstring(svg).iter(f"{_NS}g") if (g.get("class") or "").startswith("node")
    ]


def _name(node: ET.Element) -> str:
    return node.findtext(f"{_NS}title", "")


def _rect(node: str, shape: ET.Element) -> Rect:
    points = [tuple(map(float, p.split(","))) for p in shape.get("points", "").split()]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Rect(node, min(xs), min(ys), max(xs), max(ys))


def size(svg: bytes) -> tuple[float, float]:
    """Return width and height of the whole drawing."""
    _, _, width, height = ET.fromstring(svg).get("viewBox", "").split()
    return float(width), float(height)


def inside(svg: bytes) -> None:
    """Assert that no label leaves its card and that no cards overlap."""
    boxes = {box.node: box for box in cards(svg)}
    assert boxes
    for words, line in texts(svg):
        if box := boxes.get(line.node):
            # A card without a border has its edge where its text begins.
            assert box.left <= line.left, words
            assert line.right <= box.right + 0.5, words
            assert box.top <= line.top + 0.5, words
            assert line.bottom <= box.bottom + 0.5, words
    for one, other in combinations(boxes.values(), 2):
        assert _apart(one, other), (one, other)


def _apart(one: Rect, other: Rect) -> bool:
    return (
        one.right <= other.left + 0.1
        or other.right <= one.left + 0.1
        or one.bottom <= other.top + 0.1
        or other.bottom <= one.top + 0.1
    )
