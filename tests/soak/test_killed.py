"""While notices are loaded, a worker is killed and the service started again: nothing is lost.

A short run of what `make soak` does for longer and with more faults. The answers are asked for
meanwhile, and worked out again from the exported journal alone.
"""

from __future__ import annotations

import sys

import pytest

from soak.endure import Mix, endure
from soak.ledger import Fate
from soak.places import Postgres, Sqlite

SEED = 1
SECONDS = 4.0
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="looks for processes in /proc"
)


@pytest.mark.parametrize("kind", [Sqlite, Postgres], ids=["sqlite", "postgresql"])
def test_no_accepted_write_is_lost_and_no_answer_is_wrong(
    kind: type[Sqlite] | type[Postgres],
) -> None:
    mix = Mix(askers=2, writers=2, clerk=False, faults=2, kills_only=True)
    result = endure(kind, SEED, SECONDS, mix)
    assert result.flaws == ()
    assert set(result.ledger.faults) == {
        "a worker killed",
        "the whole service killed, and started again",
    }
    accepted = [one for one in result.ledger.writes if one.fate is Fate.ACCEPTED]
    assert len(accepted) > 5
    assert result.entries >= len(accepted)
    assert len(result.ledger.reads) > 5
