"""``registry serve`` with two workers, to be killed and started again; and other commands."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import monotonic, sleep
from zoneinfo import ZoneInfo

import httpx

from bench.texts import REPOSITORY
from registry.wiring import now

WORKERS = 2
_READY = 60.0


class Clock:
    """By how much the clock of every process of the registry is off; see ``soak.clocked``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.off = 0.0
        self.step(0)

    def today(self) -> date:
        """Return the day by it, where the notices count their days."""
        return (now() + timedelta(seconds=self.off)).astimezone(ZoneInfo("Asia/Shanghai")).date()

    def step(self, seconds: float) -> None:
        """Step the clock, of all processes at once."""
        self.off += seconds
        new = self.path.with_suffix(".new")  # nobody reads a half of it
        new.write_text(str(self.off), encoding="ascii")
        new.replace(self.path)


class Service:
    """A service over a database.

    Args:
        database: its address.
        folder: for its log, its keys and its rules, which are there already.
    """

    def __init__(self, database: str, folder: Path) -> None:
        self.database = database
        self.log = folder / "service.log"
        self.clock = Clock(folder / "clock")
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        (folder / "settings.toml").touch()
        self.environment = {
            **os.environ,
            "SOAK_CLOCK": str(self.clock.path),
            "REGISTRY_DATABASE": database,
            "REGISTRY_CONFIG": str(folder / "settings.toml"),
            "REGISTRY_KEYS": str(folder / "keys"),
            "REGISTRY_RULES": str(folder / "rules"),
            "PYTHONUTF8": "1",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and return once it answers."""
        options = f"--workers {WORKERS} --port {self.port} --rate 1000000 --log json".split()
        with self.log.open("ab") as log:
            # A group of its own, so that all of it can be killed as a machine would do it.
            self._process = subprocess.Popen(
                command("serve", *options),
                env=self.environment,
                stdout=log,
                stderr=log,
                cwd=REPOSITORY,
                start_new_session=True,
            )
        self.wait()

    def wait(self) -> None:
        """Return once it answers and can read the journal.

        Raises:
            RuntimeError: it does not within a minute.
        """
        until = monotonic() + _READY
        while monotonic() < until:
            try:
                if httpx.get(f"{self.address}/health/ready", timeout=10).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            sleep(0.1)
        raise RuntimeError(f"the service does not get ready; its log: {self.log}")

    def workers(self) -> list[int]:
        """Return the processes that answer."""
        assert self._process is not None
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return [int(pid) for pid in children.read_text(encoding="ascii").split()]

    def kill_worker(self, random: Random) -> None:
        """Kill one of the processes that answer; the service starts another by itself."""
        for pid in random.sample(found := self.workers(), min(1, len(found))):
            os.kill(pid, signal.SIGKILL)

    def kill(self) -> None:
        """Kill all of it at once."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def stop(self) -> int:
        """Have it end as an operator does; return its exit status."""
        assert self._process is not None
        self._process.terminate()
        status = self._process.wait(90)
        self._process = None
        return status

    def run(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start another command of the registry, over the same database."""
        return subprocess.Popen(
            command(*arguments),
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=REPOSITORY,
        )


def command(*arguments: str) -> list[str]:
    """Return the command line of one of the registry's commands, under the stepped clock."""
    return [sys.executable, "-m", "soak.clocked", *arguments]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
