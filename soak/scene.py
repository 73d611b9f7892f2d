"""What all who use the service share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from threading import Lock

from registry.store.port import Journal
from soak.ledger import Ledger
from soak.service import Service
from soak.towns import Town


class Supply:
    """Notices that are not handed in yet; threads share it."""

    def __init__(self, towns: tuple[Town, ...], random: Random) -> None:
        queues = [list(reversed(town.notices)) for town in towns]
        texts = []
        while left := [queue for queue in queues if queue]:
            texts.append(random.choice(left).pop().text)
        self._texts = iter(texts)
        self._lock = Lock()

    def take(self, number: int) -> list[str]:
        """Take some, fewer where no more are left."""
        with self._lock:
            return [text for _, text in zip(range(number), self._texts, strict=False)]


@dataclass(frozen=True)
class Scene:
    """The service, the towns that are asked and written about, and where all is noted.

    ``journal`` is the service's database, looked into for how far it is and for nothing else;
    ``folder`` is for files that are loaded.
    """

    service: Service
    journal: Journal
    towns: tuple[Town, ...]
    supply: Supply
    ledger: Ledger
    folder: Path
