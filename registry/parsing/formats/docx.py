"""A DOCX to text: paragraphs and tables in the order of the document, without its margins."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from zlib import error as ZlibError  # noqa: N812 - an exception, named as one

from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE as KINDS
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from registry.errors import UnreadableSource
from registry.parsing.formats import limits
from registry.parsing.formats.extracted import Extracted
from registry.parsing.formats.numbering import Numbering
from registry.parsing.formats.rows import Cell, laid_out

_REMEDY = "save it again as DOCX, or as PDF or text"
_BROKEN = (
    zipfile.BadZipFile,
    ZlibError,
    EOFError,
    OpcError,
    PythonDocxError,
    etree.LxmlError,
    KeyError,
    ValueError,
    AttributeError,
    IndexError,
    NotImplementedError,
    RuntimeError,
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Struck out, moved away, pronunciation, and what only repeats what another program can show.
_LEFT_OUT = frozenset({_W + "del", _W + "moveFrom", _W + "rt", _W + "pPr", _W + "rPr", _FALLBACK})
_TEXTS = {
    _W + "tab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "-",
    _W + "ptab": "\t",
}
_OTHER_ZIPS = (
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint file"),
    ("OFD.xml", "an OFD file"),
    ("content.xml", "an OpenDocument file"),
)


def read_docx(content: bytes, name: str) -> Extracted:
    """Return the text of a DOCX.

    Each paragraph is a line, with the number that its list gives it; each row of a table is
    a line, its cells parted by tabs. Headers, footers, notes and what was struck out with
    changes tracked are left out.

    Raises:
        UnreadableSource: it is another zip file, broken, encrypted or over a limit.
    """
    _check_zip(content, name)
    try:
        document = Document(BytesIO(content))
        parts = {rel.reltype: rel for rel in document.part.rels.values() if not rel.is_external}
        elements = (
            getattr(parts[kind].target_part, "element", None) if kind in parts else None
            for kind in (KINDS.NUMBERING, KINDS.STYLES)
        )
        reader = _Reader(Numbering(*elements), name)
        text = "\n".join(reader.lines(document.element.body))
    except UnreadableSource:
        raise
    except _BROKEN:
        raise UnreadableSource(f"{name}: is a broken DOCX; {_REMEDY}") from None
    text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    return Extracted(text=f"{text}\n" if text else "", format="docx")


def _check_zip(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
    except _BROKEN:
        raise UnreadableSource(f"{name}: is a broken or cut-off DOCX; {_REMEDY}") from None
    names = {part.filename for part in parts}
    if "word/document.xml" not in names and not any(
        part.startswith("word/document") for part in names
    ):
        kind = next((kind for part, kind in _OTHER_ZIPS if part in names), "a zip file, not a DOCX")
        raise UnreadableSource(f"{name}: is {kind}; give the notice as DOCX, PDF, HTML or text")
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableSource(f"{name}: is encrypted; save it without a password")
    limits.at_most(len(parts), limits.PARTS, "parts of a DOCX", name)
    limits.at_most(
        sum(part.file_size for part in parts), limits.UNPACKED_BYTES, "bytes", f"{name} unpacked"
    )
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            limits.at_most(
                part.file_size, limits.PART_BYTES, "bytes", f"{name}: {part.filename!a} unpacked"
            )
        if part.file_size > max(limits.MIB, limits.RATIO * part.compress_size):
            raise UnreadableSource(
                f"{name}: a part unpacks to over {limits.RATIO} times its size, the limit;"
                f" {_REMEDY}"
            )


class _Reader:
    def __init__(self, numbering: Numbering, name: str) -> None:
        self._numbering = numbering
        self._name = name

    def lines(self, holder: etree._Element, tables: int = 0) -> Iterator[str]:
        """Yield the lines of a body, a cell or a text box; ``tables`` is how many hold it."""
        limits.at_most(tables, limits.TABLES, "tables inside one another", self._name)
        stack = [iter(holder)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif child.tag == _W + "p":
                yield from self._paragraph(child, tables)
            elif child.tag == _W + "tbl":
                yield from laid_out(self._rows(child, tables + 1))
            elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
                # Content controls, custom XML and tracked insertions wrap blocks.
                stack.append(iter(child))

    def _paragraph(self, paragraph: etree._Element, tables: int) -> Iterator[str]:
        pieces = [self._numbering.label(paragraph)]
        stack = [iter(paragraph)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif child.tag == _W + "t":
                pieces.append(child.text or "")
            elif child.tag in _TEXTS:
                pieces.append(_TEXTS[child.tag])
            elif child.tag == _W + "txbxContent":
                yield from self.lines(child, tables + 1)
            elif child.tag not in _LEFT_OUT and not _is_hidden(child):
                stack.append(iter(child))
        yield from ("".join(pieces)).rstrip().split("\n")

    def _rows(self, table: etree._Element, tables: int) -> Iterator[list[Cell]]:
        above: dict[int, Cell] = {}
        for row in _inside(table, "tr"):
            cells: list[Cell] = []
            column = 0
            for cell in _inside(row, "tc"):
                wide, merged = _merging(cell)
                read = Cell(
                    list(self.lines(cell, tables)),
                    wide,
                    nests=next(_inside(cell, "tbl"), None) is not None,
                )
                # A cell merged upwards says again what the cell above says.
                if merged == "continue" and column in above and not any(read.lines):
                    read = above[column]
                    if sum(map(len, read.lines)) > limits.REPEATED_CHARACTERS:
                        read = Cell([], wide)
                above[column] = read
                cells.append(read)
                column += wide
            yield cells


def _inside(holder: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the nearest elements of a tag below ``holder``, through what wraps them."""
    stack = [iter(holder)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == _W + tag:
            yield child
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            stack.append(iter(child))


def _merging(cell: etree._Element) -> tuple[int, str | None]:
    span, merge = cell.find(f"{_W}tcPr/{_W}gridSpan"), cell.find(f"{_W}tcPr/{_W}vMerge")
    wide = ("" if span is None else span.get(qn("w:val")) or "")[:3]
    merged = None if merge is None else merge.get(qn("w:val")) or "continue"
    return int(wide) if wide.isdecimal() and int(wide) else 1, merged


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish") if run.tag == _W + "r" else None
    return mark is not None and mark.get(qn("w:val")) not in {"0", "false", "off"}
