"""What people enter over HTTP: as the command enters it, once, and on what was last seen."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from registry.model.journal import AbsenceRecorded, ApprovalRecorded
from tests.api.house import House, house
from tests.graph.city import CITY
from tests.graph.city import DIVISION as NUMBER
from tests.record.test_rules import BACKUP, FORBIDDEN, UNLESS
from tests.state.journal import absent
from tests.store.conftest import NewDatabase, database, new_database, postgres, server  # noqa: F401

AWAY = {"person": "河二", "from": "2020-05-03", "to": "2020-05-05", "kind": "away"}
ABSENCES = "/v1/absences"


@pytest.fixture
def office(database: str) -> Iterator[House]:  # noqa: F811
    with house(database) as made:
        yield made


def send(made: House, path: str, body: Any, **headers: str) -> httpx.Response:
    given = {**made.auth("record"), **{k.replace("_", "-"): v for k, v in headers.items()}}
    return made.client.post(path, json=body, headers=given)


def take_back(made: House, path: str, **headers: str) -> httpx.Response:
    given = {**made.auth("record"), **{k.replace("_", "-"): v for k, v in headers.items()}}
    return made.client.delete(path, params={"because": "取消"}, headers=given)


def kind(response: httpx.Response) -> str:
    return str(response.json()["type"]).rpartition("/")[2]


def test_an_absence_is_recorded_listed_and_withdrawn(office: House) -> None:
    response = send(office, ABSENCES, {**AWAY, "reason": "家事", "because": "电话"})
    assert response.status_code == 201, response.text
    assert response.json()["entries"] == [2]
    assert response.headers["location"] == response.json()["links"]["self"] == f"{ABSENCES}/2"
    assert "家事" not in response.text
    (entry,) = office.journal.entries(1)
    assert isinstance(entry.record, AbsenceRecorded)
    assert (entry.by, entry.because, entry.record.reason) == ("record", "电话", "家事")

    for scope, reason in (("record", None), ("absences", "家事")):
        headers = office.auth(scope)
        listed = office.client.get(ABSENCES, headers=headers).json()
        assert listed["total"] == 1
        (item,) = listed["items"]
        assert (item["absence"]["person"], item["reason"]) == ("河二", reason)
        one = office.client.get(item["links"]["self"], headers=headers)
        assert one.json() == item
    assert office.client.get(ABSENCES).status_code == 401
    assert office.client.get(ABSENCES, headers=office.auth("read")).status_code == 403

    answer = office.client.get("/v1/answers", params={"subject": "商务", "on": "2020-05-04"})
    assert answer.json()["segments"][0]["covers"][0]["holder"] == "河二"
    assert answer.json()["segments"][0]["status"] != "in_charge"

    gone = take_back(office, f"{ABSENCES}/2")
    assert (gone.status_code, gone.json()["entry"], gone.json()["because"]) == (200, 2, "取消")
    assert office.client.get(ABSENCES, headers=office.auth("record")).json()["total"] == 0
    assert kind(take_back(office, f"{ABSENCES}/2")) == "already-recorded"
    missing = office.client.get(f"{ABSENCES}/2", headers=office.auth("record"))
    assert (missing.status_code, kind(missing)) == (404, "unknown-name")
    back = take_back(office, f"/v1/withdrawals/{gone.json()['number']}")
    assert back.status_code == 200
    assert office.client.get(ABSENCES, headers=office.auth("record")).json()["total"] == 1


def test_one_collection_does_not_withdraw_from_another(office: House) -> None:
    send(office, ABSENCES, AWAY)
    for path in ("decisions/2", "identities/2", "corrections/2", "withdrawals/2", "absences/1"):
        assert take_back(office, f"/v1/{path}").status_code == 404, path
    assert take_back(office, f"{ABSENCES}/99").status_code == 404
    assert office.journal.last() == 2


@pytest.mark.parametrize(
    ("change", "status", "named"),
    [
        ({"person": "某某"}, 404, "unknown-name"),
        ({"kind": "holiday"}, 422, "bad-record"),
        ({"from": "tomorrow"}, 400, "bad-period"),
        ({"to": "2020-05-01"}, 400, "bad-period"),
        ({"government": "无此"}, 404, "unknown-name"),
        ({"person": ""}, 400, "invalid-request"),
        ({"person": "河" * 201}, 400, "invalid-request"),
        ({"reason": "a\x00b"}, 400, "invalid-request"),
        ({"because": "\x1b[2J"}, 400, "invalid-request"),
        ({"reason": 7}, 400, "invalid-request"),
        ({"reasons": "x"}, 400, "invalid-request"),
        ({"approve_by": "江一", "because": "x"}, 422, "bad-record"),
    ],
    ids=str,
)
def test_what_cannot_be_entered_is_a_problem_and_nothing_is(
    new_database: NewDatabase,  # noqa: F811
    change: dict[str, Any],
    status: int,
    named: str,
) -> None:
    with house(new_database("sqlite")) as made:
        response = send(made, ABSENCES, {**AWAY, **change})
        assert (response.status_code, kind(response)) == (status, named), response.text
        assert response.headers["content-type"] == "application/problem+json"
        assert "\n" not in response.json().get("detail", "")
        assert made.journal.last() == 1


def test_rules_warn_refuse_and_ask_for_approval(new_database: NewDatabase) -> None:  # noqa: F811
    partner = absent("湖三", "2020-05-04", "2020-05-04")
    with house(new_database("sqlite"), partner, rules=BACKUP) as made:
        warned = send(made, ABSENCES, AWAY).json()["warnings"]
        assert [w["zh"] for w in warned] == ["2020-05-04，河二与B角湖三同时不在"]
    with house(new_database("sqlite"), partner, rules=FORBIDDEN) as made:
        refused = send(made, ABSENCES, AWAY)
        assert (refused.status_code, kind(refused)) == (409, "against-rule")
        assert refused.json()["rules"] == ["never"]
        assert "原则上不同时外出" in refused.json()["detail"]
        assert made.journal.last() == 2
    with house(new_database("sqlite"), partner, rules=UNLESS) as made:
        assert send(made, ABSENCES, AWAY).json()["rules"] == ["unless"]
        wrong = send(made, ABSENCES, {**AWAY, "approve_by": "海四", "because": "急"})
        assert (wrong.status_code, kind(wrong)) == (409, "against-rule")
        right = send(made, ABSENCES, {**AWAY, "approve_by": "江一", "because": "急"})
        assert right.json()["entries"] == [3, 4]
        assert isinstance(next(made.journal.entries(3)).record, ApprovalRecorded)
        listed = made.client.get("/v1/approvals", headers=made.auth("record")).json()
        assert [item["approval"]["by"] for item in listed["items"]] == ["江一"]


def test_what_was_sent_is_read_back_under_the_same_keys(office: House) -> None:
    part = {"from": "2020-05-03/pm", "to": "2020-05-04T16:30"}
    send(office, ABSENCES, {**AWAY, **part})
    send(office, ABSENCES, {**AWAY, "person": "湖三", "from": "2020-05-01", "to": "2020-05-02"})
    headers = office.auth("record")
    listed = office.client.get(ABSENCES, params={"sort": "from"}, headers=headers).json()["items"]
    early, late = (item["absence"] for item in listed)
    assert early == {"from": "2020-05-01", "to": "2020-05-02", "person": "湖三", "kind": "away"}
    assert (late["from"], late["from_time"]) == ("2020-05-03", "12:00:00")
    assert (late["to"], late["to_time"]) == ("2020-05-04", "16:30:00")
    newest = office.client.get(ABSENCES, params={"sort": "-number"}, headers=headers).json()
    assert [item["number"] for item in newest["items"]] == [3, 2]
    step = {"person": "河二", "steps": ["told_backup"]}
    done = send(office, "/v1/handovers", step).json()["links"]["self"]
    handed = office.client.get(done, headers=headers).json()["handover"]
    assert {k: handed[k] for k in ("from", "from_time", "to", "to_time")} == {
        k: late[k] for k in ("from", "from_time", "to", "to_time")
    }
    wrong = office.client.get("/v1/corrections", params={"sort": "from"}, headers=headers)
    assert wrong.status_code == 400


def test_a_decision_and_a_handover(office: House) -> None:
    for person in ("河二", "湖三"):
        send(office, ABSENCES, {**AWAY, "person": person})
    handed = send(
        office, "/v1/handovers", {"person": "河二", "steps": ["told_backup", "handed_over"]}
    )
    assert handed.status_code == 201, handed.text
    assert len(handed.json()["entries"]) == 2
    again = send(office, "/v1/handovers", {"person": "河二", "steps": ["told_backup"]})
    assert (kind(again), again.json()["entry"]) == ("already-recorded", handed.json()["entries"][0])
    listed = office.client.get("/v1/handovers", headers=office.auth("absences")).json()
    assert [item["handover"]["step"] for item in listed["items"]] == ["told_backup", "handed_over"]
    late = send(
        office, "/v1/handovers", {"person": "河二", "steps": ["accepted"], "on": "2020-05-09"}
    )
    assert kind(late) == "bad-record"


def test_a_merge_a_split_and_a_correction(office: House) -> None:
    merge = {"kind": "agency", "name": "市商务局", "into": "市税务局", "because": "一个单位"}
    made = send(office, "/v1/identities/merges", merge)
    assert made.status_code == 201, made.text
    split = {"name": "河二", "docs": [NUMBER], "called": "河二（乙）", "because": "两人"}
    assert send(office, "/v1/identities/splits", split).status_code == 201
    listed = office.client.get("/v1/identities", headers=office.auth("record")).json()["items"]
    assert [(i["what"], i["into"], i["called"]) for i in listed] == [
        ("merged", "市税务局", None),
        ("split", None, "河二（乙）"),
    ]
    assert (
        kind(send(office, "/v1/identities/merges", {**merge, "name": "市税务局"})) == "bad-record"
    )
    assert send(office, "/v1/identities/merges", {**merge, "because": " "}).status_code in {
        400,
        422,
    }

    wrong = next(
        f for f in office.desk.known(CITY).state.facts if getattr(f, "area", None) == "农业"
    )
    import msgspec

    body = {"wrong": msgspec.to_builtins(wrong), "because": "印错"}
    corrected = send(office, "/v1/corrections", body)
    assert corrected.status_code == 201, corrected.text
    (item,) = office.client.get("/v1/corrections", headers=office.auth("record")).json()["items"]
    assert (item["wrong"]["area"], item["right"]) == ("农业", None)
    for bad in ({}, {"wrong": {"fact": "responsible"}}, {"right": {"fact": "x"}}):
        assert kind(send(office, "/v1/corrections", bad)) == "bad-record", bad


def test_the_same_request_twice_is_done_once(office: House) -> None:
    first = send(office, ABSENCES, AWAY, idempotency_key="a1")
    again = send(office, ABSENCES, AWAY, idempotency_key="a1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert first.headers["location"] == again.headers["location"]
    assert first.headers["etag"] == again.headers["etag"]
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert office.journal.last() == 2
    other = send(office, ABSENCES, {**AWAY, "person": "海四"}, idempotency_key="a1")
    assert (other.status_code, kind(other)) == (422, "other-request")
    elsewhere = send(office, "/v1/handovers", AWAY, idempotency_key="a1")
    assert elsewhere.status_code in {400, 422}
    without = send(office, ABSENCES, AWAY)
    assert (without.status_code, without.json()["entry"]) == (409, 2)
    assert office.journal.last() == 2


def test_a_refusal_is_not_kept_for_the_next_try(office: House) -> None:
    unknown = {**AWAY, "person": "某某"}
    assert send(office, ABSENCES, unknown, idempotency_key="b").status_code == 404
    assert send(office, ABSENCES, AWAY, idempotency_key="b").status_code == 201


def test_the_same_request_many_times_at_once_is_done_once(office: House) -> None:
    with ThreadPoolExecutor(8) as pool:
        tries = [
            pool.submit(send, office, ABSENCES, AWAY, idempotency_key="many") for _ in range(8)
        ]
        answers = [one.result() for one in tries]
    assert {(answer.status_code, answer.content) for answer in answers} == {
        (201, answers[0].content)
    }
    assert office.journal.last() == 2


def test_a_write_can_rest_on_what_was_last_seen(office: House) -> None:
    etag = office.client.get(ABSENCES, headers=office.auth("record")).headers["etag"]
    first = send(office, ABSENCES, AWAY, if_match=etag)
    assert first.status_code == 201
    stale = send(office, ABSENCES, {**AWAY, "person": "海四"}, if_match=etag)
    assert (stale.status_code, kind(stale)) == (412, "stale")
    assert office.journal.last() == 2
    gone = take_back(office, f"{ABSENCES}/2", if_match=etag)
    assert (gone.status_code, kind(gone)) == (412, "stale")
    now = first.headers["etag"]
    assert take_back(office, f"{ABSENCES}/2", if_match=now).status_code == 200
    for never in ('"anything"', 'W/"j9"', "j9"):
        assert send(office, ABSENCES, AWAY, if_match=never).status_code == 412, never
    assert send(office, ABSENCES, AWAY, if_match="*").status_code == 201


def test_of_two_who_saw_the_same_one_writes(office: House) -> None:
    etag = office.client.get(ABSENCES, headers=office.auth("record")).headers["etag"]
    people = ("河二", "湖三", "海四", "江一")
    with ThreadPoolExecutor(4) as pool:
        tries = [
            pool.submit(send, office, ABSENCES, {**AWAY, "person": person}, if_match=etag)
            for person in people
        ]
        statuses = sorted(one.result().status_code for one in tries)
    assert statuses == [201, 412, 412, 412]
    assert office.journal.last() == 2


def test_a_listing_is_not_sent_again_while_it_stays(office: House) -> None:
    listed = office.client.get(ABSENCES, headers=office.auth("record"))
    known = {**office.auth("record"), "if-none-match": listed.headers["etag"]}
    same = office.client.get(ABSENCES, headers=known)
    assert (same.status_code, same.content) == (304, b"")
    assert listed.headers["cache-control"] == "no-store"
    other = {**office.auth("absences"), "if-none-match": listed.headers["etag"]}
    assert office.client.get(ABSENCES, headers=other).status_code == 200
    send(office, ABSENCES, AWAY)
    assert office.client.get(ABSENCES, headers=known).status_code == 200


CSV = "person,start,end,kind\n河二,2020-05-03,2020-05-04,away\n海四,2020-05-06,,ill\n"
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
BEGIN:VEVENT
UID:1@example.invalid
SUMMARY:河二：外出
CATEGORIES:away
DTSTART;VALUE=DATE:20200503
DTEND;VALUE=DATE:20200505
END:VEVENT
END:VCALENDAR
"""


def test_a_table_and_a_calendar_are_taken_in_whole_or_not(office: House) -> None:
    def give(content: str | bytes, kind: str, **headers: str) -> httpx.Response:
        given = {**office.auth("record"), "content-type": kind, **headers}
        return office.client.post(f"{ABSENCES}/import", content=content, headers=given)

    table = give(CSV, "text/csv; charset=utf-8")
    assert table.status_code == 200, table.text
    assert table.json()["entries"] == [2, 3]
    assert give(CSV, "text/csv").json()["known"] == 2
    same = {"idempotency-key": "c"}
    replayed = [give(CSV, "text/csv", **same) for _ in range(2)]
    assert replayed[0].content == replayed[1].content
    assert replayed[1].headers["idempotent-replayed"] == "true"
    calendar = give(ICS.replace("河二", "湖三"), "text/calendar")
    assert calendar.json()["entries"] == [4]
    assert next(office.journal.entries(3)).source == "absences.ics"

    meeting = ICS.replace("河二：外出", "碰头会").replace("UID:1", "UID:2")
    assert give(meeting, "text/calendar").json()["passed_over"] == [
        {
            "line": 4,
            "what": "碰头会",
            "why": {
                "zh": "没有公文写过“碰头会”",
                "en": "no notice names the person '碰头会'",
            },
        }
    ]
    strict = office.client.post(
        f"{ABSENCES}/import?strict=true",
        content=meeting,
        headers={**office.auth("record"), "content-type": "text/calendar"},
    )
    assert strict.status_code == 422

    for content, kind_of, status in (
        (CSV.replace("海四", "某某"), "text/csv", 422),
        (CSV.replace("ill", "asleep"), "text/csv", 422),
        ("", "text/csv", 422),
        (b"\xff\xfe\x00\x01\x02", "text/csv", 400),
        (ICS[:90], "text/calendar", 422),
        (CSV, "application/json", 415),
        (CSV, "text/html", 415),
    ):
        refused = give(content, kind_of)
        assert refused.status_code in {status, 422}, (content, refused.text)
        assert office.journal.last() == 4


def test_it_is_written_down_who_wrote_and_who_asked_why(office: House) -> None:
    office.client.get("/v1/answers", params={"subject": "商务"})
    for scope in ("read", "record", "absences"):
        office.client.get("/v1/answers", params={"subject": "商务"}, headers=office.auth(scope))
    send(office, ABSENCES, AWAY)
    send(office, ABSENCES, {**AWAY, "person": "某某"})
    office.client.get(f"{ABSENCES}/2", headers=office.auth("absences"))
    office.client.get(f"{ABSENCES}/2", headers=office.auth("read"))
    office.client.get(f"{ABSENCES}/2")
    uses = sorted(office.desk.uses.since(), key=lambda use: (use.method, use.status, use.route))
    ids = {scope: text.split("_")[1] for scope, text in office.keys.items()}
    assert [(u.key, u.method, u.route, u.status, u.entries) for u in uses] == [
        (ids["absences"], "GET", f"{ABSENCES}/{{number}}", 200, ()),
        (ids["absences"], "GET", "/v1/answers", 200, ()),
        (ids["read"], "GET", f"{ABSENCES}/{{number}}", 403, ()),
        (ids["record"], "POST", ABSENCES, 201, (2,)),
        (ids["record"], "POST", ABSENCES, 404, ()),
    ]
