"""``registry hook``: what it prints, what it refuses, and what the database keeps."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from registry.cli import main
from registry.wiring import today
from tests.events.conftest import Receiver
from tests.record.conftest import Desk

Run = Callable[..., Result]


@pytest.fixture
def run(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``registry hook`` over the example city's database, with a folder of keys."""
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))

    def made(*arguments: str) -> Result:
        given = ["hook", *arguments, "--database", desk.database]
        return CliRunner().invoke(main, given, catch_exceptions=False)

    return made


def test_from_adding_to_removing(run: Run, desk: Desk, receiver: Receiver, tmp_path: Path) -> None:
    added = run("add", receiver.url, "--allow-loopback", "--event", "cover_changed", "--by", "王五")
    assert added.exit_code == 0
    secret = added.stdout.strip()
    assert secret.startswith("whsec_")
    number = added.stderr.split()[2].rstrip(":")
    assert stat.S_IMODE((tmp_path / "keys" / "webhooks.key").stat().st_mode) == 0o600
    assert run("list").stdout == f"{number} · {receiver.url} · cover_changed · loopback\n"
    assert run("test", number).stdout == "arrived 已送达: HTTP 204\n"
    desk.record("absence", "蓝启程", "--from", "2099-06-03", "--kind", "away", "--reason", "体检")
    assert run("deliver").stdout.startswith("sent 已送达 0")
    soon = today() + timedelta(days=30)
    desk.record("absence", "蓝启程", "--from", str(soon), "--kind", "ill")
    receiver.statuses = [500]
    failed = run("deliver")
    assert (failed.exit_code, failed.stdout.split(" · ")[1]) == (1, "failed 未送达 1")
    assert "1 × HTTP 500" in run("list").stdout
    listed = json.loads(run("list", "--format", "json").stdout)
    assert (listed["hooks"][0]["tries"], listed["given_up"]) == (1, [])
    assert run("remove", number).exit_code == 0
    assert run("list").stdout == "none recorded 没有登记\n"
    told = [one.body.decode() for one in receiver.received]
    assert json.loads(told[1])["changes"][0]["name"] == "蓝启程"
    assert not [text for text in told if "体检" in text or "ill" in text]
    kept = b"".join(path.read_bytes() for path in Path(desk.database).parent.glob("registry.db*"))
    assert secret.removeprefix("whsec_").encode() not in kept


def test_every_event_from_the_first_on(run: Run, receiver: Receiver) -> None:
    assert (
        run("add", receiver.url, "--allow-loopback", "--after", "0", "--by", "王五").exit_code == 0
    )
    assert run("deliver", "--format", "json").exit_code == 0
    types = [json.loads(one.body)["type"] for one in receiver.received]
    assert types.count("notice_loaded") == 3
    assert receiver.ids == sorted(receiver.ids)


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "http://example.org/"),
        ("add", "https://10.0.0.1/"),
        ("add", "https://example.org/", "--allow-private", "--allow-loopback"),
        ("add", "https://example.org/", "--government", "无名市"),
        ("add", "https://example.org/", "--after", "x"),
        ("add", "https://example.org/", "--event", "x"),
        ("remove", "none"),
        ("test", "none"),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    by = ("--by", "王五") if arguments[0] == "add" else ()
    done = run(*arguments, *by)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("error: ")
    assert run("list").stdout == "none recorded 没有登记\n"
