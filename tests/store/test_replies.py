"""A write and the reply to it stand or fall together, however many send it at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from registry.errors import Conflict
from registry.model.desk import Reply
from registry.model.journal import Entry
from registry.store.desk.replies import KEPT, SqlReplies
from registry.store.desk.tables import REPLY
from registry.store.open import open_journal
from registry.store.sql import SqlJournal
from tests.store.made import absence, moment, notice


def reply(entries: tuple[Entry, ...] = (), body: str = "{}") -> Reply:
    return Reply(digest="d", status=201, body=body, entries=tuple(e.number for e in entries))


def test_a_reply_is_kept_with_its_write(sql: SqlJournal) -> None:
    replies = SqlReplies(sql)
    assert replies.get("k", "t") is None
    (entry,) = replies.journal("k", "t", reply, moment(0)).append([notice(1)], by="x", at=moment(0))
    assert replies.get("k", "t") == reply((entry,))
    for other in (("k", "u"), ("l", "t")):
        assert replies.get(*other) is None
    with pytest.raises(Conflict):
        replies.journal("k", "t", reply, moment(1)).append([absence()], by="x", at=moment(1))
    assert sql.last() == 1
    assert replies.keep("k", "t", reply(body="[]"), moment(1)) == reply((entry,))


def test_a_write_that_fails_leaves_no_reply(sql: SqlJournal) -> None:
    replies = SqlReplies(sql)
    sql.append([notice(1)], by="x", at=moment(0))
    with pytest.raises(Conflict, match="digest"):
        replies.journal("k", "t", reply, moment(1)).append([notice(1)], by="x", at=moment(1))
    assert replies.get("k", "t") is None

    def broken(_: tuple[Entry, ...]) -> Reply:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        replies.journal("k", "t", broken, moment(1)).append([notice(2)], by="x", at=moment(1))
    assert sql.last() == 1


def test_of_many_at_once_one_writes(database: str) -> None:
    with closing(open_journal(database, create=True)):
        pass

    def send(_: int) -> bool:
        with closing(open_journal(database)) as journal:
            replies = SqlReplies(journal)
            try:
                replies.journal("k", "t", reply, moment(0)).append(
                    [absence()], by="x", at=moment(0)
                )
            except Conflict:
                assert replies.get("k", "t") is not None
                return False
            return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(send, range(6))) == 1
    with closing(open_journal(database)) as journal:
        assert journal.last() == 1


def test_old_replies_go(sql: SqlJournal) -> None:
    replies = SqlReplies(sql)
    replies.keep("k", "t", reply(), moment(0))
    late = moment(0) + KEPT
    replies.keep("k", "u", reply(), late)
    assert replies.get("k", "t") is not None
    replies.keep("k", "v", reply(), late + timedelta(microseconds=1))
    assert replies.get("k", "t") is None
    with sql.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(REPLY)) == 2
