"""What a service keeps for itself beside the journal: replies to writes, and jobs."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from msgspec import Struct


class Reply(Struct, frozen=True, kw_only=True):
    """What was answered to a write, for those who send it again.

    ``digest`` is the SHA-256 of the request, in hexadecimal; ``body`` is JSON.
    """

    digest: str
    status: int
    location: str | None = None
    etag: str | None = None
    body: str
    entries: tuple[int, ...] = ()


class JobState(Enum):
    """How far a job is; the values are the words of the database and of the wire."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        """Say whether nothing more will be done for it."""
        return self in (JobState.DONE, JobState.CANCELLED)


class Outcome(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one file of a job; ``refused`` says why nothing of it was taken."""

    new: int = 0
    known: int = 0
    unparsed: int = 0
    refused: str | None = None


class JobFile(Struct, frozen=True, kw_only=True):
    """A file of a job; without an outcome it is still to be read."""

    name: str
    outcome: Outcome | None = None


class Job(Struct, frozen=True, kw_only=True):
    """Notices handed in together, to be read in one file after the other."""

    id: str
    made: datetime
    key: str
    by: str
    because: str | None
    state: JobState
    files: tuple[JobFile, ...]

    @property
    def done(self) -> int:
        """Return how many of its files have been read."""
        return sum(file.outcome is not None for file in self.files)


class Waiting(Struct, frozen=True, kw_only=True):
    """A file that is to be read next, and how often that was begun before."""

    place: int
    name: str
    content: bytes
    tries: int
