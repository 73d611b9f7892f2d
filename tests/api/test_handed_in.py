"""Notices handed in: one at once, many as a job that outlives the process that reads it."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from msgspec import structs

from registry.model.desk import Job, JobFile, JobState, Outcome
from registry.service.loading.jobs import SILENT, TRIES, Reader
from registry.store.desk.jobs import SqlJobs
from registry.store.open import open_journal
from registry.store.sql import SqlJournal
from registry.tables.settings import Settings
from tests.api.house import House, house
from tests.store.conftest import NewDatabase, database, new_database, postgres, server, sql  # noqa: F401
from tests.store.made import moment

EXAMPLE = Path("data/examples")
TEXT = "云岭市人民政府关于调整领导分工的通知\n云府字〔2024〕9号\n各县：\n江一同志分管市商务局。\n2024年3月1日\n"


def text(number: int) -> bytes:
    return TEXT.replace("9号", f"{number}号").encode()


@pytest.fixture
def office(database: str) -> Iterator[House]:  # noqa: F811
    with house(database) as made:
        yield made


def give(made: House, content: bytes, kind: str = "text/plain", **headers: str) -> httpx.Response:
    given = {**made.auth("record"), "content-type": kind, **headers}
    return made.client.post(
        "/v1/notices", content=content, headers=given, params={"name": "一.txt"}
    )


def ended(made: House, number: str) -> Any:
    for _ in range(300):
        found = made.client.get(f"/v1/jobs/{number}", headers=made.auth("record")).json()
        if found["state"] in {"done", "cancelled"}:
            return found
        time.sleep(0.05)
    raise AssertionError(found)


def test_a_notice_is_read_once(office: House) -> None:
    first = give(office, text(9))
    assert first.status_code == 200, first.text
    assert first.json()["entries"] == [2]
    assert first.json()["docs"] == ["云府字〔2024〕9号"]
    (address,) = first.json()["notices"]
    assert office.client.get(address).json()["number"] == "云府字〔2024〕9号"
    assert give(office, text(9)).json()["known"] == 1
    (entry,) = office.journal.entries(1)
    assert (entry.by, entry.source) == ("record", "一.txt")
    listed = office.client.get("/v1/notices").text
    assert "云府字〔2024〕9号" in listed
    token = {"idempotency-key": "n"}
    again = [give(office, text(10), **token) for _ in range(2)]
    assert again[0].content == again[1].content
    assert again[0].json()["entries"] == [3]
    assert give(office, text(11), **token).status_code == 422


@pytest.mark.parametrize(
    ("content", "kind", "status", "named"),
    [
        (b"", "text/plain", 400, "unreadable-source"),
        (b"\x00\x01\x02\x03" * 99, "text/plain", 400, "unreadable-source"),
        (b"%PDF-1.7 nothing", "application/pdf", 400, "unreadable-source"),
        (b"PK\x03\x04 nothing", "application/pdf", 400, "unreadable-source"),
        ("今天天气好".encode(), "text/plain", 400, "unreadable-source"),
        (text(9), "application/json", 415, "wrong-media-type"),
        (text(9), "application/octet-stream", 415, "wrong-media-type"),
        (b"x" * 20_000_001, "text/plain", 413, "too-large"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_notice_is_a_problem(
    new_database: NewDatabase,  # noqa: F811
    content: bytes,
    kind: str,
    status: int,
    named: str,
) -> None:
    with house(new_database("sqlite")) as made:
        response = give(made, content, kind)
        assert response.status_code == status, response.text
        assert response.json()["type"].endswith(named)
        assert made.journal.last() == 1


def test_a_body_has_a_bound_whatever_it_says_of_its_length(new_database: NewDatabase) -> None:  # noqa: F811
    def pour() -> Iterator[bytes]:
        for _ in range(3000):
            yield b"x" * 1000

    settings = Settings(upload=2_000_000, rate=999)
    with house(new_database("sqlite"), settings=settings) as made:
        headers = {**made.auth("record"), "content-type": "text/plain"}
        response = made.client.post("/v1/notices", content=pour(), headers=headers)
        assert response.status_code == 413
        long = {"person": "河" * 1_000_000}
        assert (
            made.client.post("/v1/absences", json=long, headers=made.auth("record")).status_code
            == 413
        )


def send(made: House, *files: tuple[str, bytes], **headers: str) -> httpx.Response:
    parts = [("files", (name, content)) for name, content in files]
    given = {**made.auth("record"), **headers}
    return made.client.post("/v1/jobs", files=parts, headers=given, params={"because": "旧档"})


def test_many_files_and_a_zip_are_read_as_a_job(office: House) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("甲/三.txt", text(3))
        made.writestr("../../坏.txt", b"\x00\x01")
    response = send(
        office,
        ("一.txt", text(1)),
        ("../二.txt", text(2)),
        ("又.txt", text(1)),
        ("a.zip", packed.getvalue()),
    )
    assert response.status_code == 202, response.text
    job = response.json()
    assert response.headers["location"] == job["links"]["self"]
    assert (job["state"], job["files"], job["done"], job["because"]) == ("waiting", 5, 0, "旧档")
    done = ended(office, job["id"])
    assert {key: done[key] for key in ("state", "done", "new", "known")} == {
        "state": "done",
        "done": 5,
        "new": 3,
        "known": 1,
    }
    (refused,) = done["refused"]
    assert refused["name"] == "a.zip/坏.txt"
    assert sorted(entry.source or "" for entry in office.journal.entries(1)) == [
        "a.zip/甲/三.txt",
        "一.txt",
        "二.txt",
    ]
    assert [
        one["id"]
        for one in office.client.get("/v1/jobs", headers=office.auth("record")).json()["items"]
    ] == [job["id"]]
    assert office.client.get("/v1/jobs/none", headers=office.auth("record")).status_code == 404


def test_the_same_job_twice_is_one(office: House) -> None:
    answers = [send(office, ("一.txt", text(1)), **{"idempotency-key": "j"}) for _ in range(2)]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert send(office, ("一.txt", text(2)), **{"idempotency-key": "j"}).status_code == 422
    assert len(office.desk.jobs.last(9)) == 1


def test_its_progress_is_told_as_it_comes(office: House) -> None:
    job = send(office, *((f"{n}.txt", text(n)) for n in range(1, 6))).json()
    headers = {**office.auth("record"), "accept-encoding": "gzip"}
    with office.client.stream("GET", job["links"]["events"], headers=headers) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        assert "content-encoding" not in response.headers
        lines = [line for line in response.iter_lines() if line]
    told = [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data")]
    assert [line for line in lines if line.startswith("event")][-1] == "event: end"
    assert told[-1]["done"] == 5
    assert [one["done"] for one in told] == sorted(one["done"] for one in told)


def test_nothing_to_hand_in_is_a_problem(office: House) -> None:
    for files in ([("a.zip", b"PK nothing")], [("a.zip", b"PK\x05\x06" + b"\0" * 18)]):
        response = send(office, *files)
        assert response.status_code == 400, response.text
        assert response.json()["type"].endswith("unreadable-source")
    empty = office.client.post("/v1/jobs", headers=office.auth("record"))
    assert empty.status_code == 400
    assert office.desk.jobs.last(9) == ()


# ---- what outlives a process -----------------------------------------------------------


def job(number: str, *names: str) -> Job:
    return Job(
        id=number,
        made=moment(0),
        key="k",
        by="x",
        because=None,
        state=JobState.WAITING,
        files=tuple(JobFile(name=name) for name in names),
    )


def test_another_process_goes_on_where_one_was_killed(sql: SqlJournal) -> None:  # noqa: F811
    jobs = SqlJobs(sql)
    jobs.add(job("j", "1.txt", "2.txt"), [text(1), text(2)])
    assert jobs.claim("one", moment(0), moment(-30)) == "j"
    first = jobs.next_file("j")
    assert first is not None
    assert (first.place, first.name, first.content, first.tries) == (0, "1.txt", text(1), 0)
    assert jobs.settle("j", 0, Outcome(new=1), worker="one", at=moment(1))
    assert jobs.next_file("j") is not None  # and here it is killed
    assert jobs.claim("two", moment(20), moment(20) - SILENT) is None
    assert jobs.beat("j", worker="one", at=moment(5))
    late = moment(5) + SILENT + timedelta(seconds=1)
    assert jobs.claim("two", late, late - SILENT) == "j"
    second = jobs.next_file("j")
    assert second is not None
    assert (second.place, second.tries) == (1, 1)
    assert not jobs.settle("j", 1, Outcome(), worker="one", at=late)
    assert not jobs.beat("j", worker="one", at=late)
    assert jobs.settle("j", 1, Outcome(known=1), worker="two", at=late)
    assert jobs.next_file("j") is None
    jobs.release("j", worker="two", done=True)
    found = jobs.get("j")
    assert found is not None
    assert (found.state, found.done) == (JobState.DONE, 2)
    assert jobs.claim("two", late, late) is None


def test_one_of_two_takes_a_job(database: str) -> None:  # noqa: F811
    with (
        closing(open_journal(database, create=True)) as one,
        closing(open_journal(database)) as two,
    ):
        SqlJobs(one).add(job("j", "1.txt"), [b""])
        taken = [SqlJobs(j).claim(w, moment(0), moment(-30)) for j, w in ((one, "1"), (two, "2"))]
        assert taken == ["j", None]


def test_a_job_is_cancelled_and_lets_go_of_its_files(sql: SqlJournal) -> None:  # noqa: F811
    jobs = SqlJobs(sql)
    jobs.add(job("j", "1.txt", "2.txt"), [text(1), text(2)])
    jobs.claim("one", moment(0), moment(-30))
    jobs.settle("j", 0, Outcome(new=1), worker="one", at=moment(1))
    assert jobs.cancel("j")
    assert not jobs.cancel("j")
    assert not jobs.settle("j", 1, Outcome(), worker="one", at=moment(2))
    found = jobs.get("j")
    assert found is not None
    assert (found.state, found.done) == (JobState.CANCELLED, 1)
    file = jobs.next_file("j")
    assert file is not None
    assert file.content == b""


def test_a_file_that_ends_the_process_each_time_is_given_up(sql: SqlJournal) -> None:  # noqa: F811
    jobs = SqlJobs(sql)
    jobs.add(job("j", "bad.txt", "2.txt"), [text(1), text(2)])
    for _ in range(TRIES):
        jobs.next_file("j")
    reader = Reader(jobs, sql, lambda: moment(0))
    reader.start()
    try:
        for _ in range(200):
            found = jobs.get("j")
            if found is not None and found.state is JobState.DONE:
                break
            time.sleep(0.05)
    finally:
        reader.stop()
    assert found is not None
    bad, good = (file.outcome for file in found.files)
    assert bad is not None
    assert "broken off" in (bad.refused or "")
    assert structs.asdict(good)["new"] == 1  # type: ignore[arg-type]
