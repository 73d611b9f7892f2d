"""A PDF with a text layer to text, its columns in reading order."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from itertools import chain

import pypdfium2 as pdfium
from msgspec import Struct
from pypdfium2 import raw

from registry.errors import UnreadableSource
from registry.parsing.formats import limits
from registry.parsing.formats.columns import Gutter, fits, gutter_of, lines
from registry.parsing.formats.extracted import Extracted
from registry.parsing.formats.glyphs import Glyph

_TAIL = 4096
_REMEDY = "get it again, or save it as text"
_SLANT = math.radians(10)
# Some programs write a radical where its character is meant. Unicode maps those of the
# Kangxi dictionary to characters, but of the supplement only two: here are the others.
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
        "民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
        strict=True,
    )
)


def read_pdf(content: bytes, name: str) -> Extracted:
    """Return the text of a PDF: pages parted by a form feed, a line of the page a line.

    Raises:
        UnreadableSource: it is encrypted, broken, cut off, over a limit, has no text layer,
            or one that does not say which characters it shows.
    """
    if b"%%EOF" not in content[-_TAIL:]:
        raise UnreadableSource(f"{name}: is a PDF that was cut off; {_REMEDY}")
    pages: list[_Page] = []
    try:
        with closing(pdfium.PdfDocument(content)) as document:
            limits.at_most(len(document), limits.PAGES, "pages", name)
            for index in range(len(document)):
                pages.append(_page(document, index, name))
                total = sum(len(page.glyphs) for page in pages)
                limits.at_most(total, limits.PDF_CHARACTERS, "characters", name)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadableSource(
                f"{name}: is an encrypted PDF; save it without a password"
            ) from None
        raise UnreadableSource(f"{name}: is a broken PDF; {_REMEDY}") from None
    _check_characters(pages, name)
    return Extracted(text=_written(pages), format="pdf", notes=_notes(pages))


class _Page(Struct, frozen=True):
    """The glyphs of a page that are not slanted, and where its middle is."""

    glyphs: Sequence[Glyph] = ()
    middle: float = 0.0


def _written(pages: Sequence[_Page]) -> str:
    gutters = [gutter_of(page.glyphs, page.middle) for page in pages]
    usual = _usual(gutters)
    written = []
    for page, own in zip(pages, gutters, strict=True):
        gutter = own or (usual if usual and fits(page.glyphs, usual) else None)
        written.append("\n".join(line.rstrip() for line in lines(page.glyphs, gutter)))
    text = "\n\f".join(written) + "\n"
    # A character outside the basic plane comes as the two halves that UTF-16 has for it.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _usual(gutters: Sequence[Gutter | None]) -> Gutter | None:
    """Return the gutter that most pages of a document of two columns share."""
    found = [gutter for gutter in gutters if gutter]
    if len(found) * 2 < len(gutters):
        return None
    return sorted(found, key=lambda gutter: gutter.middle)[len(found) // 2]


def _page(document: pdfium.PdfDocument, index: int, name: str) -> _Page:
    with closing(document[index]) as page, closing(page.get_textpage()) as text:
        count = text.count_chars()
        limits.at_most(count, limits.PAGE_CHARACTERS, "characters on a page", name)
        chars = {place: chr(raw.FPDFText_GetUnicode(text, place)) for place in range(count)}
        turns = {
            place: _turn(raw.FPDFText_GetCharAngle(text, place))
            for place, char in chars.items()
            if not _is_empty(char) and raw.FPDFText_IsGenerated(text, place) != 1
        }
        usual = Counter(turn for turn in turns.values() if turn is not None).most_common(1)
        if not usual:
            return _Page()
        turn = usual[0][0]
        found = []
        box = raw.FS_RECTF()
        for place, own in turns.items():
            if own is not None and raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box)):
                found.append(
                    _glyph(chars[place], _turned(turn, box.left, box.right, -box.top, -box.bottom))
                )
        left, bottom, right, top = page.get_cropbox()
        ends = _turned(turn, left, right, -top, -bottom)
        return _Page(found, (ends[0] + ends[1]) / 2)


def _is_empty(char: str) -> bool:
    # Gaps say where the spaces are. The others stand for a hyphen at the end of a line.
    return char <= " " or char.isspace() or char in "\ufffe\u00ad"


def _turn(angle: float) -> int | None:
    """Return how many quarters to the right levels a glyph that is turned by ``angle``; none where it is slanted, as a watermark is."""
    quarters = round(angle / (math.pi / 2))
    return -quarters % 4 if abs(angle - quarters * math.pi / 2) < _SLANT else None


def _turned(
    turn: int, left: float, right: float, top: float, bottom: float
) -> tuple[float, float, float, float]:
    """Return a box as a reader has it, who turns the page so that its text is level."""
    for _ in range(turn):
        left, right, top, bottom = -bottom, -top, left, right
    return min(left, right), max(left, right), min(top, bottom), max(top, bottom)


def _glyph(char: str, box: tuple[float, float, float, float]) -> Glyph:
    left, right, top, bottom = box
    shown = _RADICALS.get(char) or (
        unicodedata.normalize("NFKC", char) if "\u2e80" <= char <= "\u2fd5" else char
    )
    return Glyph(shown, left, right, (top + bottom) / 2, bottom - top)


def _check_characters(pages: Sequence[_Page], name: str) -> None:
    total = sum(len(page.glyphs) for page in pages)
    if not total:
        raise UnreadableSource(
            f"{name}: is a PDF without a text layer, such as a scan; give it one by OCR first"
        )
    unknown = sum(
        glyph.char == "\ufffd" or unicodedata.category(glyph.char) in {"Co", "Cn", "Cc"}
        for glyph in chain.from_iterable(page.glyphs for page in pages)
    )
    if unknown * 5 > total:
        raise UnreadableSource(
            f"{name}: is a PDF whose fonts do not say which characters they show;"
            " give it a text layer by OCR first"
        )


def _notes(pages: Sequence[_Page]) -> tuple[str, ...]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.glyphs]
    shown = ", ".join(empty[:10]) + (" …" if len(empty) > 10 else "")
    return (f"pages without text: {shown}",) if empty else ()
