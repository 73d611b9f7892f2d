"""Use case: notices handed in together, read in one file after the other beside all else.

A job belongs to the database and not to a process: where one ends, killed or not, another
goes on with the first file that has no outcome. A notice that was written before is known by
its text and not written again.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from datetime import datetime, timedelta
from threading import Event, Thread

from registry.errors import JournalError, RegistryError
from registry.model.desk import Job, Outcome, Waiting
from registry.service.loading.load import notices_within, take_in
from registry.store.desk.port import Jobs
from registry.store.port import Journal

_LOG = logging.getLogger(__name__)

BEAT = timedelta(seconds=5)
"""How often it is said that a job is being read."""
SILENT = timedelta(seconds=30)
"""After how long without that another process may take it."""
TRIES = 5
"""How often a file is begun: one that ends the process each time is given up."""
_PAUSE = 2.0


class Reader:
    """Reads jobs in a thread of its own.

    Args:
        jobs: where they are.
        journal: where notices are written.
        now: asks the clock.
    """

    def __init__(self, jobs: Jobs, journal: Journal, now: Callable[[], datetime]) -> None:
        self._jobs = jobs
        self._journal = journal
        self._now = now
        self._name = secrets.token_hex(8)
        self._wake, self._stop = Event(), Event()
        self._thread = Thread(target=self._run, name="reads jobs", daemon=True)

    def start(self) -> None:
        """Begin to look for jobs."""
        self._thread.start()

    def wake(self) -> None:
        """Look for jobs at once."""
        self._wake.set()

    def stop(self, seconds: float = 10.0) -> None:
        """End after the file that is being read; what is left is another process's."""
        self._stop.set()
        self._wake.set()
        self._thread.join(seconds)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                number = self._jobs.claim(self._name, self._now(), self._now() - SILENT)
                if number is not None:
                    self._read(number)
                    continue
            except JournalError as error:
                _LOG.warning("a job waits: %s", error)
            except Exception:  # noqa: BLE001 - the next job is to be read all the same
                _LOG.exception("a job failed")
            self._wake.wait(_PAUSE)
            self._wake.clear()

    def _read(self, number: str) -> None:
        """Read what is left of a job, unless it is taken away or cancelled."""
        with ThreadPoolExecutor(1) as apart:
            while not self._stop.is_set():
                job, file = self._jobs.get(number), self._jobs.next_file(number)
                if file is None or job is None:
                    self._jobs.release(number, worker=self._name, done=True)
                    return
                outcome = self._wait(number, apart.submit(self._outcome, job, file))
                at = self._now()
                if outcome is None or not self._jobs.settle(
                    number, file.place, outcome, worker=self._name, at=at
                ):
                    return
        self._jobs.release(number, worker=self._name, done=False)

    def _wait(self, number: str, reading: Future[Outcome]) -> Outcome | None:
        """Wait for an outcome, saying meanwhile that somebody reads; ``None`` if it is not his."""
        while True:
            try:
                return reading.result(BEAT.total_seconds())
            except NotYet:
                if not self._jobs.beat(number, worker=self._name, at=self._now()):
                    return None

    def _outcome(self, job: Job, file: Waiting) -> Outcome:
        if file.tries >= TRIES:
            return Outcome(
                refused=f"{file.name}: reading it was broken off {TRIES} times; give it as text"
            )
        try:
            taken = take_in(
                self._journal,
                notices_within(file.content, file.name),
                by=job.by,
                because=job.because,
                source=file.name,
                now=self._now,
            )
        except JournalError:
            raise
        except RegistryError as error:
            return Outcome(refused=str(error))
        except Exception:  # noqa: BLE001 - the files after it are to be read all the same
            _LOG.exception("a file of a job failed")
            return Outcome(refused=f"{file.name}: the registry failed on it; its log says where")
        return Outcome(new=len(taken.new), known=taken.known, unparsed=taken.unparsed)
