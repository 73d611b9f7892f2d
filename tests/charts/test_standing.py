"""How leaders stand on the day of a chart, as the real resolver answers."""

from __future__ import annotations

from datetime import date

import pytest

from registry.charts.leader_card import State, state_words
from registry.charts.look import Look
from registry.errors import UnknownName
from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.model.answers import Answer, Status
from registry.model.facts import AnyFact
from registry.model.records import Absence
from registry.model.time import NOON
from registry.resolve.answer import answer
from registry.service.drawing.chart import draw_government, draw_group
from registry.service.drawing.states import states

GOVERNMENT = "临川市人民政府"
DAY = date(2024, 5, 6)


def _away(*names: str, day: date = DAY) -> list[Absence]:
    return [Absence(person=name, start=day, end=day) for name in names]


def _states(stated: list[AnyFact], absences: list[Absence]) -> dict[str, State]:
    history = History(stated, GOVERNMENT)

    def ask(name: str) -> Answer:
        return answer(history, None, name, DAY, DAY, absences=absences)

    return states(history.at(DAY), absences, ask)


def test_the_other_of_a_pair_acts(stated: list[AnyFact]) -> None:
    assert _states(stated, _away("河二安")) == {
        "河二安": State(away=True, acted_by=("欧阳五<川>",)),
        "欧阳五<川>": State(acting_for=("河二安",)),
    }


def test_nobody_acts_where_both_are_away(stated: list[AnyFact]) -> None:
    found = _states(stated, _away("湖三宁", "海四清"))
    assert {name: state.away for name, state in found.items()} == {"湖三宁": True, "海四清": True}
    assert not any(state.acted_by or state.acting_for for state in found.values())
    assert {state.gap for state in found.values()} == {Status.UNSPECIFIED}


def test_a_day_in_halves_says_which_half_nobody_acts_in(stated: list[AnyFact]) -> None:
    """B acts for A in the morning; in the afternoon both are away, and nobody does."""
    gone = [
        *_away("河二安"),
        Absence(person="欧阳五<川>", start=DAY, end=DAY, start_time=NOON),
    ]
    found = _states(stated, gone)
    a, b = found["河二安"], found["欧阳五<川>"]
    assert (a.away, b.away) == (True, True)
    assert [(when.zh, part.acted_by, part.gap) for when, part in a.parts] == [
        ("上午", ("欧阳五<川>",), None),
        ("下午", (), Status.UNSPECIFIED),
    ]
    assert [(part.away, part.acting_for) for _, part in b.parts] == [
        (False, ("河二安",)),
        (True, ()),
    ]
    org = History(stated, GOVERNMENT).at(DAY)
    chinese = draw_government(org, found)
    assert "河二安上午离岗，由欧阳五<川>代行。河二安下午离岗，" in chinese.account
    assert "上午离岗" not in chinese.account.replace("河二安上午离岗", "")
    words = list(state_words(a, Look()))
    assert words[0] == "上午 离岗，由 欧阳五<川> 代行"
    assert words[1].startswith("下午 离岗，")
    english = draw_government(org, found, look=Look(lang="en")).account
    assert "河二安 (morning) is away; 欧阳五<川> acts." in english


def test_what_is_alike_all_day_has_no_parts(stated: list[AnyFact]) -> None:
    halves = [
        Absence(person="河二安", start=DAY, end=DAY, end_time=NOON),
        Absence(person="河二安", start=DAY, end=DAY, start_time=NOON),
    ]
    assert _states(stated, halves) == _states(stated, _away("河二安"))


def test_an_absence_of_another_day_changes_nothing(stated: list[AnyFact]) -> None:
    assert _states(stated, _away("河二安", day=date(2024, 5, 7))) == {}


def test_the_account_says_what_the_picture_shows(stated: list[AnyFact]) -> None:
    standing = _states(stated, _away("河二安", "江一平"))
    org = History(stated, GOVERNMENT).at(DAY)
    chinese = draw_government(org, standing)
    assert "领导6人" in chinese.account
    assert "河二安离岗，由欧阳五<川>代行。" in chinese.account
    assert "江一平离岗，代行人未作规定。" in chinese.account
    english = draw_government(org, standing, Look(lang="en"))
    assert "河二安 is away; 欧阳五<川> acts." in english.account
    assert (chinese.look.lang, english.look.lang) == ("zh", "en")


@pytest.mark.parametrize("name", ["临川市防汛抗旱指挥部", "市防指", "防汛"])
def test_a_group_by_name_alias_or_part(with_group: Organisation, name: str) -> None:
    assert draw_group(with_group, name).title == "临川市防汛抗旱指挥部"


def test_an_unknown_group_is_met_with_those_there_are(with_group: Organisation) -> None:
    with pytest.raises(UnknownName, match="临川市防汛抗旱指挥部") as caught:
        draw_group(with_group, "招商引资领导小组")
    assert caught.value.near == ("临川市防汛抗旱指挥部",)
