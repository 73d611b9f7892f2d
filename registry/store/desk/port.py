"""What a service asks of the tables beside its journal, wherever they are kept.

Every method raises ``JournalError`` where the database fails, with nothing half done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from registry.model.access import Key, Use
from registry.model.desk import Job, Outcome, Reply, Waiting
from registry.model.journal import Entry
from registry.store.port import Journal


class Keys(Protocol):
    """The keys that were ever made; one that was revoked stays."""

    def add(self, key: Key) -> None:
        """Keep a new key."""

    def get(self, number: str) -> Key | None:
        """Return the key of that ``id``, if there is one."""

    def all(self) -> tuple[Key, ...]:
        """Return every key, oldest first."""

    def revoke(self, number: str, *, by: str, at: datetime) -> bool:
        """Let a key hold no more; say whether it had not been revoked before."""


class Uses(Protocol):
    """Who used a key for what is not for everybody: added to, and cut off at its old end alone."""

    def add(self, use: Use) -> None:
        """Write one line."""

    def since(self, at: datetime | None = None, key: str | None = None) -> Iterator[Use]:
        """Yield the lines from a moment on, of all keys or of one, in the order of time."""

    def prune(self, before: datetime, note: Callable[[int], Use]) -> int:
        """Take out the lines before a moment and write ``note`` of how many; return that.

        Both stand, or neither. Lines that note such a cut stay for ever.
        """


class Replies(Protocol):
    """What was answered to writes, by the key and by the token that the client gave to each."""

    def get(self, key: str, token: str) -> Reply | None:
        """Return what was answered, if it is still kept."""

    def keep(self, key: str, token: str, reply: Reply, at: datetime) -> Reply:
        """Keep a reply, unless there is one already; return the one that stands."""

    def journal(
        self, key: str, token: str, make: Callable[[tuple[Entry, ...]], Reply], at: datetime
    ) -> Journal:
        """Return the journal, where what is appended and the reply to it stand or fall together.

        Appending to it raises ``Conflict`` where there is a reply already.
        """


class Jobs(Protocol):
    """Notices handed in together, and how far the reading of each is.

    Several processes may read; each job is one ``worker``'s at a time, as long as he says so
    again and again (``beat``). One that has gone silent is another's.
    """

    def add(
        self,
        job: Job,
        contents: Sequence[bytes],
        *,
        reply: Reply | None = None,
        token: str | None = None,
    ) -> Reply | None:
        """Keep a new job with what its files hold, and the reply to the request that brought it.

        Where the token has a reply already, that one is returned and nothing is kept.
        """

    def get(self, number: str) -> Job | None:
        """Return the job of that ``id``."""

    def last(self, most: int) -> tuple[Job, ...]:
        """Return the newest jobs, newest first."""

    def claim(self, worker: str, at: datetime, silent_since: datetime) -> str | None:
        """Take a job that nobody reads, the oldest first; return its id."""

    def next_file(self, number: str) -> Waiting | None:
        """Return the first file still to be read, and note that it is begun."""

    def settle(
        self, number: str, place: int, outcome: Outcome, *, worker: str, at: datetime
    ) -> bool:
        """Write down what became of a file; say whether the job is still the worker's."""

    def beat(self, number: str, *, worker: str, at: datetime) -> bool:
        """Say that the job is being read; return whether it is still the worker's."""

    def release(self, number: str, *, worker: str, done: bool) -> None:
        """End a job, or leave it to be taken up again."""

    def cancel(self, number: str) -> bool:
        """End a job before all is read; say whether it had not ended. What was read stays."""
