"""Files handed in together: their names made safe, and zips unpacked within bounds.

Nothing is written to a disk: a name only says in messages and in the journal which file is
meant.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO

from registry.errors import UnreadableSource
from registry.parsing.formats import limits

MOST_FILES = 2_000
"""Files handed in together, unpacked."""
MOST_BYTES = 128 * limits.MIB
"""Bytes of all of them, unpacked."""

_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_LONGEST_NAME = 200
_APART = re.compile(r"[\\/]+")


def safe_name(given: str, otherwise: str = "notice") -> str:
    r"""Return a file's name without what leads out of a folder, and without control characters.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\notices\\一.txt"), safe_name("a\r\nb: c")
    ('etc/passwd', 'C:/notices/一.txt', 'ab: c')
    """
    parts = [
        "".join(sign for sign in part if sign.isprintable()).strip() for part in _APART.split(given)
    ]
    name = "/".join(part for part in parts if part not in {"", ".", ".."})
    return name[-_LONGEST_NAME:] or otherwise


def unpacked(files: Iterable[tuple[str, bytes]]) -> tuple[tuple[str, bytes], ...]:
    """Return the files, a zip among them as the files in it.

    Raises:
        UnreadableSource: there is none, or they are too many or too large; a zip is broken,
            locked by a password, or grows beyond measure.
    """
    found: list[tuple[str, bytes]] = []
    size = 0
    for name, content in files:
        for inner, held in _inside(safe_name(name), content):
            size += len(held)
            if len(found) == MOST_FILES or size > MOST_BYTES:
                raise UnreadableSource(
                    f"{inner}: is over the limit of {MOST_FILES:,} files and"
                    f" {MOST_BYTES // limits.MIB} MiB unpacked; hand them in in parts"
                )
            found.append((inner, held))
    if not found:
        raise UnreadableSource("no file is handed in; send one or more")
    return tuple(found)


def _inside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    if not (name.lower().endswith(".zip") and content.startswith(b"PK")):
        yield name, content
        return
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            infos = [info for info in packed.infolist() if not info.is_dir()]
            if sum(info.file_size for info in infos) > MOST_BYTES or len(infos) > MOST_FILES:
                raise UnreadableSource(
                    f"{name}: is over the limit of {MOST_FILES:,} files and"
                    f" {MOST_BYTES // limits.MIB} MiB unpacked; hand them in in parts"
                )
            for info in infos:
                inner = safe_name(_said(info))
                if not _is_hidden(inner):
                    yield f"{name}/{inner}", _read(packed, info, f"{name}/{inner}")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise UnreadableSource(f"{name}: is no zip that can be read ({error})") from None


def _read(packed: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableSource(f"{name}: is locked by a password; hand it in without one")
    if name.lower().endswith(".zip"):
        raise UnreadableSource(f"{name}: is a zip within a zip; hand it in by itself")
    ratio = info.file_size / max(1, info.compress_size)
    if info.file_size > limits.MIB and ratio > limits.RATIO:
        raise UnreadableSource(
            f"{name}: grows {ratio:,.0f} times when unpacked; hand it in as it is"
        )
    with packed.open(info) as file:
        content = file.read(info.file_size + 1)
    if len(content) > info.file_size:
        raise UnreadableSource(f"{name}: is longer than the zip says; pack it anew")
    return content


def _said(info: zipfile.ZipInfo) -> str:
    """Return the name in a zip; old Chinese Windows writes it in GB 18030 and does not say so."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
