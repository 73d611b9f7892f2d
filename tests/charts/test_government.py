"""The structure of a government's DOT: every leader, pair and mark, and escaped names."""

from __future__ import annotations

import re
from datetime import date

import pytest

from registry.charts.government import government_drawing
from registry.charts.leader_card import State
from registry.charts.look import Look
from registry.charts.words import Lang
from registry.errors import UnknownName
from registry.graph.organisation import Organisation
from registry.graph.timeline import organisation
from registry.model.answers import Status


def government_dot(
    organisation: Organisation,
    states: dict[str, State],
    *,
    liaison: bool = True,
    lang: Lang = "zh",
) -> str:
    (dot,) = government_drawing(organisation, states, Look(lang=lang), liaison=liaison).dots
    return dot


def _node(dot: str, name: str) -> str:
    found = re.search(
        rf'^\t"?{re.escape(name)}"? \[label=<(.*)> (?:class=\S+ )?pos=', dot, re.MULTILINE
    )
    assert found, name
    return found[1]


def _words(label: str) -> str:
    return re.sub(r"<[^>]*>", "", label)


def _links(dot: str) -> list[str]:
    return [line for line in dot.splitlines() if " -> " in line]


def test_every_leader_is_a_card_pinned_to_its_place(government: Organisation) -> None:
    dot = government_dot(government, {})
    for name in ("江一平", "河二安", "湖三宁", "海四清", "欧阳五＜川＞"):
        assert "市政府" in _words(_node(dot, name))
    cards = re.findall(r'pos="[-\d.]+,[-\d.]+!"', dot)
    assert len(cards) == 6 + 2, "six leaders, a title and a legend"


def test_agencies_stand_inside_the_card(government: Organisation) -> None:
    words = _words(_node(government_dot(government, {}), "湖三宁"))
    assert "市第20管理局" in words
    assert "市农业农村局（市粮食局）" in words


def test_a_mutual_pair_is_dashed_and_a_backup_has_an_arrow(government: Organisation) -> None:
    links = _links(government_dot(government, {}))
    assert len(links) == 3
    assert all("style=dashed" in link for link in links)
    mutual = [link for link in links if "AB角" in link]
    assert len(mutual) == 2
    assert all("dir=none" in link for link in mutual)
    (backup,) = (link for link in links if "AB角" not in link)
    assert backup.startswith('\t"R&D “六”" -> "江一平"')
    assert "dir=forward" in backup


def test_who_is_away_and_who_acts_is_said_in_words(government: Organisation) -> None:
    states = {"河二安": State(away=True), "欧阳五<川>": State(acting_for=("河二安",))}
    dot = government_dot(government, states)
    assert "离岗" in _words(_node(dot, "河二安"))
    acting = _words(_node(dot, "欧阳五＜川＞"))
    assert "代行 河二安" in acting
    assert "离岗" not in acting
    (link,) = (link for link in _links(dot) if "代行" in link)
    assert link.startswith('\t"河二安" -> ')
    assert "dir=forward" in link
    assert "离岗" not in _words(_node(dot, "江一平"))


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        (Status.COORDINATION_REQUIRED, "代行人待协调指定"),
        (Status.UNSPECIFIED, "代行人未作规定"),
    ],
)
def test_a_gap_names_nobody(government: Organisation, gap: Status, words: str) -> None:
    dot = government_dot(government, {"河二安": State(away=True, gap=gap)})
    assert words in _words(_node(dot, "河二安"))
    assert not any("代行" in link for link in _links(dot))


def test_a_stand_in_by_decision_is_linked_too(government: Organisation) -> None:
    states = {"江一平": State(away=True), "海四清": State(acting_for=("江一平",))}
    links = _links(government_dot(government, states))
    assert any(link.startswith('\t"江一平" -> "海四清" ') for link in links)


def test_liaison_can_be_left_out(government: Organisation) -> None:
    assert "国有资本" in _words(_node(government_dot(government, {}), "海四清"))
    without = government_dot(government, {}, liaison=False)
    assert "国有资本" not in without
    assert "市第30管理局" in without


def test_names_are_escaped(government: Organisation) -> None:
    dot = government_dot(government, {})
    assert "R&amp;D “六”" in dot
    assert "欧阳五&lt;川&gt;" in dot
    assert "第1方面&lt;b&gt;" in dot
    assert "<川>" not in dot
    assert "方面<b>" not in dot


def test_the_frame_speaks_english_on_request(government: Organisation) -> None:
    states = {"河二安": State(away=True), "欧阳五<川>": State(acting_for=("河二安",))}
    dot = government_dot(government, states, lang="en")
    title = _words(_node(dot, "title"))
    assert "临川市人民政府 leadership" in title
    assert "as of 2024-05-06" in title
    assert "AWAY" in _words(_node(dot, "河二安"))
    assert "Acting for 河二安" in _words(_node(dot, "欧阳五＜川＞"))


def test_the_title_cites_the_notice(government: Organisation) -> None:
    title = _words(_node(government_dot(government, {}), "title"))
    assert "临川市人民政府领导分工" in title
    assert "2024-05-06" in title
    assert "临府字〔2024〕9号（2024-05-01）" in title


def test_before_the_first_notice_there_is_nothing_to_draw(government: Organisation) -> None:
    empty = organisation([], government.government, date(2020, 1, 1))
    with pytest.raises(UnknownName, match="2020-01-01"):
        government_dot(empty, {})
