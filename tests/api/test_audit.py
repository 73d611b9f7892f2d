"""A use of a key that cannot be written down: nothing private is told, and the answer says why."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.api.house import House, house
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401

ABSENCES = "/v1/absences"
AWAY = {"person": "河二", "from": "2020-05-03", "kind": "away"}


def full(office: House) -> None:
    """Have no line of the audit go through."""
    with office.journal.engine.begin() as connection:
        connection.execute(text("DROP TABLE api_audit"))


@pytest.mark.parametrize(
    ("method", "path", "scope", "body"),
    [
        ("POST", ABSENCES, "record", AWAY),
        ("POST", ABSENCES, "record", {**AWAY, "person": "某某"}),
        ("GET", ABSENCES, "record", None),
        ("GET", f"{ABSENCES}/1", "absences", None),
        ("GET", ABSENCES, "read", None),
    ],
    ids=["written", "refused", "told", "not found", "not allowed"],
)
def test_the_answer_is_a_problem(
    new_database: NewDatabase,  # noqa: F811
    method: str,
    path: str,
    scope: str,
    body: dict[str, str] | None,
) -> None:
    with house(new_database("sqlite")) as office:
        full(office)
        said = office.client.request(method, path, json=body, headers=office.auth(scope))
        assert said.status_code == 503
        assert said.headers["content-type"] == "application/problem+json"
        assert said.headers["x-content-type-options"] == "nosniff"
        assert said.json()["type"] == "/problems/journal"
        assert "items" not in said.text
        assert not {"etag", "location"} & set(said.headers)


def test_a_write_that_was_done_is_told_when_it_is_sent_again(
    new_database: NewDatabase,  # noqa: F811
) -> None:
    with house(new_database("sqlite")) as office:
        with office.journal.engine.begin() as connection:
            connection.execute(text("ALTER TABLE api_audit RENAME TO elsewhere"))
        headers = {**office.auth("record"), "idempotency-key": "once"}
        assert office.client.post(ABSENCES, json=AWAY, headers=headers).status_code == 503
        with office.journal.engine.begin() as connection:
            connection.execute(text("ALTER TABLE elsewhere RENAME TO api_audit"))
        again = office.client.post(ABSENCES, json=AWAY, headers=headers)
        assert (again.status_code, again.json()["entries"]) == (201, [2])
        assert again.headers["idempotent-replayed"] == "true"
        assert office.journal.last() == 2
