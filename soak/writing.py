"""Those who write over HTTP, each write again until its fate is told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from random import Random
from threading import Event
from time import monotonic, sleep
from typing import Any

import httpx
from msgspec import Struct

from soak.asking import title
from soak.ledger import Fate, Write
from soak.scene import Scene
from soak.towns import Team, Town

PAUSE = 0.15
"""Seconds between two writes of one who writes."""
PATIENCE = 150.0
"""Seconds after which a write that may be sent again must have been told its fate."""
_AGAIN = {408, 409, 429, 500, 502, 503}


class Request(Struct, frozen=True, kw_only=True):
    """What is sent; with a ``token`` it may be sent again."""

    method: str
    path: str
    params: dict[str, str] = {}
    json: dict[str, Any] | None = None
    content: bytes | None = None
    files: list[tuple[str, tuple[str, bytes]]] | None = None
    kind: str | None = None
    token: str | None = None


class Writer:
    """One who writes, again and again.

    Args:
        scene: what is written to, and where the fate of each write goes.
        random: draws what is written.
        key: the key to write with.
        notices_only: whether nothing but notices is written.
    """

    def __init__(
        self, scene: Scene, random: Random, key: str, *, notices_only: bool = False
    ) -> None:
        self._towns = scene.towns
        self._supply = scene.supply
        self._ledger = scene.ledger
        self._random = random
        self._notices_only = notices_only
        self._client = httpx.Client(
            base_url=scene.service.address,
            timeout=40,
            headers={"authorization": f"Bearer {key}"},
        )
        self._absences: list[int] = []

    def run(self, stop: Event) -> None:
        """Write until told to stop; what was begun is ended."""
        while not stop.wait(self._random.uniform(0, 2 * PAUSE)):
            for request, write in self._next():
                self._once(request, write)

    def _next(self) -> Iterator[tuple[Request, Write]]:
        chance = self._random.random()
        if self._notices_only or chance < 0.25:
            if texts := self._supply.take(self._random.choice((1, 1, 1, 3))):
                yield self._notice(texts)
        elif chance < 0.3:
            if texts := self._supply.take(8):
                yield self._job(texts)
        elif chance < 0.5:
            yield from self._both_away()
        elif chance < 0.6 and self._absences:
            yield self._withdrawal(self._absences.pop(self._random.randrange(len(self._absences))))
        elif chance < 0.68:
            yield self._table()
        else:
            town, team = self._team()
            yield self._absence(town, self._random.choice(team.leaders), team, days=4)

    def _once(self, request: Request, write: Write) -> None:
        """Send a write, and see to it that sending it again does nothing more."""
        if request.token is None:
            self._ledger.wrote(self._sent(request, write)[0])
            return
        if self._random.random() < 0.1:
            with ThreadPoolExecutor(2) as pool:
                twins = [pool.submit(self._sent, request, replace(write)) for _ in range(2)]
            (write, body), (_, other) = (twin.result() for twin in twins)
            self._ledger.wrote(write)
            self._same(request, body, other)
            return
        write, body = self._sent(request, write)
        self._ledger.wrote(write)
        if body is not None and self._random.random() < 0.2:
            self._same(request, body, self._sent(request, replace(write))[1])

    def _same(self, request: Request, body: bytes | None, other: bytes | None) -> None:
        if body is not None and other is not None:
            self._ledger.repeated += 1
            if body != other:
                self._ledger.flaw(f"{request.path} was answered in two ways: {body!r}, {other!r}")

    def _sent(self, request: Request, write: Write) -> tuple[Write, bytes | None]:
        """Send until the fate is told; return it, and the body of the answer if it was accepted."""
        until = monotonic() + PATIENCE
        while True:
            answer = self._try(request)
            if answer is not None and answer.status_code < 300:
                self._accepted(request, write, answer)
                return write, answer.content
            if answer is not None and answer.status_code < 500:
                write.fate = Fate.REFUSED
                return write, None
            if request.token is None:
                return write, None
            if monotonic() > until:
                self._ledger.flaw(f"{write.what} {write.marker}: no answer within {PATIENCE} s")
                return write, None
            sleep(self._random.uniform(0.1, 0.5))

    def _try(self, request: Request) -> httpx.Response | None:
        """Send once; return the answer that tells the fate, if there is one."""
        headers = {"idempotency-key": request.token} if request.token else {}
        if request.kind is not None:
            headers["content-type"] = request.kind
        since = monotonic()
        try:
            answer = self._client.request(
                request.method,
                request.path,
                params=request.params,
                json=request.json,
                content=request.content,
                files=request.files,
                headers=headers,
            )
        except httpx.HTTPError as error:
            self._ledger.failed(since, type(error).__name__)
            return None
        if answer.status_code == 500:
            self._ledger.flaw(f"500 to {request.method} {request.path}: {answer.text[:200]!r}")
        if answer.status_code in _AGAIN:
            if answer.status_code == 409 and answer.json()["type"] != "/problems/conflict":
                return answer
            if answer.status_code != 409:
                self._ledger.failed(since, f"{answer.status_code} {title(answer)}")
            return None
        return answer

    def _accepted(self, request: Request, write: Write, answer: httpx.Response) -> None:
        write.fate = Fate.ACCEPTED
        told = answer.json()
        if request.path == "/v1/jobs":
            self._ledger.jobs[told["id"]] = write
        elif request.method == "DELETE":
            write.entries = (told["number"],)
        else:
            write.entries = tuple(told["entries"])
        if request.path == "/v1/absences":
            self._absences.append(write.entries[0])

    def _write(self, what: str, texts: list[str] | None = None) -> Write:
        digests = tuple(sha256(text.strip().encode()).hexdigest() for text in texts or ())
        return Write(what, self._ledger.marker(), digests=digests)

    def _token(self, write: Write) -> str | None:
        return write.marker if self._random.random() < 0.85 else None

    def _team(self) -> tuple[Town, Team]:
        town = self._random.choice(self._towns)
        return town, self._random.choice(town.teams)

    def _notice(self, texts: list[str]) -> tuple[Request, Write]:
        write = self._write("notice", texts)
        request = Request(
            method="POST",
            path="/v1/notices",
            params={"because": write.marker, "name": f"{write.marker}.txt"},
            content="\n".join(texts).encode(),
            kind="text/plain",
            token=self._token(write),
        )
        return request, write

    def _job(self, texts: list[str]) -> tuple[Request, Write]:
        write = self._write("job", texts)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for number, text in enumerate(texts[2:]):
                archive.writestr(f"{number}.txt", text)
        files = [("files", (f"{n}.txt", text.encode())) for n, text in enumerate(texts[:2])]
        request = Request(
            method="POST",
            path="/v1/jobs",
            params={"because": write.marker},
            files=[*files, ("files", ("more.zip", packed.getvalue()))],
            token=write.marker,
        )
        return request, write

    def _absence(
        self, town: Town, person: str, team: Team, *, days: int, start: str | None = None
    ) -> tuple[Request, Write]:
        first = team.day(self._random)
        last = first + timedelta(days=self._random.randrange(days))
        write = self._write("absence")
        told = {
            "person": person,
            "from": start or f"{first}{self._random.choice(('', '', '/pm', 'T10:30'))}",
            "to": start or str(last + timedelta(days=1)),
            "kind": self._random.choice(("away", "away", "ill", "training")),
            "reason": "私事",
            "because": write.marker,
            "government": town.government,
        }
        request = Request(method="POST", path="/v1/absences", json=told, token=self._token(write))
        return request, write

    def _both_away(self) -> Iterator[tuple[Request, Write]]:
        """A and B are away on a day, and the coordinator assigns another."""
        town, team = self._team()
        pair = self._random.choice(team.pairs)
        day = str(team.day(self._random))
        for person in pair:
            yield self._absence(town, person, team, days=1, start=day)
        write = self._write("decision")
        told = {
            "holder": pair[0],
            "assignee": self._random.choice(team.leaders),
            "coordinator": team.coordinator,
            "from": day,
            "because": write.marker,
            "government": town.government,
        }
        yield (
            Request(method="POST", path="/v1/decisions", json=told, token=self._token(write)),
            write,
        )

    def _withdrawal(self, number: int) -> tuple[Request, Write]:
        write = self._write("withdrawal")
        request = Request(
            method="DELETE",
            path=f"/v1/absences/{number}",
            params={"because": write.marker},
            token=self._token(write),
        )
        return request, write

    def _table(self) -> tuple[Request, Write]:
        town, team = self._team()
        write = self._write("table")
        rows = [
            f"{self._random.choice(team.leaders)},{team.day(self._random)},,away" for _ in range(3)
        ]
        request = Request(
            method="POST",
            path="/v1/absences/import",
            params={"because": write.marker, "government": town.government},
            content="\n".join(["person,start,end,kind", *rows]).encode(),
            kind="text/csv",
            token=self._token(write),
        )
        return request, write
