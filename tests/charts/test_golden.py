"""The DOT of every kind, as it was last looked at.

After a change that is meant: `python -m tests.charts.test_golden`, then look at the pictures.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.charts.chart import Kind
from registry.charts.look import Look
from tests.charts.made_up import KINDS, city, plain_names

GOLDEN = Path(__file__).parent / "golden"


def _dot(kind: Kind) -> str:
    names = plain_names(6)
    return KINDS[kind](city(names, 3), names, Look(href="/KIND/NAME")).drawing.dots[0]


@pytest.mark.parametrize("kind", KINDS)
def test_the_dot_is_as_it_was(kind: Kind) -> None:
    assert _dot(kind) == (GOLDEN / f"{kind}.dot").read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for each in KINDS:
        (GOLDEN / f"{each}.dot").write_text(_dot(each), encoding="utf-8")
