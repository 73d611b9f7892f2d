"""The one door of the formats: which format it is, told by its content, and its text."""

from __future__ import annotations

import codecs
import re

from registry.errors import UnreadableSource
from registry.parsing.formats import limits
from registry.parsing.formats.extracted import Extracted, Format
from registry.parsing.formats.plain import REMEDY, read_plain

_START = 8192
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|meta|title|body|table|div|p|h[1-6]|span|center|ul|ol|br)\b",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(
    rb"\A(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?content-type:\s*multipart/related",
    re.IGNORECASE,
)
_OFFICE_97 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip file"),
)


def extract(content: bytes, name: str) -> Extracted:
    """Return the text of ``content`` and how it was read; ``name`` is for messages.

    The same bytes give the same text, whatever the file is called. Spans of facts are
    offsets into this text.

    Raises:
        UnreadableSource: it is empty, binary, of a format that is not read, encrypted,
            broken, without text, or over one of ``limits``.
    """
    form = format_of(content, name)
    most = limits.TEXT_BYTES if form == "text" else limits.FILE_BYTES
    limits.at_most(len(content), most, "bytes", name)
    found = _read(form, content, name)
    limits.at_most(len(found.text), limits.CHARACTERS, "characters", name)
    if not found.text.strip():
        raise UnreadableSource(f"{name}: holds no text; {REMEDY}")
    return found


def format_of(content: bytes, name: str) -> Format:
    """Return the format of ``content``, told by its first bytes.

    Raises:
        UnreadableSource: it is empty, or of a format that is not read.
    """
    if not content.strip():
        raise UnreadableSource(f"{name}: is empty; {REMEDY}")
    start = content[:_START]
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK"):
        return "docx"
    if start.startswith(_OFFICE_97):
        if _PASSWORD in content:
            raise UnreadableSource(f"{name}: is encrypted; save it without a password")
        raise UnreadableSource(
            f"{name}: is in the old Office format (.doc, .wps or .xls); save it as DOCX"
        )
    for mark, kind in _OTHERS:
        if start.startswith(mark) and not (mark == b"BM" and b"\x00" not in start):
            raise UnreadableSource(f"{name}: is {kind}; {REMEDY}")
    # UTF-16 has a zero byte in every character of markup.
    marked = start.removeprefix(codecs.BOM_UTF8).strip(b"\xff\xfe").replace(b"\x00", b"").lstrip()
    if marked.startswith(b"<") and _MARKUP.search(marked):
        return "html"
    if marked.startswith(b"<?xml"):
        raise UnreadableSource(f"{name}: is XML, not a page; {REMEDY}")
    return "mhtml" if _ARCHIVE.match(marked) else "text"


def _read(form: Format, content: bytes, name: str) -> Extracted:
    # Each reader brings a library, and is brought in when its format comes.
    if form == "pdf":
        from registry.parsing.formats.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(content, name)
    if form == "docx":
        from registry.parsing.formats.docx import read_docx  # noqa: PLC0415

        return read_docx(content, name)
    if form == "html":
        from registry.parsing.formats.html import read_html  # noqa: PLC0415

        return read_html(content, name)
    if form == "mhtml":
        from registry.parsing.formats.mhtml import read_mhtml  # noqa: PLC0415

        return read_mhtml(content, name)
    return read_plain(content, name)
