"""What each kind of chart shows, where its picture has something of its own to say."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise, takewhile

import pytest

from registry.charts.look import Look
from registry.charts.palette import PALETTES
from registry.charts.ring import ring_order
from registry.model.time import Period
from registry.parsing.notice import parse
from registry.resolve.subject import Glossary
from registry.service.drawing.places import agency_chart, city_chart, pairs_chart
from registry.service.drawing.times import diff_chart, person_chart, week_chart
from registry.service.question import read_absences
from registry.service.registry import Registry
from tests.charts.made_up import (
    CITY,
    COUNTIES,
    DAY,
    FIRST,
    KINDS,
    SECOND,
    city,
    division,
    plain_names,
)

NAMES = plain_names(6)
REGISTRY = city(NAMES, 6)


def _words(dot: str) -> dict[str, str]:
    """Return the words of each card by its key."""
    found = re.findall(r'^\t"?([^\t]+?)"? \[label=<(.*)> (?:class=\S+ )?pos=', dot, re.MULTILINE)
    return {key: re.sub(r"<[^>]*>", "", label) for key, label in found}


def test_a_county_is_placed_by_its_name_or_by_the_one_who_asks() -> None:
    facts = (*REGISTRY.facts, *division("南山县人民政府", SECOND, NAMES[:2], 1, 0, "局"))
    registry = Registry(facts, (), Glossary(), lambda: DAY)
    named = _words(city_chart(registry, CITY, DAY).drawing.dots[0])
    assert set(named) == {"title", "legend", CITY, *COUNTIES}
    asked = _words(city_chart(registry, "临川市", DAY, ["南山县"]).drawing.dots[0])
    assert set(asked) - set(named) == {"南山县人民政府"}


def test_a_county_without_a_division_says_so() -> None:
    cards = _words(city_chart(REGISTRY, CITY, DAY).drawing.dots[0])
    assert "没有已知的分工通知" in cards[COUNTIES[-1]]
    assert "没有已知的分工通知" not in cards[COUNTIES[0]]


def test_the_ring_holds_every_leader_and_marks_those_without_a_backup() -> None:
    cards = _words(pairs_chart(REGISTRY, DAY, government=CITY).drawing.dots[0])
    alone = {name for name, words in cards.items() if "没有B角" in words and name != "legend"}
    assert set(NAMES) <= set(cards)
    assert alone == {NAMES[0], NAMES[5]}


@pytest.mark.parametrize(
    ("pairs", "order"),
    [
        ([], "abcd"),
        ([("b", "d")], "bdac"),
        ([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")], "abcd"),
        ([("c", "a"), ("a", "d")], "cadb"),
    ],
)
def test_pairs_and_chains_stand_side_by_side(pairs: list[tuple[str, str]], order: str) -> None:
    assert "".join(ring_order("abcd", pairs)) == order


def test_the_week_draws_who_acts_from_the_one_who_is_away() -> None:
    period = Period(DAY, date(2024, 5, 12))
    absences = read_absences(
        [f"{NAMES[1]}@2024-05-07/2024-05-08", f"{NAMES[0]}@2024-05-10"], period
    )
    dot = week_chart(REGISTRY, period, absences, government=CITY).drawing.dots[0]
    cards = _words(dot)
    assert cards[f"{NAMES[1]} 2"] == f"离岗，由 {NAMES[2]} 代行"
    assert cards[f"{NAMES[2]} 2"] == f"代行 {NAMES[1]}"
    assert cards[f"{NAMES[0]} 5"].startswith("离岗")
    assert "代行" not in cards[f"{NAMES[0]} 5"], "nobody is named whom no rule names"
    links = [line for line in dot.splitlines() if " -> " in line]
    assert len(links) == 1
    assert links[0].startswith(f'\t"{NAMES[1]} 2" -> "{NAMES[2]} 2"')


def test_the_week_merges_days_that_are_alike() -> None:
    period = Period(DAY, date(2024, 5, 12))
    cards = _words(week_chart(REGISTRY, period, government=CITY).drawing.dots[0])
    assert [key for key in cards if key.startswith(f"{NAMES[3]} ")] == [f"{NAMES[3]} 1"]


def test_a_timeline_is_in_the_order_and_the_measure_of_time() -> None:
    dot = person_chart(REGISTRY, NAMES[1], DAY, government=CITY).drawing.dots[0]
    strips = re.findall(r'"\d+ 市第(\d+)研究院副院长 [^"]*" \[label=<(.*)> pos=', dot)
    lefts = [_begins(label, PALETTES["light"]["gained"]) for _, label in sorted(strips)]
    assert len(lefts) == 6
    steps = [b - a for a, b in pairwise(lefts[:-1])]
    assert all(step > 0 for step in steps)
    assert max(steps) - min(steps) <= 1, "a year is as long as any other"


def _begins(strip: str, colour: str) -> int:
    """Return how many points stand before the first cell of a colour."""
    cells = re.findall(r'<TD FIXEDSIZE="TRUE" WIDTH="(\d+)" ([^>]*)>', strip)
    return sum(int(width) for width, _ in takewhile(lambda cell: colour not in cell[1], cells))


def test_changes_have_their_marks_and_the_other_side() -> None:
    cards = _words(diff_chart(REGISTRY, FIRST, DAY, government=CITY).drawing.dots[0])
    assert "→移交 → " in cards[NAMES[2]]
    assert "→移交 ← " in cards[NAMES[2]]
    assert "→ 移交" in cards["legend"]
    nothing = diff_chart(REGISTRY, DAY, date(2024, 6, 1), government=CITY)
    assert "没有变化" in _words(nothing.drawing.dots[0])["none"]
    assert nothing.table.rows == ()


def test_what_nobody_has_now_stands_on_a_card_of_its_own() -> None:
    facts = (*REGISTRY.facts, *division(CITY, date(2025, 1, 1), NAMES, 4, 1, "行政管理服务局"))
    registry = Registry(facts, (), Glossary(), lambda: DAY)
    cards = _words(diff_chart(registry, DAY, date(2025, 1, 2), government=CITY).drawing.dots[0])
    assert "!无人负责" in cards["无人负责"]
    assert "−减少" in cards[NAMES[1]]


def test_an_agency_is_found_by_its_short_name_and_silence_is_said() -> None:
    chart = agency_chart(REGISTRY, "第01行政管理服务局", DAY, government=CITY)
    assert chart.title.startswith("市第01行政管理服务局")
    cards = _words(chart.drawing.dots[0])
    assert "市防汛抗旱指挥部" in cards["领导小组"]
    assert "任务5" in cards["任务和指标"]
    before = agency_chart(REGISTRY, "市第01行政管理服务局", FIRST, government=CITY)
    assert "nobody" not in _words(before.drawing.dots[0])


def test_an_agency_listed_beside_one_with_a_longer_name_is_drawn_by_its_own() -> None:
    text = (
        "云陵市人民政府关于市政府领导分工的通知\n云政发〔2024〕7号\n"
        "顾远帆：市长\n分管市财政局、市财政服务局。\n2024年5月6日\n"
    )
    registry = Registry(parse(text), (), Glossary(), lambda: DAY)
    assert agency_chart(registry, "市财政局", DAY).title.startswith("市财政局")


def test_collapsed_cards_have_the_numbers_alone() -> None:
    from registry.service.drawing.chart import government_chart

    chart = government_chart(REGISTRY, DAY, government=CITY, collapse=True)
    words = _words(chart.drawing.dots[0])[NAMES[1]]
    assert "分管 6" in words
    assert "行政管理服务局" not in words


def test_partners_are_named_on_sheets_that_part_them() -> None:
    names = plain_names(20)
    chart = KINDS["government"](city(names, 12), names, Look(paper="a4"))
    assert len(chart.drawing.dots) > 1
    words = "".join("".join(_words(dot).values()) for dot in chart.drawing.dots)
    assert f"AB角 {names[2]}" in words
