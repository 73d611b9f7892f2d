"""One endurance run: a service, those who use it, what goes wrong, and the check of it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event
from time import monotonic
from typing import NamedTuple

from registry.model.access import Scope
from registry.service.keys import make_key
from registry.store.desk.keys import SqlKeys
from registry.store.open import open_journal
from registry.store.sql import SqlJournal
from registry.tables.rules import Rulebook, read_rules
from registry.wiring import now
from soak.asking import Asker
from soak.clerk import Clerk
from soak.faults import Faults
from soak.inspection import Inspection
from soak.ledger import Ledger
from soak.places import Postgres, Sqlite, place
from soak.scene import Scene, Supply
from soak.service import Service
from soak.towns import towns
from soak.writing import Writer

ROUND = 25.0
"""Seconds of use between two checks."""
TOWNS, STORES = 4, 8
"""Towns that are asked and written about, and others whose notices are loaded beside."""

_AWAY = '{"event": "the database '
"""How a line of the log begins that tells of a database that is away, locked or full, as it should."""


class Keys(NamedTuple):
    """The keys of those who use the service."""

    reads: str
    writes: str


@dataclass(frozen=True)
class Mix:
    """Who uses the service, how many of each; how many faults a round has at least, and which."""

    askers: int = 3
    writers: int = 3
    clerk: bool = True
    faults: int = 1
    kills_only: bool = False


@dataclass(frozen=True)
class Result:
    """What a run came to; ``flaws`` is what must not be."""

    place: str
    small: bool
    seconds: float
    rounds: int
    entries: int
    ledger: Ledger
    checked: Counter[str]
    flaws: tuple[str, ...]


class Run:
    """A run over one place.

    Args:
        place: where the database is.
        folder: for all else.
        seed: of everything that is drawn.
        mix: who uses it, and what goes wrong.
    """

    def __init__(self, place: Sqlite | Postgres, folder: Path, seed: int, mix: Mix) -> None:
        self._place = place
        self._folder = folder
        self._random = Random(f"{seed} {place.name}")
        self._mix = mix
        self._towns = towns(TOWNS + STORES, seed)
        self.ledger = Ledger()
        self._books = self._rules()
        self._service = Service(place.database, folder)
        self._faults = Faults(
            place, self._service, self.ledger, self._drawn(), kills_only=mix.kills_only
        )

    def go(self, seconds: float) -> Result:
        """Use the service for so long, starts and checks not counted; return what it came to."""
        began, rounds = monotonic(), max(1, round(seconds / ROUND))
        with closing(open_journal(self._place.database, create=True, wait=2)) as journal:
            keys = self._keys(journal)
            scene = self._scene(journal)
            inspection = Inspection(scene, self._books)
            Clerk(scene, self._drawn()).load(scene.supply.take(4 * len(self._towns)))
            self._service.start()
            try:
                for _ in range(rounds):
                    self._use(scene, keys, seconds / rounds)
                    inspection(keys.writes)
                if status := self._service.stop():
                    self.ledger.flaw(f"the service ended with status {status}")
            finally:
                self._service.kill()
            entries = journal.last()
        self._read_log()
        return Result(
            place=self._place.name,
            small=self._place.small,
            seconds=monotonic() - began,
            rounds=rounds,
            entries=entries,
            ledger=self.ledger,
            checked=inspection.checked,
            flaws=tuple(self.ledger.flaws),
        )

    def _scene(self, journal: SqlJournal) -> Scene:
        return Scene(
            service=self._service,
            journal=journal,
            towns=self._towns[:TOWNS],
            supply=Supply(self._towns, self._random),
            ledger=self.ledger,
            folder=self._folder,
        )

    def _use(self, scene: Scene, keys: Keys, seconds: float) -> None:
        """Have all use the service while things go wrong; return when each has its answers."""
        stop, mix = Event(), self._mix
        users: list[Callable[[Event], None]] = [
            *(
                Asker(scene, self._drawn(), keys.reads if number % 2 else None).run
                for number in range(mix.askers)
            ),
            *(
                Writer(scene, self._drawn(), keys.writes, notices_only=mix.kills_only).run
                for _ in range(mix.writers)
            ),
            *([Clerk(scene, self._drawn()).run] if mix.clerk else []),
        ]
        with ThreadPoolExecutor(len(users)) as pool:
            at_work: list[Future[None]] = [pool.submit(user, stop) for user in users]
            try:
                self._faults.run(monotonic() + seconds, mix.faults)
            finally:
                stop.set()
            for one in at_work:
                one.result()

    def _keys(self, journal: SqlJournal) -> Keys:
        kept = SqlKeys(journal)

        def key(*scopes: Scope) -> str:
            return make_key(kept, "soak", scopes, by="soak", at=now())[1]

        return Keys(reads=key(Scope.READ), writes=key(Scope.RECORD, Scope.ABSENCES))

    def _rules(self) -> tuple[Rulebook, ...]:
        """Write the towns' rule files; return what they say."""
        folder = self._folder / "rules"
        folder.mkdir()
        for number, town in enumerate(self._towns):
            (folder / f"town-{number}.toml").write_text(town.rules, encoding="utf-8")
        return tuple(
            read_rules(path.read_bytes(), path.name) for path in sorted(folder.glob("*.toml"))
        )

    def _drawn(self) -> Random:
        """Return a source of chance of its own, drawn from the seed."""
        return Random(self._random.random())

    def _read_log(self) -> None:
        """Hold against the service what its log says of errors that nobody foresaw."""
        for line in self._service.log.read_text(encoding="utf-8").splitlines():
            error = '"level": "error"' in line and not line.startswith(_AWAY)
            if "Traceback" in line or error:
                self.ledger.flaw(f"the log has: {line[:1000]}")


def endure(
    kind: type[Sqlite] | type[Postgres], seed: int, seconds: float, mix: Mix | None = None
) -> Result:
    """Run over a new place of a kind.

    Args:
        kind: where the database is.
        seed: of everything that is drawn.
        seconds: of use.
        mix: who uses it, and what goes wrong; all of it if not given.
    """
    with TemporaryDirectory(prefix="registry-soak-") as folder, place(kind) as made:
        return Run(made, Path(folder), seed, mix or Mix()).go(seconds)
