"""A web page that a browser saved in one file, to text."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from msgspec import structs

from registry.errors import UnreadableSource
from registry.parsing.formats.extracted import Extracted
from registry.parsing.formats.html import read_html


def read_mhtml(content: bytes, name: str) -> Extracted:
    """Return the text of the page that the file holds; its pictures and styles are left out.

    Raises:
        UnreadableSource: it holds no page, or the page cannot be read.
    """
    for part in message_from_bytes(content).walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return structs.replace(read_html(page, name, _charset(part)), format="mhtml")
    raise UnreadableSource(f"{name}: is a web page in one file that holds no page; save it again")


def _charset(part: Message) -> str | None:
    return part.get_content_charset()
