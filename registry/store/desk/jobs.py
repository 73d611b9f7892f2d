"""Jobs, in the database of a journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from registry.model.desk import Job, JobFile, JobState, Outcome, Reply, Waiting
from registry.store.desk.replies import get_reply, put_reply
from registry.store.desk.tables import JOB, JOB_FILE
from registry.store.lines import moment, ticks
from registry.store.sql import SqlJournal

_OUTCOME = msgspec.json.Decoder(Outcome)
_WAITING, _RUNNING = JobState.WAITING.value, JobState.RUNNING.value
_NEVER = 0


class SqlJobs:
    """As ``Jobs``."""

    def __init__(self, journal: SqlJournal) -> None:
        self._journal = journal

    def add(
        self,
        job: Job,
        contents: Sequence[bytes],
        *,
        reply: Reply | None = None,
        token: str | None = None,
    ) -> Reply | None:
        """As ``Jobs.add``."""

        def write(connection: Connection) -> Reply | None:
            if token is not None and reply is not None:
                before = get_reply(connection, job.key, token)
                if before is not None:
                    return before
                put_reply(connection, job.key, token, reply, job.made)
            row = {
                "id": job.id,
                "made": ticks(job.made),
                "key": job.key,
                "by_whom": job.by,
                "because": job.because,
                "state": _WAITING,
                "beat": _NEVER,
            }
            connection.execute(insert(JOB), [row])
            files = [
                {"job": job.id, "place": place, "name": file.name, "tries": 0, "content": content}
                for place, (file, content) in enumerate(zip(job.files, contents, strict=True))
            ]
            connection.execute(insert(JOB_FILE), files)
            return reply

        return self._journal.written(write)

    def get(self, number: str) -> Job | None:
        """As ``Jobs.get``."""
        with self._journal.reading() as connection:
            row = connection.execute(select(JOB).where(JOB.c.id == number)).first()
            return _job(connection, row) if row is not None else None

    def last(self, most: int) -> tuple[Job, ...]:
        """As ``Jobs.last``."""
        wanted = select(JOB).order_by(JOB.c.made.desc(), JOB.c.id).limit(most)
        with self._journal.reading() as connection:
            rows = connection.execute(wanted).all()
            return tuple(_job(connection, row) for row in rows)

    def claim(self, worker: str, at: datetime, silent_since: datetime) -> str | None:
        """As ``Jobs.claim``; of two who take the same, the database lets one have it.

        A beat in the future is of a clock that was wrong, and counts as silence.
        """
        heard = JOB.c.beat.between(ticks(silent_since), ticks(at + (at - silent_since)))
        free = (JOB.c.state == _WAITING) | ((JOB.c.state == _RUNNING) & ~heard)
        wanted = select(JOB.c.id, JOB.c.beat).where(free).order_by(JOB.c.made, JOB.c.id).limit(1)
        with self._journal.reading() as connection:  # mostly there is none: nothing is locked
            found = connection.execute(wanted).first()
        if found is None:
            return None
        take = (
            update(JOB)
            .where(JOB.c.id == found.id, JOB.c.beat == found.beat, free)
            .values(state=_RUNNING, worker=worker, beat=ticks(at))
        )
        taken = self._journal.written(lambda connection: connection.execute(take).rowcount)
        return str(found.id) if taken else None

    def next_file(self, number: str) -> Waiting | None:
        """As ``Jobs.next_file``."""
        wanted = (
            select(JOB_FILE)
            .where(JOB_FILE.c.job == number, JOB_FILE.c.outcome.is_(None))
            .order_by(JOB_FILE.c.place)
            .limit(1)
        )

        def write(connection: Connection) -> Waiting | None:
            row = connection.execute(wanted).first()
            if row is None:
                return None
            here = (JOB_FILE.c.job == number) & (JOB_FILE.c.place == row.place)
            connection.execute(update(JOB_FILE).where(here).values(tries=row.tries + 1))
            return Waiting(
                place=row.place, name=row.name, content=row.content or b"", tries=row.tries
            )

        return self._journal.written(write)

    def settle(
        self, number: str, place: int, outcome: Outcome, *, worker: str, at: datetime
    ) -> bool:
        """As ``Jobs.settle``; what the file held is let go of."""
        written = msgspec.json.encode(outcome).decode()
        here = (JOB_FILE.c.job == number) & (JOB_FILE.c.place == place)

        def write(connection: Connection) -> bool:
            if not _beat(connection, number, worker, at):
                return False
            connection.execute(update(JOB_FILE).where(here).values(outcome=written, content=None))
            return True

        return self._journal.written(write)

    def beat(self, number: str, *, worker: str, at: datetime) -> bool:
        """As ``Jobs.beat``."""
        return self._journal.written(lambda connection: _beat(connection, number, worker, at))

    def release(self, number: str, *, worker: str, done: bool) -> None:
        """As ``Jobs.release``."""
        state = JobState.DONE.value if done else _WAITING
        change = update(JOB).where(_own(number, worker)).values(state=state, worker=None)
        self._journal.written(lambda connection: connection.execute(change))

    def cancel(self, number: str) -> bool:
        """As ``Jobs.cancel``."""
        open_still = JOB.c.state.in_((_WAITING, _RUNNING))

        def write(connection: Connection) -> bool:
            change = update(JOB).where(JOB.c.id == number, open_still)
            ended = connection.execute(change.values(state=JobState.CANCELLED.value, worker=None))
            if not ended.rowcount:
                return False
            connection.execute(
                update(JOB_FILE).where(JOB_FILE.c.job == number).values(content=None)
            )
            return True

        return self._journal.written(write)


def _own(number: str, worker: str) -> Any:  # noqa: ANN401 - a condition of SQLAlchemy's
    return (JOB.c.id == number) & (JOB.c.worker == worker) & (JOB.c.state == _RUNNING)


def _beat(connection: Connection, number: str, worker: str, at: datetime) -> bool:
    change = update(JOB).where(_own(number, worker)).values(beat=ticks(at))
    return connection.execute(change).rowcount > 0


def _job(connection: Connection, row: Row[Any]) -> Job:
    wanted = (
        select(JOB_FILE.c.name, JOB_FILE.c.outcome)
        .where(JOB_FILE.c.job == row.id)
        .order_by(JOB_FILE.c.place)
    )
    return Job(
        id=row.id,
        made=moment(row.made),
        key=row.key,
        by=row.by_whom,
        because=row.because,
        state=JobState(row.state),
        files=tuple(
            JobFile(name=file.name, outcome=_OUTCOME.decode(file.outcome) if file.outcome else None)
            for file in connection.execute(wanted)
        ),
    )
