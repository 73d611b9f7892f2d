"""What the OpenAPI document shows of each operation: a request, and what the service answers.

``python -m tests.api.shown`` asks the application itself, over the shipped notices and by a
clock that stands, and writes ``api/openapi_examples.json``.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import parse_qsl

import httpx
import msgspec
from litestar import Litestar
from litestar.testing import TestClient

from api.app import create_app
from api.controllers.events import in_stream
from api.controllers.writes.uploads import DOCX
from api.drawn import MEDIA
from api.openapi import document
from registry.charts.render import Format
from registry.service.certificates.signing_keys import SigningKeys
from registry.service.registry import Registry
from registry.shipped import shipped
from registry.tables.settings import Settings
from registry.wiring import shipped_facts, shipped_glossary, shipped_rules
from tests.api.addresses import addresses, operations
from tests.api.house import House, house
from tests.record.test_rules import UNLESS

WHERE = Path(__file__).parents[2] / "api" / "openapi_examples.json"
NOW = datetime(2024, 7, 8, 1, tzinfo=UTC)
CITY = "云陵市人民政府"
DIVISION, MOVES, GROUP = (
    shipped("data") / "examples" / name
    for name in (
        "01-yunling-division.txt",
        "02-yunling-appointments.txt",
        "03-yunling-business-climate-group.txt",
    )
)
ROWS = "person,start,end,kind\n姚沐川,2024-07-15,2024-07-16,meeting\n"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//office//desk//ZH
BEGIN:VEVENT
UID:2024-07-18-yao
DTSTAMP:20240708T010000Z
DTSTART;VALUE=DATE:20240718
DTEND;VALUE=DATE:20240719
SUMMARY:姚沐川
CATEGORIES:travel
END:VEVENT
END:VCALENDAR
"""
FEW = 2
"""Of a list so many are shown, and of one within it one."""
LONGEST = 300
"""Characters of a text that is shown whole."""

BEGINS: dict[Format, str] = {
    "svg": "<?xml version='1.0' encoding='utf-8'?>\n<svg ",
    "html": "<!doctype html>\n",
    "dot": "digraph ",
    "pdf": "%PDF-1.7\n",
    "png": "\x89PNG\r\n",
}
"""How a chart of the government begins in each form."""
FORM = "application/x-www-form-urlencoded"
JOB = "0f1e2d3c4b5a69788796a5b4"
KEY = {
    "kid": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
}
"""The example of RFC 8037, in the place of a key that is another at each time."""


class Shown:
    """What was asked and answered, by operation."""

    def __init__(self) -> None:
        self.operations: dict[str, dict[str, Any]] = {}
        self.problems: dict[str, Any] = {}
        self.stand_ins: dict[str, str] = {}

    def answer(self, name: str, response: httpx.Response) -> Any:
        """Note the answer to an operation, and what was sent for it; return what it says."""
        assert response.status_code < 400, (name, response.text)
        kind = response.headers.get("content-type", "").partition(";")[0]
        sent = response.request
        given = sent.headers.get("content-type", "").partition(";")[0]
        self._noted(name)
        if given == "application/json":
            self.request(name, given, msgspec.json.decode(sent.content))
        elif given == FORM:
            self.request(name, given, dict(parse_qsl(sent.content.decode())))
        elif given.startswith("text/"):
            self.request(name, given, sent.content.decode())
        if kind.endswith("json"):
            said = msgspec.json.decode(response.content)
            self.response(name, kind, cut(said))
            return said
        if response.content:
            self.response(name, kind, begun(response.text))
        return None

    def request(self, name: str, kind: str, sent: Any) -> None:
        """Note what may be sent for an operation."""
        self._noted(name)["request"][kind] = sent

    def response(self, name: str, kind: str, said: Any) -> None:
        """Note what an operation may answer."""
        self._noted(name)["response"][kind] = said

    def _noted(self, name: str) -> dict[str, Any]:
        return self.operations.setdefault(name, {"response": {}, "request": {}})

    def problem(self, response: httpx.Response) -> None:
        """Note a problem."""
        assert response.headers["content-type"] == "application/problem+json", response.text
        said = response.json()
        self.problems[said["type"].rpartition("/")[2]] = cut(said)

    def made(self) -> bytes:
        """Return all of it as it is kept."""
        whole = {"operations": self.operations, "problems": self.problems}
        text = msgspec.json.encode(whole).decode()
        for random, fixed in self.stand_ins.items():
            text = text.replace(random, fixed)
        return msgspec.json.format(text.encode(), indent=1) + b"\n"


def cut(said: Any, few: int = FEW) -> Any:
    """Return an answer with short lists, so that its form can be seen at a glance."""
    if isinstance(said, dict):
        return {key: cut(value, few) for key, value in said.items()}
    if isinstance(said, list):
        return [cut(one, 1) for one in said[:few]]
    if isinstance(said, str) and len(said) > LONGEST:
        return f"{said[: LONGEST - 1]}…"
    return said


def begun(text: str) -> str:
    """Return the first lines of a text, and a mark where there are more."""
    lines = text.splitlines(keepends=True)
    found = ""
    while lines and len(found) + len(lines[0]) <= LONGEST * 2:
        found += lines.pop(0)
    return f"{found}…" if lines else found


def examples() -> bytes:
    """Ask everything, and return what is shown of it."""
    shown = Shown()
    of_the_shipped(shown)
    with TemporaryDirectory() as folder, keys_in(Path(folder) / "keys") as keys:
        key = keys.make(NOW)
        shown.stand_ins |= {key.kid: KEY["kid"], key.x: KEY["x"]}
        of_an_office(shown, Path(folder))
    return shown.made()


def of_the_shipped(shown: Shown) -> None:
    """Ask what can be read of the notices of 2019."""
    registry = Registry(shipped_facts(), shipped_rules(), shipped_glossary(), NOW.date)
    with TestClient(create_app(registry), "http://127.0.0.1") as client:
        for name, path, params in addresses(document(client.app)):
            response = client.get(path, params=params)
            if response.status_code == 409 and "no-journal" in response.text:
                shown.problem(response)
            elif not path.endswith(".svg"):  # it is as the drawing program has it
                shown.answer(name, response)
        away = {"person": "张良华", "from": "2019-09-03", "to": "2019-09-05"}
        suppose = {"from": "2019-09-02", "to": "2019-09-08", "absence": [away]}
        begin_of_the_drawn(shown, client)
        shown.answer("suppose", client.post("/v1/whatif", json=suppose))
        for params in ({"subject": "商贸务"}, {"subject": "商务", "on": "2019-09-31"}, {}):
            shown.problem(client.get("/v1/answers", params=params))
        shown.problem(client.get("/v2/answers"))
        shown.problem(client.post("/v1/answers"))


def begin_of_the_drawn(shown: Shown, client: TestClient[Litestar]) -> None:
    """Note how each form of a chart begins; the rest is as the drawing program has it."""
    for form, begins in BEGINS.items():
        drawn = client.get(f"/v1/charts/government.{form}", params={"on": "2019-09-04"})
        no_font = drawn.status_code == HTTPStatus.SERVICE_UNAVAILABLE
        assert no_font or drawn.content.startswith(begins.encode("latin-1")), drawn.content[:100]
        for path, _, op in operations(document(client.app)):
            if path.startswith("/v1/charts/") and path.endswith(f".{form}"):
                shown.response(op["operationId"], MEDIA[form], f"{begins}…")


@contextmanager
def keys_in(folder: Path) -> Iterator[SigningKeys]:
    """Have certificates signed with keys of a folder."""
    before = os.environ.get("REGISTRY_KEYS")
    os.environ["REGISTRY_KEYS"] = str(folder)
    try:
        yield SigningKeys(folder)
    finally:
        if before is None:
            del os.environ["REGISTRY_KEYS"]
        else:
            os.environ["REGISTRY_KEYS"] = before


def of_an_office(shown: Shown, folder: Path) -> None:
    """Hand in the example notices, record what may be recorded, read it and take it back."""
    with house(
        str(folder / "registry.db"),
        rules=UNLESS,
        settings=Settings(hosts=("registry.example",)),
        by=(),
        city=CITY,
        begin=NOW,
        hooks=folder / "hooks",
    ) as made:
        ask = Asking(shown, made)
        ask("isAlive", "GET", "/health/live")
        ask("isReady", "GET", "/health/ready")
        hand_in(ask)
        record(ask)
        ask_of_the_journal(ask)
        sign_in(ask)
        take_back(ask)
        be_refused(ask)


class Asking:
    """Asks a service with the key of a scope, and notes it."""

    def __init__(self, shown: Shown, made: House) -> None:
        self.shown = shown
        self.made = made

    def __call__(
        self,
        name: str,
        method: str,
        path: str,
        scope: str = "read",
        **sent: Any,
    ) -> Any:
        return self.shown.answer(name, self.plainly(method, path, scope, **sent))

    def plainly(self, method: str, path: str, scope: str = "read", **sent: Any) -> httpx.Response:
        headers = {**self.made.auth(scope), **sent.pop("headers", {})}
        self.made.clock.later(minutes=1)
        return self.made.client.request(method, path, headers=headers, **sent)


def hand_in(ask: Asking) -> None:
    """Hand in a notice by itself, and two more as a job."""
    text = {"content-type": "text/plain"}
    name = {"name": DIVISION.name}
    ask(
        "takeInNotice",
        "POST",
        "/v1/notices",
        "record",
        params=name,
        headers=text,
        content=DIVISION.read_bytes(),
    )
    notice = "".join(f"<p>{line}</p>\n" for line in DIVISION.read_text("utf-8").splitlines()[:6])
    ask.shown.request("takeInNotice", "text/html", f"<!doctype html>\n{notice}…")
    ask.shown.request("takeInNotice", "application/pdf", "%PDF-1.7\n…")
    ask.shown.request("takeInNotice", DOCX, "PK\x03\x04…")
    files = [("files", (file.name, file.read_bytes(), "text/plain")) for file in (MOVES, GROUP)]
    job = ask("makeJob", "POST", "/v1/jobs", "record", files=files)["id"]
    texts = [cut(file.read_text(encoding="utf-8")) for file in (MOVES, GROUP)]
    ask.shown.request("makeJob", "multipart/form-data", {"files": texts})
    ask.shown.stand_ins[job] = JOB
    # Another thread reads it; the clock stands meanwhile.
    while (kept := ask.made.desk.jobs.get(job)) and not kept.state.ended:
        time.sleep(0.05)
    ask("readJob", "GET", f"/v1/jobs/{job}", "record")
    ask("listJobs", "GET", "/v1/jobs", "record")
    ask("followJob", "GET", f"/v1/jobs/{job}/events", "record")
    ask("cancelJob", "DELETE", f"/v1/jobs/{job}", "record")


def record(ask: Asking) -> None:
    """Record one of everything, and read it."""
    away = {
        "person": "蓝启程",
        "from": "2024-07-10",
        "to": "2024-07-12",
        "kind": "away",
        "reason": "招商洽谈",
    }
    approved = {"approve_by": "顾远帆", "because": "市长同意"}
    wrong = next(
        fact
        for fact in ask.plainly("GET", f"/v1/notices/{CITY}~云政发〔2024〕12号").json()["facts"]
        if fact["fact"] == "responsible" and fact["area"] == "营商环境"
    )
    right = {**wrong, "area": "优化营商环境"}
    sent: Mapping[str, tuple[str, Any]] = {
        "recordAbsence": ("absences", away),
        "recordHandover": ("handovers", {"person": "蓝启程", "steps": ["told_backup"]}),
        "recordDecision": (
            "decisions",
            {
                "holder": "蓝启程",
                "assignee": "温若谷",
                "coordinator": "顾远帆",
                "from": "2024-07-11",
                "because": "蓝启程、简书宁同时外出",
            },
        ),
        "recordCorrection": (
            "corrections",
            {"wrong": wrong, "right": right, "because": "与原件核对"},
        ),
        "recordMerge": (
            "identities/merges",
            {"kind": "agency", "name": "市信访局", "into": "市司法局", "because": "机构合并"},
        ),
        "recordSplit": (
            "identities/splits",
            {
                "name": "杜若溪",
                "docs": ["云政人〔2024〕8号"],
                "called": "杜若溪（乙）",
                "because": "同名两人",
            },
        ),
    }
    for name, (path, body) in sent.items():
        ask(name, "POST", f"/v1/{path}", "record", json=body)
        if name == "recordAbsence":
            both = {**away, "person": "简书宁", "from": "2024-07-11", "to": "2024-07-11"}
            ask.shown.problem(ask.plainly("POST", f"/v1/{path}", "record", json=both))
            allowed = ask.plainly("POST", f"/v1/{path}", "record", json={**both, **approved})
            assert allowed.status_code == 201, allowed.text
    path = "/v1/absences/import"
    for form, content in {"text/calendar": CALENDAR, "text/csv": ROWS}.items():
        sent_as = {"content-type": form}
        ask("importAbsences", "POST", path, "record", headers=sent_as, content=content.encode())
    for kind, one in KINDS.items():
        first = ask(f"list{kind.capitalize()}", "GET", f"/v1/{kind}", "absences")["items"][0]
        ask(f"read{one}", "GET", first["links"]["self"], "absences")


KINDS = {
    "absences": "Absence",
    "approvals": "Approval",
    "corrections": "Correction",
    "decisions": "Decision",
    "handovers": "Handover",
    "identities": "Identity",
}


def ask_of_the_journal(ask: Asking) -> None:
    """Ask what only a journal can tell."""
    ask("listJournal", "GET", "/v1/journal", "administer", params={"after": 3, "limit": 2})
    ask("readJournalEntry", "GET", "/v1/journal/4", "administer")
    listed = ask("listEvents", "GET", "/v1/events", params={"type": "cover_changed", "limit": 1})
    for one in listed["items"]:
        event = msgspec.json.encode(cut(one))
        stream = b"retry: 2000\n\n" + in_stream(one["id"], one["type"], event)
        ask.shown.response("listEvents", "text/event-stream", stream.decode())
    about = {"subject": "商务", "on": "2024-07-10"}
    path = "/v1/answers/certificate"
    signed = ask("certifyAnswer", "GET", path, "absences", params=about)
    ask.shown.stand_ins |= {
        signed["certificate"]["issued"]: ask.made.clock.now().isoformat().replace("+00:00", "Z"),
        signed["signature"]["value"]: "…",
    }
    ask("listSigningKeys", "GET", "/v1/certificates/keys")


def sign_in(ask: Asking) -> None:
    """Sign in and out, as a browser does."""
    key = ask.made.keys["record"]
    ask.shown.stand_ins[key] = "lrk_377fee2b08ff_…"
    form = {"key": key, "next": "/absences"}
    ask("signInByForm", "POST", "/session/begin", data=form, follow_redirects=False)
    ask("signIn", "POST", "/session", json={"key": key})
    ask("readSession", "GET", "/session", "record")
    ask.made.client.delete("/session")


def take_back(ask: Asking) -> None:
    """Take back one of everything, and that once."""
    for kind, one in KINDS.items():
        for item in ask.plainly("GET", f"/v1/{kind}", "record").json()["items"]:
            because = {"because": "登记有误"}
            gone = ask(f"withdraw{one}", "DELETE", item["links"]["self"], "record", params=because)
    ask(
        "withdrawWithdrawal",
        "DELETE",
        f"/v1/withdrawals/{gone['number']}",
        "record",
        params={"because": "仍然有效"},
    )


def be_refused(ask: Asking) -> None:
    """Meet the problems that one meets most."""
    away = {"person": "姚沐川", "from": "2024-08-01", "kind": "away"}
    client, problem = ask.made.client, ask.shown.problem
    problem(client.get("/v1/absences"))
    problem(client.get("/v1/absences", headers={"authorization": "Bearer lrk_"}))
    problem(ask.plainly("GET", "/v1/absences", "read"))
    ask.shown.stand_ins[ask.made.keys["read"].split("_")[1]] = "377fee2b08ff"
    problem(client.get("/v1/people", headers={"host": "elsewhere.example"}))
    for sent in (
        {"json": {**away, "kind": "holiday"}},
        {"json": away, "headers": {"if-match": '"j1"'}},
        {"content": b" " * 1_000_001, "headers": {"content-type": "application/json"}},
    ):
        problem(ask.plainly("POST", "/v1/absences", "record", **sent))
    pdf = {"content-type": "image/png"}
    problem(ask.plainly("POST", "/v1/notices", "record", headers=pdf, content=b"x"))
    once = {"headers": {"idempotency-key": "one"}}
    ask.plainly("POST", "/v1/absences", "record", json=away, **once)
    problem(ask.plainly("POST", "/v1/absences", "record", json={**away, "kind": "ill"}, **once))
    problem(ask.plainly("POST", "/v1/absences", "record", json=away))


if __name__ == "__main__":
    WHERE.write_bytes(examples())
