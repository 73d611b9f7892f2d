"""Jobs as they go over the wire."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from api.ids import address
from registry.model.desk import Job as Kept
from registry.model.desk import JobState


class JobLinks(Struct, frozen=True, kw_only=True, rename={"own": "self"}):
    """Where the job is asked for, and where its progress is told as it comes."""

    own: str
    events: str


class Refused(Struct, frozen=True, kw_only=True):
    """A file of which nothing was taken, and why."""

    name: str
    why: str


class Job(Struct, frozen=True, kw_only=True):
    """How far a job is.

    ``files`` counts its files, ``done`` those that were read; ``new`` the notices written,
    ``known`` those that were there already, ``unparsed`` the clauses of new ones that were not
    understood.
    """

    id: str
    links: JobLinks
    state: JobState
    made: datetime
    by: str
    because: str | None
    files: int
    done: int
    new: int
    known: int
    unparsed: int
    refused: tuple[Refused, ...]


class JobList(Struct, frozen=True):
    """The newest jobs, newest first."""

    items: tuple[Job, ...]


def job(kept: Kept) -> Job:
    """Return a job as it is shown."""
    outcomes = [file.outcome for file in kept.files if file.outcome is not None]
    own = address("jobs", kept.id)
    return Job(
        id=kept.id,
        links=JobLinks(own=own, events=f"{own}/events"),
        state=kept.state,
        made=kept.made,
        by=kept.by,
        because=kept.because,
        files=len(kept.files),
        done=len(outcomes),
        new=sum(one.new for one in outcomes),
        known=sum(one.known for one in outcomes),
        unparsed=sum(one.unparsed for one in outcomes),
        refused=tuple(
            Refused(name=file.name, why=file.outcome.refused)
            for file in kept.files
            if file.outcome is not None and file.outcome.refused is not None
        ),
    )
