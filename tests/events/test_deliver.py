"""Events reach a receiver that is really there: signed, in order, again until they arrive."""

from __future__ import annotations

import hmac
import json
import random
import signal
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import msgspec
import pytest
from msgspec import Raw

from registry.errors import BadHook, UnknownName
from registry.service.events.stream import Stream, id_of
from registry.service.hooks.courier import TRIES, Courier
from registry.service.journaled import Journaled
from registry.store.desk.events import SqlEvents
from registry.store.desk.hooks import SqlHooks
from registry.store.open import open_journal
from registry.store.sql import SqlJournal
from tests.events.conftest import Received, Receiver
from tests.events.journal import AT, away, decided, events, filled
from tests.graph.city import CITY
from tests.state.journal import DIVISION, LATER, MOVES
from tests.state.test_properties import GLOSSARY, RULES

ROOT = Path(__file__).parents[2]
RECORDS = (
    DIVISION,
    away("河二", "2020-05-02", "2020-05-04"),
    away("湖三", "2020-05-03"),
    decided("河二", "海四", "2020-05-03"),
    MOVES,
    LATER,
)


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def pass_by(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def stream_of(journal: SqlJournal, clock: Clock) -> Stream:
    known = Journaled(journal, (RULES,), GLOSSARY, AT.date)
    return Stream(known, SqlEvents(journal), clock)


def courier_of(journal: SqlJournal, clock: Clock, folder: Path) -> Courier:
    stream, chance = stream_of(journal, clock), random.Random(1).random
    return Courier(stream, SqlEvents(journal), SqlHooks(journal), folder, clock, chance=chance)


def record(journal: SqlJournal, *records: object) -> None:
    for one in records:
        journal.append([one], by="何文书", at=AT)  # type: ignore[list-item]


def wanted(*records: object) -> list[str]:
    """Return the events of a journal with these records, as they are to be told."""
    found = events(filled(*records))  # type: ignore[arg-type]
    return [msgspec.json.encode(event).decode() for of_entry in found for event in of_entry]


def signed_by(one: Received, secret: str) -> bool:
    """Check a signature as a receiver does, from what Standard Webhooks says alone."""
    content = f"{one.id}.{one.headers['webhook-timestamp']}.".encode() + one.body
    made = hmac.new(b64decode(secret.removeprefix("whsec_")), content, sha256).digest()
    return f"v1,{b64encode(made).decode()}" in one.headers["webhook-signature"].split(" ")


def test_every_event_in_order_and_signed(
    sql: SqlJournal, clock: Clock, receiver: Receiver, tmp_path: Path
) -> None:
    record(sql, *RECORDS[:3])
    courier = courier_of(sql, clock, tmp_path / "keys")
    hook, secret = courier.add(receiver.url, reach="loopback", after=(0, 0), by="王五")
    done = courier.deliver()
    record(sql, *RECORDS[3:])
    clock.pass_by(60)
    again = courier.deliver()
    told = [one.body.decode() for one in receiver.received]
    assert told == wanted(*RECORDS)
    assert done.sent + again.sent == len(told)
    assert receiver.ids == [json.loads(text)["id"] for text in told]
    for one in receiver.received:
        assert signed_by(one, secret)
        assert not signed_by(Received(one.path, one.headers, one.body + b" "), secret)
        moment = int(one.headers["webhook-timestamp"])
        assert 0 <= clock.time.timestamp() - moment <= 60
    other, second = courier.add(receiver.url, reach="loopback", by="王五")
    assert second != secret
    assert courier.deliver().sent == 0, "a new hook is told of what comes"
    courier.remove(other.id)
    with pytest.raises(BadHook):
        courier.remove(other.id)
    assert [one.id for one in courier.hooks.all()] == [hook.id]


def test_again_after_an_error_with_the_same_id_and_nothing_overtakes(
    sql: SqlJournal, clock: Clock, receiver: Receiver, tmp_path: Path
) -> None:
    record(sql, *RECORDS)
    courier = courier_of(sql, clock, tmp_path)
    courier.add(receiver.url, reach="loopback", after=(0, 0), by="王五")
    receiver.statuses = [204, 500, 302, 500]
    assert (courier.deliver().failed, len(receiver.received)) == (1, 2)
    assert courier.deliver().sent == 0, "it is not due yet"
    waits = []
    for _ in range(2):
        (hook,) = courier.hooks.all()
        assert hook.due is not None
        waits.append((hook.due - clock.time).total_seconds())
        clock.time = hook.due
        assert courier.deliver().failed == 1
    assert 2.5 <= waits[0] <= 5 <= waits[1] <= 10
    clock.pass_by(3600)
    courier.deliver()
    second = receiver.ids[1]
    assert receiver.ids[1:5] == [second] * 4
    assert list(dict.fromkeys(receiver.ids)) == [json.loads(w)["id"] for w in wanted(*RECORDS)]
    assert len({one.headers["webhook-timestamp"] for one in receiver.received[1:5]}) == 4


def test_given_up_after_so_many_tries_and_listed(
    sql: SqlJournal, clock: Clock, receiver: Receiver, tmp_path: Path
) -> None:
    record(sql, *RECORDS[:2])
    courier = courier_of(sql, clock, tmp_path)
    hook, _ = courier.add(receiver.url, reach="loopback", after=(0, 0), by="王五")
    receiver.statuses = [500] * TRIES
    given_up = 0
    for _ in range(TRIES):
        given_up += courier.deliver().given_up
        clock.pass_by(3600)
    assert given_up == 1
    assert receiver.ids == ["1-1"] * TRIES
    (dead,) = courier.hooks.dead()
    assert (dead.hook, dead.event, dead.tries, dead.why) == (hook.id, "1-1", TRIES, "HTTP 500")
    courier.deliver()
    assert receiver.ids[TRIES:] == ["1-2", "2-1"], "the next ones are told"
    courier.remove(hook.id)
    assert courier.hooks.dead() == ()


def test_only_what_a_hook_asks_for(
    sql: SqlJournal, clock: Clock, receiver: Receiver, tmp_path: Path
) -> None:
    record(sql, *RECORDS)
    courier = courier_of(sql, clock, tmp_path)
    courier.add(
        receiver.url, kinds=("both_away",), government=CITY, reach="loopback", after=(0, 0), by="x"
    )
    courier.deliver()
    assert [json.loads(one.body)["type"] for one in receiver.received] == ["both_away"]
    with pytest.raises(UnknownName):
        courier.add(receiver.url, government="无名市", reach="loopback", by="x")


def test_one_process_at_a_time_until_its_time_is_over(
    sql: SqlJournal, clock: Clock, receiver: Receiver, tmp_path: Path
) -> None:
    record(sql, *RECORDS[:1])
    one, other = (courier_of(sql, clock, tmp_path) for _ in range(2))
    one.add(receiver.url, reach="loopback", after=(0, 0), by="x")
    seen = []
    receiver.before = lambda: seen.append(other.deliver().busy)
    assert one.deliver().sent == 2
    assert seen == [True, True]
    # One that was killed holds it for a minute, and then no more.
    stream = stream_of(sql, clock)
    record(sql, *RECORDS[1:2])
    SqlEvents(sql).take("events", "killed", clock(), clock() + timedelta(seconds=60))
    assert stream.fill() == 0
    clock.pass_by(61)
    assert stream.fill() == 1


def test_events_are_worked_out_once_whoever_does_it(sql: SqlJournal, clock: Clock) -> None:
    record(sql, *RECORDS)
    first, second = stream_of(sql, clock), stream_of(sql, clock)
    assert first.fill(most=2) == 2
    assert second.fill(most=1) == 1
    assert first.fill() == len(RECORDS) - 3
    assert second.fill() == 0
    kept = first.after((0, 0), 500)
    assert [bytes(one.event).decode() for one in kept] == wanted(*RECORDS)
    places = [one.place for one in kept]
    assert places == sorted(set(places))
    assert [one.place for one in first.after(places[2], 2)] == places[3:5]
    assert first.after(first.end(), 500) == ()
    assert not SqlEvents(sql).add(2, []), "what is written stays"
    assert isinstance(kept[0].event, Raw)


def test_a_test_event(sql: SqlJournal, clock: Clock, receiver: Receiver, tmp_path: Path) -> None:
    courier = courier_of(sql, clock, tmp_path)
    hook, secret = courier.add(receiver.url, reach="loopback", by="x")
    assert courier.test(hook.id).arrived
    (one,) = receiver.received
    assert json.loads(one.body)["type"] == "test"
    assert signed_by(one, secret)
    receiver.statuses = [503]
    assert courier.test(hook.id).said() == "HTTP 503"
    assert courier.hooks.all() == (hook,)


def test_without_the_key_file_nothing_is_sent_and_it_is_said(
    sql: SqlJournal, clock: Clock, receiver: Receiver, tmp_path: Path
) -> None:
    record(sql, *RECORDS[:1])
    courier = courier_of(sql, clock, tmp_path)
    courier.add(receiver.url, reach="loopback", after=(0, 0), by="x")
    (tmp_path / "webhooks.key").chmod(0o644)
    with pytest.raises(BadHook, match="REGISTRY_KEYS"):
        courier.deliver()
    assert receiver.received == []
    (tmp_path / "webhooks.key").chmod(0o600)
    assert courier.deliver().sent == 2


def test_killed_at_random_and_started_again_nothing_is_lost(
    database: str, receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is told twice bears the same id; every event arrives, in order."""
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path))
    with closing(open_journal(database, create=True)) as journal:
        record(journal, *RECORDS, *(away("河二", f"2020-06-{day:02}") for day in range(1, 17)))
        courier = courier_of(journal, Clock(), tmp_path)
        courier.add(receiver.url, reach="loopback", after=(0, 0), by="x")
    receiver.before = lambda: time.sleep(0.01)
    code = "from registry.cli import main; main()"
    command = [sys.executable, "-c", code, "hook", "deliver", "--database", database]
    chance, killed = random.Random(7), 0
    for _ in range(4):
        worker = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        before = len(receiver.received)
        until = time.monotonic() + 30
        while len(receiver.received) < before + chance.randint(1, 5):
            if worker.poll() is not None or time.monotonic() > until:
                break
            time.sleep(0.005)
        worker.send_signal(signal.SIGKILL)
        killed += worker.wait() == -signal.SIGKILL
        # Nobody waits a minute in a test: the killed one's turn is over.
        with closing(open_journal(database)) as journal:
            far = datetime.now(UTC) + timedelta(seconds=120)  # noqa: TID251 - the workers' clock
            for work in ("hooks", "events"):
                SqlEvents(journal).take(work, "test", far, far)
                SqlEvents(journal).leave(work, "test")
    assert killed >= 3
    assert subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode == 0
    with closing(open_journal(database)) as journal:
        every = [id_of(event.place) for event in SqlEvents(journal).after((0, 0), 500)]
    assert len(every) > len(RECORDS) + 16
    # One after the other; again at most the one that was under way.
    assert [one for one, _ in groupby(receiver.ids)] == every
