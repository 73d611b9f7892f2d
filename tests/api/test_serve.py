"""``registry serve``, started as a process: what it answers, logs, counts, survives and refuses."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from registry.cli import main

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
QUESTION = {"subject": "商务", "on": "2019-09-02"}
COMMAND = [sys.executable, "-u", "-c", "from registry.cli import main; main()", "serve"]


@contextmanager
def served(*options: str) -> Iterator[tuple[httpx.Client, subprocess.Popen[str]]]:
    """Start the service on a free port; end it, whatever happens."""
    with subprocess.Popen(
        [*COMMAND, "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), process.communicate()
            with httpx.Client(base_url=address, timeout=30) as client:
                until_ready(client)
                yield client, process
        finally:
            if process.poll() is None:
                process.kill()


def until_ready(client: httpx.Client) -> None:
    for _ in range(600):
        try:
            if client.get("/health/ready").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("the service did not get ready")


def stop(process: subprocess.Popen[str], by: signal.Signals) -> list[dict[str, Any]]:
    """Stop the service and return the lines of its log."""
    process.send_signal(by)
    _, complaints = process.communicate(timeout=60)
    assert process.returncode == 0, complaints
    assert "Traceback" not in complaints
    return [json.loads(line) for line in complaints.splitlines()]


def children(process: subprocess.Popen[str]) -> list[int]:
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return [int(pid) for pid in listed.split()]


@pytest.mark.parametrize("server", ["granian", "uvicorn"])
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_logs_counts_and_stops_when_told(server: str, by: signal.Signals) -> None:
    with served("--server", server, "--log", "json") as (client, process):
        assert client.get("/health/live").json() == {"status": "ok"}
        answered = client.get("/v1/answers", params=QUESTION)
        assert answered.json()["segments"][0]["acting"] == ["张良华"]
        assert client.get("/nowhere").status_code == 404
        counted = client.get("/metrics").text
        assert 'registry_requests_total{method="GET",route="/v1/answers",status="200"} 1' in counted
        assert 'route="other",status="404"' in counted
        lines = stop(process, by)
    asked = next(line for line in lines if line.get("route") == "/v1/answers")
    assert asked["id"] == answered.headers["x-request-id"]
    assert (asked["status"], asked["level"]) == (200, "info")
    told = json.dumps(lines, ensure_ascii=False)
    assert not [word for word in ("商务", "%E5", "张良华", "127.0.0.1", "nowhere") if word in told]


def test_a_query_may_be_sent_as_it_is_said() -> None:
    typed = "GET /v1/answers?subject=商务&on=2019-09-02 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    with (
        served("--log", "off") as (client, _),
        socket.create_connection(("127.0.0.1", client.base_url.port or 0), timeout=30) as line,
    ):
        line.sendall(f"{typed}Connection: close\r\n\r\n".encode())
        answered = b"".join(iter(lambda: line.recv(65_536), b"")).decode()
    assert answered.startswith("HTTP/1.1 200 ")
    assert '"subject":"商务"' in answered
    assert '"acting":["张良华"]' in answered


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for children in /proc")
def test_a_process_that_is_killed_is_started_again() -> None:
    with served("--workers", "2", "--log", "off") as (client, process):
        before = children(process)
        os.kill(before[0], signal.SIGKILL)
        for _ in range(600):
            after = children(process)
            if len(after) == len(before) and before[0] not in after:
                break
            time.sleep(0.1)
        assert len(after) == len(before)
        until_ready(client)
        assert client.get("/v1/answers", params=QUESTION).status_code == 200
        assert stop(process, signal.SIGTERM) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for children in /proc")
def test_processes_that_start_wait_for_a_database_that_is_away(tmp_path: Path) -> None:
    database, elsewhere = tmp_path / "registry.db", tmp_path / "elsewhere.db"
    CliRunner().invoke(main, ["load", str(EXAMPLES), "--database", str(database)])
    options = ("--workers", "2", "--log", "off", "--database", str(database))
    with served(*options) as (client, process):
        database.rename(elsewhere)
        for pid in children(process):
            os.kill(pid, signal.SIGKILL)
        time.sleep(8)  # the server gives up processes that end soon after they begin
        assert process.poll() is None
        elsewhere.rename(database)
        until_ready(client)
        assert client.get("/v1/notices").json()["total"] == 3
        process.send_signal(signal.SIGTERM)
        _, complaints = process.communicate(timeout=60)
        assert "waits for the database" in complaints
        assert "Traceback" not in complaints
        assert process.returncode == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--database", "nowhere/registry.db"), "there is no database"),
        (("--database", "postgresql://nobody@127.0.0.1:1/none"), "out of reach"),
        (("--source", "nowhere.txt"), "no such file"),
    ],
)
def test_what_cannot_be_served_is_one_line(options: tuple[str, str], said: str) -> None:
    result = CliRunner().invoke(main, ["serve", "--port", "0", *options])
    assert result.exit_code == 2
    assert said in result.output
    assert result.output.count("\n") == 1


def test_options_come_from_the_environment_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRY_LOG", "loud")
    result = CliRunner().invoke(main, ["serve", "--port", "0"])
    assert result.exit_code == 2
    assert "REGISTRY_LOG" in result.output


def test_a_taken_port_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(main, ["serve", "--port", port])
    assert result.exit_code == 2
    assert port in result.output
    assert result.output.count("\n") == 1


@pytest.mark.parametrize(
    "options",
    [
        ["--host", "0.0.0.0"],
        ["--host", "::"],
        ["--host", "192.0.2.1", "--public"],
        ["--host", "example.org"],
        ["--hosts", "registry.example"],
    ],
    ids=str,
)
def test_others_are_served_only_where_a_key_is_there(options: list[str], tmp_path: Path) -> None:
    database = str(tmp_path / "registry.db")
    arguments = ["serve", "--port", "0", *options]
    result = CliRunner().invoke(main, [*arguments, "--source", "no such file"])
    assert "registry key add" in result.output
    made = ["key", "add", "x", "--scope", "read", "--database", database, "--format", "json"]
    number = json.loads(CliRunner().invoke(main, made).stdout)["id"]
    CliRunner().invoke(main, ["key", "revoke", number, "--database", database])
    result = CliRunner().invoke(main, [*arguments, "--database", database])
    assert result.exit_code == 2
    assert "registry key add" in result.output
    assert result.output.count("\n") == 1


def test_off_this_machine_reading_needs_a_key_too_unless_it_is_public(tmp_path: Path) -> None:
    database = str(tmp_path / "registry.db")
    made = ["key", "add", "x", "--scope", "read", "--database", database]
    key = CliRunner().invoke(main, made).stdout.splitlines()[0]
    others = ["--hosts", "registry.example", "--database", database, "--log", "off"]
    with served(*others) as (client, process):
        assert client.get("/v1/notices").status_code == 401
        by_name = {"authorization": f"Bearer {key}", "host": "registry.example"}
        assert client.get("/v1/notices", headers=by_name).status_code == 200
        assert (
            client.get("/v1/notices", headers={**by_name, "host": "evil.example"}).status_code
            == 421
        )
        stop(process, signal.SIGTERM)
    with served(*others, "--public") as (client, process):
        assert client.get("/v1/notices").status_code == 200
        stop(process, signal.SIGTERM)


@pytest.mark.parametrize("server", ["granian", "uvicorn"])
def test_a_body_that_does_not_arrive_is_not_waited_for(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY_PATIENCE", "1")
    with served("--server", server, "--log", "off") as (client, process):
        port = client.base_url.port
        with socket.create_connection(("127.0.0.1", port), timeout=20) as slow:
            slow.sendall(
                b"POST /session HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 90\r\n"
                b'content-type: application/json\r\n\r\n{"key":'
            )
            answer = slow.recv(4096)
        assert answer.startswith(b"HTTP/1.1 408")
        assert client.get("/health/live").status_code == 200
        stop(process, signal.SIGTERM)


@pytest.mark.parametrize("server", ["granian", "uvicorn"])
def test_headers_have_a_bound(server: str) -> None:
    with served("--server", server, "--log", "off") as (client, process):
        fits = client.get("/health/live", headers={"x-long": "a" * 10_000})
        assert fits.status_code == 200
        too_long = client.get("/health/live", headers={"x-long": "a" * 200_000})
        assert too_long.status_code in {400, 431}
        process.send_signal(signal.SIGTERM)  # uvicorn says a line about the request
        _, complaints = process.communicate(timeout=60)
        assert "Traceback" not in complaints
