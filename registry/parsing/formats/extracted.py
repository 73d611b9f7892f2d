"""What comes out of a source: its text, and how it was read."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Format = Literal["text", "html", "mhtml", "docx", "pdf"]
"""The formats that are read."""

_NAMES: dict[Format, str] = {
    "text": "plain text",
    "html": "HTML page",
    "mhtml": "web page in one file (MHTML)",
    "docx": "DOCX",
    "pdf": "PDF",
}


class Extracted(Struct, frozen=True, kw_only=True):
    """The text to which the spans of the facts refer, and how it was read."""

    text: str
    format: Format
    encoding: str | None = None
    """The encoding of a text or a page; none where the format says it by itself."""
    guessed: bool = False
    """Whether the encoding was guessed from the characters, and not stated or certain."""
    notes: tuple[str, ...] = ()
    """What a reader should know: pages without text, characters that could not be read."""

    @property
    def how(self) -> str:
        """The format, the encoding and the notes, in a line."""
        how = _NAMES[self.format]
        if self.encoding:
            how += f", {self.encoding}"
        if self.guessed:
            how += " (guessed)"
        return "; ".join((how, *self.notes))
