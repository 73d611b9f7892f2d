"""The last number, told without a query: never behind what anybody wrote."""

from __future__ import annotations

from contextlib import closing

import pytest

from registry.store.open import open_journal
from tests.store.conftest import NewDatabase
from tests.store.made import absence, moment


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_anybody_wrote_is_seen_at_once(kind: str, new_database: NewDatabase) -> None:
    where = new_database(kind)
    with (
        closing(open_journal(where, create=True)) as one,
        closing(open_journal(where)) as other,
    ):
        for number in range(1, 20):
            writer = (one, other)[number % 2]
            writer.append([absence()], by="x", at=moment(number))
            assert (one.last(), other.last()) == (number, number)
        assert one.glance() == (19 if kind == "sqlite" else None)


def test_a_file_is_let_go_of_and_taken_up_again(new_database: NewDatabase) -> None:
    with closing(open_journal(new_database("sqlite"), create=True)) as journal:
        journal.append([absence()], by="x", at=moment(0))
        assert journal.last() == 1
        journal.close()
        assert journal.last() == 1
