"""Notices read straight from text files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from registry.errors import UnreadableSource
from registry.model.facts import AnyFact
from registry.parsing.notice import parse

_PLAIN_CONTROLS = frozenset("\t\n\r\f\v\x1c\x1d\x1e\x1f")
_REMEDY = "give a text file of notices, in UTF-8 or GB 18030"


def read_sources(paths: Iterable[Path]) -> tuple[AnyFact, ...]:
    """Return the facts of all notices in the files, in their order; a file twice counts once.

    Raises:
        UnreadableSource: a file is missing, a folder, empty, binary or in another encoding.
    """
    once = {path.resolve(): path for path in paths}
    return tuple(fact for path in once.values() for fact in parse(read_text(path)))


def read_text(path: Path) -> str:
    """Return the text of one file, byte order mark dropped.

    Raises:
        UnreadableSource: as above.
    """
    try:
        content = path.read_bytes()
    except IsADirectoryError:
        raise UnreadableSource(f"{path}: is a folder; {_REMEDY}") from None
    except FileNotFoundError:
        raise UnreadableSource(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise UnreadableSource(f"{path}: cannot be read ({error.strerror}); {_REMEDY}") from None
    return decode(content, str(path))


def decode(content: bytes, name: str) -> str:
    """Return ``content`` as text; ``name`` is where it came from, for the message.

    Raises:
        UnreadableSource: it is empty, binary or in an encoding other than UTF-8 and GB 18030.
    """
    if not content.strip():
        raise UnreadableSource(f"{name}: is empty; {_REMEDY}")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(ord(c) < 32 and c not in _PLAIN_CONTROLS for c in text):
            break
        return text
    raise UnreadableSource(f"{name}: is not text; {_REMEDY}")
