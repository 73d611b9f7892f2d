"""An HTML page, as saved from an office's site, to text.

Lines are those a reader sees: a block element begins and ends one, ``br`` breaks one, a row
of a table is one, its cells parted by tabs. What a browser does not show is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs
from selectolax.lexbor import LexborHTMLParser, LexborNode

from registry.parsing.formats import limits
from registry.parsing.formats.extracted import Extracted
from registry.parsing.formats.plain import decode, read_plain
from registry.parsing.formats.rows import Cell, laid_out

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav"
    " ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "applet area audio base button canvas col colgroup datalist embed frame frameset head iframe img"
    " input link map meta noembed noframes noscript object option rp rt script select style svg"
    " template textarea title track video".split()
)
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}?encoding=[\"']([\w-]+)",
    re.IGNORECASE,
)
# What pages call their encoding, and the widest codec of that family. Others, such as
# ISO-8859-1, are not what a Chinese page is in, whatever its template says.
_CODECS = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "x-x-big5", "cp950"), "big5"),
    "big5-hkscs": "big5hkscs",
}
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?:[^<>]*(/)>)?")
# Elements that hold nothing, or that the next of their kind ends: they do not nest by being left open.
_SHALLOW = frozenset(
    "area base br col dd dt embed hr img input li link meta option p param source td th tr track"
    " wbr".split()
)


def read_html(content: bytes, name: str, declared: str | None = None) -> Extracted:
    """Return the text of a page; ``declared`` is an encoding stated outside of it, if any.

    Raises:
        UnreadableSource: it is no text, or nests deeper than ``limits.DEPTH``.
    """
    page = _decoded(content, name, declared)
    _check_depth(page.text, name)
    root = LexborHTMLParser(page.text).root
    found = "" if root is None else "\n".join(_lines(root, name))
    return structs.replace(page, text=_tidy(found), format="html")


def _decoded(content: bytes, name: str, declared: str | None) -> Extracted:
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return read_plain(content, name)
    stated = _CHARSET.search(content, 0, 8192)
    own = (stated.group(1) or stated.group(2)).decode("ascii", "replace") if stated else ""
    return decode(content, name, _CODECS.get((declared or own).lower()))


def _check_depth(text: str, name: str) -> None:
    # Counted before the tree is made, as making a tree of a hundred thousand levels takes long.
    depth = 0
    for closing, tag, empty in _TAG.findall(text):
        if tag.lower() in _SHALLOW or empty:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        limits.at_most(depth, limits.DEPTH, "elements inside one another", name)


def _tidy(text: str) -> str:
    """Leave one blank line where there are several, and none at the ends."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n" if text.strip() else ""


def _lines(top: LexborNode, name: str, tables: int = 0) -> list[str]:
    """Return the lines below a node, as shown; ``tables`` is how many tables hold it."""
    limits.at_most(tables, limits.TABLES, "tables inside one another", name)
    page = _Lines()
    numbers: dict[int, int] = {}
    stack = _inside(top)
    while stack:
        node, entering = stack.pop()
        tag = node.tag or ""
        if node.is_text_node:
            page.add(node.text_content or "")
        elif tag == "br":
            page.end(even_empty=True)
        elif tag == "table":
            page.end()
            page.done.extend(laid_out(_rows(node, name, tables + 1)))
        elif node.is_element_node and not (entering and _is_unseen(node)):
            if tag in _BLOCKS:
                page.end()
            if tag == "pre":
                page.as_typed = entering
            if entering:
                page.add(_number(node, numbers) if tag == "li" else "")
                stack.append((node, False))
                stack.extend(_inside(node))
    page.end()
    return page.done


class _Lines:
    """Text to lines: white space is one space, or is kept inside ``pre``."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.as_typed = False
        self._line: list[str] = []

    def add(self, text: str) -> None:
        if self.as_typed:
            first, *others = text.splitlines() or [""]
            self._line.append(first)
            for line in others:
                self.end(even_empty=True)
                self._line.append(line)
        else:
            self._line.append(_SPACE.sub(" ", text))

    def end(self, *, even_empty: bool = False) -> None:
        line = "".join(self._line)
        self._line.clear()
        if not self.as_typed:
            line = re.sub(" {2,}", " ", line).strip(" ")
        if line or even_empty:
            self.done.append(line.rstrip())


def _inside(node: LexborNode) -> list[tuple[LexborNode, bool]]:
    """Return the children of a node, last first, to be entered."""
    found = []
    child = node.last_child
    while child is not None:
        found.append((child, True))
        child = child.prev
    return found


def _is_unseen(node: LexborNode) -> bool:
    if node.tag in _UNSEEN:
        return True
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style") or ""))


def _number(item: LexborNode, last: dict[int, int]) -> str:
    """Return the number that a browser prints before an item; ``last`` is the last of each list."""
    parent = item.parent
    if parent is None or parent.tag != "ol":
        return ""
    before = _count(parent, "start", 1) - 1
    last[parent.mem_id] = last.get(parent.mem_id, before) + 1
    return f"{last[parent.mem_id]}. "


def _count(node: LexborNode, attribute: str, otherwise: int) -> int:
    value = (node.attributes.get(attribute) or "")[:4]
    return int(value) if value.isdecimal() else otherwise


def _rows(table: LexborNode, name: str, tables: int) -> Iterator[list[Cell]]:
    """Yield the cells of each row; a caption is a row of one cell."""
    stack = _inside(table)
    while stack:
        node, _ = stack.pop()
        if not node.is_element_node or _is_unseen(node):
            continue
        if node.tag == "tr":
            cells = [cell for cell, _ in reversed(_inside(node)) if cell.is_element_node]
            yield [_cell(cell, name, tables) for cell in cells if not _is_unseen(cell)]
        elif node.tag == "caption":
            yield [_cell(node, name, tables)]
        else:
            stack.extend(_inside(node))


def _cell(node: LexborNode, name: str, tables: int) -> Cell:
    wide, tall = (max(1, _count(node, key, 1)) for key in ("colspan", "rowspan"))
    nests = node.css_first("table") is not None
    return Cell(_lines(node, name, tables), wide, tall, nests)
