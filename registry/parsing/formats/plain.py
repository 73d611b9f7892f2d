"""Bytes of a text in whatever encoding offices save theirs, to characters."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from registry.errors import UnreadableSource
from registry.parsing.formats.extracted import Extracted

REMEDY = "give a text in UTF-8, UTF-16, GB 18030 or Big5, an HTML page, a PDF or a DOCX"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # The marks of UTF-32 begin with that of UTF-16; nobody saves notices in UTF-32.
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHOWN = {"utf-8": "UTF-8", "gb18030": "GB 18030", "big5": "Big5", "big5hkscs": "Big5-HKSCS"}
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
# A text that was cut or patched has a few bad bytes; more than one in this many is no text.
_FEW = 500


def read_plain(content: bytes, name: str) -> Extracted:
    """Return the text of ``content``; ``name`` is where it came from, for the message.

    A byte order mark decides and is dropped. Without one, text that is strictly UTF-8 is
    UTF-8; the others are told apart by how much their characters look like Chinese prose.

    Raises:
        UnreadableSource: it is binary, or in no encoding that notices come in.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _whole(content[len(mark) :], encoding, name, guessed=False)
    return decode(content, name)


def decode(content: bytes, name: str, declared: str | None = None) -> Extracted:
    """Return ``content`` decoded; ``declared`` is the encoding that it says of itself, if any.

    Bytes that are strictly UTF-8 are UTF-8 whatever they declare: no other text is so by
    chance. Then comes what is declared, then what the characters look like. Raises as above.
    """
    for encoding in filter(None, ("utf-8", declared)):
        if (text := _strictly(content, encoding)) is not None:
            return Extracted(text=text, format="text", encoding=shown(encoding))
    for encoding in filter(None, ("utf-8", declared)):
        if _is_nearly(content, encoding):
            return _whole(content, encoding, name, guessed=encoding != declared)
    if (guess := _guess(content)) and (text := _strictly(content, guess)) is not None:
        return Extracted(text=text, format="text", encoding=shown(guess), guessed=True)
    if _is_nearly(content, "gb18030"):
        return _whole(content, "gb18030", name, guessed=True)
    raise UnreadableSource(f"{name}: is not text in an encoding known here; {REMEDY}")


def shown(encoding: str) -> str:
    """Return the name of a codec as people write it."""
    return _SHOWN.get(encoding, encoding.upper().replace("_", "-"))


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _is_binary(text) else text


def _whole(content: bytes, encoding: str, name: str, *, guessed: bool) -> Extracted:
    text = content.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if _is_binary(text) or lost * _FEW > len(text):
        raise UnreadableSource(f"{name}: is not text; {REMEDY}")
    notes = (f"characters that could not be read and stand as \ufffd: {lost}",) if lost else ()
    return Extracted(
        text=text, format="text", encoding=shown(encoding), guessed=guessed, notes=notes
    )


def _guess(content: bytes) -> str | None:
    # Two-byte characters of GB 18030 and Big5 hold no zero byte, and UTF-16 has one in every
    # line end, space and digit: knowing this saves the guesser its only mistakes on short texts.
    likely = ["utf_16_le", "utf_16_be"] if b"\x00" in content else ["gb18030", "big5", "big5hkscs"]
    best = from_bytes(content, cp_isolation=likely, enable_fallback=False).best()
    return best.encoding if best else None


def _is_nearly(content: bytes, encoding: str) -> bool:
    """Say whether all but a few bytes are Chinese text in ``encoding``."""
    text = content.decode(encoding, "replace")
    lost = text.count("\ufffd")
    chinese = len(_CHINESE.findall(text))
    return lost * _FEW <= len(text) and lost * 10 <= chinese and not _is_binary(text)


def _is_binary(text: str) -> bool:
    return "\x00" in text or len(_CONTROL.findall(text)) * _FEW > len(text)
