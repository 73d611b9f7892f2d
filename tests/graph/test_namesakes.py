"""Notices of two bodies that bear one number: each government has its own and no other's."""

from __future__ import annotations

from registry.graph.namesakes import shared_numbers, with_notice, without_namesakes
from registry.model import facts as f
from tests.graph.city import document, fact

HERE, THERE, ELSEWHERE = "甲市人民政府", "乙市人民政府", "丙市人民政府"


def notice(doc: str, issuer: str | None, person: str) -> list[f.AnyFact]:
    return [
        document(doc, "2020-03-01", "division", issuer),
        fact(f.Post, doc, person=person, title="市政府市长"),
        fact(f.Responsible, doc, person=person, area="教育"),
    ]


OURS = notice("1号", HERE, "江一")
THEIRS = notice("1号", THERE, "河二")
NOBODYS = notice("1号", None, "湖三")
OTHER = notice("2号", THERE, "海四")
LOOSE: list[f.AnyFact] = [fact(f.Post, "3号", person="洋五", title="市政府市长")]


def test_a_number_is_shared_where_two_bodies_bear_it() -> None:
    assert shared_numbers([*OURS, *OTHER, *THEIRS, *LOOSE]) == {"1号"}
    assert shared_numbers([*OURS, *OTHER, *OURS]) == frozenset()


def test_each_has_its_own_notice_and_what_no_other_numbers_so() -> None:
    facts = [*OURS, *THEIRS, *OTHER, *LOOSE]
    assert without_namesakes(facts, frozenset({"1号"}), HERE) == (*OURS, *OTHER, *LOOSE)
    assert without_namesakes(facts, frozenset({"1号"}), THERE) == (*THEIRS, *OTHER, *LOOSE)
    assert without_namesakes(facts, frozenset({"1号"}), ELSEWHERE) == tuple(facts)


def test_a_notice_whose_issuer_is_not_known_is_no_governments() -> None:
    facts = [*OURS, *NOBODYS, *OTHER]
    assert without_namesakes(facts, frozenset({"1号"}), "") == (*NOBODYS, *OTHER)
    assert without_namesakes(facts, frozenset({"1号"}), HERE) == (*OURS, *OTHER)


def test_a_fact_is_of_the_last_notice_before_it_else_of_the_first() -> None:
    early: f.AnyFact = fact(f.Post, "1号", person="溪七", title="市政府市长")
    paired = list(with_notice([early, *OURS, *THEIRS, *LOOSE]))
    assert [fact for _, fact in paired] == [early, *OURS, *THEIRS, *LOOSE]
    assert [notice and notice.issuer for notice, _ in paired] == [
        HERE,
        *[HERE] * 3,
        *[THERE] * 3,
        None,
    ]
