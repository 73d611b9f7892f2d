"""Reading a page, a DOCX or a PDF in a process of its own, within bounds of time and memory.

Such a file may be made so that reading it takes hours or all memory, or breaks the library
that reads it. Then only that process ends, and the file gets its one line.
"""

from __future__ import annotations

import subprocess
import sys

import msgspec

from registry.errors import UnreadableSource
from registry.parsing.formats import Extracted, extract, limits

_REMEDY = "give the notice as text"


class _Refused(msgspec.Struct, frozen=True, tag=True):
    message: str


class _Read(msgspec.Struct, frozen=True, tag=True):
    found: Extracted


def extract_apart(
    content: bytes,
    name: str,
    seconds: float = limits.SECONDS,
    memory: int = limits.MEMORY_BYTES,
) -> Extracted:
    """Return what ``extract`` returns, from a process held to ``seconds`` and bytes of ``memory``.

    Raises:
        UnreadableSource: as ``extract``; or time, memory or the library gave out.
    """
    limits.at_most(len(content), limits.FILE_BYTES, "bytes", name)
    try:
        done = subprocess.run(
            # Not from where the user stands: a file there may be called as one of ours is.
            [sys.executable, "-P", "-X", "utf8", "-m", __name__, name, str(memory)],
            input=content,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableSource(
            f"{name}: took over the limit of {seconds:g} seconds to read; {_REMEDY}"
        ) from None
    try:
        answer: _Refused | _Read = msgspec.msgpack.decode(done.stdout, type=_Refused | _Read)
    except msgspec.DecodeError:
        raise UnreadableSource(
            f"{name}: could not be read within {memory // limits.MIB} MiB"
            f" of memory, or is broken; {_REMEDY}"
        ) from None
    if isinstance(answer, _Refused):
        raise UnreadableSource(answer.message)
    return answer.found


def _bound_memory(memory: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows, which cannot bound it this way
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or most > memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, most))


def _main() -> None:
    _bound_memory(int(sys.argv[2]))
    try:
        answer: _Refused | _Read = _Read(extract(sys.stdin.buffer.read(), sys.argv[1]))
    except UnreadableSource as error:
        answer = _Refused(str(error))
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


if __name__ == "__main__":
    _main()
