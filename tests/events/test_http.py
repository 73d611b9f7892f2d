"""``GET /v1/events``: a list, a stream that goes on where it was, and deliveries while it serves."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import aclosing, contextmanager, suppress
from datetime import timedelta
from functools import partial
from http.client import HTTPResponse
from pathlib import Path
from typing import Any

import anyio
import pytest
from click.testing import CliRunner
from litestar.testing import TestClient

from api.app import create_app
from api.controllers.events import Pace, told
from registry.cli import main
from registry.model.hooks import Place
from registry.service.events.stream import read_place
from registry.wiring import courier, registry, today
from tests.events.conftest import Receiver
from tests.record.conftest import Desk

ROOT = Path(__file__).parents[2]
BOTH = ("蓝启程", "简书宁")
BEAT = ": still here\n\n"
QUICK = Pace(rest=0.01, heartbeat=0.03)
SOON = today() + timedelta(days=30)


@pytest.fixture
def away(everywhere: Desk) -> Desk:
    """The example city, with both of a pair away on a day to come."""
    start, end = str(SOON - timedelta(days=1)), str(SOON + timedelta(days=1))
    everywhere.record("absence", BOTH[0], "--from", start, "--to", end, "--kind", "ill")
    everywhere.record("absence", BOTH[1], "--from", str(SOON), "--kind", "away", warned="不在")
    return everywhere


def test_a_list(away: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path))
    told = courier(away.database)
    with TestClient(create_app(registry(database=away.database), courier=told)) as client:
        whole = client.get("/v1/events").json()
        first = client.get("/v1/events", params={"limit": 2}).json()
        rest = client.get("/v1/events", params={"after": first["after"]}).json()
        gaps = client.get("/v1/events", params={"type": "gap_found"}).json()
        none = client.get("/v1/events", params={"after": whole["after"]}).json()
        private = client.get("/v1/events", params={"type": "both_away"}).json()
        elsewhere = client.get("/v1/events", params={"government": "无名市"})
        bad = [
            client.get("/v1/events", params=given).status_code
            for given in ({"after": "x"}, {"type": "x"}, {"limit": 0}, {"foo": 1})
        ]
    types = [item["type"] for item in whole["items"]]
    assert types[:2] == ["notice_loaded", "cover_changed"]
    assert "gap_found" in types
    assert "both_away" not in types
    assert private == {"items": [], "after": "0"}
    assert first["items"] + rest["items"] == whole["items"]
    assert gaps["items"] == [item for item in whole["items"] if item["type"] == "gap_found"]
    assert none == {"items": [], "after": whole["after"]}
    assert (elsewhere.status_code, bad) == (404, [400] * 4)
    assert "ill" not in json.dumps(whole)


def test_without_a_journal() -> None:
    with TestClient(create_app(registry())) as client:
        response = client.get("/v1/events")
    assert response.status_code == 409
    assert response.json()["type"].endswith("/no-journal")


def spoken(away: Desk, place: Place, pace: Pace, beats: int = 1) -> list[str]:
    """What a stream says from a place to so many signs of life, or to its end."""

    async def listen() -> list[str]:
        stream = courier(away.database).stream
        look = partial(stream.after, kinds=("cover_changed", "gap_found"))
        said: list[str] = []
        async with aclosing(told(stream, look, place, pace)) as parts:
            async for part in parts:
                said.append(part.decode())
                if said.count(BEAT) == beats:
                    break
        return said

    return anyio.run(listen)


def test_a_stream_shows_that_it_lives_and_ends(away: Desk) -> None:
    first, *rest = spoken(away, (0, 0), QUICK, beats=3)
    assert first == "retry: 2000\n\n"
    assert len(rest) > 5
    assert all(part.startswith("id: ") for part in rest[:-3])
    assert rest[-3:] == [BEAT] * 3
    assert spoken(away, (0, 0), Pace(longest=0)) == [first]


def test_a_stream_goes_on_behind_the_last_event(away: Desk) -> None:
    _, *events, beat = spoken(away, (0, 0), QUICK)
    for at, event in enumerate(events):
        last = event.partition("\n")[0].removeprefix("id: ")
        assert spoken(away, read_place(last), QUICK)[1:] == [*events[at + 1 :], beat]


@contextmanager
def serving(database: str) -> Iterator[str]:
    """``registry serve``, as a process."""
    code = "from registry.cli import main; main()"
    command = [sys.executable, "-u", "-c", code, "serve", "--port", "0", "--database", database]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            _await(f"{address}/health/ready")
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def _await(address: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with suppress(OSError), urllib.request.urlopen(address, timeout=5) as response:
            assert response.status == 200
            return
        time.sleep(0.05)
    pytest.fail(f"{address} is not ready")


def stream(address: str, **headers: str) -> HTTPResponse:
    request = urllib.request.Request(
        f"{address}/v1/events", headers={"accept": "text/event-stream", **headers}
    )
    opened = urllib.request.urlopen(request, timeout=30)
    assert isinstance(opened, HTTPResponse)
    assert opened.headers["content-type"].startswith("text/event-stream")
    return opened


def next_event(opened: HTTPResponse) -> tuple[str, str, dict[str, Any]]:
    """Return the id, the type and the data of the next event."""
    found: dict[str, str] = {}
    while True:
        line = opened.readline().decode().rstrip("\n")
        if not line and "data" in found:
            return found["id"], found["event"], json.loads(found["data"])
        name, _, value = line.partition(": ")
        found[name] = value


def test_a_stream_goes_on_where_it_was_and_hooks_are_told_meanwhile(
    away: Desk, receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))
    hook = ("hook", "add", receiver.url, "--allow-loopback", "--by", "x")
    for command in (hook, ("key", "add", "desk", "--scope", "absences", "--by", "x")):
        added = CliRunner().invoke(main, [*command, "--database", away.database])
        assert added.exit_code == 0, added.output
    bearer = f"Bearer {added.stdout.strip()}"
    with serving(away.database) as address:
        with stream(address) as opened:
            away.record(
                "decision",
                BOTH[0],
                "--assignee",
                "温若谷",
                "--coordinator",
                "顾远帆",
                "--from",
                str(SOON),
                "--because",
                "商定",
            )
            number, kind, event = next_event(opened)
            assert (kind, event["id"], event["changes"][0]["after"]) == (
                "cover_changed",
                number,
                ["温若谷"],
            )
        away.record("withdraw", number.split("-")[0], "--because", "取消")
        with stream(address, **{"last-event-id": number}) as opened:
            later = [next_event(opened) for _ in range(2)]
        assert [kind for _, kind, _ in later] == ["cover_changed", "gap_found"]
        with stream(address, authorization=bearer, **{"last-event-id": "3"}) as opened:
            kinds = {next_event(opened)[1] for _ in range(6)}
        assert "both_away" in kinds
        until = time.monotonic() + 20
        while len(receiver.received) < 3 and time.monotonic() < until:
            time.sleep(0.05)
    assert receiver.ids == [number, *(number for number, _, _ in later)]
