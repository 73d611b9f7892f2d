"""From a page of cards and its links to the text of one DOT graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import graphviz  # type: ignore[import-untyped]
from msgspec import Struct
from msgspec.structs import replace

from registry.charts.cards import (
    FONTS,
    PADDING,
    Block,
    Card,
    Row,
    Style,
    cells_width,
    clean,
    label,
    word,
)
from registry.charts.look import Look
from registry.charts.page import LINK, Page
from registry.charts.palette import Role
from registry.charts.rows import Item, text_rows

_TITLE = Style(size=24, bold=True)
_SUBTITLE = Style(size=11, colour="soft")
_LEGEND = Style(size=10, colour="soft")
_MARGIN = 14
_ROOM = 230
"""The least width, in points, in which title and legend stand beside the topmost card."""


class Link(Struct, frozen=True, kw_only=True):
    """A line between two cards; ``arrow`` points at ``head``, else the link is mutual.

    ``proof`` is the notice and clause that it was read from, where it is one.
    """

    tail: str
    head: str
    word: str
    proof: Item | None = None
    colour: Role = "pair"
    arrow: bool = False
    strong: bool = False
    solid: bool = False


class Frame(Struct, frozen=True, kw_only=True):
    """What stands around the cards: on paper it stands in the margins.

    ``subtitle`` has the day and the notices, ``legend`` what marks mean and what is left out.
    """

    title: str
    subtitle: tuple[Item, ...]
    legend: tuple[str, ...] = ()


class Drawing(Struct, frozen=True, kw_only=True):
    """The DOT text of one drawing, or for paper of each sheet, and what stands around it."""

    dots: tuple[str, ...]
    frame: Frame


def draw(
    pages: Sequence[Page],
    links: Sequence[Link],
    frame: Frame,
    name: str,
    look: Look,
    *,
    straight: bool = False,
) -> Drawing:
    """Return the drawing of ``pages``.

    Every card is pinned to its place; a link is drawn where both its ends are, and is routed
    around cards unless it is to be ``straight``.
    """
    around = None if look.sheet else frame
    splines = "line" if straight else "true"
    dots = tuple(_page(page, links, around, name, look, splines) for page in pages)
    return Drawing(dots=dots, frame=frame)


def _page(  # noqa: PLR0917 - a page and all that stands on it
    page: Page, links: Sequence[Link], frame: Frame | None, name: str, look: Look, splines: str
) -> str:
    graph = graphviz.Digraph(
        name=name,
        graph_attr={
            "layout": "neato",
            "splines": splines,
            "bgcolor": look.colour("page"),
            "pad": "0.25" if frame else "0.02",
            "fontname": FONTS,
        },
        node_attr={"shape": "plain", "fontname": FONTS},
        edge_attr={"fontname": FONTS},
    )
    for key, card, left, top in _around(page, frame) if frame else ():
        _pin(graph, key, card, (left, top), look)
    for box in page.boxes:
        _pin(graph, box.key, box.card, (box.left, box.top), look)
    for link in links:
        if _drawable(page, link):
            _link(graph, link, look)
    return str(graph.source)


def _drawable(page: Page, link: Link) -> bool:
    """Say whether both ends are on the page, and on a sheet of several one above the other.

    Elsewhere a link would run around the sheet, and make it larger than the paper.
    """
    ends = [box for box in page.boxes if box.key in {link.tail, link.head}]
    if len(ends) < 2 or not page.sheet:
        return len(ends) == 2
    a, b = sorted(ends, key=lambda box: (box.left, box.top))
    return a.left == b.left and abs(b.top - a.top - a.card.outer_height - LINK) < 1


def node_id(name: str) -> str:
    """Return ``name`` as a node's name, without the characters that DOT reads as more.

    >>> node_id("a:b<c>")
    'a：b＜c＞'
    """
    clean = "".join(character for character in name if character.isprintable())
    return clean.translate(str.maketrans(":<>\\", "：＜＞＼"))


def _pin(
    graph: graphviz.Digraph, key: str, card: Card, corner: tuple[float, float], look: Look
) -> None:
    x, y = corner[0] + card.outer_width / 2, corner[1] + card.outer_height / 2
    kept = sum(block.height for block in card.blocks[:-1])
    more = {"class": f"fold-{kept}"} if card.folds else {}
    # Inches, y upwards; the exclamation mark keeps the layout from moving the card.
    graph.node(node_id(key), label=label(card, look), pos=f"{x / 72:.4f},{-y / 72:.4f}!", **more)


def _link(graph: graphviz.Digraph, link: Link, look: Look) -> None:
    style = Style(size=11, colour=link.colour, bold=True)
    attributes = {"label": word(link.word, style, look)} if link.word else {}
    if link.proof:
        attributes |= {"tooltip": clean(link.proof.told)}
        attributes |= {"href": clean(link.proof.href)} if link.proof.href else {}
    graph.edge(
        node_id(link.tail),
        node_id(link.head),
        color=look.colour(link.colour),
        style="bold" if link.strong else "solid" if link.solid else "dashed",
        penwidth="2.4" if link.strong else "1.6",
        dir="forward" if link.arrow else "none",
        **attributes,
    )


def _around(page: Page, frame: Frame) -> Iterator[tuple[str, Card, float, float]]:
    """Place title and legend beside the topmost card where there is room, else above and below."""
    title = _title(frame, page.room - _MARGIN) if page.room >= _ROOM else None
    if title and page.free(0, 0, title):
        yield "title", title, 0, 0
    else:
        title = _title(frame, max(page.width, 2 * _ROOM))
        yield "title", title, 0, -_MARGIN - title.outer_height
    if frame.legend:
        legend = _legend(frame, max(page.room - _MARGIN, _ROOM))
        left = page.width - legend.outer_width
        if left > title.outer_width and page.free(left, 0, legend):
            yield "legend", legend, left, 0
        else:
            yield "legend", _legend(frame, page.width), 0, page.height + _MARGIN


def _title(frame: Frame, width: float) -> Card:
    return _plain(
        _lines((Item(frame.title),), _TITLE, width) + _lines(frame.subtitle, _SUBTITLE, width)
    )


def _legend(frame: Frame, width: float) -> Card:
    return _plain(_lines([Item(line) for line in frame.legend], _LEGEND, width))


def _lines(items: Sequence[Item], style: Style, width: float) -> list[Row]:
    inner = int(width - 2 * PADDING)
    rows = [row for item in items for row in text_rows(item, style, inner)]
    # Each line as wide as its words: the frame is only as wide as it must be.
    return [(replace(cell, width=cells_width(cell.text, style)),) for (cell,) in rows]


def _plain(lines: list[Row]) -> Card:
    width = max(cell.width for (cell,) in lines)
    block = Block(rows=tuple(lines))
    return Card(blocks=(block,), width=width, border=0, edge="page", fill="page")
