"""Use case: read notices from files and folders into the journal, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, structs

from registry.errors import Conflict, UnreadableSource
from registry.model.facts import AnyFact, Document, Unparsed
from registry.model.journal import Entry, NoticeIngested
from registry.parsing.clause import hidden
from registry.parsing.issue import Notice, cut
from registry.parsing.notice import read_notice
from registry.parsing.text import Source
from registry.service.sources import read_bytes, read_text
from registry.store.port import Journal

_TRIES = 5


class Taken(Struct, frozen=True, kw_only=True):
    """What became of the notices of one text."""

    new: tuple[Entry, ...]
    """The entries written."""
    known: int
    """Notices whose text was in the journal already."""
    unparsed: int
    """Clauses of the new ones that were not understood."""


class Loaded(Struct, frozen=True, kw_only=True):
    """What became of one file; ``refused`` says why nothing of it was taken."""

    path: str
    new: int = 0
    known: int = 0
    unparsed: int = 0
    """Clauses of its new notices that were not understood."""
    refused: str | None = None


def load(
    journal: Journal,
    files: Iterable[Path],
    *,
    by: str,
    because: str | None = None,
    now: Callable[[], datetime],
) -> Iterator[Loaded]:
    """Read each file into the journal, and yield what became of it once it is safe there.

    A file is read whole before anything of it is written; then each notice is a transaction.
    One whose text is in the journal already is passed over, so that a load that was stopped,
    within a file too, can be repeated.

    Args:
        journal: where to.
        files: the files, of any format that ``read_text`` reads.
        by: who loads them.
        because: why.
        now: asks the clock, when a file is written.

    Raises:
        JournalError: the journal fails; the notices written so far are safe.
    """
    for path in files:
        name = _printable(str(path))
        try:
            notices = notices_in(path)
        except UnreadableSource as error:
            yield Loaded(path=name, refused=_printable(str(error)))
            continue
        taken = take_in(journal, notices, by=by, because=because, source=name, now=now)
        yield Loaded(path=name, new=len(taken.new), known=taken.known, unparsed=taken.unparsed)


def take_in(
    journal: Journal,
    notices: Iterable[NoticeIngested],
    *,
    by: str,
    because: str | None = None,
    source: str,
    now: Callable[[], datetime],
) -> Taken:
    """Write notices that are not in the journal yet, each in one transaction.

    Args:
        journal: where to.
        notices: as ``notices_in`` and ``notices_of`` return them.
        by: who brings them.
        because: why.
        source: where they come from.
        now: asks the clock, when one is written.

    Raises:
        JournalError: the journal fails; the notices written so far are safe.
    """
    written = [
        (notice, _append(journal, notice, by=by, because=because, source=source, now=now))
        for notice in notices
    ]
    new = [notice for notice, entry in written if entry is not None]
    return Taken(
        new=tuple(entry for _, entry in written if entry is not None),
        known=len(written) - len(new),
        unparsed=sum(isinstance(fact, Unparsed) for notice in new for fact in notice.facts),
    )


def notices_in(path: Path) -> tuple[NoticeIngested, ...]:
    """Return the notices of one file.

    Raises:
        UnreadableSource: it cannot be read, or holds no notice.
    """
    return _some(notices_of(read_text(path), _printable(path.name)), str(path))


def notices_within(content: bytes, name: str) -> tuple[NoticeIngested, ...]:
    """Return the notices in the bytes of a file called ``name``.

    Raises:
        UnreadableSource: as ``notices_in``.
    """
    return _some(notices_of(read_bytes(content, name).text, name), name)


def _some(notices: tuple[NoticeIngested, ...], where: str) -> tuple[NoticeIngested, ...]:
    if not notices:
        raise UnreadableSource(
            f"{where}: no notice is found in it: no issuer, number or statement; check the file"
        )
    return notices


def notices_of(text: str, name: str) -> tuple[NoticeIngested, ...]:
    """Cut a text into its notices, each with its own part of the text and its facts.

    White space around the parts is left out, and a part that stands there twice counts once.
    A text of which no part has an issuer, a number or a statement holds no notice.
    """
    notices = cut(Source.of(text))
    starts = [0, *(_start(notice) for notice in notices[1:])]
    found: dict[str, NoticeIngested] = {}
    for notice, start, end in zip(notices, starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end]
        first = start + len(part) - len(part.lstrip())
        digest = sha256(part.strip().encode()).hexdigest()
        facts = tuple(_moved(fact, -first) for fact in read_notice(notice))
        found[digest] = NoticeIngested(
            digest=digest,
            name=name,
            text=hidden(part.strip(), (fact.span for fact in facts)),
            facts=facts,
        )
    said = any(_says_something(notice.facts) for notice in found.values())
    return tuple(found.values()) if said else ()


def _start(notice: Notice) -> int:
    places = [line.start for line in notice.body[:1]]
    return min(*places, notice.head.span[0], notice.head_title.span[0])


def _says_something(facts: tuple[AnyFact, ...]) -> bool:
    return any(not isinstance(fact, Document) or fact.issuer or fact.number for fact in facts)


def _moved(fact: AnyFact, by: int) -> AnyFact:
    start, end = fact.span
    return structs.replace(fact, span=(start + by, end + by))


def _append(
    journal: Journal,
    notice: NoticeIngested,
    *,
    by: str,
    because: str | None,
    source: str,
    now: Callable[[], datetime],
) -> Entry | None:
    """Write one notice in one transaction, if it is new."""
    for tries_left in reversed(range(_TRIES)):
        if journal.has_digest(notice.digest):
            return None
        try:
            (entry,) = journal.append([notice], by=by, because=because, source=source, at=now())
        except Conflict:
            # Another load may have brought the same notice meanwhile: look again.
            if not tries_left:
                raise
        else:
            return entry
    raise AssertionError("the last try returns or raises")


def _printable(text: str) -> str:
    """Return a file's name as Unicode: names on disk may be any bytes."""
    return text.encode("utf-8", "replace").decode()
