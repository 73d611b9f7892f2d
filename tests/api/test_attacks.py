"""What is sent to do harm is refused in the form of every error, and does none."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest

from registry.tables.settings import Settings
from tests.api.house import House, house
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401

SCRIPT = "<script>alert(1)</script>"
AWAY = {"person": "河二", "from": "2020-05-03", "kind": "away"}


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(rate=99_999)


@pytest.fixture
def office(new_database: NewDatabase, settings: Settings) -> Iterator[House]:  # noqa: F811
    with house(new_database("sqlite"), settings=settings) as made:
        yield made


def send(office: House, content: bytes, kind: str = "application/json") -> Any:
    headers = {**office.auth("record"), "content-type": kind}
    return office.client.post("/v1/absences", content=content, headers=headers)


@pytest.mark.parametrize(
    "query",
    [
        {"subject": SCRIPT},
        {"subject": "商务", "government": SCRIPT},
        {"subject": "商务", "away": SCRIPT},
        {"subject": "商务", SCRIPT: "1"},
        {"subject": "商务", "on": SCRIPT[:10]},
    ],
)
def test_what_was_sent_comes_back_as_text_alone(office: House, query: dict[str, str]) -> None:
    response = office.client.get("/v1/answers", params=query, headers={"accept": "*/*"})
    assert 400 <= response.status_code < 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["content-security-policy"].startswith("default-src 'none'")
    json.loads(response.text)


def test_a_page_shows_what_was_sent_as_text(office: House) -> None:
    for path in ("/", f"/{SCRIPT}", "/people", "/notices"):
        asked = {"subject": SCRIPT, "name": SCRIPT, "q": SCRIPT}
        response = office.client.get(path, params=asked, headers={"accept": "text/html"})
        assert response.status_code < 500
        assert SCRIPT not in response.text, path


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff\xfe",
        b'{"person": "\xff\xff"}',
        b'{"person": "\\ud800"}',
        b"[" * 200_000,
        b'{"reason":' * 100_000,
        b'{"person": ' + b"[" * 5000 + b"]" * 5000 + b"}",
        b'{"person": 1e999999}',
        b'{"person": "x", "person": "y", "from": "2020-05-03", "kind": "away"}',
        b"\x00" * 100,
        gzip.compress(b"{}" * 1_000_000),
    ],
    ids=lambda content: repr(content[:20]),
)
def test_json_that_is_none(office: House, content: bytes) -> None:
    response = send(office, content)
    assert 400 <= response.status_code < 500, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert office.journal.last() == 1


def test_a_fact_that_nests_without_end(office: House) -> None:
    deep: Any = "x"
    for _ in range(900):
        deep = {"a": deep}
    body = json.dumps({"wrong": {"fact": "responsible", "area": deep}})
    headers = {**office.auth("record"), "content-type": "application/json"}
    response = office.client.post("/v1/corrections", content=body, headers=headers)
    assert 400 <= response.status_code < 500


def test_a_compressed_body_is_not_unpacked(office: House) -> None:
    packed = gzip.compress(json.dumps(AWAY).encode())
    headers = {**office.auth("record"), "content-encoding": "gzip"}
    response = office.client.post("/v1/absences", content=packed, headers=headers)
    assert 400 <= response.status_code < 500


@pytest.mark.parametrize("value", ["a\r\nx-injected: 1", "a\nb", "é", "\x00"])
def test_no_header_can_be_slipped_in(office: House, value: str) -> None:
    headers = [
        (name.encode(), text.encode("utf-8"))
        for name, text in {**office.auth("record"), "idempotency-key": value}.items()
    ]
    response = office.client.post("/v1/absences", json=AWAY, headers=headers)
    assert response.status_code == 400
    assert "x-injected" not in response.headers
    assert office.journal.last() == 1


def test_what_is_entered_cannot_break_out_of_a_header(office: House) -> None:
    name = "a\r\nset-cookie: x=y"
    headers = {**office.auth("record"), "content-type": "text/plain"}
    response = office.client.post(
        "/v1/notices",
        content="云府字〔2024〕9号\n江一分管市商务局。",
        headers=headers,
        params={"name": name},
    )
    assert "x=y" not in str(response.headers)
    assert response.status_code in {200, 400}
    for entry in office.journal.entries(1):
        assert "\n" not in (entry.source or "")


@pytest.mark.parametrize(
    "path",
    [
        "/v1/../../etc/passwd",
        "/v1/%2e%2e/%2e%2e/etc/passwd",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/v1/jobs/..%2f..%2fetc",
        "/v1/absences/%00",
        "/v1/absences/99999999999999999999999",
        "/v1/absences/-1",
        "/v1/absences/1e3",
    ],
)
def test_a_path_leads_nowhere_else(office: House, path: str) -> None:
    response = office.client.get(path, headers=office.auth("record"))
    assert 400 <= response.status_code < 500, response.text
    assert "root:" not in response.text
    assert "create_app" not in response.text


def test_a_body_of_forms_is_bounded(office: House) -> None:
    many = [("files", (f"{n}.txt", b"x")) for n in range(1100)]
    response = office.client.post("/v1/jobs", files=many, headers=office.auth("record"))
    assert response.status_code in {400, 413}
    broken = {**office.auth("record"), "content-type": "multipart/form-data; boundary=x"}
    for content in (b"", b"--x\r\n", b"--y--", b"--x\r\ncontent-disposition: form-data\r\n\r\n"):
        response = office.client.post("/v1/jobs", content=content, headers=broken)
        assert 400 <= response.status_code < 500, content
    none = {**office.auth("record"), "content-type": "multipart/form-data"}
    assert office.client.post("/v1/jobs", content=b"x", headers=none).status_code == 400
    assert office.desk.jobs.last(1) == ()


# ---- what every answer says of itself --------------------------------------------------


def test_an_answer_is_known_by_its_tag(office: House) -> None:
    asked = {"on": "2020-05-03"}
    plain = {"accept-encoding": "identity"}
    first = office.client.get("/v1/people", params=asked, headers=plain)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert "content-encoding" not in first.headers
    packed = office.client.get("/v1/people", params=asked, headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["etag"] != tag
    assert packed.json() == first.json()
    for known in (tag, f'"x", {tag}', f"W/{tag}", packed.headers["etag"], "*"):
        for way in (plain, {"accept-encoding": "gzip"}):
            same = office.client.get(
                "/v1/people", params=asked, headers={**way, "if-none-match": known}
            )
            assert (same.status_code, same.content) == (304, b""), known
            assert "etag" in same.headers
            assert "content-length" not in same.headers
    other = {**plain, "if-none-match": tag}
    elsewhere = {**asked, "on": "2020-05-04"}
    assert office.client.get("/v1/people", params=elsewhere, headers=other).status_code == 200


def test_who_may_keep_an_answer(office: House) -> None:
    asked = {"subject": "商务"}
    assert office.client.get("/v1/answers", params=asked).headers["cache-control"] == "no-cache"
    mine = office.client.get("/v1/answers", params=asked, headers=office.auth("read"))
    assert mine.headers["cache-control"] == "private, no-cache"
    assert "Authorization" in mine.headers["vary"]
    private = office.client.get("/v1/absences", headers=office.auth("absences"))
    assert private.headers["cache-control"] == "no-store"
    assert office.client.get("/v1/answers").headers["cache-control"] == "no-store"
    written = send(office, json.dumps(AWAY).encode())
    assert written.headers["cache-control"] == "no-store"


def test_every_kind_of_problem_is_documented() -> None:
    from pathlib import Path

    from api.problems import BY_STATUS, KINDS

    text = Path("docs/reference/api.md").read_text(encoding="utf-8")
    for kind in (*KINDS.values(), *BY_STATUS.values()):
        assert f"| `{kind.name}` | {kind.status.value} |" in text, kind.name
