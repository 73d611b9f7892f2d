"""Writing pages over a database: signed in with a key, checked before it is kept, private."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.model.journal import NoticeIngested
from registry.tables.settings import Settings
from tests.api.house import House, house
from tests.pages.conftest import EXAMPLES
from tests.pages.page import get, words

OWN = {"origin": "http://127.0.0.1", "accept": "text/html", "accept-language": "zh"}


@pytest.fixture
def made(tmp_path: Path) -> Iterator[House]:
    with house(str(tmp_path / "registry.db")) as made:
        yield made


@pytest.fixture
def office(made: House) -> House:
    """Sign in as who may record."""
    made.client.post("/session", json={"key": made.keys["record"]})
    return made


def post(office: House, path: str, status: int = 200, **form: str) -> str:
    response = office.client.post(path, data=form, headers=OWN, follow_redirects=False)
    assert response.status_code == status, response.text
    return response.headers.get("location", "") or response.text


def leaders(made: House) -> list[str]:
    page = get(made.client, "/?week=2020-05-04")
    return [str(a.text) for a in page.xpath("//table//th[@scope='row']/a")]


def test_one_limit_holds_for_what_is_handed_in_and_is_told_before(tmp_path: Path) -> None:
    with house(str(tmp_path / "registry.db"), settings=Settings(upload=1_500)) as made:
        made.client.post("/session", json={"key": made.keys["record"]})
        shown = made.client.get("/notices", headers=OWN).text
        assert "1.5 kB" in shown
        assert 'data-most="1500"' in shown
        refused = made.client.post(
            "/notices", files={"files": ("long.txt", b"x" * 1_600)}, headers=OWN
        )
        assert refused.status_code == 413
        assert "太大" in refused.text
        taken = made.client.post("/notices", files={"files": ("short.txt", b"x")}, headers=OWN)
        assert taken.status_code == 200


def test_nobody_sees_who_is_away_without_signing_in(made: House) -> None:
    person = leaders(made)[0]
    page = get(made.client, "/absences")
    assert page.xpath("//input[@name='key']")
    assert not page.xpath("//form[starts-with(@action, '/absences')][@method='post']")
    refused = made.client.post(
        "/absences", data={"person": person, "start": "2020-05-04"}, headers=OWN
    )
    assert refused.status_code == 401
    assert "先登录" in refused.text
    assert made.journal.last() == 1


def test_what_the_rules_say_is_shown_before_anything_is_recorded(office: House) -> None:
    person = leaders(office)[0]
    office.client.post("/session", json={"key": office.keys["record"]})
    last = office.journal.last()
    checked = post(office, "/absences/check", person=person, start="2020-05-04", end="2020-05-05")
    assert "登记之前" in checked
    assert office.journal.last() == last
    month = post(
        office, "/absences", 303, person=person, start="2020-05-04", end="2020-05-05", reason="私事"
    )
    assert month == "/absences?month=2020-05"
    assert office.journal.last() == last + 1
    (entry,) = office.journal.entries(after=last)
    assert entry.by == "record"


def test_the_reason_is_for_those_who_may_know_it(office: House) -> None:
    person = leaders(office)[0]
    office.client.post("/session", json={"key": office.keys["record"]})
    post(office, "/absences", 303, person=person, start="2020-05-04", reason="机密的事")
    for scope, seen in (("record", False), ("absences", True), ("read", False)):
        office.client.cookies.clear()
        office.client.post("/session", json={"key": office.keys[scope]})
        shown = office.client.get("/absences?month=2020-05", headers=OWN).text
        assert ("机密的事" in shown) is seen, scope


def test_an_absence_is_withdrawn_with_a_reason(office: House) -> None:
    person = leaders(office)[0]
    office.client.post("/session", json={"key": office.keys["record"]})
    post(office, "/absences", 303, person=person, start="2020-05-04")
    number = str(office.journal.last())
    post(office, "/absences/withdraw", 422, number=number, because=" ")
    post(office, "/absences/withdraw", 303, number=number, because="改期")
    shown = office.client.get("/absences?month=2020-05", headers=OWN).text
    assert "没有登记" in shown
    post(office, "/absences/withdraw", 422, number="1", because="不是外出")


def test_a_file_is_checked_and_then_recorded_whole(office: House) -> None:
    first, second = leaders(office)[:2]
    office.client.post("/session", json={"key": office.keys["record"]})
    table = f"person,start,end,kind\n{first},2020-05-06,,ill\n{second},2020-05-07,2020-05-08,away\n"
    checked = office.client.post(
        "/absences/import", files={"file": ("a.csv", table.encode())}, headers=OWN
    )
    assert checked.status_code == 200, checked.text
    assert "新增 2" in " ".join(checked.text.split())
    last = office.journal.last()
    assert post(office, "/absences/import/record", 303, name="a.csv", content=table) == (
        "/absences?month=2020-05"
    )
    assert office.journal.last() == last + 2
    bad = table + "无此人,2020-05-06,,ill\n"
    post(office, "/absences/import/record", 422, name="a.csv", content=bad)
    assert office.journal.last() == last + 2


def test_a_calendar_shows_what_it_passes_over(office: House) -> None:
    first = leaders(office)[0]
    office.client.post("/session", json={"key": office.keys["record"]})
    events = (
        f"BEGIN:VEVENT\nDTSTART;VALUE=DATE:20200506\nSUMMARY:{summary}\nEND:VEVENT\n"
        for summary in (f"{first} 出差", "全体大扫除")
    )
    file = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{''.join(events)}END:VCALENDAR\n"
    checked = office.client.post(
        "/absences/import", files={"file": ("a.ics", file.encode())}, headers=OWN
    )
    shown = " ".join(checked.text.split())
    assert "新增 1" in shown
    assert "8 · 全体大扫除 · 没有写明不在岗的类别" in shown


def test_another_sites_page_cannot_record(office: House) -> None:
    last = office.journal.last()
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        response = office.client.post(
            "/absences", data={"person": "何文书", "start": "2020-05-04"}, headers=headers
        )
        assert response.status_code == 403
    assert office.journal.last() == last


def test_notices_are_handed_in_and_each_counts_once(office: House) -> None:
    files = [("files", (path.name, path.read_bytes())) for path in EXAMPLES]
    files.append(("files", ("empty.txt", b"  ")))
    response = office.client.post("/notices", files=files, headers=OWN)
    assert response.status_code == 200, response.text
    assert response.text.count("新公文 1") == len(EXAMPLES)
    assert "没有读入" in response.text
    kept = [e.record for e in office.journal.entries() if isinstance(e.record, NoticeIngested)]
    assert {path.name for path in EXAMPLES} <= {record.name for record in kept}
    again = office.client.post("/notices", files=files[:1], headers=OWN)
    assert "已有 1" in again.text
    assert office.client.post("/notices", headers=OWN).status_code == 422


def test_signing_in_with_a_wrong_key_says_so_and_asks_again(made: House) -> None:
    response = made.client.post(
        "/session/begin", data={"key": "lrk_wrong", "next": "/absences"}, headers=OWN
    )
    assert response.status_code == 401
    assert "密钥不对" in response.text
    assert 'name="key"' in response.text


def test_signed_in_one_is_named_and_may_sign_out(office: House) -> None:
    shown = office.client.get("/", headers=OWN).text
    assert "/session/end" in shown
    office.client.post("/session/end", headers=OWN)
    assert "/sign-in?" in office.client.get("/", headers=OWN).text
    assert "规则" in words(get(office.client, "/rules"))
