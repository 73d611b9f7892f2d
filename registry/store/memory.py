"""A journal in memory: for tests, and for what need not outlive the process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from threading import RLock

from registry.errors import JournalError
from registry.model.journal import AnyRecord, Entry
from registry.store.lines import NO_CHAIN, Line
from registry.store.next_lines import (
    End,
    digests_of,
    entries_after,
    known,
    lines_after,
    lines_beyond,
    moved_on,
)
from registry.store.places import UNKNOWN_BODY, Places, places_of


class MemoryJournal:
    """A journal that ends with the process; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._entries: list[Entry] = []
        self._lines: list[Line] = []
        self._chains = [NO_CHAIN]
        self._end = End()
        self._digests: set[str] = set()
        self._governments: dict[str, set[int]] = defaultdict(set)
        self._docs: dict[str, set[int]] = defaultdict(set)
        self._posts: dict[str, set[int]] = defaultdict(set)

    def append(
        self,
        records: Sequence[AnyRecord],
        *,
        by: str,
        because: str | None = None,
        source: str | None = None,
        at: datetime,
        seen: int | None = None,
    ) -> tuple[Entry, ...]:
        """As ``Journal.append``."""
        with self._lock:
            entries = entries_after(
                self._end, records, by=by, because=because, source=source, at=at
            )
            return self._take_in(list(lines_after(self._end, entries)), seen)

    def extend(self, lines: Iterable[bytes], chain: str) -> int:
        """As ``Journal.extend``."""
        with self._lock:
            return len(self._take_in(list(lines_beyond(self._end, lines, chain))))

    def entries(
        self, after: int = 0, until_at: datetime | None = None, government: str | None = None
    ) -> Iterator[Entry]:
        """As ``Journal.entries``."""
        with self._lock:
            if government is None:
                wanted = self._entries[after:]
            else:
                numbers = sorted(self._bearing_on(government))
                wanted = [self._entries[n - 1] for n in numbers if n > after]
        return (entry for entry in wanted if until_at is None or entry.at <= until_at)

    def last(self, government: str | None = None) -> int:
        """As ``Journal.last``."""
        with self._lock:
            if government is None:
                return self._end.number
            return max(self._bearing_on(government), default=0)

    def glance(self) -> int | None:
        """As ``Journal.glance``."""
        return self.last()

    def governments(self, after: int = 0) -> tuple[str, ...]:
        """As ``Journal.governments``."""
        with self._lock:
            later = (name for name, held in self._governments.items() if max(held) > after)
            return tuple(sorted(name for name in later if name != UNKNOWN_BODY))

    def has_digest(self, digest: str) -> bool:
        """As ``Journal.has_digest``."""
        return digest in self._digests

    def chain(self, number: int | None = None) -> str:
        """As ``Journal.chain``."""
        return self._chains[self._end.number if number is None else number]

    def lines(self, after: int = 0) -> Iterator[bytes]:
        """As ``Journal.lines``."""
        return (line.encoded() for line in self._lines[after:])

    def close(self) -> None:
        """Do nothing."""

    def _bearing_on(self, government: str) -> set[int]:
        found = set(self._governments.get(government, ()))
        if government != UNKNOWN_BODY:
            for post, numbers in self._posts.items():
                if post.startswith(government):
                    found |= numbers
        return found

    def _nothing_since(self, governments: Iterable[str], seen: int) -> None:
        """Refuse where entries behind ``seen`` bear on one of the governments."""
        for government in sorted(governments):
            numbers = self._bearing_on(government)
            later = max((n for n in numbers if n <= self._end.number), default=0)
            if later > seen:
                raise moved_on(government, later)

    def _take_in(
        self, chained: list[tuple[Line, str]], seen: int | None = None
    ) -> tuple[Entry, ...]:
        entries = tuple(line.entry() for line, _ in chained)
        digests = digests_of(entry.record for entry in entries)
        for digest in digests:
            if digest in self._digests:
                raise known(digest)
        found = _Found(self._entries, self._governments, self._docs, self._posts)
        try:
            for entry in entries:
                places = places_of(entry.record, found)
                found.add(entry, places)
                if seen is not None:
                    self._nothing_since(places.governments, seen)
        except JournalError:
            found.undo()
            raise
        for line, chain in chained:
            self._lines.append(line)
            self._chains.append(chain)
            self._end = End(number=line.number, at=line.at, chain=chain)
        self._digests.update(digests)
        return entries


class _Found:
    """The look-ups, and how to take back what was added to them."""

    def __init__(self, entries: list[Entry], *held: dict[str, set[int]]) -> None:
        self._entries = entries
        self._governments, self._docs, self._posts = held
        self._before = len(entries)
        self._added: list[tuple[dict[str, set[int]], str, int]] = []

    def add(self, entry: Entry, places: Places) -> None:
        self._entries.append(entry)
        for number in (entry.number, *places.moved):
            for government in places.governments:
                self._put(self._governments, government, number)
            for post in places.posts:
                self._put(self._posts, post, number)
        for doc in places.docs:
            self._put(self._docs, doc, entry.number)

    def undo(self) -> None:
        del self._entries[self._before :]
        for held, key, number in self._added:
            held[key].discard(number)
            if not held[key]:
                del held[key]

    def _put(self, held: dict[str, set[int]], key: str, number: int) -> None:
        if number not in held[key]:
            held[key].add(number)
            self._added.append((held, key, number))

    def governments_of(self, numbers: Iterable[int]) -> frozenset[str]:
        wanted = set(numbers)
        return frozenset(name for name, held in self._governments.items() if held & wanted)

    def posts_of(self, numbers: Iterable[int]) -> frozenset[str]:
        wanted = set(numbers)
        return frozenset(post for post, held in self._posts.items() if held & wanted)

    def docs_of(self, number: int) -> frozenset[str]:
        return frozenset(doc for doc, held in self._docs.items() if number in held)

    def about(self, docs: Iterable[str]) -> tuple[Entry, ...]:
        numbers = {number for doc in docs for number in self._docs.get(doc, ())}
        return tuple(self._entries[number - 1] for number in sorted(numbers))

    def holds(self, number: int) -> bool:
        return 1 <= number <= len(self._entries)
