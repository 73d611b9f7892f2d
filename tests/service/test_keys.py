"""Keys: shown once, kept as a digest, and checked on each backend."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select

from registry.errors import BadKey, BadPeriod, BadRecord
from registry.model.access import Scope, Use
from registry.service.keys import check_key, make_key, revoke_key
from registry.store.desk.keys import SqlKeys, SqlUses
from registry.store.desk.tables import KEY
from registry.store.sql import SqlJournal
from tests.store.conftest import database, new_database, postgres, server, sql  # noqa: F401

AT = datetime(2026, 3, 1, 8, tzinfo=UTC)
SCOPES = [Scope.RECORD, Scope.ABSENCES]


@pytest.fixture
def keys(sql: SqlJournal) -> SqlKeys:  # noqa: F811
    return SqlKeys(sql)


def test_a_key_is_found_again_by_its_text_alone(keys: SqlKeys) -> None:
    made, shown = make_key(keys, " 值班室 ", SCOPES, expires=date(2026, 3, 9), by="何文书", at=AT)
    found = check_key(keys, shown, AT)
    assert found == made == keys.get(made.id)
    assert (found.name, found.made_by, found.scopes) == ("值班室", "何文书", frozenset(SCOPES))
    assert found.expires == datetime(2026, 3, 9, 16, tzinfo=UTC)  # midnight in Shanghai
    assert found.may(Scope.READ)
    assert not found.may(Scope.ADMINISTER)


def test_the_secret_is_not_kept(sql: SqlJournal, keys: SqlKeys) -> None:  # noqa: F811
    made, shown = make_key(keys, "x", SCOPES, by="y", at=AT)
    secret = shown.removeprefix(f"lrk_{made.id}_")
    with sql.reading() as connection:
        row = str(connection.execute(select(KEY)).one())
    assert secret not in row
    assert sha256(secret.encode()).hexdigest() in row
    assert len({make_key(keys, "x", SCOPES, by="y", at=AT)[1] for _ in range(20)}) == 20


def test_a_key_holds_until_its_last_day_ends_or_it_is_revoked(keys: SqlKeys) -> None:
    made, shown = make_key(keys, "x", SCOPES, expires=date(2026, 3, 1), by="y", at=AT)
    assert check_key(keys, shown, datetime(2026, 3, 1, 15, 59, 59, tzinfo=UTC)) == made
    with pytest.raises(BadKey, match="expired"):
        check_key(keys, shown, datetime(2026, 3, 1, 16, tzinfo=UTC))
    gone = revoke_key(keys, made.id, by="z", at=AT)
    assert (gone.revoked, gone.revoked_by) == (AT, "z")
    with pytest.raises(BadKey, match="revoked"):
        check_key(keys, shown, AT)
    for number in (made.id, "000000000000"):
        with pytest.raises(BadRecord, match="registry key list"):
            revoke_key(keys, number, by="z", at=AT)
    assert keys.all() == (gone,)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[:-1] + ("A" if text[-1] != "A" else "B"),
        lambda text: text[:4] + "000000000000" + text[16:],
        lambda text: text + "\n",
        lambda text: text.upper(),
        lambda text: text[:20] + "é" + text[21:],
        lambda text: text[:20] + "\x00" + text[21:],
        lambda _: "",
        lambda _: "' OR 1=1 --",
    ],
)
def test_anything_else_is_no_key(keys: SqlKeys, change: Callable[[str], str]) -> None:
    _, shown = make_key(keys, "x", SCOPES, by="y", at=AT)
    with pytest.raises(BadKey):
        check_key(keys, change(shown), AT)


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 101, "a\x1b[2J"])
def test_a_name_that_cannot_stand_in_the_journal_is_refused(keys: SqlKeys, name: str) -> None:
    with pytest.raises(BadRecord, match="printable"):
        make_key(keys, name, SCOPES, by="y", at=AT)
    with pytest.raises(BadRecord, match="absences"):
        make_key(keys, "x", [], by="y", at=AT)
    for day in (date(2026, 2, 28), date.max):
        with pytest.raises(BadPeriod):
            make_key(keys, "x", SCOPES, expires=day, by="y", at=AT)
    assert keys.all() == ()


def test_uses_are_kept_in_order_and_found_by_key_and_time(
    sql: SqlJournal,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("registry.store.desk.keys._PAGE", 3)
    uses = SqlUses(sql)
    given = [
        Use(
            at=AT + timedelta(seconds=number),
            key=f"{number % 2}",
            method="POST",
            route="/v1/absences",
            status=201,
            entries=(number, number + 1)[: number % 3],
        )
        for number in range(10)
    ]
    for use in reversed(given):
        uses.add(use)
    uses.add(given[4])  # the same moment twice, on both sides of a page's end
    assert list(uses.since()) == sorted([*given, given[4]], key=lambda use: use.at)
    assert list(uses.since(given[7].at)) == given[7:]
    assert list(uses.since(key="1")) == given[1::2]
