"""What goes wrong in a soak, one thing after the other, in an order drawn from the seed."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from itertools import count, cycle
from random import Random
from threading import Event
from time import monotonic

from soak.ledger import Ledger
from soak.places import Postgres, Sqlite
from soak.service import Service

CALM = 4.0
"""Seconds, about, in which nothing is wrong between two faults."""
HOURS = 8
"""How far a clock is stepped at most: a reply is kept for a day by that clock."""

Fault = tuple[str, Callable[[], None]]


class Faults:
    """Faults of a service and of the place of its database.

    Args:
        place: where the database is.
        service: what is troubled.
        ledger: where it is noted.
        random: which, how long, and when.
        kills_only: whether nothing goes wrong but that a worker is killed, then all, and so on.
    """

    def __init__(
        self,
        place: Sqlite | Postgres,
        service: Service,
        ledger: Ledger,
        random: Random,
        *,
        kills_only: bool = False,
    ) -> None:
        self._place = place
        self._service = service
        self._ledger = ledger
        self._random = random
        self._stop = Event()
        self._deck = cycle(self._kills()) if kills_only else self._drawn(self._every())

    def _kills(self) -> tuple[Fault, ...]:
        return (
            ("a worker killed", self._kill_worker),
            ("the whole service killed, and started again", self._kill),
        )

    def _every(self) -> tuple[Fault, ...]:
        """Return all that can be had here."""
        found: list[Fault] = [
            *self._kills(),
            ("the service stopped and started by its operator", self._restart),
            ("the clock stepped", self._step),
            ("the database locked by another program", self._lock),
        ]
        if self._place.small or isinstance(self._place, Sqlite):
            found.append(("the disk full", self._fill))
        if isinstance(self._place, Postgres):
            found += [
                ("PostgreSQL stopped, and started again", self._stop_server),
                ("PostgreSQL crashed, and started again", self._crash_server),
                ("every connection to PostgreSQL cut", self._cut),
            ]
        return tuple(found)

    def run(self, until: float, least: int = 1) -> None:
        """Have one after the other until a moment, and so many at least.

        Each is had once before any comes again.
        """
        for number in count(1):
            if number > least and monotonic() > until:
                return
            name, have = next(self._deck)
            with self._ledger.trouble(name):
                have()
                self._service.wait()
            self._pause(CALM)

    def _drawn(self, faults: tuple[Fault, ...]) -> Iterator[Fault]:
        while True:
            yield from self._random.sample(faults, len(faults))

    def _pause(self, seconds: float) -> None:
        self._stop.wait(self._random.uniform(0.5 * seconds, 1.5 * seconds))

    def _kill_worker(self) -> None:
        self._service.kill_worker(self._random)

    def _kill(self) -> None:
        self._service.kill()
        self._pause(0.5)
        self._service.start()

    def _restart(self) -> None:
        status = self._service.stop()
        if status:
            self._ledger.flaw(f"the service was stopped and ended with status {status}")
        self._service.start()

    def _step(self) -> None:
        hours = self._random.uniform(-HOURS, HOURS)
        # It goes back and forth around the true time.
        self._service.clock.step(hours * 3600 - self._service.clock.off)

    def _lock(self) -> None:
        with self._place.locked():
            self._pause(self._random.choice((1.5, 1.5, 8.0)))

    def _fill(self) -> None:
        with self._place.full(self._service.workers()):
            self._pause(2.5)

    def _stop_server(self) -> None:
        self._down(signal.SIGINT)

    def _crash_server(self) -> None:
        self._down(signal.SIGQUIT)

    def _down(self, how: signal.Signals) -> None:
        assert isinstance(self._place, Postgres)
        with self._place.stopped(how):
            self._pause(1.5)

    def _cut(self) -> None:
        assert isinstance(self._place, Postgres)
        self._place.cut()
