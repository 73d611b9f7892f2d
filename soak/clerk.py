"""One who writes by commands: loads of many notices, some of them killed, and absences."""

from __future__ import annotations

import signal
import subprocess
from hashlib import sha256
from random import Random
from threading import Event
from time import monotonic

from soak.ledger import Fate, Write
from soak.scene import Scene

PAUSE = 1.5
"""Seconds between two commands."""
_LONGEST = 120
_DATABASE_FAILED = 2


class Clerk:
    """One who enters by the command line what others send over HTTP.

    Args:
        scene: what is written to, and where the fate of each write goes.
        random: draws what is written.
    """

    def __init__(self, scene: Scene, random: Random) -> None:
        self._service = scene.service
        self._folder = scene.folder
        self._towns = scene.towns
        self._supply = scene.supply
        self._ledger = scene.ledger
        self._random = random

    def run(self, stop: Event) -> None:
        """Write until told to stop; what was begun is ended."""
        while not stop.wait(self._random.uniform(0, 2 * PAUSE)):
            if self._random.random() < 0.5:
                self.absence()
            elif texts := self._supply.take(self._random.randint(4, 12)):
                self.load(texts, killed=self._random.random() < 0.3)

    def load(self, texts: list[str], *, killed: bool = False) -> None:
        """Load a folder of notices; where it is ``killed`` midway, load it again."""
        digests = tuple(sha256(text.strip().encode()).hexdigest() for text in texts)
        write = Write("load", self._ledger.marker(), digests=digests)
        folder = self._folder / write.marker
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        arguments = ("load", str(folder), "--because", write.marker)
        if killed:
            process = self._service.run(*arguments)
            try:
                process.wait(self._random.uniform(0.8, 2.0))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
            process.communicate()
            self._ledger.faults["a load killed"] += 1
        self._do(write, *arguments)

    def absence(self) -> None:
        """Record an absence."""
        town = self._random.choice(self._towns)
        team = self._random.choice(town.teams)
        write = Write("absence", self._ledger.marker())
        self._do(
            write,
            *("record", "absence", self._random.choice(team.leaders)),
            *("--from", str(team.day(self._random)), "--kind", "away"),
            *("--government", town.government, "--because", write.marker),
        )

    def _do(self, write: Write, *arguments: str) -> None:
        since = monotonic()
        process = self._service.run(*arguments)
        try:
            _, complaint = process.communicate(timeout=_LONGEST)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            self._ledger.flaw(f"registry {arguments[0]} did not end within {_LONGEST} s")
            return
        said = complaint.decode().strip()
        if "Traceback" in said or process.returncode not in {0, _DATABASE_FAILED}:
            self._ledger.flaw(
                f"registry {arguments[0]}: status {process.returncode}: {said[-400:]}"
            )
        elif process.returncode == 0:
            write.fate = Fate.ACCEPTED
        elif "error: the database" in said:
            self._ledger.failed(since, f"registry {arguments[0]}: {_kind(said)}")
        elif write.what == "absence":
            write.fate = Fate.REFUSED
        else:
            self._ledger.flaw(f"registry {arguments[0]} refused: {said[-400:]}")
        self._ledger.wrote(write)


def _kind(said: str) -> str:
    """Return what a message says of the database, without its address and its reasons."""
    words = ("disk is full", "locked", "out of reach", "cannot be read or written", "no connection")
    return next((word for word in words if word in said), said[-80:])
