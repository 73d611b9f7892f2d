"""Those who ask: answers with absences, as of moments, listings, weeks, feeds and pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from random import Random
from threading import Event
from time import monotonic
from urllib.parse import urlencode

import httpx

from registry.errors import JournalError
from soak.ledger import Read
from soak.scene import Scene

PAUSE = 0.05
"""Seconds between two questions of one who asks."""

_AS_OF = re.compile(
    rb'\s*(?:<p class="then">.*?</p>|<details class="as-of".*?</details>)\s*|\s+', re.DOTALL
)
_MOMENT = re.compile(rb'&(?:amp;)?known_at=[^"&]*')


class Asker:
    """One who asks, again and again.

    Args:
        scene: what is asked, and where the answers go.
        random: draws the questions.
        key: sent with every request, if given.
    """

    def __init__(self, scene: Scene, random: Random, key: str | None = None) -> None:
        self._service = scene.service
        self._journal = scene.journal
        self._towns = scene.towns
        self._ledger = scene.ledger
        self._random = random
        headers = {"authorization": f"Bearer {key}"} if key is not None else {}
        self._client = httpx.Client(base_url=self._service.address, timeout=30, headers=headers)
        self._open: list[Read] = []

    def run(self, stop: Event) -> None:
        """Ask until told to stop."""
        while not stop.wait(self._random.uniform(0, 2 * PAUSE)):
            self.ask()

    def ask(self) -> None:
        """Ask one question, and keep what is answered."""
        what, path = self._question()
        low, since, today = self._ledger.seen, monotonic(), self._service.clock.today()
        try:
            answer = self._client.get(path)
        except httpx.HTTPError as error:
            self._ledger.failed(since, type(error).__name__)
            return
        if answer.status_code >= 500 or answer.status_code == 408:
            if answer.status_code == 500:
                self._ledger.flaw(f"500 to GET {path}: {answer.text[:200]!r}")
            self._ledger.failed(since, f"{answer.status_code} {title(answer)}")
            return
        read = Read(what, path, answer.status_code, told(what, answer.content), today, low)
        if self._service.clock.today() != today:
            return  # the clock was stepped meanwhile, to another day
        self._open.append(read)
        try:
            high = self._ledger.saw(self._journal.last())
        except JournalError:
            pass  # the next look is later, and as true
        else:
            for one in self._open:
                one.high = high
            self._open.clear()
        self._ledger.was_told(read)

    def _question(self) -> tuple[str, str]:
        random = self._random
        town = random.choice(self._towns)
        day = random.choice(town.teams).day(random)
        asked = {"government": town.government, **self._moment()}
        match random.randrange(10):
            case 0 | 1 | 2 | 3:
                until = day + timedelta(days=random.randrange(12))
                return "answer", _path(
                    "/v1/answers",
                    {"subject": town.subject(random), "from": day, "to": until, **asked},
                )
            case 4:
                del asked["government"]
                return "coverage", _path(
                    "/v1/coverage", {"subject": town.subject(random), "on": day, **asked}
                )
            case 5:
                return "listing", _path(
                    random.choice(("/v1/people", "/v1/notices", "/v1/posts", "/v1/agencies")),
                    {**asked, "on": day},
                )
            case 6:
                return "week", _path(f"/v1/weeks/{day}", asked)
            case 7:
                person = random.choice(random.choice(town.teams).leaders)
                return "feed", _path("/v1/feeds/acting.ics", {"person": person, "on": day, **asked})
            case 8:
                return "feed", _path(
                    "/v1/feeds/cover.ics", {"subject": town.subject(random), "on": day, **asked}
                )
            case _:
                return "page", _path(
                    "/answer", {"subject": town.subject(random), "on": day, **asked}
                )

    def _moment(self) -> dict[str, str]:
        """Return the moment of some entry, or none, to ask as of."""
        if self._random.random() < 0.6 or not self._ledger.seen:
            return {}
        before = self._random.randrange(self._ledger.seen)
        try:
            entry = next(self._journal.entries(before), None)
        except JournalError:
            return {}
        return {"known_at": entry.at.isoformat()} if entry is not None else {}


def told(what: str, body: bytes) -> bytes:
    """Return what is told of the subject, without what tells how it was asked.

    A page tells besides who has signed in, and as of which moment; an answer's links keep it.

    >>> told("page", b"<nav>soak</nav><main>so</main>"), told("answer", b"{}")
    (b'<main>so</main>', b'{}')
    >>> told("answer", b'{"href":"/v1/a?on=2019-09-02&known_at=2020-01-01"}')
    b'{"href":"/v1/a?on=2019-09-02"}'
    """
    if what == "page":
        body = _AS_OF.sub(b" ", body[body.find(b"<main") : body.find(b"</main>") + 7])
    return _MOMENT.sub(b"", body)


def _path(path: str, asked: Mapping[str, object]) -> str:
    return f"{path}?{urlencode({name: str(value) for name, value in asked.items()})}"


def title(answer: httpx.Response) -> str:
    """Return what a refusal is called."""
    try:
        return str(answer.json()["title"])
    except (ValueError, KeyError, TypeError):
        return answer.text[:60]
