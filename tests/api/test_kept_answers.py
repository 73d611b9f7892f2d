"""Answers that are given again: the same, while nothing changed, and never when anything did."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import closing
from datetime import date

import httpx
import pytest
from litestar.types import ASGIApp, Receive, Scope, Send
from sqlalchemy import text

from api.app import create_app
from api.kept_answers import kept
from registry.model.journal import AbsenceRecorded, NoticeIngested
from registry.model.records import Absence
from registry.service.loading.load import notices_of
from registry.service.registry import Registry
from registry.store.open import open_journal
from registry.wiring import now, registry, shipped_facts, shipped_glossary, shipped_rules
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401

NOTICE = """青岚市人民政府关于市政府领导同志工作分工的通知
青府〔2019〕5号

市长陈一诺同志负责市政府全面工作。
副市长周二川同志负责商务、教育方面工作。分管市商务局。
副市长吴三岭同志负责农业方面工作。
AB角：周二川—吴三岭。

青岚市人民政府
2019年9月1日
"""
ASKED = {"subject": "商务", "on": "2019-09-20"}


class Service:
    """The application behind what keeps answers, and how often it was reached."""

    def __init__(self, known: Registry) -> None:
        inner = create_app(known)
        self.reached = 0
        self.scope: Scope | None = None

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            self.reached += 1
            await inner(scope, receive, send)

        outer = kept(counted, known)

        async def noted(scope: Scope, receive: Receive, send: Send) -> None:
            self.scope = scope
            await outer(scope, receive, send)

        self._app: ASGIApp = noted

    def get(
        self, path: str, params: Mapping[str, str] = ASKED, headers: Mapping[str, str] = {}
    ) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app)  # type: ignore[arg-type]
            async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
                return await client.get(path, params=params, headers=headers)

        return asyncio.run(ask())


@pytest.fixture
def service() -> Service:
    day = date(2019, 9, 20)
    return Service(Registry(shipped_facts(), shipped_rules(), shipped_glossary(), lambda: day))


@pytest.fixture(params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, new_database: NewDatabase) -> str:  # noqa: F811
    """The address of a database, of each kind, with one notice."""
    path = new_database(request.param)
    with closing(open_journal(path, create=True)) as journal:
        journal.append(list(notices_of(NOTICE, "a.txt")), by="clerk", at=now())
    return path


def test_the_same_question_reaches_the_application_once(service: Service) -> None:
    first, again = service.get("/v1/answers"), service.get("/v1/answers")
    assert service.reached == 1
    assert (again.status_code, again.content, dict(again.headers)) == (
        first.status_code,
        first.content,
        dict(first.headers),
    )
    assert first.json()["segments"][0]["acting"] == ["张良华"]
    service.get("/v1/answers", {"subject": "商务", "on": "2019-09-21"})
    assert service.reached == 2


def test_who_has_it_already_is_told_so_each_time(service: Service) -> None:
    tag = service.get("/v1/answers").headers["etag"]
    for _ in range(2):
        answered = service.get("/v1/answers", headers={"if-none-match": tag})
        assert (answered.status_code, answered.content) == (304, b"")
    assert service.reached == 2


@pytest.mark.parametrize("header", ["authorization", "cookie", "origin"])
def test_what_is_asked_by_somebody_is_not_kept(service: Service, header: str) -> None:
    for _ in range(2):
        service.get("/v1/answers", headers={header: "x"})
    assert service.reached == 2


def test_problems_pages_and_health_are_not_kept(service: Service) -> None:
    for path in ("/v1/answers", "/v1/nowhere", "/health/live", "/rules"):
        for _ in range(2):
            service.get(path, {})
    assert service.reached == 8


def test_the_route_is_told_without_the_names_in_it(service: Service) -> None:
    day = {"on": "2019-09-20"}
    person = service.get("/v1/people", day).json()["items"][0]["links"]["self"]
    for _ in range(2):
        assert service.get(person, {}).status_code == 200
    assert service.reached == 2
    assert service.scope is not None
    assert service.scope["path_template"] == "/v1/people/{person_id}"


def test_what_another_process_writes_counts_at_once(filled: str) -> None:
    service = Service(registry((), filled))
    assert service.get("/v1/answers").json()["segments"][0]["acting"] == ["周二川"]
    away = Absence(person="周二川", start=date(2019, 9, 20), end=date(2019, 9, 20))
    with closing(open_journal(filled)) as other:
        record = AbsenceRecorded(government="青岚市人民政府", absence=away)
        other.append([record], by="clerk", at=now())
    assert service.get("/v1/answers").json()["segments"][0]["acting"] == ["吴三岭"]
    assert service.get("/v1/answers").json()["segments"][0]["acting"] == ["吴三岭"]
    assert service.reached == 2


def test_a_journal_that_cannot_be_read_is_a_problem(filled: str) -> None:
    service = Service(registry((), filled))
    with closing(open_journal(filled)) as other:
        for old, new, status in (("journal", "gone", 503), ("gone", "journal", 200)):
            with other.engine.begin() as connection:
                connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))
            for _ in range(2):
                assert service.get("/v1/answers").status_code == status


def test_the_fixture_is_read_whole() -> None:
    (read,) = notices_of(NOTICE, "a.txt")
    assert isinstance(read, NoticeIngested)
    assert not [f for f in read.facts if type(f).__name__ == "Unparsed"]
