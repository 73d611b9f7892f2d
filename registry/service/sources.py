"""Notices read from files: the one door for every command that takes them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from registry.errors import UnreadableSource
from registry.model.facts import AnyFact
from registry.parsing.formats import Extracted, extract, format_of, limits
from registry.parsing.formats.plain import REMEDY
from registry.parsing.notice import parse
from registry.service.loading.isolated import extract_apart


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files to read: those named, and all in the folders named, in order, each once.

    Hidden files and folders within a folder are left out.

    Raises:
        UnreadableSource: a path is not there, a folder cannot be read, or there is no file.
    """
    named = tuple(paths)
    found: dict[Path, Path] = {}
    for path in named:
        if not os.path.exists(path):  # noqa: PTH110 - a name that no file can have is none
            raise UnreadableSource(f"{path}: no such file or folder; check the path")
        for file in _below(path) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), file)
    if named and not found:
        where = ", ".join(str(path) for path in named)
        raise UnreadableSource(f"{where}: holds no file; {REMEDY}")
    return tuple(found.values())


def read_sources(paths: Iterable[Path]) -> tuple[AnyFact, ...]:
    """Return the facts of all notices in the files and folders, in order; a file twice counts once.

    Raises:
        UnreadableSource: as ``files_in``; or a file holds no text that can be read.
    """
    return tuple(fact for path in files_in(paths) for fact in parse(read_text(path)))


def read_text(path: Path) -> str:
    """Return the text of one file, to which the spans of its facts refer.

    Raises:
        UnreadableSource: the file is missing, a folder, or holds no text that can be read.
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


def _below(folder: Path) -> Iterator[Path]:
    def fail(error: OSError) -> None:
        raise UnreadableSource(f"{error.filename}: cannot be read ({error.strerror})") from None

    for at, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(at, name) for name in sorted(files) if not name.startswith("."))
