"""The journal over HTTP: every entry in its order, and nothing that says why somebody is away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from registry.model.journal import AbsenceRecorded, ApprovalRecorded, HandoverRecorded, Withdrawn
from registry.model.records import Absence, Approval, HandoverStep
from tests.api.house import TODAY, House, house
from tests.graph.city import CITY
from tests.store.conftest import NewDatabase, database, new_database, postgres, server  # noqa: F401

SECRET = "住院手术"
RECORDS = (
    AbsenceRecorded(
        government=CITY, absence=Absence(person="河二", start=TODAY, end=TODAY), reason=SECRET
    ),
    HandoverRecorded(
        government=CITY,
        handover=HandoverStep(
            holder="河二", step="told_backup", on=TODAY, start=TODAY, end=TODAY, note=SECRET
        ),
    ),
    ApprovalRecorded(
        government=CITY,
        approval=Approval(by="江一", person="河二", start=TODAY, end=TODAY, because=SECRET),
    ),
    Withdrawn(entry=2),
)


@pytest.fixture
def asked(database: str) -> Iterator[House]:  # noqa: F811
    with house(database, *RECORDS) as made:
        made.journal.append([RECORDS[0]], by="何文书", because=SECRET, at=made.clock.now())
        yield made


def test_no_entry_says_why_somebody_is_away(asked: House) -> None:
    response = asked.client.get("/v1/journal", headers=asked.auth("absences"))
    assert response.status_code == 200, response.text
    assert SECRET not in response.text
    entries = response.json()["items"]
    assert [entry["record"]["record"] for entry in entries] == [
        "notice_ingested",
        "absence_recorded",
        "handover_recorded",
        "approval_recorded",
        "withdrawn",
        "absence_recorded",
    ]
    assert {entry["by"] for entry in entries} == {"何文书"}
    for entry in entries:
        one = asked.client.get(entry["links"]["self"], headers=asked.auth("absences"))
        assert one.json() == entry
    notice = asked.client.get(entries[0]["links"]["notices"][0])
    assert notice.json()["text"] is not None


def test_pages_and_filters_of_the_journal(asked: House) -> None:
    seen: list[int] = []
    path = "/v1/journal?limit=2&government=云岭市"
    while path:
        page = asked.client.get(path, headers=asked.auth("administer")).json()
        seen += [entry["number"] for entry in page["items"]]
        path = page["next"]
        asked.journal.append([RECORDS[0]], by="何文书", at=asked.clock.now())
    assert seen == [1, 2, 3, 4, 5, 6]
    asked_of = {"after": "2", "record": "absence_recorded", "fields": "number"}
    later = asked.client.get("/v1/journal", params=asked_of, headers=asked.auth("absences"))
    assert [set(item) for item in later.json()["items"]] == [{"id", "number"}] * 4


@pytest.mark.parametrize("number", ["0", "99", str(2**63)])
def test_there_is_no_such_entry(asked: House, number: str) -> None:
    response = asked.client.get(f"/v1/journal/{number}", headers=asked.auth("absences"))
    assert response.status_code in {400, 404}


def test_not_everybody_reads_it(asked: House) -> None:
    for path in ("/v1/journal", "/v1/journal/1"):
        assert asked.client.get(path).status_code == 401
        for scope in ("read", "record"):
            assert asked.client.get(path, headers=asked.auth(scope)).status_code == 403
