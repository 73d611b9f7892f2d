"""Notices read from files: the one door for every command that takes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from registry.errors import UnreadableSource
from registry.model.facts import AnyFact
from registry.parsing.formats import Extracted, extract, format_of, limits
from registry.parsing.formats.plain import REMEDY
from registry.parsing.notice import parse
from registry.service.isolated import extract_apart


def read_sources(paths: Iterable[Path]) -> tuple[AnyFact, ...]:
    """Return the facts of all notices in the files, in their order; a file twice counts once.

    Raises:
        UnreadableSource: a file is missing, a folder, or holds no text that can be read.
    """
    once = {path.resolve(): path for path in paths}
    return tuple(fact for path in once.values() for fact in parse(read_text(path)))


def read_text(path: Path) -> str:
    """Return the text of one file, to which the spans of its facts refer.

    Raises:
        UnreadableSource: as above.
    """
    return read_source(path).text


def read_source(path: Path) -> Extracted:
    """Return the text of one file, and how it was read.

    Raises:
        UnreadableSource: as above.
    """
    try:
        with path.open("rb") as file:
            # One byte more than is read at most shows that there is more.
            content = file.read(limits.TEXT_BYTES + 1)
    except IsADirectoryError:
        raise UnreadableSource(f"{path}: is a folder; {REMEDY}") from None
    except FileNotFoundError:
        raise UnreadableSource(f"{path}: no such file; check the path") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise UnreadableSource(f"{path}: cannot be read ({why}); {REMEDY}") from None
    return read_bytes(content, str(path))


def read_bytes(content: bytes, name: str) -> Extracted:
    """Return the text of what a file holds; ``name`` is where it came from, for messages.

    Plain text is read here. Every other format is read by a large library, in a process of
    its own that can be stopped.

    Raises:
        UnreadableSource: it holds no text that can be read, or is over a limit.
    """
    if format_of(content, name) == "text":
        return extract(content, name)
    return extract_apart(content, name)
