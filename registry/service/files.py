"""A file that is there whole or not at all, and never in place of another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from registry.errors import JournalError


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Open a new file for writing and reading; it gets its name when all went well.

    Raises:
        JournalError: there is a file of that name, or it cannot be written.
    """
    with new_path(path) as part, part.open("r+b") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def new_path(path: Path) -> Iterator[Path]:
    """Give an empty file beside ``path`` to write to; it gets the name when all went well.

    Raises:
        JournalError: as ``new_file``.
    """
    refuse_existing(path)
    part = path.with_name(f".{path.name}.{uuid4().hex}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)  # what it will hold may be private
        yield part
        _sync(part)
        _name(part, path)
        _sync(path.parent)
    except OSError as error:
        raise JournalError(
            f"{path}: cannot be written ({error.strerror}); nothing is left of it"
        ) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def read_private(path: Path) -> bytes:
    """Return what a file holds that its owner alone may read.

    Raises:
        JournalError: others may read it, or it cannot be read.
    """
    try:
        content = path.read_bytes()
        mode = path.stat().st_mode
    except OSError as error:
        raise JournalError(f"{path}: cannot be read ({error.strerror})") from None
    if os.name == "posix" and mode & 0o077:
        raise JournalError(f"{path}: others may read it; type: chmod 600 {path}")
    return content


def refuse_existing(path: Path) -> None:
    """Raise ``JournalError`` if there is a file of that name."""
    try:
        there = os.path.lexists(path)
    except ValueError as error:
        raise JournalError(f"{path!r}: is no path ({error})") from None
    if there:
        raise JournalError(f"{path}: is there already, and is not overwritten; give another name")


def _name(part: Path, path: Path) -> None:
    try:
        os.link(part, path)  # unlike a rename, it never replaces a file
    except FileExistsError:
        refuse_existing(path)
    except OSError:
        # A file system without links: look, then rename.
        refuse_existing(path)
        part.rename(path)


def _sync(path: Path) -> None:
    """Have the disk itself hold a file, or a folder's list of names."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
