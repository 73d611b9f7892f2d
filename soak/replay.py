"""The answers again, from the exported journal alone: no database, no service, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from urllib.parse import parse_qs, urlencode, urlsplit

from litestar import Litestar
from litestar.testing import TestClient

from api.app import create_app
from registry.model.journal import Entry
from registry.service.journaled import Journaled
from registry.store.memory import MemoryJournal
from registry.tables.rules import Rulebook
from registry.wiring import shipped_glossary, shipped_rules
from soak.asking import told
from soak.ledger import Read

_BEFORE, _AFTER = 60, 160


class Replay:
    """A registry that learns the entries of a journal one by one, and is asked in between."""

    def __init__(self, books: Sequence[Rulebook]) -> None:
        self.today = date(2020, 1, 1)
        self.journal = MemoryJournal()
        registry = Journaled(
            self.journal, (*shipped_rules(), *books), shipped_glossary(), lambda: self.today
        )
        self.app = create_app(registry)
        self._said: dict[tuple[str, date], tuple[int, bytes]] = {}

    def learn(self, entry: Entry) -> None:
        """Take in the next entry."""
        self.journal.append(
            [entry.record],
            by=entry.by,
            because=entry.because,
            source=entry.source,
            at=entry.at,
        )
        self._said.clear()

    def says(self, client: TestClient[Litestar], path: str, today: date) -> tuple[int, bytes]:
        """Return the status and the body of the answer to a GET."""
        if (path, today) not in self._said:
            self.today = today
            answer = client.get(path)
            self._said[path, today] = answer.status_code, answer.content
        return self._said[path, today]


def wrong_answers(
    entries: Sequence[Entry], reads: Sequence[Read], books: Sequence[Rulebook]
) -> Iterator[tuple[Read, bytes]]:
    """Yield the answers that the journal does not give at any moment while they were made.

    Beside each is the answer that it gives at the last of these moments.

    What was asked as of a moment is asked again, without it, of a registry that knows the
    entries up to that moment and no others.
    """
    due = sorted((_within(read, entries), number) for number, read in enumerate(reads))
    waiting = iter(due)
    following = next(waiting, None)
    current: list[tuple[int, Read, str]] = []
    registry = Replay(books)
    with TestClient(registry.app, "http://127.0.0.1", raise_server_exceptions=False) as client:
        for known in range(len(entries) + 1):
            if known:
                registry.learn(entries[known - 1])
            while following is not None and following[0][0] == known:
                (_, high), number = following
                current.append((high, reads[number], _plain(reads[number])))
                following = next(waiting, None)
            left = []
            for high, read, path in current:
                status, body = registry.says(client, path, read.today)
                if (read.status, read.body) == (status, told(read.what, body)):
                    continue
                if high > known:
                    left.append((high, read, path))
                else:
                    yield read, told(read.what, body)
            current = left


def _within(read: Read, entries: Sequence[Entry]) -> tuple[int, int]:
    """Return the first and the last number of entries at which the answer may be right."""
    high = len(entries) if read.high is None else read.high
    moment = parse_qs(urlsplit(read.path).query).get("known_at")
    if moment is None or read.what != "answer":
        return read.low, high
    at = datetime.fromisoformat(moment[0])
    known = sum(entry.at <= at for entry in entries)
    return min(read.low, known), min(high, known)


def _plain(read: Read) -> str:
    """Return what to ask again; an answer says nothing of the moment that it was asked as of."""
    if read.what != "answer":
        return read.path
    parts = urlsplit(read.path)
    asked = parse_qs(parts.query)
    asked.pop("known_at", None)
    return f"{parts.path}?{urlencode(asked, doseq=True)}"


def difference(body: bytes, other: bytes) -> str:
    """Return where two answers begin to differ, and how they go on there.

    >>> difference(b"the same one", b"the same two")
    "'the same one' and not 'the same two'"
    """
    at = next((n for n, (a, b) in enumerate(zip(body, other, strict=False)) if a != b), 0)
    here = slice(max(0, at - _BEFORE), at + _AFTER)
    one, two = (text[here].decode(errors="replace") for text in (body, other))
    return f"{one!r} and not {two!r}"
