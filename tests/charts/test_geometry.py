"""Drawn by the renderer of the wheel alone: no label leaves its card, no cards overlap."""

from __future__ import annotations

from itertools import combinations

import pytest

from registry.charts.government import government_drawing
from registry.charts.group import group_drawing
from registry.charts.leader_card import State
from registry.charts.look import Look
from registry.charts.render import drawn
from registry.graph.organisation import Organisation
from registry.model.answers import Status
from tests.charts.picture import cards, texts

STATES = {
    "江一平": State(away=True, gap=Status.UNSPECIFIED),
    "河二安": State(acting_for=("欧阳五<川>",)),
    "欧阳五<川>": State(away=True),
    "湖三宁": State(away=True, gap=Status.COORDINATION_REQUIRED),
    "海四清": State(away=True, gap=Status.COORDINATION_REQUIRED),
}


@pytest.fixture(autouse=True)
def no_system_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave nothing on the path, so that the wheel's own renderer draws."""
    monkeypatch.setenv("PATH", "")


def _check(dot: str) -> bytes:
    svg = drawn(dot)
    boxes = {box.node: box for box in cards(svg)}
    lines = texts(svg)
    assert boxes
    assert lines
    for words, line in lines:
        if box := boxes.get(line.node):
            assert box.left <= line.left, words
            assert line.right <= box.right, words
            assert box.top <= line.top, words
            assert line.bottom <= box.bottom, words
    free = [line for _, line in lines if line.node not in boxes]
    for one, other in combinations([*boxes.values(), *free], 2):
        apart = (
            one.right <= other.left
            or other.right <= one.left
            or one.bottom <= other.top
            or other.bottom <= one.top
        )
        # The title's and the legend's own lines stand close, by their font's leading.
        assert apart or one.node == other.node, (one, other)
    return svg


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("liaison", [True, False])
def test_government_fits(government: Organisation, lang: str, liaison: bool) -> None:
    look = Look(lang="en" if lang == "en" else "zh")
    (dot,) = government_drawing(government, STATES, look, liaison=liaison).dots
    svg = _check(dot)
    assert {box.node for box in cards(svg)} >= {"江一平", "欧阳五＜川＞"}


def test_group_of_thirty_fits(with_group: Organisation) -> None:
    (dot,) = group_drawing(with_group, with_group.groups()[0], Look()).dots
    svg = _check(dot)
    boxes = [box for box in cards(svg) if box.node.startswith("member-")]
    assert len(boxes) == 30
    assert len({box.left for box in boxes}) > 2, "members stand in columns, not in one strip"
    assert len({box.top for box in boxes}) > 2
